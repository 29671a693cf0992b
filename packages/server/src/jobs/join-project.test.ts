import { routes } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { members } from '../alliance/tables.ts'
import { applyRoom } from '../apply/index.ts'
import { awardRoom } from '../award/index.ts'
import { projects } from '../award/tables.ts'
import { clearRoom } from '../clear/index.ts'
import { grantRole } from '../people/index.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from '../timers/chain.ts'
import { placeRoom } from '../place/index.ts'
import { placeJobs } from '../place/place-jobs.ts'
import { loadQueue } from '../place/store.ts'
import { sitesRoom } from '../sites/index.ts'
import { jobsRoom } from './index.ts'
import { jobs } from './tables.ts'

async function problemOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  )
  if (error instanceof ProblemError) return `${error.problem.code}: ${error.problem.detail}`
  if (error !== null) throw error
  return 'done'
}

const statement = {
  passportName: 'Juma Mwangi',
  birthDate: '1990-02-03',
  nationalities: ['KE'],
  residence: 'KE',
  affiliation: 'Rift Lakes Computing Trust',
  usPerson: 'no' as const,
}

describe.each(databases)('whoever joins an awarded project, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let application: string
  let project: string
  beforeAll(async () => {
    rig = await startChainRig([applyRoom, clearRoom, awardRoom, jobsRoom, placeRoom, sitesRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    const officer = await rig.person('Ilse Brandt', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    await rig.importNames(officer, [...fillers, 'Lokuro Petumwe'])
    application = await rig.submit({ lead })
    while (await advanceChain(rig.ctx));
    expect(await rig.stateOf(application)).toBe('awarded')
    const found = await rig.client(lead).call(routes.getApplication, { params: { id: application } })
    project = found.project ?? ''
    await rig.ctx.db.sql.update(projects).set({ state: 'active' }).where(eq(projects.id, project))
  })
  afterAll(() => rig.close())

  const run = (who: string) =>
    problemOf(
      rig.client(who).call(routes.submitJob, {
        body: { project, name: 'train', command: ['true'], accelerators: 1, minutes: 1 },
      }),
    )
  const invite = (name: string, email: string) =>
    rig.client(lead).call(routes.inviteTeamMember, { params: { id: application }, body: { name, email } })
  const state = (who: string, change = {}) =>
    rig
      .client(who)
      .call(routes.saveStatement, { params: { id: application }, body: { ...statement, ...change } })

  test('the lead, who was screened, runs jobs', async () => {
    expect(await run(lead)).toBe('done')
  })

  test('a role that somebody was given by hand runs nothing', async () => {
    const stranger = await rig.person('Some Body', [
      { role: 'project-member', scopeKind: 'project', scopeId: project },
    ])
    expect(await run(stranger)).toBe('jobs.team: You are not in the team of this project.')
  })

  test('invited, they state what law needs and are screened before they run anything; removed, they run nothing', async () => {
    const mate = await rig.person('Juma Mwangi')
    const entry = await invite('Juma Mwangi', 'person4@riverbend.example')
    expect(await run(mate)).toContain('policy.denied')
    await grantRole(rig.ctx, {
      person: mate,
      role: 'project-member',
      scopeKind: 'project',
      scopeId: project,
      until: null,
    })
    expect(await run(mate)).toContain('not yet stated')
    await state(mate)
    expect(await run(mate)).toContain('not yet screened')
    while (await advanceChain(rig.ctx));
    expect(await run(mate)).toBe('done')
    await state(mate, { residence: 'DE' })
    expect(await run(mate), 'what they state anew is screened anew').toContain('not yet screened')
    while (await advanceChain(rig.ctx));
    expect(await run(mate)).toBe('done')
    await rig.client(lead).call(routes.removeTeamMember, { params: { id: application, entry: entry.id } })
    expect(await run(mate)).toContain('policy.denied')
    await invite('Juma Mwangi', 'person4@riverbend.example')
    expect(await run(mate), 'what they stated left with them').toContain('policy.denied')
    await state(mate)
    expect(await run(mate)).toContain('not yet screened')
  })

  test('a job that no site of the project can ever hold is refused, with what each holds', async () => {
    const ask = (accelerators: number, memoryMiB: number) =>
      problemOf(
        rig.client(lead).call(routes.submitJob, {
          body: { project, name: 'train', command: ['true'], accelerators, memoryMiB, minutes: 1 },
        }),
      )
    expect(await ask(8, 8192)).toBe('done')
    expect(await ask(9, 1024)).toContain('jobs.too-large: The job asks for 9 accelerators')
    expect(await ask(1, 8193)).toContain('jobs.too-large')
  })

  test('a paused site starts nothing and says so; it ends once nothing is bound to it, and takes no part any more', async () => {
    const office = await rig.person('Ute Krall', [
      { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    const operator = await rig.person('Jonas Rauh', [
      { role: 'site-operator', scopeKind: 'site', scopeId: 'recife' },
    ])
    const set = (who: string, standing: 'active' | 'paused' | 'ended', site = 'recife') =>
      problemOf(
        rig.client(who).call(routes.setSiteStanding, {
          params: { id: site },
          body: { standing, reason: 'New cooling.' },
        }),
      )
    const verdictsOf = async (job: string) => {
      await placeJobs(rig.ctx)
      const { sites } = await rig.client(lead).call(routes.explainJob, { params: { id: job } })
      return Object.fromEntries(sites.map(({ site, verdict }) => [site, verdict]))
    }
    const submit = () =>
      rig
        .client(lead)
        .call(routes.submitJob, { body: { project, name: 'train', command: ['true'], minutes: 1 } })
    expect(await set(operator, 'paused', 'jena'), 'another site').toContain('policy.denied')
    expect(await set(operator, 'ended')).toContain('policy.denied')
    expect(await set(office, 'ended'), 'not before it is paused').toContain('sites.standing')
    expect(await set(operator, 'paused')).toBe('done')
    const { id: job } = await submit()
    expect((await verdictsOf(job))['recife']).toBe('site-paused')

    // A job that can run nowhere else keeps the site from ending.
    await rig.ctx.db.sql.update(jobs).set({ onlySite: 'recife' }).where(eq(jobs.id, job))
    expect(await set(office, 'ended')).toContain('1 job is bound to this site')
    await rig.ctx.db.sql.update(jobs).set({ onlySite: null }).where(eq(jobs.id, job))
    expect(await set(office, 'ended')).toBe('done')
    expect(Object.keys(await verdictsOf(job))).toEqual(['jena'])
    expect(await set(office, 'active'), 'for good').toContain('sites.standing')
    while (await advanceChain(rig.ctx));
    const { items } = await rig.client(lead).call(routes.listClearances, { params: { id: application } })
    expect(items.map((c) => c.site)).toEqual(['jena'])
    const entries = await rig.ctx.db.rows<{ body: string }>(
      sql`select body::text as body from log_entries where kind = 'site.standing-set' order by index`,
    )
    expect(entries.map(({ body }) => /"standing":"(\w+)"/.exec(body)?.[1])).toEqual(['paused', 'ended'])
    expect(entries[0]?.body).not.toContain('cooling')
  })

  test('somebody whom a list may name runs nothing until an officer has decided', async () => {
    const mate = await rig.person('L. P.')
    await invite('L. P.', 'person7@riverbend.example')
    await state(mate, { passportName: 'Lokuro Petumwe' })
    while (await advanceChain(rig.ctx));
    expect(await run(mate)).toContain('screening is open')
  })

  test('from the day a membership ends its project starts nothing new, until it is back', async () => {
    const until = (day: string | null) => rig.ctx.db.sql.update(members).set({ until: day })
    const day = (days: number) =>
      new Date(rig.ctx.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
    await until(day(1))
    expect(await run(lead), 'the last day is one').toBe('done')
    await until(day(0))
    expect(await run(lead)).toContain('jobs.member-ended')
    await until(null)
  })

  test('a suspended project starts nothing until it is resumed; an ended one ends what waits, for good', async () => {
    const keeper = await rig.person('Mirjam Falk', [
      { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    const set = (who: string, state: 'active' | 'suspended' | 'ended') =>
      problemOf(
        rig
          .client(who)
          .call(routes.setProjectState, { params: { id: project }, body: { state, reason: 'An enquiry.' } }),
      )
    const queue = async () => (await loadQueue(rig.ctx, 100)).length
    /** The verdicts on the jobs that wait, as their users read them. */
    const whyWaiting = async () => {
      const { items } = await rig.client(lead).call(routes.listJobs, { query: { project, state: 'queued' } })
      const all = await Promise.all(
        items.map(({ id }) => rig.client(lead).call(routes.explainJob, { params: { id } })),
      )
      return [...new Set(all.flatMap(({ sites }) => sites.map((s) => s.verdict)))]
    }
    const waiting = await queue()
    expect(waiting).toBeGreaterThan(0)
    expect(await set(lead, 'suspended')).toContain('policy.denied')
    expect(await set(keeper, 'active')).toContain('cannot become active')
    expect(await set(keeper, 'suspended')).toBe('done')
    expect(await run(lead)).toContain('The project is suspended')
    expect(await queue(), 'the broker places nothing of it').toBe(0)
    await placeJobs(rig.ctx)
    expect(await whyWaiting()).toEqual(['project-suspended'])
    expect(await set(keeper, 'active')).toBe('done')
    expect(await queue()).toBe(waiting)
    await placeJobs(rig.ctx)
    expect(await whyWaiting()).not.toContain('project-suspended')
    expect(await set(keeper, 'ended')).toBe('done')
    const { items } = await rig.client(lead).call(routes.listJobs, { query: { project } })
    expect(items.every((job) => job.state === 'ended')).toBe(true)
    expect(await set(keeper, 'active')).toContain('The project is ended')
    const entries = await rig.ctx.db.rows<{ body: string }>(
      sql`select body::text as body from log_entries where kind = 'project.state-set' order by index`,
    )
    expect(entries).toHaveLength(3)
    expect(entries[0]?.body).not.toContain('enquiry')
  })

  test('joining and leaving stand in the log, and name nobody', async () => {
    const entries = await rig.ctx.db.rows<{ kind: string; body: string }>(
      sql`select kind, body::text as body from log_entries where kind like 'team.%' order by index`,
    )
    expect(entries.map((e) => e.kind)).toEqual(['team.joined', 'team.left', 'team.joined', 'team.joined'])
    for (const { body } of entries) expect(body).toMatch(/"person":"sha256:[0-9a-f]{64}"/)
  })
})
