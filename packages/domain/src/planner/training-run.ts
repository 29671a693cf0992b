import type { Accelerator } from '../terms/index.ts'

export type TrainingRun = {
  /** Trainable parameters, N. */
  readonly parameters: number
  /** Tokens seen in training, all passes together, D. */
  readonly tokens: number
  /** Tokens the model sees at once, L. */
  readonly sequenceLength: number
  readonly precisionBits: 4 | 8 | 16 | 32
  readonly accelerator: Accelerator
  /** How many work at once. */
  readonly accelerators: number
  /** Memory of one accelerator; null where it is not known. */
  readonly memoryGiB: number | null
  /** Power of one accelerator under load; null where it is not known. */
  readonly powerWatts: number | null
}

export type Problem = { readonly field: string; readonly value: unknown; readonly expected: string }
export type Interval = { readonly low: number; readonly likely: number; readonly high: number }
export type Threshold = {
  readonly code: 'eu-ai-act-systemic' | 'us-ear-4e091'
  readonly name: string
  readonly flop: number
  readonly met: boolean
  readonly citation: string
  readonly status: 'in-force' | 'unverified'
}

/** A line of an estimate: what is computed or assumed, the figures in it, and the line in English. */
export type Step = {
  readonly step: StepCode
  readonly values: Readonly<Record<string, number | string>>
  readonly sentence: string
}
export const stepCodes = [
  'weights',
  'attention',
  'together',
  'speed',
  'hours',
  'wall',
  'memory',
  'decoder',
  'optimiser',
  'other-precision',
] as const
export type StepCode = (typeof stepCodes)[number]

export type Estimate = {
  readonly accelerator: string
  readonly trainingFlop: number
  readonly acceleratorHours: Interval
  readonly wallHours: Interval
  readonly memoryGiB: Interval
  /** Fewest accelerators that hold the run; null where the memory of one is not known. */
  readonly minimumAccelerators: number | null
  readonly energyKWh: Interval | null
  readonly thresholds: readonly Threshold[]
  /** Every step, with units. */
  readonly arithmetic: readonly Step[]
  readonly assumptions: readonly Step[]
}

/** Whether a run can be estimated; every figure that cannot be used is named. */
export function checkTrainingRun(run: TrainingRun): readonly Problem[] {
  const positive = (field: keyof TrainingRun) => {
    const value = run[field]
    return typeof value === 'number' && Number.isFinite(value) && value > 0
      ? []
      : [{ field, value, expected: 'a number above zero' }]
  }
  const count = Number.isInteger(run.accelerators)
    ? []
    : [{ field: 'accelerators', value: run.accelerators, expected: 'a whole number' }]
  const speed =
    throughputOf(run) === null
      ? [
          {
            field: 'accelerator',
            value: run.accelerator.name,
            expected: `an accelerator with published throughput at ${run.precisionBits} bit or more`,
          },
        ]
      : []
  return [
    ...positive('parameters'),
    ...positive('tokens'),
    ...positive('sequenceLength'),
    ...positive('accelerators'),
    ...count,
    ...speed,
  ]
}

/**
 * Dense operations per second at the precision asked for, or at the next wider one that is published: narrower
 * arithmetic never runs slower than wider.
 */
export function throughputOf(
  run: Pick<TrainingRun, 'accelerator' | 'precisionBits'>,
): { bits: number; flops: number } | null {
  const widths = Object.keys(run.accelerator.denseTopsByBits)
    .map(Number)
    .filter((bits) => bits >= run.precisionBits)
    .toSorted((a, b) => a - b)
  const bits = widths[0]
  const tops = bits === undefined ? undefined : run.accelerator.denseTopsByBits[bits]
  return bits === undefined || tops === undefined ? null : { bits, flops: tops * 1e12 }
}
