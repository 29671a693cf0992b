import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Holding } from './holding.ts'
import { day, valueOn } from '@allmende/domain/terms'
import { ownedByListed, ownershipRules, parentsOf, type OwnershipRule } from './index.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'x']
const id = fc.constantFrom(...ids)
const share = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(10, 20, 24, 25, 26, 49, 50, 51, 60, 100) },
  { weight: 1, arbitrary: fc.double({ min: 0.001, max: 100, noNaN: true }) },
  { weight: 2, arbitrary: fc.constant(null) },
)
const holding: fc.Arbitrary<Holding> = fc.record({
  owner: id,
  owned: id,
  share,
  kind: fc.constantFrom('shares', 'shares', 'controls'),
  from: fc.constant(null),
  until: fc.constant(null),
  source: fc.constant('invented'),
})

/** Leaves out what would bring an entity over its whole; a share that is not known keeps a little for itself. */
function lawful(holdings: readonly Holding[]): Holding[] {
  const sums = new Map<string, number>()
  return holdings.filter(({ owned, share: percent }) => {
    const sum = (sums.get(owned) ?? 0) + (percent ?? 0.01)
    if (sum > 100) return false
    sums.set(owned, sum)
    return true
  })
}
const holdings = fc.array(holding, { maxLength: 24 }).map(lawful)
const listed = fc.uniqueArray(id, { maxLength: 3 })
const { ofac, eu, uk } = ownershipRules
const single = { rule: ofac, asOf: day('2014-08-12') }
const law = fc.constantFrom<{ rule: OwnershipRule; asOf: ReturnType<typeof day> }>(
  single,
  { rule: ofac, asOf: day('2026-11-23') },
  { rule: eu, asOf: day('2024-07-02') },
  { rule: eu, asOf: day('2026-11-23') },
  { rule: uk, asOf: day('2026-11-23') },
)
const ask = (of: string, all: readonly Holding[], names: readonly string[], { rule, asOf }: typeof single) =>
  ownedByListed({ holdings: all, listed: new Set(names), of, asOf, rule })
const ranks = { 'not-owned': 0, unknown: 1, owned: 2 } as const

/** The same by going round and round until nothing changes, without a graph. */
function slowly(
  all: readonly Holding[],
  starts: readonly string[],
  { rule, asOf }: typeof single,
  open: boolean,
) {
  const { test: how, percent, controlCounts } = valueOn(rule.law, asOf)
  const counted = new Set(starts)
  const held = (owned: string) => {
    const pairs = ids.map((owner) => {
      const both = all.filter((one) => one.owner === owner && one.owned === owned)
      const sum = both.reduce((n, one) => n + (one.kind === 'shares' ? (one.share ?? 0) : 0), 0)
      const known = both.reduce((n, one) => Math.max(n, one.kind === 'controls' ? (one.share ?? 0) : 0), sum)
      return { owner, known, unknown: both.some((one) => one.share === null), both }
    })
    const mine = pairs.filter(({ owner }) => counted.has(owner))
    const left = 100 - pairs.reduce((n, { known }) => n + known, 0)
    const extra = open && mine.some(({ unknown }) => unknown) ? left : 0
    const total = mine.reduce((n, { known }) => n + known, 0) + extra
    const ruled = mine.some(({ both }) => both.some(({ kind }) => kind === 'controls'))
    const near = Math.round(total * 1e6) / 1e6
    return {
      total,
      owned: (how === 'at-least' ? near >= percent : near > percent) || (controlCounts && ruled),
    }
  }
  for (let size = -1; size !== counted.size;) {
    size = counted.size
    for (const one of ids) if (held(one).owned) counted.add(one)
  }
  return held
}

