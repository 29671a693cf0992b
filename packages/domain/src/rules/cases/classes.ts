import { type CalendarDate, type Citation, day, NoValueYet } from '@allmende/domain/terms'
import { classify } from '../us-ear/classify.ts'
import { classifyComputer } from '../us-ear/classify-computer.ts'
import { classifyHbm } from '../us-ear/classify-hbm.ts'
import type { HostEntry } from '../us-ear/parameters.ts'
import { citedAs } from './broken.ts'
import { chip } from './clear-facts.ts'

/** A worked case of a class alone: what is classed, on which day, and words that the answer must hold. */
export type ClassCase = {
  readonly name: string
  readonly asOf: string
  readonly says: string
  /** It must begin with `says`: these paragraphs and no other. */
  readonly startsWith?: true
  /** Words that it must not hold. */
  readonly never?: string
  readonly classed: (asOf: CalendarDate) => {
    readonly paragraphs: readonly string[]
    readonly reasons: readonly {
      readonly finding: string
      readonly citations: readonly Citation[]
    }[]
  }
}

const accelerator = (name: string, of: ReturnType<typeof chip>, asOf: string, says: string): ClassCase => ({
  name,
  asOf,
  says,
  classed: (on) => classify(of, on),
})
/** A chip at an edge of .b, today. */
const edge = (name: string, tpp: number, density: number, says: string): ClassCase => ({
  ...accelerator(name, chip(tpp, { applicableDieAreaMm2: tpp / density }), '2026-11-24', says),
  startsWith: true,
})
const server = (host: HostEntry | null, tpp: number, asOf: string, says: string): ClassCase => ({
  name: `a server${host === null ? '' : ` of ${host}`} with a chip of ${tpp} TPP`,
  asOf,
  says,
  classed: (on) => classifyComputer('a server', [chip(tpp)], on, host),
})
const memory = (density: number, asOf: string, says: string): ClassCase => ({
  name: `memory of ${density} GB/s per mm²`,
  asOf,
  says,
  classed: (on) =>
    classifyHbm(
      { name: 'a stack', bandwidthGBps: density * 100, areaMm2: 100, coPackagedForProcessing: false },
      on,
    ),
})
const desk = chip(2000, { applicableDieAreaMm2: 300, datacenterMarketed: false })
const slow = (tops: number, ioGBps: number) => chip(0, { denseTopsByBits: { 8: tops }, ioGBps })

/** A computer whose chip meets 3A991.p and does not exceed it. */
const atTheLowerTier = (asOf: string, says: string): ClassCase => ({
  name: 'a server with a chip of 8 TOPS',
  asOf,
  says,
  classed: (on) => classifyComputer('a server', [slow(8, 1)], on, null),
})

