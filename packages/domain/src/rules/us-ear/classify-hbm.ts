import { type CalendarDate, citationOn, type Reason, valueOn } from '@allmende/domain/terms'
import type { HbmStack } from '../facts.ts'
import { classReason } from './classification.ts'
import { memoryDensity } from './parameters.ts'

/** What 3A090.c says of high-bandwidth memory on a day. It never decides a .z class. */
export type HbmClassification = {
  readonly name: string
  /** GB/s per mm² of stack or package; null when it cannot be computed. */
  readonly density: number | null
  readonly paragraphs: readonly '3A090.c'[]
  readonly outcome: 'controlled' | 'not-controlled' | 'needs-officer'
  readonly reasons: readonly Reason[]
  /** Facts of the stack that would settle the class. */
  readonly missing: readonly (keyof HbmStack)[]
}

/** The facts that are open where the density is above the limit or may be. */
function openFacts({ bandwidthGBps, areaMm2, coPackagedForProcessing }: HbmStack): (keyof HbmStack)[] {
  return [
    ...(bandwidthGBps === null ? (['bandwidthGBps'] as const) : []),
    ...(areaMm2 === null ? (['areaMm2'] as const) : []),
    ...(coPackagedForProcessing === null ? (['coPackagedForProcessing'] as const) : []),
  ]
}

type Found = Pick<HbmClassification, 'outcome' | 'missing'> & {
  readonly finding: string
  readonly lines: readonly string[]
}

function found(stack: HbmStack, density: number | null, limit: number | null): Found {
  const { name } = stack
  const none = { outcome: 'not-controlled', missing: [] } as const
  if (limit === null)
    return { ...none, finding: `3A090.c did not exist; ${name} is in none of it.`, lines: [] }
  if (stack.coPackagedForProcessing === true) {
    const finding = `${name} is in one package with logic whose dominant function is processing, which 3A090.c leaves out.`
    return { ...none, finding, lines: [] }
  }
  const lines =
    density === null
      ? [`above ${limit} GB/s per mm²: 3A090.c`, `at ${limit} or below: not 3A090.c`]
      : [
          `${stack.bandwidthGBps} GB/s ÷ ${stack.areaMm2} mm² = ${Math.round(density * 1e4) / 1e4} ${density > limit ? '>' : '≤'} ${limit}`,
        ]
  if (density !== null && density <= limit)
    return { ...none, finding: `${name} does not exceed the figure of 3A090.c.`, lines }
  const missing = openFacts(stack)
  if (missing.length > 0) {
    const finding = `${name}: memory bandwidth density, or what it is packaged with, decides the class and is not stated.`
    return { outcome: 'needs-officer', missing, finding, lines }
  }
  const finding = `${name} meets 3A090.c; whether a licence is needed depends on the transaction.`
  return { outcome: 'controlled', missing: [], finding, lines }
}

/**
 * The class of one stack under 3A090.c on a day: more than 2 GB/s per mm² since 2024-12-02, unless it is in one package
 * with logic whose dominant function is processing. A missing figure that matters gives `needs-officer`.
 *
 * @throws {NoValueYet} before 2022-10-21, the first day these rules answer for.
 */
export function classifyHbm(stack: HbmStack, asOf: CalendarDate): HbmClassification {
  const { bandwidthGBps, areaMm2 } = stack
  const density = bandwidthGBps === null || areaMm2 === null ? null : bandwidthGBps / areaMm2
  const { outcome, missing, finding, lines } = found(stack, density, valueOn(memoryDensity, asOf))
  const reasonOutcome = outcome === 'needs-officer' ? 'needs-officer' : 'no-requirement-found'
  return {
    name: stack.name,
    density,
    paragraphs: outcome === 'controlled' ? ['3A090.c'] : [],
    outcome,
    reasons: [classReason('us-ear.3a090-c', reasonOutcome, finding, lines, citationOn(memoryDensity, asOf))],
    missing,
  }
}
