import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkTrainingRun, estimate, type TrainingRun } from './index.ts'

const h100 = {
  name: 'NVIDIA H100 SXM5',
  denseTopsByBits: { 8: 1979, 16: 989.5 },
  applicableDieAreaMm2: 814,
  nonplanar: true,
  ioGBps: 900,
  dramBandwidthGBps: 3350,
  datacenterMarketed: true,
}
const run = (change: Partial<TrainingRun>): TrainingRun => ({
  parameters: 7e9,
  tokens: 2e12,
  sequenceLength: 4096,
  precisionBits: 16,
  accelerator: h100,
  accelerators: 64,
  memoryGiB: 80,
  powerWatts: 700,
  ...change,
})

test.each([
  ['GPT-3', 175e9, 300e9, 3.14e23],
  ['PaLM 540B', 540e9, 780e9, 2.53e24],
  ['Llama 3 8B', 8e9, 15e12, 7.2e23],
])(
  '%s comes out at its published training FLOP, attention left out as there',
  (_, parameters, tokens, published) => {
    const { trainingFlop } = estimate(run({ parameters, tokens, sequenceLength: 1 }))
    expect(trainingFlop / published).toBeGreaterThan(0.97)
    expect(trainingFlop / published).toBeLessThan(1.03)
  },
)

test('the threshold of the AI Act is met above 10^25 FLOP and not below', () => {
  const met = (parameters: number) =>
    estimate(run({ parameters, tokens: 1e13, sequenceLength: 1 })).thresholds[0]?.met
  expect(met(1.6e11)).toBe(false)
  expect(met(1.7e11)).toBe(true)
})

test('what is not published is not guessed: no power, no energy; no memory, no count', () => {
  const { energyKWh, minimumAccelerators } = estimate(run({ powerWatts: null, memoryGiB: null }))
  expect([energyKWh, minimumAccelerators]).toEqual([null, null])
})

test('a narrower precision than published uses the next wider figure and says so', () => {
  const { assumptions } = estimate(run({ precisionBits: 4 }))
  expect(assumptions.map((line) => line.sentence).join(' ')).toContain('no figure is published at 4 bit')
})

test.each([
  { parameters: 0 },
  { parameters: -1 },
  { tokens: Number.NaN },
  { tokens: Number.POSITIVE_INFINITY },
  { accelerators: 1.5 },
  { precisionBits: 32 as const },
])('%o is refused by name', (change) => {
  expect(checkTrainingRun(run(change)).map((p) => p.field)).toEqual([
    Object.keys(change)[0] === 'precisionBits' ? 'accelerator' : Object.keys(change)[0],
  ])
})

test('more parameters or tokens never need fewer hours, and every interval is in order', () => {
  const amount = fc.double({ min: 1e3, max: 1e13, noNaN: true })
  fc.assert(
    fc.property(
      amount,
      amount,
      fc.double({ min: 1, max: 100, noNaN: true }),
      (parameters, tokens, factor) => {
        const small = estimate(run({ parameters, tokens }))
        const large = estimate(run({ parameters: parameters * factor, tokens }))
        const longer = estimate(run({ parameters, tokens: tokens * factor }))
        for (const { low, likely, high } of [small.acceleratorHours, small.wallHours, small.memoryGiB])
          expect(low <= likely && likely <= high).toBe(true)
        expect(longer.acceleratorHours.likely).toBeGreaterThanOrEqual(small.acceleratorHours.likely)
        // The derived shape is in whole layers, so attention may step by a little.
        expect(large.acceleratorHours.likely).toBeGreaterThanOrEqual(small.acceleratorHours.likely * 0.9)
      },
    ),
  )
})
