import { invariant } from '../terms/index.ts'
import {
  throughputOf,
  type Estimate,
  type Interval,
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

const sig = (value: number) =>
  value >= 1e6 || (value !== 0 && value < 1e-3)
    ? value.toExponential(2)
    : String(Number(value.toPrecision(4)))

function thresholdsOf(flop: number): Threshold[] {
  return [
    {
      name: 'EU AI Act: presumption of systemic risk',
      flop: 1e25,
      met: flop > 1e25,
      citation: 'Regulation (EU) 2024/1689, Article 51(2)',
      status: 'in-force',
    },
    {
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
    arithmetic: [
      `weights: 6 × ${sig(run.parameters)} parameters × ${sig(run.tokens)} tokens = ${sig(weights)} FLOP`,
      `attention: 12 × ${layers} layers × ${width} width × ${sig(run.sequenceLength)} tokens at once × ${sig(run.tokens)} tokens = ${sig(attention)} FLOP`,
      `together: ${sig(flop)} FLOP`,
      `${run.accelerator.name} at ${speed.bits} bit: ${sig(speed.flops / 1e12)} TFLOP/s dense, of which ${sig(utilisation.low * 100)} to ${sig(utilisation.high * 100)} % are used, ${sig(utilisation.likely * 100)} % likely`,
      `accelerator-hours: ${sig(flop)} ÷ (${sig(speed.flops)} × ${utilisation.likely}) ÷ 3600 = ${sig(acceleratorHours.likely)}`,
      `from start to end on ${run.accelerators}: ${sig(acceleratorHours.likely / run.accelerators)} h`,
      `states in memory: ${sig(run.parameters)} × ${bytesPerParameter} bytes = ${sig((run.parameters * bytesPerParameter) / 2 ** 30)} GiB, and activations`,
    ],
    assumptions: [
      `a decoder of about ${layers} layers and width ${width}, derived from the number of parameters`,
      'mixed-precision Adam, 16 bytes for each parameter',
      ...(speed.bits === run.precisionBits
        ? []
        : [`no figure is published at ${run.precisionBits} bit; that at ${speed.bits} bit is used`]),
    ],
  }
}
