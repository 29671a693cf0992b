import { routes, type Observed, type SyncReply } from '@allmende/wire'
import type { Client } from '@allmende/wire/client'
import { eq, isNotNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rulebooks } from '../alliance/tables.ts'
import { applications } from '../apply/tables.ts'
import { announceProject, awardRoom } from '../award/index.ts'
import { allocations, projects } from '../award/tables.ts'
import { clearRoom } from '../clear/index.ts'
import { jobsRoom } from '../jobs/index.ts'
import { placements } from '../jobs/tables.ts'
import { grants } from '../people/tables.ts'
import { sitesRoom } from '../sites/index.ts'
import { sites } from '../sites/tables.ts'
import { databases, fillers, listOf, rulebook, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { joinAsAgent, siteClients } from '../testing/join-as-agent.ts'
import { advanceChain } from '../timers/chain.ts'
import { enforceLaw, placeJobs, placeRoom, tellHolds } from './index.ts'

const minute = 60_000
const rooms = [clearRoom, awardRoom, sitesRoom, jobsRoom, placeRoom]
/** On this day the guidance on training for parties of Country Group D:5 began; who never said asks a question. */
const eve = '2025-05-12T22:00:00.000Z'
const night = '2025-05-13T00:00:10.000Z'
const rule = 'us-ear.training-for-d5'

describe.each(databases)('a law that gets stricter, on %s', (database) => {
  let rig: ChainRig
  let officer: string
  let agent: Client
  let lead: string
  let project: string
  let application: string

  beforeAll(async () => {
    rig = await startChainRig(rooms, database)
    rig.clock.set(eve)
    officer = await rig.person('Ilse Brandt', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    const keeper = await rig.person('Mirjam Falk', [
      { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    agent = (await joinAsAgent(rig, siteClients(rig, rooms), keeper, 'jena')).client
  })
  afterAll(() => rig.close())

  /** A project of its own that may run, on the eve, beside nobody else's. */
  beforeEach(async () => {
    rig.clock.set(eve)
    await rig.ctx.db.rows(sql`truncate mails, holds, usage_records, placements, explanations, jobs`)
    await rig.ctx.db.sql.update(projects).set({ state: 'ended' })
    await rig.ctx.db.sql.update(rulebooks).set({ params: rulebook })
    await rig.importNames(officer, fillers, '2025-05-12')
    lead = await rig.person('Amina Otieno')
    application = await rig.submit({ lead, answers: {}, names: ['Amina Otieno'], hours: 50 })
    await advanceChain(rig.ctx)
    const [row] = await rig.ctx.db.sql.select().from(projects).where(eq(projects.application, application))
    project = row?.id ?? ''
    await rig.ctx.db.transaction(() => announceProject(rig.ctx, project, [{ site: 'jena', job: 'canary' }]))
    await rig.ctx.db.rows(sql`truncate mails`)
  })

  const lookAgain = async () => {
    const moved = [await advanceChain(rig.ctx), await enforceLaw(rig.ctx), await tellHolds(rig.ctx)]
    return moved.some(Boolean)
  }
  const answer = (said: 'yes' | 'no') =>
    rig.ctx.db.sql
      .update(applications)
      .set({ answers: { 'endUse.trainsModelForD5Entity': said } })
      .where(eq(applications.id, application))
  const seen = (placement: string, change: Partial<Observed> = {}): Observed => ({
    placement,
    state: 'running',
    startedAt: null,
    endedAt: null,
    exit: null,
    logBytes: 0,
    ...change,
  })
  async function hear(...observed: Observed[]): Promise<SyncReply['desired']> {
    const capacity = {
      accelerators: 8,
      acceleratorModel: 'NVIDIA H100 SXM5',
      cpus: 8,
      memoryMiB: 8192,
    }
    const engine = { kind: 'local' as const, sandbox: 'none' as const }
    const body = { agentVersion: 'test', observed, capacity, engine, waitMs: 0 }
    return (await agent.call(routes.syncSite, { body })).desired
  }
  const actionFor = async (...observed: Observed[]) =>
    (await hear(...observed)).find((d) => d.placement === observed[0]?.placement)?.action
  async function submit(accelerators: number): Promise<string> {
    const body = { project, name: 'train', command: ['true'], accelerators, minutes: 240 }
    await rig.ctx.db.sql.update(allocations).set({ acceleratorMs: 1000 * 3_600_000 })
    await rig.ctx.db.rows(
      sql`insert into grants (id, person, role, scope_kind, scope_id, "from") select gen_random_uuid(), ${lead}::uuid, 'project-lead', 'project', ${project}, now() where not exists (select 1 from grants where person = ${lead}::uuid and scope_id = ${project})`,
    )
    return (await rig.client(lead).call(routes.submitJob, { body })).id
  }
  const jobOf = (id: string) => rig.client(lead).call(routes.getJob, { params: { id } })
  const placementOf = async (job: string) =>
    (await rig.ctx.db.sql.select().from(placements).where(eq(placements.job, job))).at(-1)?.id ?? ''
  async function running(accelerators: number): Promise<{ job: string; placement: string }> {
    const job = await submit(accelerators)
    await hear()
    await placeJobs(rig.ctx)
    const placement = await placementOf(job)
    await hear(seen(placement, { startedAt: rig.ctx.now().toISOString() }))
    await enforceLaw(rig.ctx)
    return { job, placement }
  }
  const cancelled = (placement: string) =>
    seen(placement, {
      state: 'ended',
      startedAt: eve,
      endedAt: rig.ctx.now().toISOString(),
      exit: { code: null, signal: 'SIGTERM', reason: 'cancelled' },
    })
  const kindsOf = async (subject: string) =>
    (
      await rig.ctx.db.rows<{ kind: string }>(
        sql`select e.kind from log_entries e join log_subjects s on s.entry = e.index where s.subject = ${subject} order by e.index`,
      )
    ).map((row) => row.kind)
  const times = async (subject: string, kind: string) =>
    (await kindsOf(subject)).filter((k) => k === kind).length
  const logSize = async () =>
    (await rig.ctx.db.rows<{ n: number }>(sql`select count(*)::int as n from log_entries`))[0]?.n
  const mailTo = async (person: string) =>
    rig.ctx.db.rows<{ subject: string; text: string }>(
      sql`select m.subject, m.text from mails m join people p on p.email = m."to" where p.id = ${person}::uuid order by m.created_at, m.id`,
    )
  const reserved = async () =>
    (await rig.ctx.db.sql.select().from(allocations).where(eq(allocations.project, project)))[0]?.reservedMs

  test('what waits stays, what was placed waits again, and what runs ends when its grace is over', async () => {
    const { job, placement } = await running(4)
    const placed = await submit(4)
    await placeJobs(rig.ctx)
    const takenBack = await placementOf(placed)
    const waits = await submit(8)
    expect(await reserved()).toBe(8 * 240 * minute)

    rig.clock.set(night)
    await lookAgain()
    expect(await jobOf(placed)).toMatchObject({ state: 'queued', attempt: 1 })
    expect(await jobOf(job)).toMatchObject({
      state: 'running',
      hold: { site: 'jena', since: night, until: '2025-05-13T01:00:10.000Z', outcome: 'needs-officer' },
    })
    expect((await jobOf(job)).hold?.rules[0]).toMatchObject({ code: rule })
    expect(await reserved(), 'what was taken back is given back').toBe(4 * 240 * minute)
    await hear(seen(placement, { startedAt: eve }))
    expect(await placeJobs(rig.ctx), 'nothing starts without a clearance').toBe(false)
    for (const id of [placed, waits]) {
      const explained = await rig.client(lead).call(routes.explainJob, { params: { id } })
      expect(explained.sites.find((s) => s.site === 'jena')).toMatchObject({
        verdict: 'clearance-open',
        rules: [{ code: rule }],
      })
    }
    expect(
      await actionFor(seen(takenBack, { state: 'accepted' })),
      'begun before it could be told, it is ended',
    ).toBe('cancel')

    rig.clock.advance(60 * minute - 1)
    expect(await lookAgain()).toBe(false)
    expect(await actionFor(seen(placement, { startedAt: eve }))).toBe('run')
    rig.clock.advance(1)
    expect(await lookAgain()).toBe(true)
    expect(await actionFor(seen(placement, { startedAt: eve }))).toBe('cancel')
    await hear(cancelled(placement))
    expect(await jobOf(job)).toMatchObject({
      state: 'ended',
      result: 'clearance-lost',
      hold: { site: 'jena', rules: [{ code: rule }] },
    })
    expect(await reserved()).toBe(0)
    expect(await times(job, 'job.stopped-by-law')).toBe(1)
    expect(await times(job, 'job.ended')).toBe(1)
    expect(await times(placed, 'job.taken-back')).toBe(1)
  })

  test('a deputy is told in their time alone, and while the officer is one', async () => {
    const [early, late, orphan] = [
      await rig.person('Anja Vogt', []),
      await rig.person('Piet Somers', []),
      await rig.person('Rosa Lindqvist', []),
    ]
    const role = { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance', reason: 'leave' }
    const span = { from: new Date(eve), until: new Date('2025-05-20T00:00:00Z') }
    await rig.ctx.db.sql.insert(grants).values([
      { id: crypto.randomUUID(), person: early, standsFor: officer, ...role, ...span },
      {
        id: crypto.randomUUID(),
        person: late,
        standsFor: officer,
        ...role,
        ...span,
        from: new Date('2025-05-14T00:00:00Z'),
      },
      { id: crypto.randomUUID(), person: orphan, standsFor: lead, ...role, ...span },
    ])
    await running(4)
    rig.clock.set(night)
    await lookAgain()
    const told = [await mailTo(officer), await mailTo(early), await mailTo(late), await mailTo(orphan)]
    expect(told.map((mails) => mails.length)).toEqual([1, 1, 0, 0])
    await rig.ctx.db.sql.delete(grants).where(isNotNull(grants.standsFor))
  })

  test('officers and the lead are told once, by rule and time; looking again changes nothing', async () => {
    await running(4)
    rig.clock.set(night)
    await lookAgain()
    const [toOfficer, toLead] = [await mailTo(officer), await mailTo(lead)]
    expect([toOfficer.length, toLead.length]).toEqual([1, 1])
    expect(toLead[0]?.text).toContain(rule)
    expect(toLead[0]?.text).toContain('1 running job: stopped at 2025-05-13 01:00 UTC')
    expect(toOfficer[0]?.text).toContain('at Recife')
    const size = await logSize()
    rig.clock.advance(minute)
    expect(await lookAgain()).toBe(false)
    expect(await logSize()).toBe(size)
    expect(await mailTo(officer)).toHaveLength(1)
    expect(await times(project, 'project.held'), 'one for each site').toBe(2)
    // A fact that changes nothing about the rule gives a new determination, and nothing new to tell.
    await rig.ctx.db.sql
      .update(applications)
      .set({ answers: { 'endUse.supercomputer': 'no' } })
      .where(eq(applications.id, application))
    await lookAgain()
    expect(await mailTo(officer)).toHaveLength(1)
    expect(await times(project, 'project.held')).toBe(2)
    expect(await lookAgain()).toBe(false)
  })

  test('a clearance that comes back within the grace lets it run on, and what waited starts', async () => {
    const { job, placement } = await running(4)
    const placed = await submit(4)
    await placeJobs(rig.ctx)
    rig.clock.set(night)
    await lookAgain()
    const shown = await rig.client(lead).call(routes.getProject, { params: { id: project } })
    expect(shown.sites[0]).toMatchObject({
      site: 'jena',
      standing: 'open',
      hold: { rules: [{ code: rule }] },
    })
    rig.clock.advance(59 * minute)
    await answer('no')
    expect(await lookAgain()).toBe(true)
    rig.clock.advance(10 * minute)
    expect(await lookAgain()).toBe(false)
    expect(await actionFor(seen(placement, { startedAt: eve }))).toBe('run')
    expect(await jobOf(job)).toMatchObject({ state: 'running', hold: null })
    await placeJobs(rig.ctx)
    expect(await jobOf(placed)).toMatchObject({ state: 'placed', site: 'jena', attempt: 2 })
    expect(await times(project, 'project.released')).toBe(2)
    expect((await mailTo(lead)).map((m) => m.subject)).toEqual([
      `Project ${project}: lost a clearance`,
      `Project ${project}: cleared again`,
    ])
  })

  test('a clearance that came and went between two looks is held all the same, where something runs', async () => {
    const { job } = await running(4)
    await rig.ctx.db.rows(sql`truncate holds`)
    rig.clock.set(night)
    await lookAgain()
    expect(await jobOf(job)).toMatchObject({ state: 'running', hold: { site: 'jena', since: night } })
    expect(await times(project, 'project.held'), 'at Recife there was nothing to lose').toBe(1)
  })

  test('the grace is what the rulebook says; one that ends by itself meanwhile has finished', async () => {
    await rig.ctx.db.sql.update(rulebooks).set({ params: { ...rulebook, clearanceGraceMinutes: 0 } })
    const { job, placement } = await running(4)
    rig.clock.set(night)
    await lookAgain()
    expect(await actionFor(seen(placement, { startedAt: eve }))).toBe('cancel')
    const exit = { code: 0, signal: null, reason: 'finished' as const }
    await hear({ ...cancelled(placement), exit })
    expect(await jobOf(job)).toMatchObject({ state: 'ended', result: 'finished', hold: null })
  })

  test('a party that is confirmed to be denied stops what runs at once, and is told as a change of its own', async () => {
    const { placement } = await running(4)
    await importDenied()
    await lookAgain()
    expect(await actionFor(seen(placement, { startedAt: eve })), 'a hit alone leaves the grace').toBe('run')
    rig.clock.advance(61 * 60_000)
    await lookAgain()
    expect(await actionFor(seen(placement, { startedAt: eve })), 'longer than that of a law').toBe('run')
    const found = await rig.client(officer).call(routes.getCase, { params: { id: application } })
    const hit = found.parties.flatMap((p) => p.hits)[0]?.id ?? ''
    const body = { verdict: 'confirmed' as const, reason: 'The same name and date of birth.' }
    await rig.client(officer).call(routes.decideHit, { params: { id: hit }, body })
    rig.clock.advance(1000)
    expect(await lookAgain()).toBe(true)
    expect(await actionFor(seen(placement, { startedAt: eve }))).toBe('cancel')
    expect(await mailTo(officer)).toHaveLength(2)
    expect((await mailTo(lead)).at(-1)?.text).toContain('prohibited')
    expect(await lookAgain()).toBe(false)
  })

  test('a hit on a list that blocks stops what runs at once, without a grace', async () => {
    await rig.ctx.db.sql
      .update(rulebooks)
      .set({ params: { ...rulebook, listEffects: { 'us-csl': 'block' } } })
    const { placement } = await running(4)
    await importDenied()
    await lookAgain()
    expect(await actionFor(seen(placement, { startedAt: eve }))).toBe('cancel')
  })

  test('a hit of the operator of a site that blocks stops what runs there', async () => {
    await rig.ctx.db.sql
      .update(rulebooks)
      .set({ params: { ...rulebook, listEffects: { 'us-csl': 'block' } } })
    const { placement } = await running(4)
    const [before] = await rig.ctx.db.sql.select().from(sites).where(eq(sites.id, 'jena'))
    await rig.importNames(officer, [...fillers, 'Womblat Quarzwerke'], '2025-05-12')
    await rig.ctx.db.sql.update(sites).set({ operator: 'Womblat Quarzwerke' }).where(eq(sites.id, 'jena'))
    rig.clock.advance(1000)
    await lookAgain()
    expect(await actionFor(seen(placement, { startedAt: eve }))).toBe('cancel')
    await rig.ctx.db.sql
      .update(sites)
      .set({ operator: before?.operator ?? '' })
      .where(eq(sites.id, 'jena'))
    await rig.ctx.db.rows(
      sql`update hits set gone_at = now() where party in (select id from parties where site = 'jena')`,
    )
  })

  test('a run that is killed half-way changes nothing, and the next one carries on', async () => {
    const { placement } = await running(4)
    const placed = await submit(4)
    await placeJobs(rig.ctx)
    rig.clock.set(night)
    await advanceChain(rig.ctx)
    const size = await logSize()
    const broken = {
      ...rig.ctx,
      nudge: (topic: string) => {
        if (topic === 'sites') throw new Error('killed')
      },
    }
    expect(await enforceLaw(broken)).toBe(false)
    expect(await logSize()).toBe(size)
    expect(await jobOf(placed)).toMatchObject({ state: 'placed' })
    await lookAgain()
    expect(await jobOf(placed)).toMatchObject({ state: 'queued' })
    expect(await times(project, 'project.held')).toBe(2)
    // Killed after the hold and before the stop: the hold itself says that the stop is due.
    rig.clock.advance(60 * minute)
    expect(await enforceLaw(broken)).toBe(false)
    expect(await actionFor(seen(placement, { startedAt: eve }))).toBe('run')
    await lookAgain()
    expect(await actionFor(seen(placement, { startedAt: eve }))).toBe('cancel')
    expect(await mailTo(officer)).toHaveLength(1)
  })

  async function importDenied(): Promise<void> {
    const raw = listOf([...fillers, 'Amina Otieno']).replaceAll(
      'Specially Designated Nationals (SDN) - Treasury Department',
      'Denied Persons List (DPL) - Bureau of Industry and Security',
    )
    const query = { publishedOn: '2025-05-12', source: 'invented' }
    await rig.client(officer).call(routes.importList, { params: { id: 'us-csl' }, query, raw })
  }
})
