import { routes } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parties, teamMembers } from '../apply/tables.ts'
import { awardRoom } from '../award/index.ts'
import { reviewRoom } from '../review/index.ts'
import { databases, fillers, listOf, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { evaluate, clearRoom } from './index.ts'
import { lockApplication } from './store.ts'

describe.each(databases)('on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let officer: string
  let colleague: string

  beforeAll(async () => {
    rig = await startChainRig([clearRoom, reviewRoom, awardRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    officer = await rig.person('Ilse Brandt', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    colleague = await rig.person('Oona Lahti', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
  })
  afterAll(() => rig.close())

  async function problemOf(work: Promise<unknown>): Promise<{ code: string; detail: string }> {
    const error = await work.then(
      () => null,
      (e: unknown) => e,
    )
    if (!(error instanceof ProblemError)) throw new Error(`expected a problem, got ${String(error)}`)
    return { code: error.problem.code, detail: error.problem.detail ?? '' }
  }

  const importCsv = (raw: string, publishedOn = '2026-11-20', as = officer) =>
    rig
      .client(as)
      .call(routes.importList, { params: { id: 'us-csl' }, query: { publishedOn, source: 'invented' }, raw })
  const caseOf = (id: string) => rig.client(officer).call(routes.getCase, { params: { id } })
  const hitsOf = async (id: string) => (await caseOf(id)).parties.flatMap((p) => p.hits)

  /** Evaluates an application as the timer does, without moving it on. */
  async function evaluateNow(id: string) {
    return rig.ctx.db.transaction(async () => {
      const application = await lockApplication(rig.ctx, id)
      if (!application) throw new Error('no such application')
      return evaluate(rig.ctx, application)
    })
  }

  test('without any list nothing can be screened, and it says so', async () => {
    const id = await rig.submit({ lead })
    expect(await evaluateNow(id)).toMatchObject({ cleared: [], holds: ['No screening list is loaded.'] })
    expect(
      (await problemOf(rig.client(officer).call(routes.screenName, { body: { name: 'Lokuro Petumwe' } })))
        .code,
    ).toBe('screening.no-list')
  })

  test('a list of a day to come is refused, since no real one could follow it', async () => {
    const csv = listOf(fillers)
    for (const day of ['2026-11-26', '2031-01-01']) {
      const problem = await problemOf(importCsv(csv, day))
      expect(problem.code).toBe('lists.refused')
      expect(problem.detail).toContain(day)
    }
    expect((await rig.client(officer).call(routes.listLists, {})).items).toEqual([])
  })

  test('a list is imported with its hash and date, and unknown columns are reported', async () => {
    const csv = listOf([...fillers, 'Lokuro Petumwe'])
      .replace('_id,source', 'shoe_size,_id,source')
      .replaceAll(/^invented/gm, '42,invented')
    const imported = await importCsv(csv)
    expect(imported).toMatchObject({
      name: 'us-csl',
      entries: 13,
      ageDays: 4,
      stale: false,
      rejectedRows: 0,
      unknownColumns: ['shoe_size'],
    })
    expect(imported.sha256).toMatch(/^[0-9a-f]{64}$/)
    const { items } = await rig.client().call(routes.listLists, {})
    expect(items).toMatchObject([{ name: 'us-csl', sha256: imported.sha256 }])
  })

  test.each([
    ['a web page', '<!doctype html><html><body>Sign in</body></html>', 'web page'],
    ['nothing', '', 'empty'],
    ['a header alone', listOf([]), 'no entry'],
    ['a file cut off inside a row', listOf(fillers).slice(0, -40), 'cut off'],
    ['a file cut off inside quotes', listOf([...fillers, 'Cut Name']).slice(0, -26), 'cut off'],
    ['a file without the names', listOf(fillers).replace(',name,', ',nom,'), '"name"'],
    ['a list that lost nine tenths', listOf(fillers.slice(0, 1)), '13 entries'],
    [
      'a list that grew beyond ten times',
      listOf(Array.from({ length: 140 }, (_, i) => `Qz${i} Xw${i}`)),
      '13 entries',
    ],
  ])('%s is refused and the old list stands', async (_, csv, says) => {
    const before = (await rig.client().call(routes.listLists, {})).items
    const problem = await problemOf(importCsv(csv))
    expect(problem.code).toBe('lists.refused')
    expect(problem.detail).toContain(says)
    expect((await rig.client().call(routes.listLists, {})).items).toEqual(before)
    const { hits } = await rig
      .client(officer)
      .call(routes.screenName, { body: { name: 'Lokuro Petumwe', kind: 'person' } })
    expect(hits.map((h) => h.entryName)).toEqual(['Lokuro Petumwe'])
  })

  test('an applicant may neither import a list nor screen a name', async () => {
    expect((await problemOf(importCsv(listOf(fillers), '2026-11-21', lead))).code).toBe('policy.denied')
    expect(
      (await problemOf(rig.client(lead).call(routes.screenName, { body: { name: 'Lokuro Petumwe' } }))).code,
    ).toBe('policy.denied')
  })

  test('a query is kept with who asked, and never with the name', async () => {
    await rig.client(officer).call(routes.screenName, { body: { name: 'Unmentioned Person' } })
    const [row] = await rig.ctx.db.rows<{ person: string; line: string }>(
      sql`select person, audit::text as line from audit where action = 'screening.query' order by id desc limit 1`,
    )
    expect(row?.person).toBe(officer)
    expect(row?.line).not.toContain('Unmentioned')
  })

  test('a cleared pair stays cleared while nothing about it changes, and opens again when the person restates', async () => {
    const id = await rig.submit({ lead, names: ['Petumwe Lokuro'] })
    await rig.ctx.db.rows(sql`update applications set state = 'clearing' where id = ${id}::uuid`)
    expect((await evaluateNow(id)).openHits).toBe(1)
    const [hit] = await hitsOf(id)
    await rig.client(officer).call(routes.decideHit, {
      params: { id: hit?.id ?? '' },
      body: { verdict: 'cleared', reason: 'Another person.' },
    })
    await rig.importNames(officer, [...fillers, 'Lokuro Petumwe', 'Somebody Elsewhere'], '2026-11-21')
    expect(await evaluateNow(id)).toMatchObject({ openHits: 0, cleared: ['jena', 'recife'] })
    expect((await hitsOf(id)).map((h) => h.state)).toEqual(['cleared'])
    await rig.ctx.db.sql
      .update(parties)
      .set({ version: 2, birthDate: '1970-01-02' })
      .where(eq(parties.application, id))
    expect(await evaluateNow(id)).toMatchObject({ openHits: 1, cleared: [] })
    const [again] = await hitsOf(id)
    expect(again).toMatchObject({ id: hit?.id, state: 'open', decision: null })
    await rig.client(officer).call(routes.decideHit, {
      params: { id: hit?.id ?? '' },
      body: { verdict: 'cleared', reason: 'Still another person.' },
    })
    expect((await evaluateNow(id)).openHits).toBe(0)
  })

  test('a name that cannot be compared is never "no hit": the case stays open and says why', async () => {
    const id = await rig.submit({ lead, names: ['***'] })
    const found = await evaluateNow(id)
    expect(found.cleared).toEqual([])
    expect((await caseOf(id)).waitsFor).toEqual([
      'A person of the team cannot be screened: The name has no letter or digit that could be compared.',
    ])
  })

  test('nobody gets out of an open hit by stating another name', async () => {
    const id = await rig.submit({ lead, names: ['Lokuro Petumwe'] })
    expect((await evaluateNow(id)).openHits).toBe(1)
    await rig.ctx.db.sql
      .update(parties)
      .set({ version: 2, name: 'Harmless Name' })
      .where(eq(parties.name, 'Lokuro Petumwe'))
    expect((await evaluateNow(id)).openHits).toBe(1)
  })

  test('an entry that the list drops holds nobody any longer', async () => {
    await rig.importNames(officer, [...fillers, 'Lokuro Petumwe', 'Delisted Womblat'], '2026-11-22')
    const id = await rig.submit({ lead, names: ['Delisted Womblat'] })
    expect((await evaluateNow(id)).openHits).toBe(1)
    await rig.importNames(officer, [...fillers, 'Lokuro Petumwe'], '2026-11-23')
    expect(await evaluateNow(id)).toMatchObject({ openHits: 0, cleared: ['jena', 'recife'] })
  })

  test('of two officers at once one decides and the other is told so', async () => {
    const id = await rig.submit({ lead, names: ['Lokuro Petumwe'] })
    await evaluateNow(id)
    const [hit] = await hitsOf(id)
    const decide = (who: string, verdict: 'cleared' | 'confirmed') =>
      rig
        .client(who)
        .call(routes.decideHit, { params: { id: hit?.id ?? '' }, body: { verdict, reason: 'I looked.' } })
    const results = await Promise.allSettled([decide(officer, 'cleared'), decide(colleague, 'confirmed')])
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    const lost = results.find((r) => r.status === 'rejected')
    expect(lost?.reason).toMatchObject({ problem: { code: 'clear.decided' } })
    const [row] = await rig.ctx.db.rows<{ n: number }>(
      sql`select count(*)::int as n from decisions where hit = ${hit?.id}::uuid`,
    )
    expect(row?.n).toBe(1)
  })

  test('an officer decides an open site with a reason, once, and never for their own team', async () => {
    const id = await rig.submit({
      lead,
      endUse: { purpose: 'other' },
      names: ['Wanjiru Kamande', 'Oona Lahti'],
      team: [colleague],
    })
    await evaluateNow(id)
    const { sites } = await caseOf(id)
    expect(sites.map((s) => s.standing)).toEqual(['open', 'open'])
    const decide = (who: string, verdict: 'cleared' | 'refused') =>
      rig.client(who).call(routes.decideDetermination, {
        params: { id: sites[0]?.determination ?? '' },
        body: { verdict, reason: 'A public library, read in full.' },
      })
    expect((await problemOf(decide(colleague, 'cleared'))).code).toBe('policy.denied')
    expect((await decide(officer, 'cleared')).clearance).toMatchObject({ site: 'jena', standing: 'cleared' })
    expect((await problemOf(decide(officer, 'refused'))).code).toBe('clear.decided')
    expect(await evaluateNow(id)).toMatchObject({ cleared: ['jena'], open: ['recife'], changed: false })
    await rig.ctx.db.sql
      .update(teamMembers)
      .set({ leftAt: rig.ctx.now() })
      .where(eq(teamMembers.person, colleague))
  })

  test('a decision does not outlive its facts', async () => {
    const id = await rig.submit({ lead, endUse: { purpose: 'other' } })
    await evaluateNow(id)
    const old = (await caseOf(id)).sites[0]?.determination ?? ''
    const decide = (determination: string) =>
      rig.client(officer).call(routes.decideDetermination, {
        params: { id: determination },
        body: { verdict: 'cleared', reason: 'Fine as stated.' },
      })
    await decide(old)
    await rig.ctx.db.sql
      .update(parties)
      .set({ version: 2, residence: 'AE' })
      .where(eq(parties.application, id))
    expect((await evaluateNow(id)).cleared).toEqual([])
    expect((await problemOf(decide(old))).code).toBe('clear.superseded')
  })

  test('no officer clears what is prohibited', async () => {
    const id = await rig.submit({ lead, endUse: { purpose: 'other' } })
    await rig.ctx.db.rows(
      sql`update sites set policy = policy || '{"refusedMembers":["ke"]}'::jsonb where id = 'jena'`,
    )
    await evaluateNow(id)
    const jena = (await caseOf(id)).sites.find((s) => s.site === 'jena')
    expect(jena).toMatchObject({ standing: 'refused', result: { outcome: 'prohibited' } })
    const problem = await problemOf(
      rig.client(officer).call(routes.decideDetermination, {
        params: { id: jena?.determination ?? '' },
        body: { verdict: 'cleared', reason: 'Please.' },
      }),
    )
    expect(problem).toMatchObject({ code: 'clear.no-override' })
    expect(problem.detail).toContain('site-policy.member-refused')
    await rig.ctx.db.rows(
      sql`update sites set policy = policy || '{"refusedMembers":[]}'::jsonb where id = 'jena'`,
    )
  })

  test('the queue pages by what must be decided first', async () => {
    await rig.ctx.db.rows(sql`update applications set state = 'clearing' where state = 'submitted'`)
    const all = (await rig.client(officer).call(routes.listCases, { query: {} })).items
    expect(all.length).toBeGreaterThan(2)
    expect(all.map((c) => c.by)).toEqual(
      all.map((c) => c.by).toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
    )
    const first = await rig.client(officer).call(routes.listCases, { query: { limit: 1 } })
    const second = await rig
      .client(officer)
      .call(routes.listCases, { query: { limit: 1, after: first.next ?? '' } })
    expect([first.items[0]?.application, second.items[0]?.application]).toEqual(
      all.slice(0, 2).map((c) => c.application),
    )
    expect(
      (await problemOf(rig.client(officer).call(routes.listCases, { query: { after: 'page-2' } }))).code,
    ).toBe('request.invalid')
  })

  test('anyone may classify accelerators; figures that make no sense are named', async () => {
    const chip = {
      name: 'H100-like',
      dense_tops_by_bits: { 8: 1979 },
      applicable_die_area_mm2: 814,
      nonplanar: true,
      io_gbps_2022: 900,
      dram_bw_gbps: 3350,
      datacenter_marketed: true,
    }
    const [found] = await rig.client().call(routes.classifyAccelerator, { body: { chips: [chip] } })
    expect(found).toMatchObject({ name: 'H100-like', tpp: 15_832, outcome: 'controlled' })
    const error = await rig
      .client()
      .call(routes.classifyAccelerator, { body: { chips: [{ ...chip, applicable_die_area_mm2: -1 }] } })
      .then(
        () => null,
        (e: unknown) => e,
      )
    expect(error).toMatchObject({
      problem: { code: 'rules.facts-invalid', fields: [{ field: 'accelerators.0.applicable_die_area_mm2' }] },
    })
    expect(
      (
        await problemOf(
          rig.client().call(routes.classifyAccelerator, { body: { chips: [chip], asOf: '2020-01-01' } }),
        )
      ).code,
    ).toBe('rules.facts-invalid')
  })
})
