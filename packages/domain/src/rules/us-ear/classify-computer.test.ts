import { day } from '@allmende/domain/terms'
import { expect, test } from 'vitest'
import { chip } from '../cases/clear-facts.ts'
import { classifyComputer } from './classify-computer.ts'
import { type HostEntry, hostEntries } from './parameters.ts'

const a = chip(16_000)
const b = chip(2400)

/** The class of a host that contains one chip, on a day. */
const check = (host: HostEntry | null, contained: Parameters<typeof chip>[0] | typeof a, asOf: string) =>
  classifyComputer(
    'a server',
    [typeof contained === 'number' ? chip(contained) : contained],
    day(asOf),
    host,
  ).paragraphs.join(' and ')

test.each([
  ['3A001', '3A001.z', '3A001.z', '3A001.z', '3A001.z'],
  ['4A003', '4A003.z', '4A003.z', '4A003.z', '4A003.z'],
  ['4A004', '4A004.z', '4A004.z', '4A004.z.1', '4A004.z.2'],
  ['4A005', '4A005.z', '4A005.z', '4A005.z.1', '4A005.z.2'],
  ['5A002', '5A002.z', '5A002.z', '5A002.z', '5A002.z'],
  ['5A004', '5A004.z', '5A004.z', '5A004.z', '5A004.z'],
  ['5A992', '5A992.z', '5A992.z', '5A992.z.1', '5A992.z.2'],
] as const)(
  '%s with a chip of .a or .b in it has its .z paragraph by the day',
  (host, first, second, halfA, halfB) => {
    expect(check(host, a, '2023-11-16')).toBe('4A090.a')
    expect(check(host, a, '2023-11-17')).toBe(first)
    expect(check(host, a, '2024-04-04')).toBe(second)
    expect(check(host, a, '2025-01-15')).toBe(second)
    expect(check(host, a, '2025-01-16')).toBe(halfA)
    expect(check(host, b, '2025-01-16')).toBe(halfB)
  },
)

test('where the number depends on the paragraph of the entry, the parent is named with its numbers', () => {
  const said = (host: HostEntry, asOf: string) =>
    classifyComputer('a server', [a], day(asOf), host).reasons[0]?.finding ?? ''
  expect(said('3A001', '2024-04-03')).not.toContain('3A001.z.1')
  expect(said('3A001', '2024-04-04')).toContain('3A001.z.1, 3A001.z.2, 3A001.z.3, 3A001.z.4 depends')
  expect(said('3A001', '2025-01-16')).toContain('3A001.z.3.a, 3A001.z.4.a depends on the paragraph of 3A001')
  expect(said('4A003', '2024-04-04')).toContain('4A003.z.1, 4A003.z.2 depends')
  expect(said('4A003', '2025-01-16')).toContain('4A003.z.1.a, 4A003.z.2.a depends')
  expect(said('5A002', '2023-11-17')).toContain('5A002.z.4, 5A002.z.5 depends')
  expect(said('5A002', '2025-01-16')).toContain('5A002.z.4.a, 5A002.z.5.a depends')
  expect(said('5A004', '2023-11-17')).toContain('5A004.z.1, 5A004.z.2 depends')
  expect(said('5A004', '2025-01-16')).toContain('5A004.z.1.a, 5A004.z.2.a depends')
})

test('a chip of .b counts in category 4 only since 4A090.b was filled, and before that where 3A090 is named', () => {
  expect(check('4A004', b, '2024-04-03')).toBe('4A994.l')
  expect(check('4A004', b, '2024-04-04')).toBe('4A004.z')
  expect(check('5A992', b, '2023-11-17')).toBe('5A992.z')
  expect(check('5A992', b, '2023-11-16')).toBe('4A994.l')
})

test('a chip left out by the note on datacenters puts nothing into a .z paragraph', () => {
  const consumer = chip(4799, { datacenterMarketed: false, applicableDieAreaMm2: 500 })
  for (const host of hostEntries) expect(check(host, consumer, '2026-11-24')).toBe('4A994.l')
})

test('an open chip leaves the half open, unless another chip is in .a', () => {
  const open = chip(2000, { applicableDieAreaMm2: null })
  const of = (contained: readonly (typeof a)[]) =>
    classifyComputer('a server', contained, day('2026-11-24'), '4A004').outcome
  expect(of([b, open])).toBe('needs-officer')
  expect(of([a, open])).toBe('controlled')
  expect(of([])).toBe('needs-officer')
})

test('4A994.l needed more than a limit of 3A991.p in 2022, and the limit since November 2023', () => {
  const at = (tops: number, ioGBps: number, asOf: string) =>
    check(null, chip(0, { denseTopsByBits: { 8: tops }, ioGBps }), asOf)
  expect(at(8, 0, '2023-11-16')).toBe('')
  expect(at(9, 0, '2023-11-16')).toBe('4A994.l')
  expect(at(8, 0, '2023-11-17')).toBe('4A994.l')
  expect(at(7, 0, '2023-11-17')).toBe('')
  expect(at(7, 150, '2023-11-16')).toBe('')
  expect(at(7, 151, '2023-11-16')).toBe('4A994.l')
  expect(at(7, 150, '2023-11-17')).toBe('4A994.l')
  expect(at(7, 149, '2023-11-17')).toBe('')
})
