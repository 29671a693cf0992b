import type { Step, StepCode } from './training-run.ts'

/** Four significant digits; large and tiny figures as a power of ten. */
const figure = (value: number) =>
  value >= 1e6 || (value !== 0 && value < 1e-3)
    ? value.toExponential(2)
    : String(Number(value.toPrecision(4)))

/** Lines in English; a name in braces stands for a figure. */
const sentences: Readonly<Record<StepCode, string>> = {
  weights: 'weights: 6 × {parameters} parameters × {tokens} tokens = {flop} FLOP',
  attention:
    'attention: 12 × {layers} layers × {width} width × {sequenceLength} tokens at once × {tokens} tokens = {flop} FLOP',
  together: 'together: {flop} FLOP',
  speed:
    '{accelerator} at {bits} bit: {tflops} TFLOP/s dense, of which {low} to {high} % are used, {likely} % likely',
  hours: 'accelerator-hours: {flop} ÷ ({flops} × {likely}) ÷ 3600 = {hours}',
  wall: 'from start to end on {accelerators}: {hours} h',
  memory: 'states in memory: {parameters} × {bytes} bytes = {gib} GiB, and activations',
  decoder: 'a decoder of about {layers} layers and width {width}, derived from the number of parameters',
  optimiser: 'mixed-precision Adam, {bytes} bytes for each parameter',
  'other-precision': 'no figure is published at {asked} bit; that at {used} bit is used',
}

/** A step of the arithmetic, or an assumption, with its line in English. */
export function describeStep(step: StepCode, values: Step['values']): Step {
  const sentence = sentences[step].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'number' ? figure(value) : value
  })
  return { step, values, sentence }
}
