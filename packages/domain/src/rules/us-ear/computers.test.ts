import { day } from '@allmende/domain/terms'
import { describe, expect, test } from 'vitest'
import { chip, clearTransfer } from '../cases/clear-facts.ts'
import { classifyItem, parseItems } from '../classify-items.ts'
import { determine } from '../determine.ts'
import type { ShippedComputer } from '../facts.ts'
import { parseFacts } from '../parse-facts.ts'

const fast = { ...chip(16_000), name: 'the fast one' }
const slow = { ...chip(10), name: 'the slow one' }
const server = (entry: ShippedComputer['entry'], contains: readonly string[] = ['the fast one']) => ({
  ...clearTransfer,
  accelerators: [fast, slow],
  computers: [{ name: 'a made-up server', contains, entry }],
})

const shownOf = (facts: ReturnType<typeof server>, asOf: string) =>
  determine(facts, day(asOf)).reasons.filter(({ code }) => code === 'us-ear.computer-classification')

describe('what is sent in a computer', () => {
  test.each([
    ['no other entry', server('none'), '2026-11-24', 'puts it in 4A090.a.'],
    ['an entry with halves', server('5A992'), '2026-11-24', 'puts it in 5A992.z.1.'],
    ['an entry before there were .z paragraphs', server('5A992'), '2023-11-16', 'puts it in 4A090.a.'],
    ['an entry with numbers', server('5A002'), '2026-11-24', 'depends on the paragraph of 5A002'],
    ['an entry that nobody stated', server(null), '2026-11-24', 'puts it in 4A090.a.'],
    [
      'a slow chip, beside a fast one elsewhere',
      server('none', ['the slow one']),
      '2026-11-24',
      '4A994.l remains',
    ],
    ['nothing in it', server('none', []), '2026-11-24', 'is open'],
  ])('%s: its class is shown by what is in it', (_, facts, asOf, says) => {
    const reasons = shownOf(facts, asOf)
    expect(reasons[0]?.finding).toContain(says)
    expect(reasons.every(({ outcome }) => outcome === 'no-requirement-found')).toBe(true)
  })

  test('where nobody said which entry describes it, that is said, and asks nothing, since it decides nothing', () => {
    expect(shownOf(server(null), '2026-11-24')[1]?.finding).toContain('is not stated')
    const known = determine(server('5A992'), day('2026-11-24'))
    expect(determine(server(null), day('2026-11-24'))).toMatchObject({
      outcome: known.outcome,
      questions: known.questions,
    })
  })

  test('chips by themselves have no computer shown', () => {
    expect(shownOf({ ...server('none'), computers: [] }, '2026-11-24')).toEqual([])
  })

  test('a computer names accelerators of its case alone, and an entry that has a .z paragraph', () => {
    const stated = (computer: object) => {
      const parsed = parseFacts(JSON.parse(JSON.stringify({ ...server('none'), computers: [computer] })))
      return parsed.ok ? [] : parsed.problems.map(({ field }) => field)
    }
    expect(stated({ name: 'x', contains: ['the fast one'], entry: '4A003' })).toEqual([])
    expect(stated({ name: 'x', contains: ['another'] })).toEqual(['computers.0.contains.0'])
    expect(stated({ name: 'x', contains: [], entry: '3A090' })).toEqual(['computers.0.entry'])
    expect(stated({ name: ' ', contains: 'the fast one' })).toEqual([
      'computers.0.name',
      'computers.0.contains',
    ])
  })
})

describe('a list of things to classify', () => {
  const row = {
    name: 'made-up',
    dense_tops_by_bits: { 8: 2000 },
    applicable_die_area_mm2: 800,
    nonplanar: true,
  }

  test('holds computers beside accelerators, which they name; those of the register too', () => {
    const parsed = parseItems([
      row,
      { name: 'server', contains: ['made-up'], entry: '5A992' },
      { name: 'other', contains: ['NVIDIA H100 SXM5'], entry: 'none' },
    ])
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const classes = parsed.value.map((item) => classifyItem(item, day('2026-11-24')))
    expect(classes.map(({ name, paragraphs }) => [name, ...paragraphs])).toEqual([
      ['made-up', '3A090.a.1', '3A090.a.2'],
      ['server', '5A992.z.1'],
      ['other', '4A090.a'],
    ])
  })

  test.each([
    [[{ name: 'server', contains: ['no such chip'] }], 'accelerators.0.contains.0'],
    [[{ name: 'server', contains: [7] }], 'accelerators.0.contains.0'],
    [[{ name: 'server', contains: 'made-up' }], 'accelerators.0.contains'],
    [[row, { name: 'made-up', contains: [] }], 'accelerators.1.name'],
    [[{ name: 'server', contains: [], entry: '9Z999' }], 'accelerators.0.entry'],
    [[{ name: 'server', contains: [], speed: 1 }], 'accelerators.0.speed'],
  ])('%j is refused by field', (json, field) => {
    const parsed = parseItems(json)
    expect(parsed.ok ? [] : parsed.problems.map((one) => one.field)).toContain(field)
  })
})