describe('whatever the holdings', () => {
  const rounded = holdings.map((all) =>
    all.map((one) => ({
      ...one,
      share: one.share === null ? null : Math.max(0.001, Math.round(one.share * 1000) / 1000),
    })),
  )

  test('the answer is that of the definition, computed slowly', () => {
    fc.assert(
      fc.property(rounded, listed, id, law, (all, names, of, by) => {
        const answer = ask(of, all, names, by)
        const groups = valueOn(by.rule.law, by.asOf).aggregated ? [names] : names.map((one) => [one])
        const least = groups.map((group) => slowly(all, group, by, false)(of))
        const most = groups.map((group) => slowly(all, group, by, true)(of))
        const outcome = least.some(({ owned }) => owned)
          ? 'owned'
          : most.some(({ owned }) => owned)
            ? 'unknown'
            : 'not-owned'
        expect(answer.outcome).toBe(outcome)
        expect(answer.share.most).toBeCloseTo(Math.max(0, ...most.map(({ total }) => total)), 6)
        const shown = least.filter(({ owned }) => owned === (outcome === 'owned'))
        expect(answer.share.least).toBeCloseTo(Math.max(0, ...shown.map(({ total }) => total)), 6)
      }),
      { numRuns: 1500 },
    )
  })

  test('the order of holdings and of the list changes nothing of the answer', () => {
    const mixed = holdings.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(mixed, listed, id, law, ([all, other], names, of, by) => {
        expect(ask(of, other, names.toReversed(), by)).toEqual(ask(of, all, names, by))
      }),
      { numRuns: 500 },
    )
  })

  test('one more listed party never lowers the outcome or a share', () => {
    fc.assert(
      fc.property(holdings, listed, id, id, law, (all, names, more, of, by) => {
        const [before, after] = [ask(of, all, names, by), ask(of, all, [...names, more], by)]
        expect(ranks[after.outcome]).toBeGreaterThanOrEqual(ranks[before.outcome])
        expect(after.share.most).toBeGreaterThanOrEqual(before.share.most)
      }),
      { numRuns: 500 },
    )
  })

  /** What known shares leave of the entity, in percent; each unknown share of it may be anything up to that. */
  const leftIn = (all: readonly Holding[], entity: string) =>
    100 - all.reduce((sum, one) => sum + (one.owned === entity ? (one.share ?? 0) : 0), 0)
  const fill = (all: readonly Holding[], at: number, part: number) =>
    all.map((one, index) => (index === at ? { ...one, share: leftIn(all, one.owned) * part } : one))

  test('an answer that is decided stays so whatever an unknown share turns out to be', () => {
    const parts = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 24, maxLength: 24 })
    fc.assert(
      fc.property(holdings, listed, id, law, parts, (start, names, of, by, fractions) => {
        let all = start
        let before = ask(of, all, names, by)
        for (const [at, one] of start.entries()) {
          if (one.share !== null || leftIn(all, one.owned) < 1e-6) continue
          all = fill(all, at, fractions[at] ?? 1)
          const after = ask(of, all, names, by)
          if (before.outcome !== 'unknown') expect(after.outcome).toBe(before.outcome)
          expect(after.share.least).toBeGreaterThanOrEqual(before.share.least - 1e-6)
          expect(after.share.most).toBeLessThanOrEqual(before.share.most + 1e-6)
          before = after
        }
      }),
      { numRuns: 500 },
    )
  })

  test('who answers every question has decided, and only an open answer asks', () => {
    const parts = fc.array(fc.double({ min: 0.01, max: 0.9, noNaN: true }), { minLength: 24, maxLength: 24 })
    fc.assert(
      fc.property(holdings, listed, id, law, parts, (start, names, of, by, fractions) => {
        const { outcome, questions } = ask(of, start, names, by)
        expect(questions.length > 0).toBe(outcome === 'unknown')
        let all = start
        for (const [at, one] of start.entries())
          if (
            one.share === null &&
            questions.some(({ owner, owned }) => owner === one.owner && owned === one.owned)
          )
            all = fill(all, at, fractions[at] ?? 0.5)
        expect(ask(of, all, names, by).outcome).not.toBe('unknown')
      }),
      { numRuns: 1000 },
    )
  })

  test('the chain holds what adds up to the least share, and each owner in it is listed or explained', () => {
    fc.assert(
      fc.property(holdings, listed, id, law, (all, names, of, by) => {
        const { chain, share: percent } = ask(of, all, names, by)
        const sum = chain.reduce((n, link) => n + (link.owned === of ? (link.share ?? 0) : 0), 0)
        expect(Math.min(100, sum)).toBeCloseTo(percent.least, 6)
        for (const { owner, counted } of chain) {
          expect(counted === 'listed').toBe(names.includes(owner))
          if (counted === 'owned-by-listed') expect(chain.some(({ owned }) => owned === owner)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('ultimate parents are parties above, without a parent of their own, or a cycle', () => {
    fc.assert(
      fc.property(holdings, id, (all, of) => {
        const { asOf } = single
        const above = (one: string) => parentsOf({ holdings: all, of: one, asOf }).direct
        const { direct, ultimate } = parentsOf({ holdings: all, of, asOf })
        expect(ultimate.length > 0).toBe(direct.length > 0)
        const reached = new Set(direct)
        for (const one of reached) for (const next of above(one)) reached.add(next)
        const ended = ultimate.flatMap(({ parent, cycle }) => (parent === null ? cycle : [parent]))
        for (const one of ended) expect(reached).toContain(one)
        expect(ultimate.flatMap(({ parent }) => parent ?? [])).toEqual(
          [...reached].filter((one) => above(one).length === 0).toSorted(),
        )
        for (const { cycle } of ultimate)
          for (const one of cycle ?? []) for (const next of above(one)) expect(cycle).toContain(next)
      }),
      { numRuns: 500 },
    )
  })
})

describe('100,000 holdings', () => {
  const size = 100_000
  const holds = (owner: number, owned: number, percent: number | null): Holding => ({
    owner: `n${owner}`,
    owned: `n${owned}`,
    share: percent,
    kind: 'shares',
    from: null,
    until: null,
    source: 'invented',
  })
  const of = `n${size}`
  const chain = Array.from({ length: size }, (_, n) => holds(n, n + 1, 60))
  const everybody = chain.map(({ owner }) => owner)
  // What takes steps in the square of the size takes minutes.
  const limitMs = 8000

  test.each<[string, Holding[], readonly string[], readonly string[]]>([
    ['a chain from one listed party', chain, ['n0'], ['owned', 'owned']],
    ['a chain of nothing but listed parties', chain, everybody, ['owned', 'owned']],
    [
      'a chain whose first share is not known',
      [holds(0, 1, null), ...chain.slice(1)],
      ['n0'],
      ['unknown', 'unknown'],
    ],
    ['a ring', [...chain, holds(size, 0, 60)], ['n0'], ['owned', 'owned']],
    ['a ring of listed parties, cut once', [...chain, holds(size, 0, 40)], everybody, ['owned', 'owned']],
    [
      'as many owners whose shares are not known',
      everybody.map((_, n) => holds(n, size, null)),
      everybody,
      ['unknown', 'unknown'],
    ],
    [
      'as many owners of one',
      everybody.map((_, n) => holds(n, size, 100 / size)),
      everybody,
      ['owned', 'not-owned'],
    ],
  ])('%s', { timeout: 120_000 }, (_, all, names, outcomes) => {
    const asOf = day('2026-11-23')
    const began = performance.now()
    expect([ofac, uk].map((rule) => ask(of, all, names, { rule, asOf }).outcome)).toEqual(outcomes)
    parentsOf({ holdings: all, of, asOf })
    expect(performance.now() - began).toBeLessThan(limitMs)
  })
})
