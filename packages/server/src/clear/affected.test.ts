import { routes } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { awardRoom } from '../award/index.ts'
import { projects } from '../award/tables.ts'
import { newId } from '../http/ids.ts'
import { jobs, placements } from '../jobs/tables.ts'
import { audit } from '../people/tables.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from '../timers/chain.ts'
import { clearRoom } from './index.ts'

/** On this day the guidance on training for parties of Country Group D:5 began; who never said asks a question. */
const [today, tomorrow] = ['2025-05-12', '2025-05-13']

describe.each(databases)('what other rules would change, on %s', (database) => {
  let rig: ChainRig
  let officer: string
  let lead: string
  let asked: string

  beforeAll(async () => {
    rig = await startChainRig([clearRoom, awardRoom], database)
    rig.clock.set(`${today}T12:00:00.000Z`)
    officer = await rig.person('Ilse Brandt', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    lead = await rig.person('Amina Otieno')
    await rig.importNames(officer, fillers, today)
    asked = await rig.submit({ lead, answers: {} })
    // Ids of one millisecond come in any order.
    rig.clock.advance(1000)
    await rig.submit({ lead })
    await advanceChain(rig.ctx)
  })
  afterAll(() => rig.close())

  const affected = (asOf: string, query: { after?: string; limit?: number } = {}, who = officer) =>
    rig.client(who).call(routes.listAffected, { query: { asOf, ...query } })
  const sizes = async () =>
    rig.ctx.db.rows(
      sql`select (select count(*) from log_entries)::int as log, (select count(*) from determinations)::int as determinations, (select max(at) from clearances) as clearances`,
    )

  async function addJob(project: string, state: 'queued' | 'placed' | 'running'): Promise<void> {
    const id = newId(rig.ctx.now())
    const size = { accelerators: 1, cpus: 1, memoryMiB: 1, diskMiB: 1, outputMiB: 1, timeLimitMs: 1000 }
    const submittedAt = rig.ctx.now()
    const words = { name: 'train', command: [], env: {}, canary: false, submittedAt }
    const attempt = state === 'queued' ? 0 : 1
    await rig.ctx.db.sql.insert(jobs).values({ id, project, person: lead, ...size, ...words, state, attempt })
    if (state === 'queued') return
    await rig.ctx.db.sql.insert(placements).values({
      id: newId(rig.ctx.now()),
      job: id,
      site: 'jena',
      attempt,
      state: state === 'placed' ? 'desired' : 'running',
      reservedMs: 0,
      placedAt: submittedAt,
      logBytes: 0,
    })
  }

  test('each site that would answer otherwise is named, with the new rule and the jobs it touches', async () => {
    const [project] = await rig.ctx.db.sql.select().from(projects).where(eq(projects.application, asked))
    for (const state of ['queued', 'queued', 'placed', 'running'] as const)
      await addJob(project?.id ?? '', state)
    const { items, examined, next } = await affected(tomorrow)
    expect({ examined, next }).toEqual({ examined: 2, next: null })
    expect(items.map((i) => [i.application, i.site])).toEqual([
      [asked, 'jena'],
      [asked, 'recife'],
    ])
    expect(items[0]).toMatchObject({
      project: project?.id,
      before: { outcome: 'no-requirement-found', standing: 'cleared' },
      after: { outcome: 'needs-officer', standing: 'open' },
      stricter: true,
      runningJobs: 1,
      placedJobs: 1,
      queuedJobs: 2,
    })
    expect(items[0]?.newRules.map((r) => r.code)).toEqual(['us-ear.training-for-d5'])
    expect(items[0]?.newRules[0]?.instrument).not.toBe('')
    expect(items[1]).toMatchObject({ runningJobs: 0, placedJobs: 0, queuedJobs: 2 })
  })

  test('on the day the answers were given nothing differs; asking writes nothing but who asked', async () => {
    const before = await sizes()
    expect((await affected(today)).items).toEqual([])
    await affected(tomorrow)
    expect(await sizes()).toEqual(before)
    const notes = await rig.ctx.db.sql.select().from(audit).where(eq(audit.action, 'rules.affected'))
    expect(notes.at(-1)).toMatchObject({ person: officer, resource: tomorrow, outcome: '2 of 2' })
  })

  test('a page looks at as many applications as it is told to, and says where to go on', async () => {
    const first = await affected(tomorrow, { limit: 1 })
    expect(first).toMatchObject({ examined: 1, next: asked })
    const second = await affected(tomorrow, { limit: 1, after: first.next ?? '' })
    expect(second).toMatchObject({ examined: 1, items: [], next: null })
  })

  test('it is for officers, and for days on which the rules have an answer', async () => {
    const codeOf = async (work: Promise<unknown>) => {
      const error = await work.catch((e: unknown) => e)
      return error instanceof ProblemError ? error.problem.code : 'none'
    }
    expect(await codeOf(affected(tomorrow, {}, lead))).toBe('policy.denied')
    expect(await codeOf(affected('1999-01-01'))).toBe('rules.facts-invalid')
  })

  test('another edition of the rules that gives the same answer leaves everything as it stands', async () => {
    const before = await sizes()
    await rig.ctx.db.rows(
      sql`update determinations set result = jsonb_set(result, '{rulesVersion}', '"an earlier edition"')`,
    )
    await rig.ctx.db.rows(sql`update evaluations set inputs = 'as of an earlier edition'`)
    expect((await affected(today)).items).toEqual([])
    await advanceChain(rig.ctx)
    expect(await sizes()).toEqual(before)
  })
})
