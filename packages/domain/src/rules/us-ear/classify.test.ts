import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Accelerator, day, NoValueYet } from '@allmende/domain/terms'
import { chip } from '../cases/clear-facts.ts'
import { expectedClasses } from '../cases/expected-classes.ts'
import { accelerators, findAccelerator } from '../register/accelerators.ts'
import { classifyComputer } from './classify-computer.ts'
import { classify } from './classify.ts'

const now = day('2026-11-24')
const inOctober2022 = day('2022-10-21')

/** The class in short: the 3A090 paragraphs, "none", or "open: facts that decide". */
function check(accelerator: Accelerator, asOf = now): string {
  const one = classify(accelerator, asOf)
  if (one.outcome === 'needs-officer') return `open: ${one.missing.join(', ')}`
  return one.outcome === 'controlled' ? one.paragraphs.join(' and ') : 'none'
}

/** A chip of this throughput and density; the area follows. */
const dense = (tpp: number, density: number, changes: Partial<Accelerator> = {}) =>
  chip(tpp, { applicableDieAreaMm2: tpp / density, ...changes })

test.each([
  ['a.1 by throughput alone', chip(4800, { applicableDieAreaMm2: 4800 }), '3A090.a.1'],
  ['just below a.1', chip(4799, { applicableDieAreaMm2: 4799 }), 'none'],
  ['a.2 at its density', chip(1776, { applicableDieAreaMm2: 300 }), '3A090.a.2'],
  ['a.2 just below its density is b.2', dense(1776, 5.919), '3A090.b.2'],
  ['a.2 at its throughput', dense(1600, 8), '3A090.a.2'],
  ['a.2 just below its throughput', dense(1599, 8), 'none'],
  ['b.1 at its throughput', dense(2400, 2), '3A090.b.1'],
  ['b.1 just below its throughput', dense(2399, 2), 'none'],
  ['b.1 at its density', chip(2400, { applicableDieAreaMm2: 1500 }), '3A090.b.1'],
  ['b.1 just below its density', dense(2400, 1.599), 'none'],
  ['b.1 and b.2 together', dense(4799, 4), '3A090.b.1 and 3A090.b.2'],
  ['b.2 at its throughput', dense(1600, 4), '3A090.b.2'],
  ['b.2 just below its throughput', dense(1599, 4), 'none'],
  ['b.2 at its density', chip(1600, { applicableDieAreaMm2: 500 }), '3A090.b.2'],
  ['b.2 just below its density', dense(1600, 3.199), 'none'],
  ['not for datacenters, below 4800', dense(4799, 8, { datacenterMarketed: false }), 'none'],
  ['not for datacenters, at 4800', dense(4800, 4, { datacenterMarketed: false }), '3A090.a.1'],
  [
    'not known whether for datacenters',
    dense(2000, 8, { datacenterMarketed: null }),
    'open: datacenterMarketed',
  ],
  [
    'not known, and it does not matter',
    dense(9000, 8, { datacenterMarketed: null }),
    '3A090.a.1 and 3A090.a.2',
  ],
  [
    'area not known where density decides',
    chip(1600, { applicableDieAreaMm2: null }),
    'open: applicableDieAreaMm2',
  ],
  ['area not known below every throughput', chip(1599, { applicableDieAreaMm2: null }), 'none'],
  ['area not known above 4800', chip(4800, { applicableDieAreaMm2: null }), '3A090.a.1'],
  ['a planar chip has no density in the text', chip(2000, { nonplanar: false }), 'open: nonplanar'],
  ['no throughput published', { ...chip(1), denseTopsByBits: {} }, 'open: denseTopsByBits'],
])('since November 2023: %s', (_name, accelerator, expected) => {
  expect(check(accelerator)).toBe(expected)
})

test.each([
  ['both limits met', chip(4800, { ioGBps: 600 }), '3A090.a'],
  ['throughput just below', chip(4799, { ioGBps: 600 }), 'none'],
  ['interconnect just below', chip(4800, { ioGBps: 599 }), 'none'],
  ['interconnect not known where it decides', chip(4800, { ioGBps: null }), 'open: ioGBps'],
  ['interconnect not known where it does not', chip(4799, { ioGBps: null }), 'none'],
])('in the text of October 2022: %s', (_name, accelerator, expected) => {
  expect(check(accelerator, inOctober2022)).toBe(expected)
})

test('the text changes on 2023-11-17 and not the day before', () => {
  const a800 = chip(4992, { ioGBps: 400, applicableDieAreaMm2: 826 })
  expect(check(a800, day('2023-11-16'))).toBe('none')
  expect(check(a800, day('2023-11-17'))).toBe('3A090.a.1 and 3A090.a.2')
})

