import { describe, expect, test } from 'vitest'
import { effectOf, expectedFalsePositives, isNamed, mayHave } from './policy.ts'

const entry = (list: string, programmes: readonly string[] = []) => ({ list, programmes })

describe('what a hit does', () => {
  test('without a word of the rulebook it holds; securities lists inform', () => {
    expect(effectOf('us-csl', entry('sdn'), {})).toBe('hold')
    expect(effectOf('us-csl', entry('cmic'), {})).toBe('inform')
    expect(effectOf('own', entry('own'), {})).toBe('hold')
  })

  test('a programme comes before its list, a list before its source, and of two programmes the strictest counts', () => {
    const set = {
      'us-csl': 'block',
      'us-csl/isn': 'inform',
      'programme:A': 'hold',
      'programme:B': 'block',
    } as const
    expect(effectOf('us-csl', entry('plc'), set)).toBe('block')
    expect(effectOf('us-csl', entry('isn'), set)).toBe('inform')
    expect(effectOf('us-csl', entry('isn', ['A']), set)).toBe('hold')
    expect(effectOf('us-csl', entry('isn', ['A', 'B']), set)).toBe('block')
    expect(effectOf('own', entry('isn'), set)).toBe('hold')
  })

  test.each(['dpl', 'sdn', 'el', 'meu', 'un', 'eu', 'uk'])(
    '"%s" binds by law and never only informs',
    (list) => {
      expect(effectOf('us-csl', entry(list, ['A']), { 'programme:A': 'inform', 'us-csl': 'inform' })).toBe(
        'hold',
      )
      expect(mayHave(`us-csl/${list}`, 'inform')).toBe(false)
      expect(mayHave(list, 'inform')).toBe(false)
      expect(mayHave(`us-csl/${list}`, 'block')).toBe(true)
    },
  )

  test('names that objects carry of themselves are no word of the rulebook', () => {
    expect(effectOf('constructor', entry('toString', ['__proto__']), {})).toBe('hold')
  })

  test('the rulebook names an entry by programme, list or source', () => {
    const one = entry('sdn', ['SDGT'])
    for (const name of ['programme:SDGT', 'us-csl/sdn', 'us-csl'])
      expect(isNamed('us-csl', one, [name])).toBe(true)
    for (const name of ['SDGT', 'sdn', 'us-csl/el']) expect(isNamed('us-csl', one, [name])).toBe(false)
  })
})

test('a higher threshold is never expected to show more people who are on no list', () => {
  const shares = Array.from({ length: 51 }, (_, n) => expectedFalsePositives(0.5 + n / 100) ?? Number.NaN)
  expect(shares.every((share, at) => at === 0 || share <= (shares[at - 1] ?? 0))).toBe(true)
  expect(expectedFalsePositives(0.76)).toBe(0.004)
  expect(expectedFalsePositives(0.499)).toBeNull()
})
