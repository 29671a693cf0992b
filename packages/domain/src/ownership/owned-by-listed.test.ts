import { describe, expect, test } from 'vitest'
import type { Holding } from './holding.ts'
import { day, NoValueYet } from '@allmende/domain/terms'
import { holdingsOf } from './holdings-of.ts'
import { HoldingRefused, ownedByListed, ownershipRules, type OwnershipRule } from './index.ts'

const { ofac, bisAffiliates, eu, uk } = ownershipRules

/** Who owns x, where l, m and n are listed. */
function check(
  holdings: readonly Holding[],
  more: { rule?: OwnershipRule; asOf?: string; of?: string; listed?: readonly string[] } = {},
) {
  const { rule = ofac, asOf = '2026-11-23', of = 'x', listed = ['l', 'm', 'n'] } = more
  return ownedByListed({ holdings, listed: new Set(listed), of, asOf: day(asOf), rule })
}

describe('the threshold', () => {
  test.each([
    ['OFAC at 50', ofac, '50', 'owned'],
    ['OFAC just below', ofac, '49.999999', 'not-owned'],
    ['the Union at 50 before its guidance changed', eu, '50', 'not-owned', '2024-07-02'],
    ['the Union just above 50 before its guidance changed', eu, '50.000001', 'owned', '2024-07-02'],
    ['the Union at 50 since', eu, '50', 'owned', '2024-07-03'],
    ['the Union just below 50 since', eu, '49.999999', 'not-owned', '2024-07-03'],
    ['the United Kingdom at 50', uk, '50', 'not-owned'],
    ['the United Kingdom just above 50', uk, '50.000001', 'owned'],
  ])('%s', (_, rule, share, outcome, asOf = '2026-11-23') => {
    expect(check(holdingsOf(`l ${share} x`), { rule, asOf }).outcome).toBe(outcome)
  })

  test('is met by tenths that add up to it, which no binary fraction holds', () => {
    const tenths = Array.from({ length: 500 }, () => 'l 0.1 x')
    expect(check(holdingsOf(...tenths)).share.least).toBe(50)
    expect(check(holdingsOf(...tenths)).outcome).toBe('owned')
    // As binary fractions the first two come to a little less and the last two to a little more.
    expect(check(holdingsOf('l 16.002 x', 'm 33.998 x')).outcome).toBe('owned')
    const more = check(holdingsOf('l 16.001 x', 'm 33.999 x'), { rule: eu, asOf: '2024-07-02' })
    expect(more.outcome).toBe('not-owned')
  })
})

describe('several listed owners', () => {
  const two = holdingsOf('l 25 x', 'm 25 x', 'a 50 x')

  test.each([
    ['2014-08-12', 'not-owned', 25],
    ['2014-08-13', 'owned', 50],
  ])('of 25 each are on %s: %s', (asOf, outcome, least) => {
    expect(check(two, { asOf })).toMatchObject({ outcome, share: { least, most: least } })
  })

  test('add up for the Union, and for the United Kingdom do not', () => {
    const more = holdingsOf('l 30 x', 'm 30 x')
    expect(check(more, { rule: eu })).toMatchObject({ outcome: 'owned', share: { least: 60 } })
    expect(check(more, { rule: uk })).toMatchObject({ outcome: 'not-owned', share: { least: 30 } })
  })

  test('count by themselves before 2014, and one of them owns through its companies what they hold together', () => {
    const through = holdingsOf('l 100 a', 'l 100 b', 'a 25 x', 'b 25 x', 'm 20 x')
    expect(check(through, { asOf: '2014-08-12' })).toMatchObject({ outcome: 'owned', share: { least: 50 } })
    const apart = holdingsOf('l 100 a', 'm 100 b', 'a 25 x', 'b 25 x')
    expect(check(apart, { asOf: '2014-08-12' }).outcome).toBe('not-owned')
    expect(check(apart, { asOf: '2014-08-13' }).outcome).toBe('owned')
  })

  test('of whom one owns the other are one', () => {
    const one = holdingsOf('l 60 m', 'm 30 x', 'l 25 x')
    expect(check(one, { rule: uk })).toMatchObject({
      outcome: 'owned',
      share: { least: 55, most: 55 },
      chain: [
        { owner: 'l', owned: 'x', share: 25, counted: 'listed' },
        { owner: 'm', owned: 'x', share: 30, counted: 'listed' },
        { owner: 'l', owned: 'm', share: 60, counted: 'listed' },
      ],
    })
  })
})

