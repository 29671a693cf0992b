import { routes } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyRoom } from '../apply/index.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from '../timers/chain.ts'
import { clearRoom } from './index.ts'
import { codeOf } from '../testing/problem-of.ts'

const officerRole = { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' } as const
const reason = 'Another person: the listed one is of another century.'

describe.each(databases)('hits that wait, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let officer: string

  beforeAll(async () => {
    rig = await startChainRig([applyRoom, clearRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    officer = await rig.person('Ilse Brandt', [officerRole])
    await rig.importNames(officer, [...fillers, 'Lokuro Petumwe'])
    for (const name of ['Lokuro Petumwe', 'Lokuro Petumwe', 'Lokuro Petumve']) await apply(lead, name)
  })
  afterAll(() => rig.close())

  async function apply(by: string, name: string): Promise<void> {
    await rig.submit({ lead: by, names: [name] })
    while (await advanceChain(rig.ctx));
  }
  const open = async (who = officer, query = {}) =>
    (await rig.client(who).call(routes.listOpenHits, { query })).items
  const clear = (hits: string[], who = officer) =>
    rig.client(who).call(routes.clearHits, { body: { hits, reason } })
  test('each shows both sides, and those with the same evidence share its key', async () => {
    const hits = await open()
    expect(hits).toHaveLength(3)
    for (const hit of hits)
      expect(hit).toMatchObject({ entry: { names: ['Lokuro Petumwe'] }, ownTeam: false, late: false })
    const groups = [...Map.groupBy(hits, ({ evidence }) => evidence).values()]
    const names = groups.map((group) => group.map(({ party }) => party.name).join())
    expect(names.toSorted()).toEqual(['Lokuro Petumve', 'Lokuro Petumwe,Lokuro Petumwe'])
    expect(await open(officer, { list: 'no-such-list' })).toEqual([])
    const first = await rig.client(officer).call(routes.listOpenHits, { query: { limit: 2 } })
    expect(first.items).toHaveLength(2)
    expect(await open(officer, { after: first.next })).toHaveLength(1)
  })

  test('hits with other evidence are not cleared together, and none of them is', async () => {
    const hits = await open()
    expect(await codeOf(clear(hits.map(({ id }) => id)))).toBe('clear.superseded')
    expect(await open()).toHaveLength(3)
  })

  test('only an officer sees or clears them', async () => {
    const [hit] = await open()
    expect(await codeOf(open(lead))).toBe('policy.denied')
    expect(await codeOf(clear([hit?.id ?? ''], lead))).toBe('policy.denied')
  })

  test('one reason clears those of one evidence, each by a decision of its own; what was decided meanwhile is named', async () => {
    const [a, b] = (await open()).filter(({ party }) => party.name === 'Lokuro Petumwe')
    if (!a || !b) throw new Error('two hits wait')
    expect(await clear([a.id])).toEqual({ cleared: [a.id], left: [] })
    expect(await clear([a.id, b.id])).toEqual({ cleared: [b.id], left: [{ hit: a.id, why: 'decided' }] })
    expect(await open()).toHaveLength(1)
    for (const hit of [a, b]) {
      const file = await rig.client(officer).call(routes.getCase, { params: { id: hit.application ?? '' } })
      const decided = file.parties.flatMap((party) => party.hits).find(({ id }) => id === hit.id)
      expect(decided).toMatchObject({ state: 'cleared', decision: { officer: 'Ilse Brandt', reason } })
    }
  })

  test('an officer leaves those of their own team to another', async () => {
    const colleague = await rig.person('Oona Lahti', [officerRole])
    await apply(colleague, 'Lokuro Petumwe')
    const own = (await open(colleague)).find(({ ownTeam }) => ownTeam)
    if (!own) throw new Error('the hit of the own team is shown')
    expect(await clear([own.id], colleague)).toEqual({
      cleared: [],
      left: [{ hit: own.id, why: 'own-team' }],
    })
    expect(await clear([own.id])).toEqual({ cleared: [own.id], left: [] })
  })

  test('statistics say what each list gave and how long it took, and name nobody', async () => {
    const { items } = await rig.client(officer).call(routes.hitStatistics, {})
    expect(items).toMatchObject([
      { list: 'us-csl', found: 4, open: 1, cleared: 3, confirmed: 0, falsePositives: 1 },
    ])
    expect(items[0]?.ninetiethMs).toBeGreaterThanOrEqual(items[0]?.medianMs ?? Infinity)
    expect(JSON.stringify(items)).not.toContain('Petum')
    expect(await codeOf(rig.client(lead).call(routes.hitStatistics, {}))).toBe('policy.denied')
  })

  test('two officers at once: one clears, the other is told', async () => {
    const colleague = await rig.person('Aino Virta', [officerRole])
    await apply(lead, 'Lokuro Petumwe')
    const hit = (await open()).find(({ party }) => party.name === 'Lokuro Petumwe')
    if (!hit) throw new Error('a hit waits')
    const results = await Promise.all(
      [clear([hit.id]), clear([hit.id], colleague)].map((one) => one.catch((error: unknown) => error)),
    )
    const cleared = results.flatMap((one) =>
      one instanceof ProblemError ? [] : (one as { cleared: string[] }).cleared,
    )
    expect(cleared).toEqual([hit.id])
    for (const one of results) if (one instanceof ProblemError) expect(one.problem.code).toBe('clear.decided')
  })
})
