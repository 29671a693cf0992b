import { dated } from '../dated.ts'

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
    { ...october2022, value: 600 },
    { ...november2023, value: null },
  ],
})

/** Met at this value: "4800 or more". */
export const controlledThroughput = dated({
  cite: '15 CFR 774 Supp. 1, 3A090.a.1',
  unit: 'bits × TOPS in 2022, TPP since',
  values: [
    { ...october2022, value: 4800 },
    { ...november2023, value: 4800 },
  ],
})

/** 3A090.a.2: both or more. */
export const denseChip = dated({
  cite: '15 CFR 774 Supp. 1, 3A090.a.2',
  unit: 'TPP; TPP per mm²',
  values: [{ ...november2023, value: { tpp: 1600, density: 5.92 } }],
})

/** 3A090.b.1: from the first values, below the second. */
export const middleThroughput = dated({
  cite: '15 CFR 774 Supp. 1, 3A090.b.1',
  unit: 'TPP; TPP per mm²',
  values: [{ ...november2023, value: { tpp: 2400, tppBelow: 4800, density: 1.6, densityBelow: 5.92 } }],
})

/** 3A090.b.2: from the first values, below the second. */
export const middleDensity = dated({
  cite: '15 CFR 774 Supp. 1, 3A090.b.2',
  unit: 'TPP; TPP per mm²',
  values: [{ ...november2023, value: { tpp: 1600, density: 3.2, densityBelow: 5.92 } }],
})

/** Note 2: 3A090 leaves out items not designed or marketed for datacenters below this value. */
export const nonDatacenterNote = dated({
  cite: '15 CFR 774 Supp. 1, Note 2 to 3A090',
  unit: 'TPP, excluded below',
  values: [{ ...november2023, value: 4800 }],
})

/** 3A991.p, the lower tier with anti-terrorism control only; either value or more. */
export const lowerTier = dated({
  cite: '15 CFR 774 Supp. 1, 3A991.p',
  unit: 'TOPS; GB/s',
  values: [
    { ...october2022, value: { tops: 8, ioGBps: 150 } },
    { from: '2023-01-17', cite: 'eCFR text of 2023-01-17', value: { tops: 8, ioGBps: 150 } },
  ],
})

/** 4A090: computers by the chips they contain. In the 2022 text a chip must exceed the limit, not only meet it. */
export const computerParagraphs = dated<{ a: 'exceeds' | 'meets'; b: boolean }>({
  cite: '15 CFR 774 Supp. 1, 4A090',
  unit: 'how a contained chip counts; whether paragraph b exists',
  values: [
    { ...october2022, value: { a: 'exceeds', b: false } },
    { ...november2023, value: { a: 'meets', b: false } },
    { from: '2024-04-04', cite: '89 FR 23876', value: { a: 'meets', b: true } },
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
