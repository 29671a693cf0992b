import { routes } from '@allmende/wire'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allianceRoom } from '../alliance/index.ts'
import { rulebooks } from '../alliance/tables.ts'
import { applyRoom } from '../apply/index.ts'
import { clearRoom } from '../clear/index.ts'
import { forgetAnswers } from '../http/idempotency.ts'
import { databases, fillers, rulebook, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from '../timers/chain.ts'
import { eraseExpired, privacyRoom } from './index.ts'
import { problemOf } from '../testing/problem-of.ts'

const alliance = { scopeKind: 'alliance', scopeId: 'alliance' } as const
const dayMs = 86_400_000
const secret = 'passport:KX9918273'
const listed = [
  ...fillers,
  'Lokuro Petumwe',
  // Near enough for a hit, which keeps what follows from being awarded by rule.
  'Unusuall Womblat',
  'Letterr Wryter',
  'Otherr Sumbody',
]

describe.each(databases)('what is stored about people, on %s', (database) => {
  let rig: ChainRig
  let officer: string
  let keeper: string
  beforeAll(async () => {
    rig = await startChainRig([allianceRoom, applyRoom, clearRoom, privacyRoom], database)
    officer = await rig.person('Ilse Brandt', [{ role: 'officer', ...alliance }])
    keeper = await rig.person('Mirjam Falk', [{ role: 'secretariat', ...alliance }])
    await rig.ctx.db.sql.update(rulebooks).set({ params: { ...rulebook, retentionDays: 30 } })
    await rig.importNames(officer, listed)
  })
  afterAll(() => rig.close())

  const settle = async () => {
    while (await advanceChain(rig.ctx));
  }

  /** Somebody with a name that the list has, who stated a number, and whose hit an officer cleared. */
  async function somebody(name = 'Lokuro Petumwe') {
    const person = await rig.person(name)
    const id = await rig.submit({ lead: person, names: [name] })
    await rig.client(person).call(routes.saveStatement, {
      params: { id },
      body: {
        passportName: name,
        otherNames: [],
        birthDate: '1991-03-14',
        nationalities: ['KE'],
        residence: 'KE',
        affiliation: 'Rift Lakes Computing Trust',
        usPerson: 'no',
        identifiers: [secret],
      },
    })
    await settle()
    return { person, id }
  }
  const withdraw = ({ person, id }: { person: string; id: string }) =>
    rig.client(person).call(routes.withdrawApplication, { params: { id } })
  const erase = (person: string) =>
    rig.client(person).call(routes.eraseMyData, { body: { confirm: 'erase' } })

  async function emailOf(person: string): Promise<string> {
    const [row] = await rig.ctx.db.rows<{ email: string }>(
      sql`select email from people where id = ${person}::uuid`,
    )
    return row?.email ?? ''
  }

  /** Every row of every table that has these words in it, by table; what is sealed has none. */
  async function tablesWith(words: string): Promise<string[]> {
    const tables = await rig.ctx.db.rows<{ name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const [row] = await rig.ctx.db.rows<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(name)} t where t::text like ${`%${words}%`}`,
      )
      if (row?.n) found.push(name)
    }
    return found
  }

  test('a number of a document stands nowhere in the database but sealed; the officer reads it in the case', async () => {
    const { person, id } = await somebody()
    expect(await tablesWith('KX9918273')).toEqual([])
    const file = await rig.client(officer).call(routes.getCase, { params: { id } })
    expect(file.parties.flatMap((party) => party.identifiers)).toEqual([secret])
    const { statement } = await rig.client(person).call(routes.getStatement, { params: { id } })
    expect(statement?.identifiers).toEqual([secret])
    await withdraw({ person, id })
    await erase(person)
  })

  test('everybody takes a copy of what is stored about them, and of nobody else, without what signs them in', async () => {
    const own = await somebody()
    const other = await somebody('Other Sumbody')
    const copy = await rig.client(own.person).call(routes.exportMyData, {})
    expect(copy.person).toMatchObject({ id: own.person, name: 'Lokuro Petumwe' })
    expect(copy.statements).toMatchObject([
      { name: 'Lokuro Petumwe', birth_date: '1991-03-14', identifiers: [secret], application: own.id },
    ])
    expect(copy.statements[0]?.hits).toHaveLength(1)
    expect(copy.applications).toHaveLength(1)
    const text = JSON.stringify(copy)
    expect(text).not.toContain('Other Sumbody')
    expect(text).not.toContain(other.person)
    expect(text).not.toMatch(/token_hash|public_key/)
    for (const one of [own, other]) {
      await withdraw(one)
      await erase(one.person)
    }
  })

  test('nobody is erased out of something that is under way, nor while they have a role', async () => {
    const { person, id } = await somebody()
    const refused = await problemOf(erase(person))
    expect(refused).toMatchObject({ code: 'privacy.in-use' })
    expect(refused?.detail).toMatch(/takes part in A-2026-\d+/)
    expect(await problemOf(erase(officer))).toMatchObject({ code: 'privacy.in-use' })
    expect((await problemOf(erase(officer)))?.detail).toContain('officer')
    await withdraw({ person, id })
    await erase(person)
  })

  test('the account goes at once, the statement when the rulebook no longer keeps it; the log stays whole', async () => {
    const one = await somebody('Unusual Womblat')
    await withdraw(one)
    const { kept, erasedStatements } = await erase(one.person)
    expect(erasedStatements).toBe(0)
    expect(kept).toHaveLength(1)
    expect(Date.parse(kept[0]?.until ?? '') - rig.clock.now().getTime()).toBe(30 * dayMs)
    expect(await tablesWith('Unusual Womblat')).toEqual(['parties'])
    const entries = async () => {
      const [row] = await rig.ctx.db.rows<{ n: number; hash: string }>(
        sql`select count(*)::int as n, md5(string_agg(leaf_hash, ',' order by index)) as hash from log_entries`,
      )
      return row
    }
    const before = await entries()
    rig.clock.advance(29 * dayMs)
    await eraseExpired(rig.ctx)
    expect(await tablesWith('Unusual Womblat')).toEqual(['parties'])
    rig.clock.advance(2 * dayMs)
    await eraseExpired(rig.ctx)
    expect(await tablesWith('Unusual Womblat')).toEqual([])
    expect(await tablesWith('1991-03-14')).toEqual([])
    const after = await entries()
    expect(after?.n).toBeGreaterThan(before?.n ?? 0)
    const [old] = await rig.ctx.db.rows<{ hash: string }>(
      sql`select md5(string_agg(leaf_hash, ',' order by index)) as hash from log_entries where index < ${before?.n ?? 0}`,
    )
    expect(old?.hash).toBe(before?.hash)
    expect(
      await rig
        .client(officer)
        .call(routes.getCase, { params: { id: one.id } })
        .then(
          () => 'shown',
          () => 'gone',
        ),
    ).toBe('gone')
    expect(await eraseExpired(rig.ctx), 'nothing is left to do').toBe(false)
  })

  test('a draft that nobody touched for so long goes whole', async () => {
    const one = await somebody('Unusual Womblat')
    await rig.ctx.db.rows(sql`update applications set state = 'draft' where id = ${one.id}::uuid`)
    rig.clock.advance(31 * dayMs)
    await eraseExpired(rig.ctx)
    expect(await tablesWith('Unusual Womblat')).toEqual(['people'])
    expect(await rig.stateOf(one.id)).toBe('withdrawn')
    await erase(one.person)
    expect(await tablesWith('Unusual Womblat')).toEqual([])
  })

  test('what officers wrote about somebody goes with the case; that they decided, and what, stays', async () => {
    await rig.ctx.db.sql
      .update(rulebooks)
      .set({ params: { ...rulebook, retentionDays: 30, hitFourEyes: ['us-csl'] } })
    // Time has passed, and a list that is too old finds nobody.
    await rig.importNames(officer, listed)
    const one = await somebody('Unusual Womblat')
    const file = await rig.client(officer).call(routes.getCase, { params: { id: one.id } })
    const [hit] = file.parties.flatMap((party) => party.hits)
    await rig.client(officer).call(routes.decideHit, {
      params: { id: hit?.id ?? '' },
      body: { verdict: 'cleared', reason: 'Her aunt lives in Kerepunda.' },
    })
    await rig.client(officer).call(routes.decideDetermination, {
      params: { id: file.sites[0]?.determination ?? '' },
      body: { verdict: 'refused', reason: 'Nobody in Kerepunda knows her.' },
    })
    expect(await tablesWith('Kerepunda')).toEqual([
      'decisions',
      'hit_proposals',
      'idempotency',
      'log_openings',
    ])
    await withdraw(one)
    await erase(one.person)
    rig.clock.advance(31 * dayMs)
    await eraseExpired(rig.ctx)
    expect(await tablesWith('Kerepunda'), 'the answer to the officer').toEqual(['idempotency'])
    await forgetAnswers(rig.ctx)
    expect(await tablesWith('Kerepunda')).toEqual([])
    const decided = await rig.ctx.db.rows(
      sql`select verdict from decisions where determination = ${file.sites[0]?.determination ?? ''}::uuid`,
    )
    expect(decided).toEqual([{ verdict: 'refused' }])
  })

  test('what somebody else was answered about them is forgotten with them, and still not done twice', async () => {
    const lead = await rig.person('Other Sumbody')
    const member = await rig.person('Quorra Tambwell')
    const { id } = await rig.client(lead).call(routes.createApplication, { body: { call: 'trial' } })
    const email = await emailOf(member)
    const invited = {
      params: { id },
      body: { name: 'Quorra Tambwell', email },
      idempotencyKey: 'invited-once',
    }
    await rig.client(lead).call(routes.inviteTeamMember, invited)
    expect(await tablesWith('Quorra Tambwell')).toContain('idempotency')
    await withdraw({ person: lead, id })
    await erase(member)
    expect(await tablesWith(email)).toEqual([])
    expect(await tablesWith('Quorra Tambwell')).not.toContain('idempotency')
    expect(await problemOf(rig.client(lead).call(routes.inviteTeamMember, invited))).toMatchObject({
      code: 'request.key-reused',
    })
  })

  test('what somebody stated for a role is kept as long after its end, then it goes, their hit with it', async () => {
    // The days that passed before made the list too old.
    await rig.importNames(officer, listed, rig.clock.now().toISOString().slice(0, 10))
    const person = await rig.person('Roletta Wryterson', [
      { role: 'site-operator', scopeKind: 'site', scopeId: 'jena' },
    ])
    await rig.client(person).call(routes.saveOwnStatement, {
      body: {
        passportName: 'Letterr Wryter',
        otherNames: ['Roletta Wryterson'],
        birthDate: '1979-01-02',
        nationalities: ['DE'],
        residence: 'DE',
        affiliation: 'Rechenzentrum Saaletal',
        usPerson: 'no',
        identifiers: [secret],
      },
    })
    await settle()
    const waiting = async () => {
      const { items } = await rig.client(officer).call(routes.listOpenHits, { query: {} })
      return items.filter((hit) => hit.party.aliases.includes('Roletta Wryterson'))
    }
    expect(await waiting()).toHaveLength(1)
    expect(await problemOf(erase(person))).toMatchObject({ code: 'privacy.in-use' })
    const copy = await rig.client(person).call(routes.exportMyData, {})
    expect(copy.statements).toMatchObject([{ identifiers: [secret], application: null }])
    rig.clock.advance(1000)
    await rig.ctx.db.rows(
      sql`update grants set until = ${rig.clock.now().toISOString()}::timestamptz where person = ${person}::uuid`,
    )
    await settle()
    expect(await waiting(), 'who holds no role is no longer looked at').toEqual([])
    rig.clock.advance(10 * dayMs)
    const { kept } = await erase(person)
    expect(kept).toMatchObject([{ application: null }])
    expect(await tablesWith('Roletta Wryterson')).toEqual(['parties'])
    rig.clock.advance(19 * dayMs)
    await eraseExpired(rig.ctx)
    expect(await tablesWith('Roletta Wryterson')).toEqual(['parties'])
    rig.clock.advance(2 * dayMs)
    await eraseExpired(rig.ctx)
    expect(await tablesWith('Roletta Wryterson')).toEqual([])
    const openings = await rig.ctx.db.rows(
      sql`select o.field from log_openings o join parties p on o.value = to_jsonb(p.id::text) where p.person = ${person}::uuid`,
    )
    expect(openings, 'of the log only the receipt of the erasure can be opened').toEqual([
      { field: 'erased' },
    ])
  })

  test('what somebody states again after it was erased goes in its time too', async () => {
    const person = await rig.person('Anewa Stater', [{ role: 'panel-chair', ...alliance }])
    const holdUntil = (until: string | null) =>
      rig.ctx.db.rows(sql`update grants set until = ${until}::timestamptz where person = ${person}::uuid`)
    const statedAndEnded = async (passportName: string | null) => {
      await holdUntil(null)
      await settle()
      if (passportName !== null) await state(passportName)
      rig.clock.advance(1000)
      await holdUntil(rig.clock.now().toISOString())
      await settle()
      rig.clock.advance(31 * dayMs)
      await eraseExpired(rig.ctx)
    }
    const state = async (passportName: string) => {
      const body = { passportName, otherNames: [], birthDate: '1979-01-02', nationalities: ['DE'] }
      await rig.client(person).call(routes.saveOwnStatement, {
        body: { ...body, residence: 'DE', affiliation: 'Saaletal', usPerson: 'no', identifiers: [] },
      })
      await settle()
    }
    await statedAndEnded('Firsta Nameworth')
    expect(await tablesWith('Firsta Nameworth')).toEqual([])
    await statedAndEnded('Seconda Nameworth')
    expect(await tablesWith('Seconda Nameworth')).toEqual([])
    await statedAndEnded(null)
    expect(await tablesWith('Anewa Stater'), 'by the name of the account').toEqual(['people'])
  })

  test('the secretariat erases who asked by letter; nobody else does, and once is enough', async () => {
    const one = await somebody('Letter Wryter')
    await withdraw(one)
    const ask = (who: string) =>
      rig.client(who).call(routes.erasePerson, { params: { id: one.person }, body: { confirm: 'erase' } })
    expect(await problemOf(ask(officer))).toMatchObject({ code: 'policy.denied' })
    expect(await ask(keeper)).toMatchObject({ erasedStatements: 0 })
    expect(await problemOf(ask(keeper))).toMatchObject({ code: 'request.not-found' })
    expect(await tablesWith('Letter Wryter')).toEqual(['parties'])
    // A draft that was never submitted has to be kept for nobody.
    expect(await emailOf(one.person)).toMatch(/@erased\.invalid$/)
  })
})
