import {
  type Accelerator,
  type CalendarDate,
  citationOn,
  type Dated,
  type Outcome,
  unreachable,
  valueOn,
} from '@allmende/domain/terms'
import { type Classification, classReason, lowerTierOf, throughputOf } from './classification.ts'
import { classifyByDensity } from './classify-by-density.ts'
import { classificationText, controlledThroughput, interconnectGate } from './parameters.ts'

function withoutFigures(accelerator: Accelerator, asOf: CalendarDate): Classification {
  const finding = `${accelerator.name} has no published throughput, so its class cannot be determined.`
  return {
    name: accelerator.name,
    tpp: null,
    pd: null,
    paragraphs: [],
    outcome: 'needs-officer',
    reasons: [
      classReason('us-ear.no-figures', 'needs-officer', finding, [], citationOn(classificationText, asOf)),
    ],
    missing: ['denseTopsByBits'],
  }
}

/**
 * The text of October 2022: bits × TOPS of 4800 or more and 600 GB/s or more of interconnect. That text
 * counted machine instructions by their longest input or output; datasheet TOPS stand in for it here.
 */
function classifyByInterconnect(
  accelerator: Accelerator,
  asOf: CalendarDate,
  throughput: { tpp: number; arithmetic: readonly string[] },
): Classification {
  const limit = valueOn(controlledThroughput, asOf)
  const gate = valueOn(interconnectGate, asOf) ?? 0
  const { tpp } = throughput
  const io = accelerator.ioGBps
  const base = { name: accelerator.name, tpp, pd: null }
  const reason = (
    code: string,
    outcome: Outcome,
    finding: string,
    lines: readonly string[],
    cite: Dated<unknown>,
  ) => classReason(code, outcome, finding, [...throughput.arithmetic, ...lines], citationOn(cite, asOf))
  if (tpp >= limit && io === null) {
    const lines = [`${tpp} ≥ ${limit}`, `with ${gate} GB/s or more: 3A090.a`, `with less: not 3A090.a`]
    const finding = `${accelerator.name}: the aggregate transfer rate is not published and decides the class.`
    const reasons = [reason('us-ear.interconnect-unknown', 'needs-officer', finding, lines, interconnectGate)]
    return { ...base, paragraphs: [], outcome: 'needs-officer', reasons, missing: ['ioGBps'] }
  }
  if (tpp >= limit && io !== null && io >= gate) {
    const lines = [`${tpp} ≥ ${limit}`, `${io} GB/s ≥ ${gate}`]
    const finding = `${accelerator.name} meets 3A090.a in the text of October 2022.`
    const reasons = [reason('us-ear.3a090-a', 'no-requirement-found', finding, lines, controlledThroughput)]
    return { ...base, paragraphs: ['3A090.a'], outcome: 'controlled', reasons, missing: [] }
  }
  const lower = lowerTierOf(accelerator, asOf)
  const lines = tpp < limit ? [`${tpp} < ${limit}`] : [`${tpp} ≥ ${limit}`, `${io} GB/s < ${gate}`]
  const finding = `${accelerator.name} does not meet 3A090.a in the text of October 2022.`
  const none = reason('us-ear.not-3a090', 'no-requirement-found', finding, lines, controlledThroughput)
  return {
    ...base,
    paragraphs: lower.paragraphs,
    outcome: 'not-controlled',
    reasons: [none, ...lower.reasons],
    missing: [],
  }
}

/**
 * The class of one accelerator under ECCN 3A090 on a day. A figure that is missing where it matters gives
 * `needs-officer`, with both answers in the arithmetic.
 *
 * @throws {NoValueYet} before 2022-10-21, the first day of the text.
 */
export function classify(accelerator: Accelerator, asOf: CalendarDate): Classification {
  const text = valueOn(classificationText, asOf)
  const throughput = throughputOf(accelerator)
  if (throughput === null) return withoutFigures(accelerator, asOf)
  switch (text) {
    case 'interconnect':
      return classifyByInterconnect(accelerator, asOf, throughput)
    case 'performance-density':
      return classifyByDensity(accelerator, asOf, throughput)
    default:
      return unreachable(text)
  }
}
