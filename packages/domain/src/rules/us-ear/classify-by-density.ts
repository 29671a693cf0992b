import {
  type Accelerator,
  type CalendarDate,
  citationOn,
  type Dated,
  type Reason,
  valueOn,
} from '@allmende/domain/terms'
import { type Classification, classReason, lowerTierOf } from './classification.ts'
import {
  controlledThroughput,
  denseChip,
  middleDensity,
  middleThroughput,
  nonDatacenterNote,
} from './parameters.ts'

type Throughput = { readonly tpp: number; readonly arithmetic: readonly string[] }
type Met = { readonly paragraph: string; readonly line: string; readonly cite: Dated<unknown> }

/**
 * Paragraphs the figures meet. The edges of .b exclude .a by themselves but for one: b.2 names no upper throughput, so
 * from the figure of a.1 on it is left out, since .a is the stricter and governs.
 */
function paragraphsMet(tpp: number, pd: number | null, asOf: CalendarDate): readonly Met[] {
  const a1 = valueOn(controlledThroughput, asOf)
  const a2 = valueOn(denseChip, asOf)
  const b1 = valueOn(middleThroughput, asOf)
  const b2 = valueOn(middleDensity, asOf)
  const density = pd === null ? '' : round(pd)
  const a: Met[] = []
  if (tpp >= a1) a.push({ paragraph: '3A090.a.1', line: `TPP ${tpp} ≥ ${a1}`, cite: controlledThroughput })
  if (pd !== null && tpp >= a2.tpp && pd >= a2.density) {
    const line = `TPP ${tpp} ≥ ${a2.tpp} and PD ${density} ≥ ${a2.density}`
    a.push({ paragraph: '3A090.a.2', line, cite: denseChip })
  }
  if (pd === null) return a
  const b: Met[] = []
  if (tpp >= b1.tpp && tpp < b1.tppBelow && pd >= b1.density && pd < b1.densityBelow) {
    const line = `${b1.tpp} ≤ TPP ${tpp} < ${b1.tppBelow} and ${b1.density} ≤ PD ${density} < ${b1.densityBelow}`
    b.push({ paragraph: '3A090.b.1', line, cite: middleThroughput })
  }
  if (tpp < a1 && tpp >= b2.tpp && pd >= b2.density && pd < b2.densityBelow) {
    const line = `TPP ${tpp} ≥ ${b2.tpp} and ${b2.density} ≤ PD ${density} < ${b2.densityBelow}`
    b.push({ paragraph: '3A090.b.2', line, cite: middleDensity })
  }
  return [...a, ...b]
}

const round = (value: number) => String(Math.round(value * 1e4) / 1e4)

/** Facts about density that are open: the area, whether the process is non-planar, or a planar chip's density. */
function openDensityFacts(accelerator: Accelerator): readonly (keyof Accelerator)[] {
  return [
    ...(accelerator.applicableDieAreaMm2 === null ? (['applicableDieAreaMm2'] as const) : []),
    ...(accelerator.nonplanar === true ? [] : (['nonplanar'] as const)),
  ]
}

/** Each class that an unknown density leaves open, in words: "die area up to 743.2432 mm²: 3A090.a.2". */
function densityAnswers(tpp: number, asOf: CalendarDate): readonly string[] {
  const edges = [
    valueOn(denseChip, asOf).density,
    valueOn(middleDensity, asOf).density,
    valueOn(middleThroughput, asOf).density,
  ]
  const lines = edges.map((edge) => {
    const names = paragraphsMet(tpp, edge, asOf).map((met) => met.paragraph)
    return `PD ${edge} or more (non-planar die area up to ${round(tpp / edge)} mm²): ${names.join(' and ') || 'not 3A090'}`
  })
  return [
    ...lines,
    `a lower PD: ${
      paragraphsMet(tpp, 0, asOf)
        .map((met) => met.paragraph)
        .join(' and ') || 'not 3A090'
    }`,
  ]
}

function open(
  accelerator: Accelerator,
  throughput: Throughput,
  asOf: CalendarDate,
  missing: readonly (keyof Accelerator)[],
): Classification {
  const planar = accelerator.nonplanar === false
  const finding = planar
    ? `${accelerator.name} is stated to have no non-planar logic die; the text gives no performance density for that.`
    : `${accelerator.name}: performance density decides the class and cannot be computed from what is published.`
  const arithmetic = [...throughput.arithmetic, ...densityAnswers(throughput.tpp, asOf)]
  const citation = citationOn(denseChip, asOf)
  return {
    name: accelerator.name,
    tpp: throughput.tpp,
    pd: null,
    paragraphs: [],
    outcome: 'needs-officer',
    reasons: [classReason('us-ear.density-unknown', 'needs-officer', finding, arithmetic, citation)],
    missing,
  }
}

