import { sign, type KeyObject } from 'node:crypto'
import { canonical } from '@allmende/domain/ledger'
import { routes, type Observed, type SyncReply, type UsageDelivery, type UsageRecord } from '@allmende/wire'
import { ProblemError, type Client } from '@allmende/wire/client'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allocations, projects } from '../award/tables.ts'
import { clearances, determinations } from '../clear/tables.ts'
import { newId } from '../http/ids.ts'
import { jobsRoom } from '../jobs/index.ts'
import { placements } from '../jobs/tables.ts'
import { meterRoom } from '../meter/index.ts'
import { usageRecords } from '../meter/tables.ts'
import { sitesRoom } from '../sites/index.ts'
import { sites } from '../sites/tables.ts'
import { databases, rulebook, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { joinAsAgent, siteClients } from '../testing/join-as-agent.ts'
import { allTimers } from '../timers/index.ts'
import { placeJobs, placeRoom, reclaimSilent } from './index.ts'

const minute = 60_000
const limitMs = 10 * minute
/** What a site may be late with an end beyond a job's own time. */
const graceMs = 15 * minute
const rooms = [sitesRoom, jobsRoom, placeRoom, meterRoom]
type SiteName = 'jena' | 'recife'
type Agent = { readonly client: Client; readonly key: KeyObject }

describe.each(databases)('sites that fall silent, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  const agents = {} as Record<SiteName, Agent>

  beforeAll(async () => {
    rig = await startChainRig(rooms, database)
    const { ctx } = rig
    lead = await rig.person('Amina Otieno', [{ role: 'project-lead', scopeKind: 'project', scopeId: 'p' }])
    const keeper = await rig.person('Mirjam Falk', [
      { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    const clientOf = siteClients(rig, rooms)
    for (const site of ['jena', 'recife'] as const)
      agents[site] = await joinAsAgent(rig, clientOf, keeper, site)
    const application = await rig.submit({ lead, screened: true })
    const now = ctx.now()
    const open = { id: 'p', name: 'P', member: 'ke', application, createdAt: now, announcedAt: now }
    await ctx.db.sql.insert(projects).values({ ...open, state: 'active' })
    for (const site of ['jena', 'recife']) {
      const pair = { application, site, outcome: 'no-requirement-found' }
      const determination = newId(now)
      const found = { factsHash: 'x', facts: {}, result: { questions: [] }, createdAt: now }
      await ctx.db.sql.insert(determinations).values({ id: determination, ...pair, ...found })
      await ctx.db.sql
        .insert(clearances)
        .values({ ...pair, determination, standing: 'cleared' as const, at: now })
    }
  })
  afterAll(() => rig.close())

  beforeEach(async () => {
    const { ctx } = rig
    await ctx.db.rows(
      sql`truncate usage_records, placements, explanations, jobs, allocations restart identity`,
    )
    await ctx.db.sql.update(sites).set({ lastSeenAt: null })
    const from = ctx.now()
    const until = new Date(from.getTime() + 30 * 86_400_000)
    const room = { acceleratorMs: 1000 * limitMs, usedMs: 0, reservedMs: 0 }
    await ctx.db.sql.insert(allocations).values({ id: newId(from), project: 'p', ...room, from, until })
  })

  const at = (offsetMs = 0) => new Date(rig.ctx.now().getTime() + offsetMs).toISOString()
  const seen = (placement: string, change: Partial<Observed> = {}): Observed => ({
    placement,
    state: 'running',
    startedAt: null,
    endedAt: null,
    exit: null,
    logBytes: 0,
    ...change,
  })
  /** One round of a site's agent: it is heard, says what it sees, and learns what to do. */
  async function hear(site: SiteName, observed: Observed[] = []): Promise<SyncReply['desired']> {
    const reply = await agents[site].client.call(routes.syncSite, {
      body: {
        agentVersion: 'test',
        observed,
        capacity: { accelerators: 8, acceleratorModel: 'NVIDIA H100 SXM5', cpus: 8, memoryMiB: 8192 },
        engine: { kind: 'local', sandbox: 'none' },
        waitMs: 0,
      },
    })
    return reply.desired
  }
  async function submit(): Promise<string> {
    const body = { project: 'p', name: 'train', command: ['true'], accelerators: 2, minutes: 10 }
    const { id } = await rig.client(lead).call(routes.submitJob, { body })
    return id
  }
  const jobOf = (id: string) => rig.client(lead).call(routes.getJob, { params: { id } })
  const placementsOf = (job: string) =>
    rig.ctx.db.sql.select().from(placements).where(eq(placements.job, job)).orderBy(asc(placements.attempt))
  const newestOf = async (job: string) => (await placementsOf(job)).at(-1)?.id ?? ''
  const accounts = async () => {
    const [row] = await rig.ctx.db.sql.select().from(allocations)
    return { usedMs: row?.usedMs, reservedMs: row?.reservedMs }
  }
  const logged = async (subject: string, kind: string) =>
    (
      await rig.ctx.db.rows(
        sql`select 1 from log_entries e join log_subjects s on s.entry = e.index where s.subject = ${subject} and e.kind = ${kind}`,
      )
    ).length

  /** Hears the site, places what waits there, and lets it say that it began. @returns the placement */
  async function beginAt(site: SiteName, job: string): Promise<string> {
    await hear(site)
    await placeJobs(rig.ctx)
    const placement = await newestOf(job)
    expect((await hear(site)).find((d) => d.placement === placement)?.action).toBe('run')
    await hear(site, [seen(placement, { startedAt: at() })])
    return placement
  }
  function usage(site: SiteName, job: string, placement: string, from: string, until: string): UsageDelivery {
    const record: UsageRecord = {
      v: 1,
      placement,
      job,
      project: 'p',
      site,
      accelerator: 'NVIDIA H100 SXM5',
      accelerators: 2,
      cpus: 1,
      startedAt: from,
      endedAt: until,
      acceleratorMs: 2 * (Date.parse(until) - Date.parse(from)),
      cpuMs: 1000,
      maxRssMiB: 10,
      energyWh: null,
      reason: 'finished',
    }
    const signature = sign(null, Buffer.from(canonical(record)), agents[site].key).toString('base64')
    return { record, signature }
  }
  const deliver = (site: SiteName, delivery: UsageDelivery) =>
    agents[site].client.call(routes.putPlacementUsage, {
      params: { id: delivery.record.placement },
      body: delivery,
    })
  const finished = { code: 0, signal: null, reason: 'finished' as const }

  test('a job that never began at a silent site is taken back, and placed at another one', async () => {
    const job = await submit()
    await hear('jena')
    await placeJobs(rig.ctx)
    expect(await jobOf(job)).toMatchObject({ state: 'placed', site: 'jena', attempt: 1 })
    expect(await accounts()).toMatchObject({ reservedMs: 2 * limitMs })

    rig.clock.advance(rulebook.siteOfflineAfterMs)
    expect(await reclaimSilent(rig.ctx), 'silent for exactly as long as it may be').toBe(false)
    rig.clock.advance(1)
    expect(await reclaimSilent(rig.ctx)).toBe(true)
    expect(await jobOf(job)).toMatchObject({ state: 'queued', result: null })
    expect(await accounts()).toEqual({ usedMs: 0, reservedMs: 0 })

    expect(await placeJobs(rig.ctx), 'no site is heard yet').toBe(false)
    await hear('recife')
    await placeJobs(rig.ctx)
    expect(await jobOf(job)).toMatchObject({ state: 'placed', site: 'recife', attempt: 2 })
    expect((await placementsOf(job)).map((p) => [p.site, p.state])).toEqual([
      ['jena', 'lost'],
      ['recife', 'desired'],
    ])
    expect(await accounts()).toEqual({ usedMs: 0, reservedMs: 2 * limitMs })
    expect(await logged(job, 'job.placed')).toBe(2)
    expect(await reclaimSilent(rig.ctx), 'a second look finds nothing more').toBe(false)
  })

  test('one that had begun is kept until every time it could take has passed, and only then placed anew', async () => {
    const job = await submit()
    const first = await beginAt('jena', job)
    rig.clock.advance(limitMs + graceMs)
    await hear('recife')
    expect(await reclaimSilent(rig.ctx)).toBe(false)
    expect(await placeJobs(rig.ctx)).toBe(false)
    expect(await jobOf(job)).toMatchObject({ state: 'running', site: 'jena', attempt: 1 })
    expect(await accounts()).toMatchObject({ reservedMs: 2 * limitMs })
    rig.clock.advance(1)
    expect(await reclaimSilent(rig.ctx)).toBe(true)
    await placeJobs(rig.ctx)
    expect(await jobOf(job)).toMatchObject({ state: 'placed', site: 'recife', attempt: 2, startedAt: null })
    expect((await placementsOf(job)).find((p) => p.id === first)).toMatchObject({ state: 'lost' })
  })

  test('one that the site took over without having begun is kept as long, from when it was placed', async () => {
    const job = await submit()
    await hear('jena')
    await placeJobs(rig.ctx)
    await hear('jena', [seen(await newestOf(job), { state: 'accepted' })])
    rig.clock.advance(limitMs + graceMs)
    expect(await reclaimSilent(rig.ctx)).toBe(false)
    rig.clock.advance(1)
    expect(await reclaimSilent(rig.ctx)).toBe(true)
    expect(await jobOf(job)).toMatchObject({ state: 'queued' })
  })

  test('a site that is heard keeps its jobs, however long they take', async () => {
    const job = await submit()
    const placement = await beginAt('jena', job)
    rig.clock.advance(5 * (limitMs + graceMs))
    await hear('jena', [seen(placement, { startedAt: at(-minute) })])
    expect(await reclaimSilent(rig.ctx)).toBe(false)
    expect(await jobOf(job)).toMatchObject({ state: 'running', attempt: 1 })
  })

  test('after the last attempt of the rulebook a job is lost: it ends, and the log says so once', async () => {
    const job = await submit()
    for (let attempt = 1; attempt <= rulebook.maxAttemptsPerJob; attempt += 1) {
      await beginAt('jena', job)
      expect(await jobOf(job)).toMatchObject({ state: 'running', attempt })
      rig.clock.advance(limitMs + graceMs + 1)
      expect(await reclaimSilent(rig.ctx)).toBe(true)
    }
    expect(await jobOf(job)).toMatchObject({ state: 'ended', result: 'lost', attempt: 3 })
    expect(await accounts()).toEqual({ usedMs: 0, reservedMs: 0 })
    expect(await logged(job, 'job.ended')).toBe(1)
    await hear('jena')
    expect(await placeJobs(rig.ctx)).toBe(false)
    expect(await placementsOf(job)).toHaveLength(3)
  })

  test('one whose end was asked for meanwhile ends as cancelled, and starts nowhere again', async () => {
    const job = await submit()
    await beginAt('jena', job)
    await rig.client(lead).call(routes.cancelJob, { params: { id: job }, body: {} })
    rig.clock.advance(limitMs + graceMs + 1)
    await reclaimSilent(rig.ctx)
    await hear('recife')
    expect(await placeJobs(rig.ctx)).toBe(false)
    expect(await jobOf(job)).toMatchObject({ state: 'ended', result: 'cancelled' })
  })

  test('a site that comes back reports what the lost attempt used, and that counts once', async () => {
    const job = await submit()
    const [lost, from] = [await beginAt('jena', job), at()]
    rig.clock.advance(limitMs + graceMs + 1)
    await reclaimSilent(rig.ctx)
    const second = await beginAt('recife', job)

    const late = usage('jena', job, lost, from, new Date(Date.parse(from) + 4 * minute).toISOString())
    expect(await deliver('jena', late)).toEqual({ acceleratorMs: 8 * minute })
    expect(await deliver('jena', late)).toEqual({ acceleratorMs: 8 * minute })
    expect(await accounts(), 'what the second attempt may still use stays set aside').toEqual({
      usedMs: 8 * minute,
      reservedMs: 2 * limitMs,
    })
    const other = usage('jena', job, lost, from, new Date(Date.parse(from) + 5 * minute).toISOString())
    const refused = await deliver('jena', other).catch((error: unknown) => error)
    expect(refused instanceof ProblemError && refused.problem.code).toBe('agent.usage')

    const ended = { startedAt: from, endedAt: late.record.endedAt, exit: finished, state: 'ended' as const }
    const [told] = await hear('jena', [seen(lost, ended)])
    expect(told).toMatchObject({ placement: lost, action: 'forget' })
    expect(await jobOf(job), 'the late end is not the end of the job').toMatchObject({
      state: 'running',
      site: 'recife',
      attempt: 2,
    })

    const begun = at()
    rig.clock.advance(3 * minute)
    await deliver('recife', usage('recife', job, second, begun, at()))
    await hear('recife', [seen(second, { startedAt: begun, endedAt: at(), exit: finished, state: 'ended' })])
    expect(await jobOf(job)).toMatchObject({ result: 'finished', usedAcceleratorMs: 14 * minute })
    expect(await accounts()).toEqual({ usedMs: 14 * minute, reservedMs: 0 })
    expect(await rig.ctx.db.sql.select().from(usageRecords)).toHaveLength(2)
    expect(await logged(job, 'usage.recorded')).toBe(2)
  })

  test('a site that comes back with the lost attempt still running is told to end it', async () => {
    const job = await submit()
    await hear('jena')
    await placeJobs(rig.ctx)
    const lost = await newestOf(job)
    // It was told, began, and was cut off before it could say so.
    await hear('jena')
    rig.clock.advance(rulebook.siteOfflineAfterMs + 1)
    await reclaimSilent(rig.ctx)
    await beginAt('recife', job)
    const running = seen(lost, { startedAt: at(-minute) })
    expect(await hear('jena', [running])).toMatchObject([{ placement: lost, action: 'cancel' }])
    const exit = { code: null, signal: 'SIGTERM', reason: 'cancelled' as const }
    const ended = seen(lost, { startedAt: at(-minute), endedAt: at(), exit, state: 'ended' })
    expect(await hear('jena', [ended])).toMatchObject([{ placement: lost, action: 'forget' }])
    expect(await jobOf(job)).toMatchObject({ state: 'running', site: 'recife' })
  })

  test('a server that was down gives sites two minutes to speak before it takes anything back', async () => {
    const job = await submit()
    await hear('jena')
    await placeJobs(rig.ctx)
    rig.clock.advance(10 * minute)
    const reclaim = allTimers(rig.ctx).find((timer) => timer.name === 'reclaim')
    expect(await reclaim?.run()).toBe(false)
    rig.clock.advance(2 * minute)
    expect(await reclaim?.run()).toBe(false)
    expect(await jobOf(job)).toMatchObject({ state: 'placed' })
    rig.clock.advance(1)
    expect(await reclaim?.run()).toBe(true)
    expect(await jobOf(job)).toMatchObject({ state: 'queued' })
  })
})
