import type { Accelerator } from '@allmende/domain/terms'
import { chip, clearTransfer, inCountry } from './clear-facts.ts'
import type { WorkedCase } from './remote-use.ts'

/** A chip of this throughput and density; the area follows. */
const dense = (tpp: number, density: number, changes: Partial<Accelerator> = {}) =>
  chip(tpp, { applicableDieAreaMm2: tpp / density, ...changes })

const day2023 = '2023-11-17'
const now = '2026-11-24'

/** The same chip shipped to Vietnam, which needs a licence for anything in 3A090 since 2023-11-17. */
function toVietnam(name: string, one: Accelerator, isIn: boolean, asOf = now): WorkedCase {
  return {
    name: `figures: ${name}`,
    facts: { ...clearTransfer, accelerators: [one], destinationCountry: inCountry('VN') },
    asOf,
    outcome: isIn ? 'licence-required' : 'no-requirement-found',
    rule: 'us-ear.3a090-destination-groups',
    ...(isIn ? {} : { absent: true }),
  }
}

/** To China in the text of October 2022. */
function toChina(name: string, one: Accelerator, isIn: boolean, asOf: string): WorkedCase {
  return {
    name: `figures: ${name}`,
    facts: { ...clearTransfer, accelerators: [one], destinationCountry: inCountry('CN') },
    asOf,
    outcome: isIn ? 'licence-required' : 'no-requirement-found',
    rule: isIn ? 'us-ear.3a090-destination-2022' : 'us-ear.classification',
  }
}

/** To Kenya, where the worldwide text tells .a from .b. */
function toKenya(name: string, one: Accelerator, isA: boolean): WorkedCase {
  return {
    name: `figures: ${name}`,
    facts: { ...clearTransfer, accelerators: [one] },
    asOf: now,
    outcome: isA ? 'licence-required' : 'no-requirement-found',
    rule: 'us-ear.3a090-a-worldwide-text',
    ...(isA ? {} : { absent: true }),
  }
}

const consumer = { datacenterMarketed: false }

/** Both sides of every figure of 3A090, on the first day of its text and today. */
export const figureCases: readonly WorkedCase[] = [
  ...['2022-10-21', '2023-11-16'].flatMap((asOf) => [
    toChina('4800 and 600 GB/s in 2022', chip(4800, { ioGBps: 600 }), true, asOf),
    toChina('4799 in 2022', chip(4799, { ioGBps: 600 }), false, asOf),
    toChina('599 GB/s in 2022', chip(4800, { ioGBps: 599 }), false, asOf),
  ]),
  {
    ...toChina('600 GB/s no longer counts', chip(4800, { ioGBps: 599 }), true, day2023),
    rule: 'us-ear.3a090-destination-groups',
  },
  ...[day2023, now].flatMap((asOf) => [
    toVietnam('b.1 at 2400', dense(2400, 2), true, asOf),
    toVietnam('b.1 below 2400', dense(2399, 2), false, asOf),
    toVietnam('b.1 at 1.6', chip(2400, { applicableDieAreaMm2: 1500 }), true, asOf),
    toVietnam('b.1 below 1.6', dense(2400, 1.599), false, asOf),
    toVietnam('b.2 at 1600', dense(1600, 4), true, asOf),
    toVietnam('b.2 below 1600', dense(1599, 4), false, asOf),
    toVietnam('b.2 at 3.2', chip(1600, { applicableDieAreaMm2: 500 }), true, asOf),
    toVietnam('b.2 below 3.2', dense(1600, 3.199), false, asOf),
    toVietnam('not for datacenters, 4799', dense(4799, 8, consumer), false, asOf),
    toVietnam('not for datacenters, 4800', dense(4800, 8, consumer), true, asOf),
  ]),
  toKenya('a.1 at 4800', chip(4800, { applicableDieAreaMm2: 4800 }), true),
  toKenya('a.1 below 4800', chip(4799, { applicableDieAreaMm2: 4799 }), false),
  toKenya('a.2 at 1600', dense(1600, 8), true),
  toKenya('a.2 below 1600', dense(1599, 8), false),
  toKenya('a.2 at 5.92', chip(1776, { applicableDieAreaMm2: 300 }), true),
  toKenya('a.2 below 5.92', dense(1776, 5.919), false),
  // Below .a the upper edges of .b leave no gap: 4799 and a density just under 5.92 are in b.1 and b.2.
  toVietnam('b.1 up to 4799', dense(4799, 2), true),
  toVietnam('b.2 up to 5.92', dense(1600, 5.919), true),
  toVietnam('b.1 up to 5.92', dense(2400, 5.919), true),
]
