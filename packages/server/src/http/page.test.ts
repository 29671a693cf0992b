import { routes } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applications } from '../apply/tables.ts'
import { allocations, awards, projects } from '../award/tables.ts'
import { clearances, determinations } from '../clear/tables.ts'
import { jobs } from '../jobs/tables.ts'
import { rooms } from '../server.ts'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { newId } from './ids.ts'

type Page = { readonly keys: readonly string[]; readonly next: string | null }
type Place = { readonly limit: number; readonly after?: string | undefined }

const names = ['applications', 'projects', 'jobs', 'cases', 'people'] as const
const lists = {
  applications: routes.listApplications,
  projects: routes.listProjects,
  jobs: routes.listJobs,
  cases: routes.listCases,
  people: routes.listPeople,
} as const satisfies Record<(typeof names)[number], object>

describe.each(databases)('a list in pages, on %s', (database) => {
  let rig: ChainRig
  let reader: string
  let lead: string
  let count = 0

  const turn = async (name: (typeof names)[number], query: Place): Promise<Page> => {
    const page = await rig.client(reader).call(lists[name], { query })
    const items = page.items as readonly { id?: string; application?: string }[]
    return { keys: items.map((item) => item.id ?? item.application ?? ''), next: page.next }
  }

  /** Follows `next` to the end; between pages, `meanwhile` may add to the list. */
  async function walk(name: (typeof names)[number], limit: number, meanwhile?: () => Promise<void>) {
    const keys: string[] = []
    for (let after: string | undefined; ;) {
      const page = await turn(name, { limit, after })
      expect(page.keys.length).toBeLessThanOrEqual(limit)
      expect(page.keys.length, 'no page is empty').toBeGreaterThan(0)
      keys.push(...page.keys)
      if (page.next === null) return keys
      after = page.next
      await meanwhile?.()
    }
  }

  /** One more of everything that is listed: an application with its project, case and job, and somebody with a role. */
  async function addOne(): Promise<void> {
    rig.clock.advance(1000)
    const now = rig.ctx.now()
    const application = await rig.submit({ lead })
    const [project, determination] = [`p-${String((count += 1)).padStart(3, '0')}`, newId(now)]
    const { sql: db } = rig.ctx.db
    await db.update(applications).set({ state: 'clearing' }).where(eq(applications.id, application))
    const pair = { application, site: 'jena', outcome: 'needs-officer' }
    const facts = { factsHash: 'x', facts: {}, result: { questions: [] } }
    await db.insert(determinations).values({ id: determination, ...pair, ...facts, createdAt: now })
    await db.insert(clearances).values({ ...pair, determination, standing: 'open', at: now })
    const row = { id: project, name: project, member: 'ke', application, createdAt: now }
    await db.insert(projects).values({ ...row, state: 'active', announcedAt: now })
    await db.insert(awards).values({ id: newId(now), project, reason: '', conditions: [], at: now })
    const grant = { acceleratorMs: 1, usedMs: 0, reservedMs: 0, from: now, until: now }
    await db.insert(allocations).values({ id: newId(now), project, ...grant })
    await db.insert(jobs).values({
      id: newId(now),
      project,
      person: lead,
      name: 'a job',
      command: ['true'],
      env: {},
      accelerators: 1,
      cpus: 1,
      memoryMiB: 64,
      diskMiB: 1,
      outputMiB: 1,
      timeLimitMs: 60_000,
      canary: false,
      state: 'queued',
      attempt: 0,
      submittedAt: now,
    })
    await rig.person(`Somebody ${count}`, [{ role: 'reviewer', scopeKind: 'member', scopeId: 'ke' }])
  }

  beforeAll(async () => {
    rig = await startChainRig(rooms, database)
    const roles = (['secretariat', 'officer'] as const).map(
      (role) => ({ role, scopeKind: 'alliance', scopeId: 'alliance' }) as const,
    )
    reader = await rig.person('Mirjam Falk', roles)
    lead = await rig.person('Amina Otieno')
    for (let n = 0; n < 7; n += 1) await addOne()
  })
  afterAll(() => rig.close())

  test.each(names)('%s: in pages of three it shows what the whole list shows, in its order', async (name) => {
    const { keys: whole, next } = await turn(name, { limit: 200 })
    expect(whole.length).toBeGreaterThanOrEqual(7)
    expect(next).toBeNull()
    expect(await walk(name, 3)).toEqual(whole)
  })

  test.each(names)('%s: the last page says that it is the last, also where it is full', async (name) => {
    const { keys: whole } = await turn(name, { limit: 200 })
    expect(await turn(name, { limit: whole.length })).toEqual({ keys: whole, next: null })
    expect((await turn(name, { limit: whole.length - 1 })).next).not.toBeNull()
  })

  test.each(names)('%s: nothing is missed and nothing shown twice while more is added', async (name) => {
    const { keys: before } = await turn(name, { limit: 200 })
    let added = 0
    const walked = await walk(name, 3, async () => {
      if ((added += 1) <= 4) await addOne()
    })
    expect(added).toBeGreaterThan(1)
    expect(new Set(walked).size).toBe(walked.length)
    expect(walked.filter((key) => before.includes(key))).toEqual(before)
  })

  // Projects go by their names, and any word is a place among names.
  const strict = names.filter((name) => name !== 'projects')
  test.each(strict)(
    '%s: a cursor that the list did not give is refused, and its field named',
    async (name) => {
      const [dashes, id] = ['-'.repeat(36), '0193aaaa-0000-7000-8000-000000000000']
      const near = [`2026-02-01T00:00:00.000Z_${dashes}`, `0000-01-01T00:00:00.000Z_${id}`, dashes]
      for (const after of ['nonsense', '../1', '1e999', "'; drop table jobs", ...near]) {
        const error = await turn(name, { limit: 3, after }).catch((e: unknown) => e)
        const problem = error instanceof ProblemError ? error.problem : null
        expect([problem?.status, problem?.code], after).toEqual([400, 'request.invalid'])
        expect(problem?.fields?.map((f) => f.field)).toEqual(['after'])
      }
    },
  )
})
