import { invariant } from '../terms/index.ts'
import { describeStep } from './describe-step.ts'
import {
  throughputOf,
  type Estimate,
  type Interval,
  type Step,
  type Threshold,
  type TrainingRun,
} from './training-run.ts'

/** Model FLOPs utilisation of published runs: GPT-3 21 %, PaLM 46 % (Chowdhery et al. 2022, table 3), best about 55 %. */
const utilisation: Interval = { low: 0.2, likely: 0.38, high: 0.55 }
/** Bytes for each parameter in mixed-precision Adam: 2 weights + 2 gradients + 12 optimiser (Rajbhandari et al. 2020, ZeRO, §3.1). */
const bytesPerParameter = 16
/** Power for cooling and distribution over that for computing. */
const powerOverhead: Interval = { low: 1.1, likely: 1.3, high: 1.6 }

type Shape = { readonly layers: number; readonly width: number }

/** Layers and width of a decoder of N parameters, from N = 12 · layers · width² and width = 128 · layers (as GPT-3 has it, within a factor). */
function shapeOf(parameters: number): Shape {
  const layers = Math.max(1, Math.round((parameters / (12 * 128 * 128)) ** (1 / 3)))
  return { layers, width: Math.max(8, Math.round(Math.sqrt(parameters / (12 * layers)))) }
}

function thresholdsOf(flop: number): Threshold[] {
  return [
    {
      code: 'eu-ai-act-systemic',
      name: 'EU AI Act: presumption of systemic risk',
      flop: 1e25,
      met: flop > 1e25,
      citation: 'Regulation (EU) 2024/1689, Article 51(2)',
      status: 'in-force',
    },
    {
      code: 'us-ear-4e091',
      name: 'US EAR 4E091: closed model weights',
      flop: 1e26,
      met: flop >= 1e26,
      citation: '15 CFR 774 Supp. 1, 4E091',
      status: 'unverified',
    },
  ]
}

function scale(interval: Interval, factor: number): Interval {
  return { low: interval.low * factor, likely: interval.likely * factor, high: interval.high * factor }
}

/** Activations depend on checkpointing: from a few percent of the states up to about as much again. */
function memoryOf(run: TrainingRun): Interval {
  const states = (run.parameters * bytesPerParameter) / 2 ** 30
  return { low: states * 1.05, likely: states * 1.3, high: states * 2 }
}

function energyOf(run: TrainingRun, hours: Interval): Interval | null {
  const watts = run.powerWatts
  if (watts === null) return null
  return {
    low: (hours.low * watts * powerOverhead.low) / 1000,
    likely: (hours.likely * watts * powerOverhead.likely) / 1000,
    high: (hours.high * watts * powerOverhead.high) / 1000,
  }
}

type Work = {
  readonly layers: number
  readonly width: number
  readonly weights: number
  readonly attention: number
  readonly flop: number
}

function arithmeticOf(
  run: TrainingRun,
  speed: { readonly bits: number; readonly flops: number },
  { layers, width, weights, attention, flop }: Work,
  hours: Interval,
): Step[] {
  const { parameters, tokens, sequenceLength, accelerators } = run
  return [
    describeStep('weights', { parameters, tokens, flop: weights }),
    describeStep('attention', { layers, width, sequenceLength, tokens, flop: attention }),
    describeStep('together', { flop }),
    describeStep('speed', {
      accelerator: run.accelerator.name,
      bits: speed.bits,
      tflops: speed.flops / 1e12,
      low: utilisation.low * 100,
      high: utilisation.high * 100,
      likely: utilisation.likely * 100,
    }),
    describeStep('hours', { flop, flops: speed.flops, likely: utilisation.likely, hours: hours.likely }),
    describeStep('wall', { accelerators, hours: hours.likely / accelerators }),
    describeStep('memory', {
      parameters,
      bytes: bytesPerParameter,
      gib: (parameters * bytesPerParameter) / 2 ** 30,
    }),
  ]
}

/**
 * What a training run needs: FLOP (6·N·D for the weights and 12·layers·width·L·D for attention, PaLM appendix B),
 * accelerator-hours as an interval, time, memory and energy, each with its arithmetic. The run was checked before.
 */
export function estimate(run: TrainingRun): Estimate {
  const speed = throughputOf(run)
  invariant(speed !== null, 'a run is checked before it is estimated')
  const { layers, width } = shapeOf(run.parameters)
  const weights = 6 * run.parameters * run.tokens
  const attention = 12 * layers * width * run.sequenceLength * run.tokens
  const flop = weights + attention
  const hoursAt = (share: number) => flop / (speed.flops * share) / 3600
  const acceleratorHours = {
    low: hoursAt(utilisation.high),
    likely: hoursAt(utilisation.likely),
    high: hoursAt(utilisation.low),
  }
  const memoryGiB = memoryOf(run)
  return {
    accelerator: run.accelerator.name,
    trainingFlop: flop,
    acceleratorHours,
    wallHours: scale(acceleratorHours, 1 / run.accelerators),
    memoryGiB,
    minimumAccelerators:
      run.memoryGiB === null ? null : Math.max(1, Math.ceil(memoryGiB.likely / run.memoryGiB)),
    energyKWh: energyOf(run, acceleratorHours),
    thresholds: thresholdsOf(flop),
    arithmetic: arithmeticOf(run, speed, { layers, width, weights, attention, flop }, acceleratorHours),
    assumptions: [
      describeStep('decoder', { layers, width }),
      describeStep('optimiser', { bytes: bytesPerParameter }),
      ...(speed.bits === run.precisionBits
        ? []
        : [describeStep('other-precision', { asked: run.precisionBits, used: speed.bits })]),
    ],
  }
}
