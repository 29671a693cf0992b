import {
  type Accelerator,
  type CalendarDate,
  type Citation,
  citationOn,
  type Outcome,
  type Reason,
  valueOn,
} from '@allmende/domain/terms'
import { lowerTier } from './parameters.ts'

/** What ECCN 3A090 says of one accelerator on a day. Not a licence answer: that needs destination and parties. */
export type Classification = {
  readonly name: string
  /** Highest bits × dense TOPS; null when no throughput is published. */
  readonly tpp: number | null
  /** TPP per mm² of non-planar logic die; null when it cannot be computed. */
  readonly pd: number | null
  /** "3A090.a.1", "3A090.b.2", or "3A991.p.1" for the lower tier, which is no 3A090 control. */
  readonly paragraphs: readonly string[]
  readonly outcome: 'controlled' | 'not-controlled' | 'needs-officer'
  readonly reasons: readonly Reason[]
  /** Facts of the accelerator that would settle the class: "applicableDieAreaMm2". */
  readonly missing: readonly (keyof Accelerator)[]
}

/** The highest bits × dense TOPS, with the products that were compared; null without figures. */
export function throughputOf(
  accelerator: Accelerator,
): { tpp: number; arithmetic: readonly string[] } | null {
  const products = Object.entries(accelerator.denseTopsByBits).map(([bits, tops]) => ({
    tpp: Number(bits) * tops,
    line: `${bits} bits × ${tops} dense TOPS = ${Number(bits) * tops}`,
  }))
  if (products.length === 0) return null
  const tpp = Math.max(...products.map((product) => product.tpp))
  const lines = products.map((product) => product.line)
  return { tpp, arithmetic: lines.length === 1 ? lines : [...lines, `highest: ${tpp}`] }
}

/** One reason of a classification. `controlled` alone carries no licence answer, so the outcome stays open. */
export function classReason(
  code: string,
  outcome: Outcome,
  finding: string,
  arithmetic: readonly string[],
  citation: Citation,
): Reason {
  return {
    code,
    regime: 'us-ear',
    outcome,
    finding,
    arithmetic,
    citations: [citation],
    layer: 'both',
    fourEyes: false,
  }
}

/** Paragraphs of 3A991.p that the figures meet, with the reason; empty when neither is met. */
export function lowerTierOf(
  accelerator: Accelerator,
  asOf: CalendarDate,
): { paragraphs: readonly string[]; reasons: readonly Reason[] } {
  const limit = valueOn(lowerTier, asOf)
  const tops = Math.max(...Object.values(accelerator.denseTopsByBits))
  const lines = [
    ...(tops >= limit.tops ? [{ paragraph: '3A991.p.1', line: `${tops} TOPS ≥ ${limit.tops}` }] : []),
    ...(accelerator.ioGBps !== null && accelerator.ioGBps >= limit.ioGBps
      ? [{ paragraph: '3A991.p.2', line: `${accelerator.ioGBps} GB/s ≥ ${limit.ioGBps}` }]
      : []),
  ]
  if (lines.length === 0) return { paragraphs: [], reasons: [] }
  const finding = `${accelerator.name} is in the lower tier 3A991.p, controlled for anti-terrorism reasons only.`
  return {
    paragraphs: lines.map((line) => line.paragraph),
    reasons: [
      classReason(
        'us-ear.3a991-p',
        'no-requirement-found',
        finding,
        lines.map((line) => line.line),
        citationOn(lowerTier, asOf),
      ),
    ],
  }
}