describe('the way down', () => {
  test('50 of 50 of 50 is owned in whole, each link shown', () => {
    expect(check(holdingsOf('l 50 a', 'a 50 b', 'b 50 x'))).toMatchObject({
      outcome: 'owned',
      share: { least: 50, most: 50 },
      unstated: 50,
      chain: [
        { owner: 'b', owned: 'x', share: 50, counted: 'owned-by-listed' },
        { owner: 'a', owned: 'b', share: 50, counted: 'owned-by-listed' },
        { owner: 'l', owned: 'a', share: 50, counted: 'listed' },
      ],
      questions: [],
    })
  })

  test('an owner below the threshold passes nothing on', () => {
    expect(check(holdingsOf('l 49 a', 'a 100 x'))).toMatchObject({
      outcome: 'not-owned',
      share: { least: 0, most: 0 },
      chain: [],
    })
    expect(check(holdingsOf('l 49 a', 'a 50 x', 'm 49 x')).share.least).toBe(49)
  })

  test('direct and indirect holdings add up', () => {
    expect(check(holdingsOf('l 50 a', 'a 25 x', 'm 25 x')).outcome).toBe('owned')
  })

  test('a cycle without a listed party owns nothing, and one with it is counted once', () => {
    expect(check(holdingsOf('a 60 x', 'x 60 a')).outcome).toBe('not-owned')
    expect(check(holdingsOf('x 60 x', 'l 30 x')).outcome).toBe('not-owned')
    expect(check(holdingsOf('x 40 x', 'l 50 x'))).toMatchObject({ outcome: 'owned', share: { least: 90 } })
    const round = check(holdingsOf('l 60 a', 'a 60 x', 'x 30 a'))
    expect(round).toMatchObject({ outcome: 'owned', share: { least: 60, most: 60 } })
    expect(round.chain.map(({ owner, owned }) => owner + owned)).toEqual(['ax', 'la', 'xa'])
  })

  test('a listed party above a listed one explains nothing more where shares add up', () => {
    expect(check(holdingsOf('l 60 m', 'm 60 x')).chain).toEqual([
      { owner: 'm', owned: 'x', share: 60, counted: 'listed' },
    ])
  })
})

describe('a share that is not known', () => {
  test('leaves the answer open where it could reach the threshold, and asks for it', () => {
    expect(check(holdingsOf('l ? x', 'a 50 x'))).toMatchObject({
      outcome: 'unknown',
      share: { least: 0, most: 50 },
      questions: [{ owner: 'l', owned: 'x' }],
    })
  })

  test('asks nothing where it could not reach it, or is not needed', () => {
    expect(check(holdingsOf('l ? x', 'a 50.1 x'))).toMatchObject({
      outcome: 'not-owned',
      share: { least: 0, most: 49.9 },
      questions: [],
    })
    expect(check(holdingsOf('l ? x', 'm 50 x', 'a ? x'))).toMatchObject({ outcome: 'owned', questions: [] })
    expect(check(holdingsOf('a ? x', 'b ? a'))).toMatchObject({ outcome: 'not-owned', questions: [] })
  })

  test('is given to no two owners at once', () => {
    expect(check(holdingsOf('l ? x', 'm ? x', 'a 60 x')).share).toEqual({ least: 0, most: 40 })
  })

  test('asks for what another has too, which would leave less', () => {
    expect(check(holdingsOf('l ? x', 'a ? x')).questions).toEqual([
      { owner: 'a', owned: 'x' },
      { owner: 'l', owned: 'x' },
    ])
  })

  test('is asked for where it stands, above the entity too, and nowhere else', () => {
    const above = check(holdingsOf('l ? a', 'a 60 x', 'm ? b', 'b 30 y', 'c ? x'))
    expect(above).toMatchObject({ outcome: 'unknown', questions: [{ owner: 'l', owned: 'a' }] })
  })

  test('leaves open for each listed owner by itself where none are added up', () => {
    const each = holdingsOf('l ? x', 'm 40 x', 'a 20 x')
    expect(check(each, { rule: uk })).toMatchObject({ outcome: 'not-owned', share: { least: 40, most: 40 } })
    expect(check(each, { rule: eu })).toMatchObject({ outcome: 'unknown', share: { least: 40, most: 80 } })
  })

  test('is not asked for on behalf of a listed owner who could not come to enough by itself', () => {
    const one = check(holdingsOf('l ? x', 'a 30 x', 'm ? b', 'b 10 x'), { rule: uk })
    expect(one).toMatchObject({ outcome: 'unknown', questions: [{ owner: 'l', owned: 'x' }] })
  })
})

describe('control', () => {
  test.each([
    [eu, 'owned'],
    [uk, 'owned'],
    [ofac, 'unknown'],
    [bisAffiliates, 'unknown'],
  ])('without a share, under $name: %s', (rule, outcome) => {
    expect(check(holdingsOf('l rules x'), { rule }).outcome).toBe(outcome)
    expect(check(holdingsOf('l rules a', 'a 100 x'), { rule }).outcome).toBe(outcome)
  })

  test('is in the chain without a share, and by one who does not count is nothing', () => {
    expect(check(holdingsOf('l rules x', 'a rules x'), { rule: uk }).chain).toEqual([
      { owner: 'l', owned: 'x', share: null, counted: 'listed' },
    ])
  })

  test('by a minority does not count for OFAC where the rest is held by others', () => {
    expect(check(holdingsOf('l rules 30 x', 'a 70 x')).outcome).toBe('not-owned')
    expect(check(holdingsOf('l rules 30 x', 'a 70 x'), { rule: eu }).outcome).toBe('owned')
  })

  test('and shares of one owner are the same shares, stated twice', () => {
    expect(check(holdingsOf('l 40 x', 'l rules 30 x', 'a 60 x')).share.least).toBe(40)
    expect(check(holdingsOf('l 30 x', 'l rules 50 x', 'a 50 x')).share.least).toBe(50)
    expect(check(holdingsOf('l 20 x', 'l 30 x')).share.least).toBe(50)
  })
})