/** Worked cases of classes that no transaction shows by its outcome: lower tiers, computers and hosts, memory. */
export const classCases: readonly ClassCase[] = [
  accelerator('8 TOPS', slow(8, 1), '2026-11-24', '3A991.p.1'),
  accelerator('7 TOPS', slow(7.9, 1), '2026-11-24', 'no paragraph'),
  accelerator('150 GB/s', slow(1, 150), '2026-11-24', '3A991.p.2'),
  accelerator('149 GB/s', slow(1, 149), '2026-11-24', 'no paragraph'),
  accelerator(
    '4800 TPP the day before the text of 2023',
    chip(4800, { ioGBps: 599 }),
    '2023-11-16',
    '3A991.p',
  ),
  accelerator(
    'no transfer rate is published, on the last day on which it counted',
    chip(4800, { ioGBps: null }),
    '2023-11-16',
    '3A090.a 87 FR 62186 2022-10-21 until 2023-11-17',
  ),
  edge('at 4800 TPP, above b.1', 4800, 2, '3A090.a.1 · '),
  edge('at a density of 5.92, above both', 2400, 5.92, '3A090.a.2 · '),
  edge('at a density of 5.92, above b.2', 1600, 5.92, '3A090.a.2 · '),
  edge('just below a density of 5.92', 2400, 5.915, '3A090.b.1, 3A090.b.2 · '),
  edge('with the density of b.2 and the throughput of a.1', 4800, 4, '3A090.a.1 · '),
  accelerator('4800 TPP on the day', chip(4800, { ioGBps: 599 }), '2023-11-17', '3A090.a.1'),
  memory(2.01, '2024-12-01', 'did not exist'),
  memory(2.01, '2024-12-02', 'meets 3A090.c'),
  memory(2, '2024-12-02', 'does not exceed'),
  ...(
    [
      ['4800 TPP cites', chip(4800, { applicableDieAreaMm2: 1600 }), '3A090.a.1 88 FR 73458 2023-11-17'],
      ['a dense chip cites', chip(2000, { applicableDieAreaMm2: 300 }), '3A090.a.2 88 FR 73458 2023-11-17'],
      ['a chip of b.1 cites', chip(4000, { applicableDieAreaMm2: 2000 }), '3A090.b.1 88 FR 73458 2023-11-17'],
      ['a chip of b.2 cites', chip(2000, { applicableDieAreaMm2: 500 }), '3A090.b.2 88 FR 73458 2023-11-17'],
    ] as const
  ).map(([name, of, says]) => accelerator(name, of, '2023-11-17', says)),
  accelerator(
    'a chip not for datacenters cites',
    desk,
    '2023-11-17',
    'Note 2 to 3A090 88 FR 73458 2023-11-17',
  ),
  accelerator(
    'and on the last day of that note',
    desk,
    '2024-12-01',
    'Note 2 to 3A090 88 FR 73458 2023-11-17',
  ),
  { ...accelerator('and from then on', desk, '2024-12-02', ' 2024-12-02'), never: '88 FR 73458 2023-11-17' },
  atTheLowerTier('2023-11-16', 'no paragraph'),
  atTheLowerTier('2023-11-17', '4A994.l'),
  { ...server('3A001', 16_000, '2024-04-03', '3A001.z'), never: '3A001.z.1' },
  { ...server('5A992', 16_000, '2025-01-15', '5A992.z'), never: '5A992.z.1' },
  server(null, 4800, '2023-11-16', '4A994.l'),
  server(null, 4808, '2023-11-16', '4A090.a'),
  server(null, 4800, '2023-11-17', '4A090.a'),
  server(null, 2400, '2024-04-03', '4A994.l'),
  server(null, 2400, '2024-04-04', '4A090.b'),
  server('5A992', 16_000, '2023-11-16', '4A090.a'),
  server('5A992', 16_000, '2023-11-17', '5A992.z'),
  server('5A002', 16_000, '2023-11-17', '5A002.z.4, 5A002.z.5 depends'),
  server('5A004', 16_000, '2023-11-17', '5A004.z.1, 5A004.z.2 depends'),
  server('3A001', 16_000, '2024-04-03', 'puts it in 3A001.z.'),
  server('3A001', 16_000, '2024-04-04', '3A001.z.3, 3A001.z.4 depends'),
  server('4A003', 16_000, '2024-04-04', '4A003.z.1, 4A003.z.2 depends'),
  server('5A002', 16_000, '2024-04-04', '5A002.z.4, 5A002.z.5 depends'),
  server('5A004', 16_000, '2024-04-04', '5A004.z.1, 5A004.z.2 depends'),
  server('5A992', 16_000, '2025-01-15', '5A992.z'),
  server('5A992', 16_000, '2025-01-16', '5A992.z.1'),
  server('3A001', 16_000, '2025-01-16', '3A001.z.3.a, 3A001.z.4.a depends'),
  server('4A003', 16_000, '2025-01-16', '4A003.z.1.a, 4A003.z.2.a depends'),
  server('5A002', 16_000, '2025-01-16', '5A002.z.4.a, 5A002.z.5.a depends'),
  server('5A004', 16_000, '2025-01-16', '5A004.z.1.a, 5A004.z.2.a depends'),
]

/** What a class says, in one text: its paragraphs, its findings, and where they come from. */
export function classSays(one: ClassCase): string {
  const { paragraphs, reasons } = one.classed(day(one.asOf))
  return [
    paragraphs.join(', ') || 'no paragraph',
    ...reasons.flatMap((reason) => [reason.finding, ...reason.citations.map(citedAs)]),
  ].join(' · ')
}

/** The first class case that does not say what it must; null where all do. */
export function brokenClass(): string | null {
  for (const one of classCases) {
    try {
      const said = classSays(one)
      const holds = one.startsWith === true ? said.startsWith(one.says) : said.includes(one.says)
      if (!holds || (one.never !== undefined && said.includes(one.never))) return one.name
    } catch (error) {
      if (error instanceof NoValueYet) return one.name
      throw error
    }
  }
  return null
}
