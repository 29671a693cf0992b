import { routes, type RulebookParams } from '@allmende/wire'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { allianceRoom } from '../alliance/index.ts'
import { rulebooks } from '../alliance/tables.ts'
import { applyRoom } from '../apply/index.ts'
import { databases, fillers, rulebook, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from '../timers/chain.ts'
import { clearRoom } from './index.ts'
import { hits } from './tables.ts'
import { codeOf } from '../testing/problem-of.ts'

const alliance = { scopeKind: 'alliance', scopeId: 'alliance' } as const
const officerRole = { role: 'officer', ...alliance } as const
const keeperRole = { role: 'secretariat', ...alliance } as const

describe.each(databases)('what the rulebook makes of hits, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let officer: string
  let second: string
  let keeper: string

  beforeAll(async () => {
    rig = await startChainRig([allianceRoom, applyRoom, clearRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    officer = await rig.person('Ilse Brandt', [officerRole])
    second = await rig.person('Oona Lahti', [officerRole])
    keeper = await rig.person('Mirjam Falk', [keeperRole])
  })
  afterAll(() => rig.close())
  beforeEach(async () => {
    await rig.ctx.db.sql.update(rulebooks).set({ params: rulebook })
    await load(['Lokuro Petumwe'])
  })

  /** The names that the list holds now; each keeps its number while it stands in `known`. */
  const known: string[] = []
  async function load(names: readonly string[]): Promise<void> {
    for (const name of names) if (!known.includes(name)) known.push(name)
    rig.clock.advance(1000)
    // A name that is not on it now leaves a filler in its place, so that no other entry moves.
    await rig.importNames(officer, [
      ...fillers,
      ...known.map((name, at) => (names.includes(name) ? name : `Zzyq${at} Xwvk${at}`)),
    ])
    await settle()
  }
  async function settle(): Promise<void> {
    while (await advanceChain(rig.ctx));
  }
  async function adopt(params: Partial<RulebookParams>): Promise<void> {
    const { version } = await rig.client().call(routes.getRulebook, {})
    rig.clock.advance(1000)
    await rig.client(keeper).call(routes.adoptRulebook, { body: { replaces: version, params } })
    await settle()
  }
  async function submit(name: string): Promise<string> {
    const id = await rig.submit({ lead, names: [name] })
    await settle()
    return id
  }
  const caseOf = (id: string) => rig.client(officer).call(routes.getCase, { params: { id } })
  const hitsOf = async (id: string) => (await caseOf(id)).parties.flatMap((party) => party.hits)
  const standings = async (id: string) => [...new Set((await caseOf(id)).sites.map((site) => site.standing))]
  test('a list that only informs is shown in the case, and holds nothing; once it holds, the case is open', async () => {
    await adopt({ listEffects: { 'programme:INVENTED': 'inform' } })
    const id = await submit('Lokuro Petumwe')
    // The list binds by law, so the rulebook cannot have it inform only: the hit holds.
    expect(await hitsOf(id)).toMatchObject([{ effect: 'hold' }])
    await rig.ctx.db.sql.update(hits).set({ entry: await informing(id) })
    await adopt({ listEffects: { 'us-csl': 'inform' } })
    expect(await hitsOf(id)).toMatchObject([{ effect: 'inform', state: 'open' }])
    expect(await standings(id)).toEqual(['cleared'])
    const { items } = await rig.client(officer).call(routes.listCases, { query: {} })
    expect(items.map((row) => row.application)).not.toContain(id)
  })

  /** The hit's entry, as of a list that binds nobody by law. */
  async function informing(id: string): Promise<unknown> {
    const [hit] = await rig.ctx.db.sql
      .select()
      .from(hits)
      .where(eq(hits.id, (await hitsOf(id))[0]?.id ?? ''))
    return { ...(hit?.entry as object), list: 'own', programmes: [] }
  }

  test('a hit on a list that blocks says so, and back again without a word of the list', async () => {
    const id = await submit('Lokuro Petumwe')
    expect(await hitsOf(id)).toMatchObject([{ effect: 'hold', fourEyes: false }])
    await adopt({ listEffects: { 'us-csl/sdn': 'block' }, hitFourEyes: ['us-csl'] })
    expect(await hitsOf(id)).toMatchObject([{ effect: 'block', fourEyes: true, state: 'open' }])
    await adopt({ listEffects: {}, hitFourEyes: [] })
    expect(await hitsOf(id)).toMatchObject([{ effect: 'hold', fourEyes: false, state: 'open' }])
  })

  test('two officers clear a hit where the rulebook asks for them; confirming takes one', async () => {
    await adopt({ hitFourEyes: ['programme:INVENTED'] })
    const id = await submit('Lokuro Petumwe')
    const [hit] = await hitsOf(id)
    const decide = (who: string, verdict: 'cleared' | 'confirmed', seen?: 'proposal') =>
      rig.client(who).call(routes.decideHit, {
        params: { id: hit?.id ?? '' },
        body: { verdict, reason: 'Born in another century.', ...(seen ? { seen } : {}) },
      })
    const bulk = { hits: [hit?.id ?? ''], reason: 'All somebody else.' }
    expect(await rig.client(officer).call(routes.clearHits, { body: bulk })).toEqual({
      cleared: [],
      left: [{ hit: hit?.id, why: 'four-eyes' }],
    })
    expect(await decide(officer, 'cleared')).toMatchObject({ state: 'open', decision: null })
    expect((await hitsOf(id))[0]?.proposal).toMatchObject({ officer: 'Ilse Brandt' })
    expect(await standings(id), 'a proposal clears nothing').toEqual(['open'])
    expect(await codeOf(decide(second, 'cleared')), 'without having read it').toBe('clear.decided')
    expect(await codeOf(decide(officer, 'cleared', 'proposal')), 'alone').toBe('policy.denied')
    expect(await decide(second, 'cleared', 'proposal')).toMatchObject({ state: 'cleared' })
    expect(await standings(id)).toEqual(['cleared'])
    const other = await submit('Lokuro Petumwe')
    const [found] = await hitsOf(other)
    await rig.client(officer).call(routes.decideHit, {
      params: { id: found?.id ?? '' },
      body: { verdict: 'confirmed', reason: 'The same.' },
    })
    await settle()
    expect(await rig.stateOf(other)).toBe('refused')
  })

  test('whoever is there is measured by the threshold for changed lists, whoever joins by that for joining', async () => {
    await adopt({ joiningThreshold: 0.6, batchThreshold: 0.98 })
    await load([])
    const before = await submit('Lokuro Petumve')
    await load(['Lokuro Petumwe'])
    expect(await hitsOf(before), 'near, and below the one for changed lists').toEqual([])
    const after = await submit('Lokuro Petumve')
    expect(await hitsOf(after)).toMatchObject([{ state: 'open' }])
    await load(['Lokuro Petumwe', 'Somebody Elsewhere'])
    expect(await hitsOf(after), 'a hit that is known stays one').toMatchObject([{ state: 'open' }])
  })

  test('a changed list is compared where it changed, and nowhere else', async () => {
    const names = ['Lokuro Petumwe', 'Lokuro Petumwa']
    await load(names)
    const id = await submit('Lokuro Petumwe')
    const [hit] = await hitsOf(id)
    // A mark that a comparison anew would wipe out.
    await rig.ctx.db.sql
      .update(hits)
      .set({ score: 0.876_5 })
      .where(eq(hits.id, hit?.id ?? ''))
    await load([...names, 'Petumwe Lokuro'])
    const found = await hitsOf(id)
    expect(found).toHaveLength(3)
    expect(found.find((one) => one.id === hit?.id)?.score).toBe(0.876_5)
    await load(['Lokuro Petumwa'])
    expect((await hitsOf(id)).map((one) => one.entry.names[0])).toEqual(['Lokuro Petumwa'])
  })

  test('whatever a list goes through, who was there all along has the hits of who joins at its end', async () => {
    const names = ['Lokuro Petumwe', 'Petumwe Lokuro', 'Lokuro Petumve', 'Lukoro Petumwe', 'Otieno Baraka']
    const lists = fc.array(fc.subarray(names), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(lists, async (versions) => {
        const old = await submit('Lokuro Petumwe')
        for (const version of versions) await load(version)
        const young = await submit('Lokuro Petumwe')
        const entriesOf = async (id: string) => (await hitsOf(id)).map((hit) => hit.entry.id).toSorted()
        expect(await entriesOf(old)).toEqual(await entriesOf(young))
      }),
      { numRuns: 5 },
    )
  }, 60_000)
})
