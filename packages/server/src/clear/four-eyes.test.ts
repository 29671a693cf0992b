import { routes } from '@allmende/wire'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { evaluate, clearRoom } from './index.ts'
import { lockApplication } from './store.ts'
import { codeOf } from '../testing/problem-of.ts'

/** The rules as they are, but for one that asks for two officers where the purpose is "other". */
vi.mock('@allmende/domain/rules', async (original) => {
  const rules = await original<typeof import('@allmende/domain/rules')>()
  const determine: typeof rules.determine = (facts, ...rest) => {
    const result = rules.determine(facts, ...rest)
    const reasons = result.reasons.map((r) => ({ ...r, fourEyes: r.outcome === 'needs-officer' }))
    return { ...result, reasons: reasons as unknown as typeof result.reasons }
  }
  return { ...rules, determine }
})

const officerRole = { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' } as const
const dayMs = 86_400_000

describe.each(databases)('four eyes and deputies, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let first: string
  let second: string
  let deputy: string

  beforeAll(async () => {
    rig = await startChainRig([clearRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    first = await rig.person('Ilse Brandt', [officerRole])
    second = await rig.person('Oona Lahti', [officerRole])
    deputy = await rig.person('Amina Saidi')
    await rig.importNames(first, fillers)
  })
  afterAll(() => rig.close())

  /** A case with an open site for which two officers are needed. */
  async function openSite(team: readonly string[] = []) {
    const id = await rig.submit({
      lead,
      endUse: { purpose: 'other' },
      names: ['Wanjiru Kamande', ...team.map(() => 'Team Mate')],
      team,
    })
    await rig.ctx.db.transaction(async () => {
      const application = await lockApplication(rig.ctx, id)
      if (!application) throw new Error('no such application')
      await evaluate(rig.ctx, application)
    })
    return { id, determination: (await siteOf(id)).determination }
  }
  const siteOf = async (id: string, as = first) => {
    const [site] = (await rig.client(as).call(routes.getCase, { params: { id } })).sites
    if (!site) throw new Error('the case has no site')
    return site
  }
  const decide = (
    who: string,
    determination: string,
    verdict: 'cleared' | 'refused',
    seen: 'proposal' | 'no-proposal' = 'no-proposal',
  ) =>
    rig.client(who).call(routes.decideDetermination, {
      params: { id: determination },
      body: { verdict, reason: `${who} read it in full.`, seen },
    })
  const delegate = (who: string, email: string, days: number, inDays = 0) =>
    rig.client(who).call(routes.delegateRole, {
      body: {
        name: 'Somebody',
        email,
        from: inDays === 0 ? null : new Date(rig.clock.now().getTime() + inDays * dayMs).toISOString(),
        until: new Date(rig.clock.now().getTime() + (inDays + days) * dayMs).toISOString(),
        reason: 'Parental leave.',
      },
    })
  const emailOf = async (person: string) => {
    const [row] = await rig.ctx.db.rows<{ email: string }>(
      sql`select email from people where id = ${person}::uuid`,
    )
    return row?.email ?? ''
  }
  const lastEntries = async (kind: string) =>
    rig.ctx.db.rows<{ body: string }>(
      sql`select body from log_entries where kind = ${kind} order by index desc`,
    )

  test('the first officer proposes, which clears nothing; the second, another person, clears', async () => {
    const { id, determination } = await openSite()
    const proposed = await decide(first, determination, 'cleared')
    expect(proposed).toMatchObject({
      decision: null,
      proposal: { officer: 'Ilse Brandt' },
      clearance: { standing: 'open' },
    })
    expect(await codeOf(decide(first, determination, 'cleared', 'proposal'))).toBe('policy.denied')
    expect(await siteOf(id)).toMatchObject({ fourEyes: true, decision: null, can: { clear: false } })
    expect(await siteOf(id, second)).toMatchObject({
      proposal: { officer: 'Ilse Brandt' },
      can: { clear: true, because: null },
    })
    const done = await decide(second, determination, 'cleared', 'proposal')
    expect(done).toMatchObject({ decision: { officer: 'Oona Lahti' }, clearance: { standing: 'cleared' } })
    const [entry] = await lastEntries('decision.proposed')
    expect(entry?.body).not.toContain('Brandt')
    expect(entry?.body).not.toContain('read it in full')
  })

  test('a second officer who disagrees refuses the site, and nobody can ask a third', async () => {
    const { determination } = await openSite()
    const third = await rig.person('Third Officer', [officerRole])
    await decide(first, determination, 'cleared')
    expect((await decide(second, determination, 'refused')).clearance.standing).toBe('refused')
    expect(await codeOf(decide(third, determination, 'cleared', 'proposal'))).toBe('clear.decided')
  })

  test('refusing takes one officer', async () => {
    const { determination } = await openSite()
    expect((await decide(first, determination, 'refused')).clearance.standing).toBe('refused')
  })

  test('of two officers at once one proposes and the other is told, so nobody seconds what they did not read', async () => {
    const { determination } = await openSite()
    const results = await Promise.allSettled([
      decide(first, determination, 'cleared'),
      decide(second, determination, 'cleared'),
    ])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(results.find((r) => r.status === 'rejected')?.reason).toMatchObject({
      problem: { code: 'clear.decided' },
    })
  })

  test('two seconds at once: one decides and the other is told', async () => {
    const { determination } = await openSite()
    const third = await rig.person('Another Officer', [officerRole])
    await decide(first, determination, 'cleared')
    const results = await Promise.allSettled([
      decide(second, determination, 'cleared', 'proposal'),
      decide(third, determination, 'refused'),
    ])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(results.find((r) => r.status === 'rejected')?.reason).toMatchObject({
      problem: { code: 'clear.decided' },
    })
  })

  test('nobody of the team is the second', async () => {
    const { determination } = await openSite([second])
    await decide(first, determination, 'cleared')
    expect(await codeOf(decide(second, determination, 'cleared', 'proposal'))).toBe('policy.denied')
  })

  test('a deputy decides in that time and not before or after; both are recorded', async () => {
    const before = await openSite()
    await delegate(first, await emailOf(deputy), 10, 2)
    expect(await codeOf(decide(deputy, before.determination, 'refused'))).toBe('policy.denied')
    rig.clock.advance(3 * dayMs)
    const done = await decide(deputy, before.determination, 'refused')
    expect(done.decision).toMatchObject({ officer: 'Amina Saidi', standsFor: 'Ilse Brandt' })
    expect((await siteOf(before.id)).decision).toMatchObject({ standsFor: 'Ilse Brandt' })
    const [entry] = await lastEntries('decision.made')
    expect(entry?.body).toContain('"standsFor":"sha256:')
    rig.clock.advance(10 * dayMs)
    await rig.importNames(second, fillers)
    expect(await codeOf(rig.client(deputy).call(routes.listCases, { query: {} }))).toBe('policy.denied')
    const { items } = await rig.client(second).call(routes.listDelegations, {})
    expect(items).toMatchObject([
      { deputy: 'Amina Saidi', officer: 'Ilse Brandt', state: 'ended', canEnd: false },
    ])
    const [logged] = await lastEntries('role.delegated')
    expect(logged?.body).not.toContain('Parental')
  })

  test('an officer and their deputy are one person of the two, whoever of them is first', async () => {
    const { id } = await delegate(first, await emailOf(deputy), 20)
    const one = await openSite()
    await decide(first, one.determination, 'cleared')
    expect(await codeOf(decide(deputy, one.determination, 'cleared', 'proposal'))).toBe('policy.denied')
    const other = await openSite()
    await decide(deputy, other.determination, 'cleared')
    expect(await codeOf(decide(first, other.determination, 'cleared', 'proposal'))).toBe('policy.denied')
    await rig.client(first).call(routes.endDelegation, { params: { id } })
    expect(await codeOf(decide(first, other.determination, 'cleared', 'proposal')), 'ended since').toBe(
      'policy.denied',
    )
    expect((await decide(second, other.determination, 'cleared', 'proposal')).clearance.standing).toBe(
      'cleared',
    )
  })

  test('a deputy passes the role on to nobody, and loses it with the officer', async () => {
    const stranger = await rig.person('Passing Stranger')
    const passing = await rig.person('Passing Officer', [officerRole])
    const { id } = await delegate(passing, await emailOf(deputy), 20)
    expect(await codeOf(delegate(deputy, await emailOf(stranger), 5))).toBe('policy.denied')
    expect(await codeOf(rig.client(stranger).call(routes.endDelegation, { params: { id } }))).toBe(
      'policy.denied',
    )
    await rig.client(deputy).call(routes.listCases, { query: {} })
    await rig.ctx.db.rows(
      sql`update grants set until = ${rig.clock.now().toISOString()}::timestamptz where person = ${passing}::uuid`,
    )
    expect(await codeOf(rig.client(deputy).call(routes.listCases, { query: {} }))).toBe('policy.denied')
    await rig
      .client(passing)
      .call(routes.endDelegation, { params: { id } })
      .catch(() => null)
  })

  test('a delegation has an end after its beginning, at most 90 days later, and a deputy who is no officer', async () => {
    const email = await emailOf(await rig.person('Future Deputy'))
    expect(await codeOf(delegate(first, email, 91))).toBe('people.delegation')
    expect(await codeOf(delegate(first, email, 0))).toBe('people.delegation')
    expect(await codeOf(delegate(first, await emailOf(first), 5))).toBe('people.delegation')
    expect(await codeOf(delegate(first, await emailOf(second), 5))).toBe('people.delegation')
    expect(await codeOf(delegate(lead, email, 5))).toBe('policy.denied')
    expect((await delegate(first, email, 90)).state).toBe('now')
    expect(await codeOf(delegate(second, email, 5)), 'a deputy already').toBe('people.delegation')
  })
})