test('before the first text there is no class to give', () => {
  expect(() => classify(chip(1), day('2022-10-20'))).toThrow(NoValueYet)
})

test('the staggered date of 2022 is marked unverified', () => {
  const cited = classify(chip(4800), inOctober2022).reasons.flatMap((reason) => reason.citations)
  expect(cited.map((citation) => citation.status)).toContain('unverified')
})

test('an open density shows what each answer would be', () => {
  const lines = classify(chip(3040, { applicableDieAreaMm2: null }), now).reasons[0]?.arithmetic ?? []
  expect(lines).toContain('PD 5.92 or more (non-planar die area up to 513.5135 mm²): 3A090.a.2')
  expect(lines).toContain('a lower PD: not 3A090')
})

test('the highest bits × TOPS counts, not the longest or the shortest bit length', () => {
  const one = classify(chip(0, { denseTopsByBits: { 4: 1676, 8: 838, 16: 100 } }), now)
  expect(one.tpp).toBe(6704)
  expect(one.reasons[0]?.arithmetic).toContain('highest: 6704')
})

test.each(expectedClasses)('$name comes to its expected class in both texts', (expected) => {
  const accelerator = findAccelerator(expected.name)
  if (accelerator === undefined) throw new Error(`${expected.name} is not registered`)
  const one = classify(accelerator, now)
  expect(one.tpp).toBeCloseTo(expected.tpp, 0)
  if (expected.pd === null) expect(one.pd).toBeNull()
  else expect(Math.abs((one.pd ?? 0) - expected.pd)).toBeLessThan(0.011)
  const family = (text: string) =>
    text.startsWith('open') ? null : text === 'none' ? 'none' : text.slice(0, 7)
  expect(family(check(accelerator))).toBe(expected.since2023)
  expect(family(check(accelerator, inOctober2022))).toBe(expected.in2022)
})

test('every registered accelerator names a source and has an expected class', () => {
  expect(accelerators.map((one) => one.name)).toEqual(expectedClasses.map((one) => one.name))
  for (const one of accelerators) expect(one.sources.length).toBeGreaterThan(0)
})

test('H20 stays below b.2 by density, whatever a published table says', () => {
  const h20 = findAccelerator('nvidia h20')
  if (h20 === undefined) throw new Error('H20 is not registered')
  expect(check(h20)).toBe('none')
})

test('a computer is classed by one chip in it, never by their sum', () => {
  const small = chip(1000)
  expect(
    classifyComputer(
      'a server',
      Array.from({ length: 8 }, () => small),
      now,
    ).outcome,
  ).toBe('not-controlled')
  expect(classifyComputer('a server', [small, chip(4800)], now).paragraphs).toEqual(['4A090.a'])
  expect(classifyComputer('a server', [], now).outcome).toBe('needs-officer')
})

test('4A090 needed more than the limit in 2022, the limit since 2023, and has a paragraph b since April 2024', () => {
  const at = (tpp: number, asOf: string) => classifyComputer('a server', [chip(tpp)], day(asOf)).paragraphs
  expect(at(4800, '2023-11-16')).toEqual(['4A994.l'])
  expect(at(4808, '2023-11-16')).toEqual(['4A090.a'])
  expect(at(4800, '2023-11-17')).toEqual(['4A090.a'])
  expect(at(2400, '2024-04-03')).toEqual(['4A994.l'])
  expect(at(2400, '2024-04-04')).toEqual(['4A090.b'])
})

const rank = { 'not-controlled': 0, 'needs-officer': 1, controlled: 2 }

test('more throughput never gives a laxer class, all else equal', () => {
  const figure = fc.option(fc.double({ min: 50, max: 3000, noNaN: true }), { nil: null })
  const truth = fc.constantFrom(true, false, null)
  const tops = fc.double({ min: 1, max: 1200, noNaN: true })
  const when = fc.constantFrom(inOctober2022, day('2023-11-17'), now)
  fc.assert(
    fc.property(
      tops,
      tops,
      figure,
      figure,
      truth,
      truth,
      when,
      (one, other, area, ioGBps, nonplanar, datacenterMarketed, asOf) => {
        const of = (value: number) =>
          classify(
            chip(0, {
              denseTopsByBits: { 8: value },
              applicableDieAreaMm2: area,
              ioGBps,
              nonplanar,
              datacenterMarketed,
            }),
            asOf,
          )
        const [low, high] = [of(Math.min(one, other)), of(Math.max(one, other))]
        expect(rank[high.outcome]).toBeGreaterThanOrEqual(rank[low.outcome])
      },
    ),
    { numRuns: 400 },
  )
})