function notControlled(
  accelerator: Accelerator,
  base: { readonly tpp: number; readonly pd: number | null },
  asOf: CalendarDate,
  reason: Reason,
): Classification {
  const lower = lowerTierOf(accelerator, asOf)
  return {
    name: accelerator.name,
    ...base,
    paragraphs: lower.paragraphs,
    outcome: 'not-controlled',
    reasons: [reason, ...lower.reasons],
    missing: [],
  }
}

/** What the note on items outside datacenters does to figures below its limit; null when it does nothing. */
function underNonDatacenterNote(
  accelerator: Accelerator,
  base: { readonly tpp: number; readonly pd: number | null },
  asOf: CalendarDate,
  arithmetic: readonly string[],
  met: readonly Met[],
): Classification | null {
  const limit = valueOn(nonDatacenterNote, asOf)
  if (base.tpp >= limit || accelerator.datacenterMarketed === true) return null
  const citation = citationOn(nonDatacenterNote, asOf)
  const names = met.map((one) => one.paragraph).join(' and ')
  if (accelerator.datacenterMarketed === false) {
    const finding = `${accelerator.name} meets the figures of ${names} but is not designed or marketed for datacenters.`
    const lines = [...arithmetic, `TPP ${base.tpp} < ${limit}, so Note 2 leaves it out`]
    const reason = classReason('us-ear.non-datacenter-note', 'no-requirement-found', finding, lines, citation)
    return notControlled(accelerator, base, asOf, reason)
  }
  const finding = `${accelerator.name}: whether it is designed or marketed for datacenters decides the class.`
  const lines = [
    ...arithmetic,
    `for datacenters: ${names}`,
    `not for datacenters: not 3A090 (TPP ${base.tpp} < ${limit})`,
  ]
  const reason = classReason('us-ear.datacenter-unknown', 'needs-officer', finding, lines, citation)
  return {
    name: accelerator.name,
    ...base,
    paragraphs: [],
    outcome: 'needs-officer',
    reasons: [reason],
    missing: ['datacenterMarketed'],
  }
}

/** The text since 2023-11-17: total processing performance and performance density. */
export function classifyByDensity(
  accelerator: Accelerator,
  asOf: CalendarDate,
  throughput: Throughput,
): Classification {
  const { tpp } = throughput
  const openFacts = openDensityFacts(accelerator)
  const area = accelerator.applicableDieAreaMm2
  const pd = openFacts.length === 0 && area !== null ? tpp / area : null
  const floor = Math.min(valueOn(denseChip, asOf).tpp, valueOn(middleDensity, asOf).tpp)
  const undecided = pd === null && tpp >= floor && tpp < valueOn(controlledThroughput, asOf)
  const excluded = tpp < valueOn(nonDatacenterNote, asOf) && accelerator.datacenterMarketed === false
  if (undecided && !excluded) {
    const alsoOpen = accelerator.datacenterMarketed === null ? (['datacenterMarketed'] as const) : []
    return open(accelerator, throughput, asOf, [...openFacts, ...alsoOpen])
  }
  const base = { tpp, pd }
  const density = pd === null ? [] : [`PD = ${tpp} ÷ ${area} mm² = ${round(pd)}`]
  const arithmetic = [...throughput.arithmetic, ...density]
  const met = paragraphsMet(tpp, pd, asOf)
  if (met.length === 0) {
    const finding =
      excluded && undecided
        ? `${accelerator.name} is not designed or marketed for datacenters and stays below the note's limit.`
        : `${accelerator.name} does not meet the figures of 3A090.`
    const cite = citationOn(excluded && undecided ? nonDatacenterNote : controlledThroughput, asOf)
    const lines = [...arithmetic, `TPP ${tpp} < ${valueOn(controlledThroughput, asOf)}`]
    const reason = classReason('us-ear.not-3a090', 'no-requirement-found', finding, lines, cite)
    return notControlled(accelerator, base, asOf, reason)
  }
  const noted = underNonDatacenterNote(accelerator, base, asOf, arithmetic, met)
  if (noted !== null) return noted
  const reasons = met.map(({ paragraph, line, cite }) =>
    classReason(
      `us-ear.${paragraph.toLowerCase().replaceAll('.', '-')}`,
      'no-requirement-found',
      `${accelerator.name} meets ${paragraph}; whether a licence is needed depends on the transaction.`,
      [...arithmetic, line],
      citationOn(cite, asOf),
    ),
  )
  return {
    name: accelerator.name,
    ...base,
    paragraphs: met.map((one) => one.paragraph),
    outcome: 'controlled',
    reasons,
    missing: [],
  }
}
