import { dated } from '@allmende/domain/terms'
import { texts } from './texts.ts'

/**
 * The numbers of ECCN 3A090, each with its history. Read against every eCFR version from 2023-01-17 to
 * 2025-09-29 and the CCL of 2026-07-23; that the 2022 text applied from 2022-10-21 was not read in the
 * Federal Register, so its status says so.
 */
const october2022 = { from: '2022-10-21', cite: '87 FR 62186', status: 'unverified' } as const
const november2023 = { from: '2023-11-17', cite: '88 FR 73458' } as const

/** Which text classifies: an interconnect gate with bits × TOPS, or total processing performance with density. */
export const classificationText = dated<'interconnect' | 'performance-density'>({
  cite: '15 CFR 774 Supp. 1, 3A090',
  unit: 'version of the text',
  values: [
    { ...october2022, value: 'interconnect' },
    { ...november2023, value: 'performance-density' },
  ],
})

export const interconnectGate = dated<number | null>({
  cite: '15 CFR 774 Supp. 1, 3A090.a',
  unit: 'GB/s, aggregate bidirectional, all inputs and outputs but volatile memory',
  values: [
    { ...october2022, value: 600, text: texts.interconnectGate['2022-10-21'] },
    { ...november2023, value: null },
  ],
})

/** Met at this value: "4800 or more". */
export const controlledThroughput = dated({
  cite: '15 CFR 774 Supp. 1, 3A090.a.1',
  unit: 'bits × TOPS in 2022, TPP since',
  values: [
    { ...october2022, value: 4800, text: texts.controlledThroughput['2022-10-21'] },
    { ...november2023, value: 4800, text: texts.controlledThroughput['2023-11-17'] },
  ],
})

/** 3A090.a.2: both or more. */
export const denseChip = dated({
  cite: '15 CFR 774 Supp. 1, 3A090.a.2',
  unit: 'TPP; TPP per mm²',
  values: [{ ...november2023, value: { tpp: 1600, density: 5.92 }, text: texts.denseChip['2023-11-17'] }],
})

/** 3A090.b.1: from the first values, below the second. */
export const middleThroughput = dated({
  cite: '15 CFR 774 Supp. 1, 3A090.b.1',
  unit: 'TPP; TPP per mm²',
  values: [
    {
      ...november2023,
      value: { tpp: 2400, tppBelow: 4800, density: 1.6, densityBelow: 5.92 },
      text: texts.middleThroughput['2023-11-17'],
    },
  ],
})

/** 3A090.b.2: from the first values, below the second. */
export const middleDensity = dated({
  cite: '15 CFR 774 Supp. 1, 3A090.b.2',
  unit: 'TPP; TPP per mm²',
  values: [
    {
      ...november2023,
      value: { tpp: 1600, density: 3.2, densityBelow: 5.92 },
      text: texts.middleDensity['2023-11-17'],
    },
  ],
})

/** Note 2 (Note 1 from 2024-12-02 to 2025-01-15): 3A090.a and .b leave out items not designed or marketed for datacenters below this value. */
export const nonDatacenterNote = dated({
  cite: '15 CFR 774 Supp. 1, Note 2 to 3A090',
  unit: 'TPP, excluded below',
  values: [
    { ...november2023, value: 4800, text: texts.nonDatacenterNote['2023-11-17'] },
    {
      from: '2024-12-02',
      cite: '89 FR 96790',
      value: 4800,
      text: texts.nonDatacenterNote['2024-12-02'],
    },
  ],
})

/** 3A090.c: high-bandwidth memory above this value, not at it; null before there was such a paragraph. */
export const memoryDensity = dated<number | null>({
  cite: '15 CFR 774 Supp. 1, 3A090.c',
  unit: 'GB/s per mm² of stack or package, controlled above',
  values: [
    { ...october2022, value: null },
    { from: '2024-12-02', cite: '89 FR 96790', value: 2, text: texts.memoryDensity['2024-12-02'] },
  ],
})

/** 3A991.p, the lower tier with anti-terrorism control only; either value or more. */
export const lowerTier = dated({
  cite: '15 CFR 774 Supp. 1, 3A991.p',
  unit: 'TOPS; GB/s',
  values: [{ ...october2022, value: { tops: 8, ioGBps: 150 }, text: texts.lowerTier['2022-10-21'] }],
})