describe('days', () => {
  const half = holdingsOf('l 50 x')

  test.each([
    ['2025-09-29', 'owned', 'in-force'],
    ['2025-11-09', 'owned', 'in-force'],
    ['2025-11-10', 'not-owned', 'stayed'],
    ['2026-11-09', 'not-owned', 'stayed'],
    ['2026-11-10', 'owned', 'unverified'],
  ])('the affiliates rule on %s: %s, %s', (asOf, outcome, status) => {
    const answer = check(half, { rule: bisAffiliates, asOf })
    expect(answer).toMatchObject({ outcome, citation: { status }, share: { least: 50 } })
    expect(answer.chain).toHaveLength(1)
  })

  test('while a rule is stayed nothing is asked', () => {
    expect(check(holdingsOf('l ? x'), { rule: bisAffiliates, asOf: '2026-11-09' })).toMatchObject({
      outcome: 'not-owned',
      share: { most: 100 },
      questions: [],
    })
  })

  test.each([
    [ofac, '2008-02-13', '2008-02-14'],
    [bisAffiliates, '2025-09-28', '2025-09-29'],
    [eu, '2018-05-03', '2018-05-04'],
    [uk, '2019-04-10', '2019-04-11'],
  ])('before the first version of $name asking is an error that names both days', (rule, before, first) => {
    expect(() => check(half, { rule, asOf: before })).toThrow(NoValueYet)
    expect(() => check(half, { rule, asOf: before })).toThrow(
      expect.objectContaining({ code: 'rules.no-value-yet', date: before, firstDate: first }),
    )
    expect(check(half, { rule, asOf: first }).citation.from).toBe(first)
  })

  test('a holding counts from its first day, and no longer on the day it ended', () => {
    const dated = half.map((one) => ({ ...one, from: day('2026-03-01'), until: day('2026-06-01') }))
    const outcomes = ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map(
      (asOf) => check(dated, { asOf }).outcome,
    )
    expect(outcomes).toEqual(['not-owned', 'owned', 'owned', 'not-owned'])
  })

  test('an entity of which nothing is stated is not owned, and all of it is unstated', () => {
    expect(check([])).toMatchObject({
      outcome: 'not-owned',
      share: { least: 0, most: 0 },
      unstated: 100,
      chain: [],
    })
  })
})

describe('holdings that cannot be true', () => {
  const refusal = (holdings: readonly Holding[]) => {
    try {
      check(holdings)
    } catch (error) {
      if (error instanceof HoldingRefused) return error
      throw error
    }
    return null
  }

  test.each([0, -1, 100.1, Number.NaN, Number.POSITIVE_INFINITY])(
    'a share of %s is refused by field and value',
    (share) => {
      const wrong = holdingsOf('a 1 b').map((one) => ({ ...one, share }))
      expect(refusal([...holdingsOf('l 50 x'), ...wrong])).toMatchObject({
        code: 'ownership.share-out-of-range',
        entity: 'b',
        field: 'share',
        value: String(share),
      })
    },
  )

  test('shares over the whole are refused with their sum, on days when they stand together', () => {
    const over = holdingsOf('a 60 x', 'l 40.6 x')
    expect(refusal(over)).toMatchObject({ code: 'ownership.shares-over-whole', entity: 'x', value: '100.6' })
    expect(refusal(over)?.message).toContain('"x" add up to 100.6 percent; expected is at most 100')
    expect(
      refusal(over.map((one, at) => ({ ...one, until: at === 0 ? day('2020-01-01') : null }))),
    ).toBeNull()
    expect(refusal([...holdingsOf('x 10 y'), ...holdingsOf('a 60 b', 'c 60 b', 'b 10 x')])).toMatchObject({
      entity: 'b',
    })
    expect(refusal(holdingsOf('a 60 b', 'c 60 b'))).toBeNull()
  })

  test('half a percent of rounding is let be, and never more than the whole', () => {
    expect(check(holdingsOf('l 60.3 x', 'm 40.2 x'))).toMatchObject({
      outcome: 'owned',
      share: { least: 100, most: 100 },
      unstated: 0,
    })
  })

  test('a missing id and a period that ends before it began are refused', () => {
    expect(refusal(holdingsOf('l 50 x').map((one) => ({ ...one, owner: '' })))).toMatchObject({
      code: 'ownership.id-missing',
      field: 'owner',
    })
    const never = holdingsOf('l 50 x').map((one) => ({
      ...one,
      from: day('2026-01-01'),
      until: day('2026-01-01'),
    }))
    expect(refusal(never)).toMatchObject({
      code: 'ownership.period-empty',
      field: 'until',
      value: '2026-01-01',
    })
  })
})
