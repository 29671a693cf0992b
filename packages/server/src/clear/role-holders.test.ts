import { routes } from '@allmende/wire'
import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allianceRoom } from '../alliance/index.ts'
import { applyRoom } from '../apply/index.ts'
import { parties } from '../apply/tables.ts'
import type { Grant } from '../http/actor.ts'
import { endRole, peopleRoom } from '../people/index.ts'
import { grants, mails, people } from '../people/tables.ts'
import { sitesRoom } from '../sites/index.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { codeOf, problemOf } from '../testing/problem-of.ts'
import { advanceChain } from '../timers/chain.ts'
import { tellWork } from '../timers/tell-work.ts'
import { clearRoom } from './index.ts'

const officerRole: Grant = { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' }
const operatorRole: Grant = { role: 'site-operator', scopeKind: 'site', scopeId: 'jena' }
const keeperRole: Grant = { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' }

const statement = {
  passportName: 'Lokuro Petumwe',
  otherNames: [],
  birthDate: '1987-05-14',
  nationalities: ['KE'],
  residence: 'KE',
  affiliation: 'Rechenzentrum Saaletal',
  usPerson: 'no' as const,
  identifiers: ['passport:ZX4711'],
}

describe.each(databases)('whoever holds a role, on %s', (database) => {
  let rig: ChainRig
  let officer: string
  let second: string
  let operator: string
  let keeper: string

  beforeAll(async () => {
    rig = await startChainRig([allianceRoom, peopleRoom, applyRoom, clearRoom, sitesRoom], database)
    officer = await rig.person('Ilse Brandt', [officerRole])
    second = await rig.person('Oona Lahti', [officerRole])
    operator = await rig.person('Lokuro Petumwe', [operatorRole])
    keeper = await rig.person('Mirjam Falk', [keeperRole])
    await rig.importNames(officer, fillers)
    await settle()
  })
  afterAll(() => rig.close())

  const settle = async () => {
    while (await advanceChain(rig.ctx));
  }
  const list = async (...names: string[]) => {
    rig.clock.advance(1000)
    await rig.importNames(officer, [...fillers, ...names])
    await settle()
  }
  const hits = async (who = officer) => (await rig.client(who).call(routes.listOpenHits, { query: {} })).items
  const decide = async (who: string, hit: string, verdict: 'cleared' | 'confirmed' | 'reopened') => {
    await rig
      .client(who)
      .call(routes.decideHit, { params: { id: hit }, body: { verdict, reason: 'I looked at both.' } })
    await settle()
  }
  /** Does what only the operator of the site may do. */
  const enrol = (who: string) => rig.client(who).call(routes.enrolSite, { params: { id: 'jena' }, body: {} })
  const operate = (who = operator) => codeOf(enrol(who))
  /** What the secretariat's list says of somebody. */
  const listed = async (person: string) => {
    const { items } = await rig.client(keeper).call(routes.listPeople, { query: {} })
    return items.find(({ id }) => id === person)
  }
  const mailTo = async (person: string) => {
    const rows = await rig.ctx.db.sql
      .select({ subject: mails.subject })
      .from(mails)
      .innerJoin(people, eq(people.email, mails.to))
      .where(eq(people.id, person))
    return rows.map(({ subject }) => subject)
  }
  const partyOf = async (person: string) => {
    const [row] = await rig.ctx.db.sql.select().from(parties).where(eq(parties.person, person))
    return row
  }

  test('is screened without a team: a role at a site rests while a hit waits, and those concerned are told', async () => {
    expect(await operate()).toBe('no problem')
    await list('Lokuro Petumwe')
    expect(await hits()).toMatchObject([
      {
        application: null,
        site: null,
        party: { name: 'Lokuro Petumwe', kind: 'person' },
        roles: [{ role: 'site-operator', scopeId: 'jena' }],
      },
    ])
    expect(await operate()).toBe('policy.role-rests')
    expect(await rig.client(operator).call(routes.getOwnStatement, {})).toMatchObject({
      holdsRole: true,
      held: 'open-hit',
      statement: null,
    })
    expect(await mailTo(operator)).toEqual(['A role of yours rests'])
    await tellWork(rig.ctx)
    expect(await mailTo(officer)).toEqual(['1 hit of somebody who holds a role waits for an officer'])
  })

  test('is told why they are refused, and where to look; nobody else hears that a role rests', async () => {
    expect(await problemOf(enrol(operator))).toMatchObject({
      status: 403,
      code: 'policy.role-rests',
      detail: expect.stringContaining('a compliance officer has yet to decide'),
      see: '/account/statement',
    })
    expect(await rig.client(operator).call(routes.getMe, {})).toMatchObject({
      grants: [],
      resting: { why: 'open-hit', grants: [operatorRole] },
    })
    const stranger = await rig.person('Wanjiru Kamande')
    for (const who of [stranger, officer]) {
      const problem = await problemOf(enrol(who))
      expect(problem).toMatchObject({
        code: 'policy.denied',
        detail: 'This is for the operator of this site.',
      })
      expect(problem).not.toHaveProperty('see')
      expect(await rig.client(who).call(routes.getMe, {})).toMatchObject({ resting: null })
    }
    const others = rig.client(operator).call(routes.listOpenHits, { query: {} })
    expect(await codeOf(others), 'a role that they do not hold is no matter of theirs').toBe('policy.denied')
  })

  test('stands in the list of the secretariat with whether they stated and whether a role rests, and no more', async () => {
    const before = await listed(operator)
    expect(before).toMatchObject({ statedAt: null, grants: [{ role: 'site-operator', rests: true }] })
    expect(Object.keys(before ?? {}).toSorted()).toEqual(['email', 'grants', 'id', 'name', 'statedAt'])
    expect(await listed(officer)).toMatchObject({ statedAt: null, grants: [{ rests: false }] })
    expect(await codeOf(rig.client(operator).call(routes.listPeople, { query: {} }))).toBe('policy.denied')
  })

  test('states what tells them apart; the hit shows it, and its numbers lie sealed', async () => {
    await rig.client(operator).call(routes.saveOwnStatement, { body: statement })
    await settle()
    expect(await hits()).toMatchObject([{ party: { birthDate: '1987-05-14', countries: ['KE'] } }])
    expect((await partyOf(operator))?.identifiers).not.toContain('ZX4711')
    expect((await rig.client(operator).call(routes.getOwnStatement, {})).statement).toEqual(statement)
    expect(await listed(operator)).toMatchObject({ statedAt: rig.clock.now().toISOString() })
    const stranger = await rig.person('Wanjiru Kamande')
    expect(await codeOf(rig.client(stranger).call(routes.saveOwnStatement, { body: statement }))).toBe(
      'apply.no-role',
    )
    expect(await partyOf(stranger)).toBeUndefined()
  })

  test('holds the role again once it is cleared, and loses it once it is confirmed, until it is opened again', async () => {
    const [hit] = await hits()
    await decide(officer, hit?.id ?? '', 'cleared')
    expect(await operate()).toBe('no problem')
    expect(await mailTo(operator)).toContain('Your roles hold again')
    await rig
      .client(operator)
      .call(routes.saveOwnStatement, { body: { ...statement, birthDate: '1987-05-15' } })
    await settle()
    await decide(officer, hit?.id ?? '', 'confirmed')
    expect(await problemOf(enrol(operator))).toMatchObject({
      code: 'policy.role-rests',
      detail: expect.stringContaining('decided that a screening list names you'),
      see: '/account/statement',
    })
    expect(await hits(), 'it has no case to be opened again in').toMatchObject([{ state: 'confirmed' }])
    await decide(officer, hit?.id ?? '', 'reopened')
    await decide(officer, hit?.id ?? '', 'cleared')
    expect(await operate()).toBe('no problem')
  })

  test('decides nothing about themselves; an officer decides on until another one confirms it', async () => {
    await list('Lokuro Petumwe', 'Oona Lahti')
    const [hit] = await hits(second)
    expect(hit).toMatchObject({ party: { name: 'Oona Lahti' }, ownTeam: true })
    expect(await rig.client(second).call(routes.getOwnStatement, {})).toMatchObject({ held: null })
    expect(await mailTo(second), 'no role of theirs rests').not.toContain('A role of yours rests')
    const own = rig.client(second).call(routes.decideHit, {
      params: { id: hit?.id ?? '' },
      body: { verdict: 'cleared', reason: 'Not me.' },
    })
    expect(await codeOf(own)).toBe('policy.denied')
    const left = rig
      .client(second)
      .call(routes.clearHits, { body: { hits: [hit?.id ?? ''], reason: 'Not me.' } })
    expect(await left).toMatchObject({ cleared: [], left: [{ why: 'own-team' }] })
    const deputy = await rig.person('Tamsin Okwuedo', [{ ...officerRole, standsFor: second }])
    expect(await codeOf(hits(deputy))).toBe('no problem')
    await decide(officer, hit?.id ?? '', 'confirmed')
    expect(await codeOf(hits(second))).toBe('policy.role-rests')
    expect(await listed(second)).toMatchObject({ grants: [{ role: 'officer', rests: true }] })
    expect(await codeOf(hits(deputy)), 'whose role rests is not told to their deputy').toBe('policy.denied')
    expect(await listed(deputy)).toMatchObject({ grants: [{ rests: false }] })
    await decide(officer, hit?.id ?? '', 'reopened')
    await decide(officer, hit?.id ?? '', 'cleared')
    expect(await hits(second)).toEqual([])
  })

  test('is screened no longer once no role is left, and again when there is one', async () => {
    const [grant] = await rig.ctx.db.sql
      .select()
      .from(grants)
      .where(and(eq(grants.person, operator), eq(grants.role, 'site-operator')))
    rig.clock.advance(1000)
    await rig.ctx.db.transaction(() => endRole(rig.ctx, grant?.id ?? ''))
    await list('Zumbrota Ikelwa', 'Lokuro Petumwe Ikelwa')
    expect((await partyOf(operator))?.leftAt).toBeInstanceOf(Date)
    expect(await hits()).toEqual([])
    await rig.ctx.db.sql.insert(grants).values({
      ...operatorRole,
      id: crypto.randomUUID(),
      person: operator,
      from: rig.ctx.now(),
      until: null,
    })
    await list('Zumbrota Ikelwa', 'Lokuro Petumwe', 'Hlurk Pownzik')
    expect(await hits()).toMatchObject([{ party: { name: 'Lokuro Petumwe' } }])
  })

  test('stands in the log without a name, a role or a site', async () => {
    const entries = await rig.ctx.db.rows<{ kind: string; body: string }>(
      sql`select kind, body from log_entries where kind like 'roles.%' or body like '%"application":null%' order by index`,
    )
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['party.screened', 'roles.held', 'roles.released', 'decision.made']),
    )
    for (const { body } of entries) expect(body).not.toMatch(/Petumwe|Lahti|site-operator|officer":"[^s]/)
    const held = entries.filter(({ kind }) => kind.startsWith('roles.'))
    for (const { body } of held) expect(body).not.toContain('jena')
  })
})