/** 4A090: computers by the chips they contain. In the 2022 text a chip must exceed the limit, not only meet it. */
export const computerParagraphs = dated<{ a: 'exceeds' | 'meets'; b: boolean }>({
  cite: '15 CFR 774 Supp. 1, 4A090',
  unit: 'how a contained chip counts; whether paragraph b exists',
  values: [
    { ...october2022, value: { a: 'exceeds', b: false }, text: texts.computer['2022-10-21'] },
    { ...november2023, value: { a: 'meets', b: false }, text: texts.computer['2023-11-17'] },
    {
      from: '2024-04-04',
      cite: '89 FR 23876',
      value: { a: 'meets', b: true },
      text: texts.computer['2024-04-04'],
    },
  ],
})

/** 4A994.l, the lower tier of computers. In the 2022 text a contained chip must exceed a limit of 3A991.p. */
export const lowerComputers = dated<'exceeds' | 'meets'>({
  cite: '15 CFR 774 Supp. 1, 4A994.l',
  unit: 'how a contained chip counts',
  values: [
    { ...october2022, value: 'exceeds', text: texts.lowerComputer['2022-10-21'] },
    { ...november2023, value: 'meets', text: texts.lowerComputer['2023-11-17'] },
  ],
})

/** Entries of items that have a .z paragraph for what also meets 3A090 or 4A090. */
export const hostEntries = ['3A001', '4A003', '4A004', '4A005', '5A002', '5A004', '5A992'] as const
export type HostEntry = (typeof hostEntries)[number]

/**
 * How the .z paragraph of an entry is divided: not at all; in this many numbers, by the paragraph of the entry that
 * the item meets; in halves, .z.1 for 3A090.a or 4A090.a and .z.2 for .b; or in numbers that each have halves a and b.
 */
export type Division =
  | 'undivided'
  | 'halves'
  | { readonly numbers: number }
  | { readonly numbersWithHalves: number }

/** The .z paragraphs, null before there were any. 5A002 and 5A004 were numbered from the start. */
export const zParagraphs = dated<Readonly<Record<HostEntry, Division>> | null>({
  cite: '15 CFR 774 Supp. 1, .z paragraphs of 3A001, 4A003, 4A004, 4A005, 5A002, 5A004 and 5A992',
  unit: 'how the paragraph is divided',
  values: [
    { ...october2022, value: null },
    {
      ...november2023,
      value: {
        '3A001': 'undivided',
        '4A003': 'undivided',
        '4A004': 'undivided',
        '4A005': 'undivided',
        '5A002': { numbers: 5 },
        '5A004': { numbers: 2 },
        '5A992': 'undivided',
      },
      text: texts.zParagraphs['2023-11-17'],
    },
    {
      from: '2024-04-04',
      cite: '89 FR 23876',
      value: {
        '3A001': { numbers: 4 },
        '4A003': { numbers: 2 },
        '4A004': 'undivided',
        '4A005': 'undivided',
        '5A002': { numbers: 5 },
        '5A004': { numbers: 2 },
        '5A992': 'undivided',
      },
      text: texts.zParagraphs['2024-04-04'],
    },
    {
      from: '2025-01-16',
      cite: '90 FR 5298',
      value: {
        '3A001': { numbersWithHalves: 4 },
        '4A003': { numbersWithHalves: 2 },
        '4A004': 'halves',
        '4A005': 'halves',
        '5A002': { numbersWithHalves: 5 },
        '5A004': { numbersWithHalves: 2 },
        '5A992': 'halves',
      },
      text: texts.zParagraphs['2025-01-16'],
    },
  ],
})

/** Case-by-case review for China and Macau lies below both values; null before there was such a gate. */
export const reviewGate = dated<{ tppBelow: number; dramGBpsBelow: number } | null>({
  cite: '15 CFR 742, 742.6(b)(10)(iii)(A)(1)',
  unit: 'TPP; GB/s total DRAM bandwidth',
  values: [
    { from: '2022-10-21', cite: '87 FR 62186', value: null, status: 'unverified' },
    { from: '2026-01-15', cite: '91 FR 1684', value: { tppBelow: 21_000, dramGBpsBelow: 6_500 } },
  ],
})
