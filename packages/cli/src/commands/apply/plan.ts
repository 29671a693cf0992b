import { routes } from '@allmende/wire'
import { createClient } from '@allmende/wire/client'
import { exit, printJson, text, UsageError, whole, type Command } from '../../command.ts'

function size(words: string | undefined, option: string): number {
  const match = /^(\d+(?:\.\d+)?(?:e\d+)?)\s*([kmbtKMBT]?)$/.exec(words ?? '')
  if (!match)
    throw new UsageError(`--${option} is "${words ?? ''}"; expected a number such as 7b, 300m or 1.5e12.`)
  const factor = { '': 1, k: 1e3, m: 1e6, b: 1e9, t: 1e12 }[(match[2] ?? '').toLowerCase()] ?? 1
  return Number(match[1]) * factor
}

export const plan: Command = {
  name: 'plan',
  summary: 'Estimate what a training run needs, with the arithmetic',
  usage: '--parameters N --tokens N [--sequence 4096] [--bits 16] [--accelerator NAME] [--count 8]',
  examples: ['allmende plan --parameters 7b --tokens 2t --accelerator "NVIDIA H100 SXM5" --count 64'],
  options: {
    parameters: { type: 'string' },
    tokens: { type: 'string' },
    sequence: { type: 'string' },
    bits: { type: 'string' },
    accelerator: { type: 'string' },
    count: { type: 'string' },
  },
  words: [0, 0],
  async run(io, { values }) {
    const bits = whole(values, 'bits', 16, 4, 32)
    if (bits !== 4 && bits !== 8 && bits !== 16 && bits !== 32)
      throw new UsageError(`--bits is ${bits}; expected 4, 8, 16 or 32.`)
    const estimate = await createClient({ baseUrl: await io.server() }).call(routes.estimate, {
      body: {
        parameters: size(text(values, 'parameters'), 'parameters'),
        tokens: size(text(values, 'tokens'), 'tokens'),
        sequenceLength: whole(values, 'sequence', 4096, 1, 100_000_000),
        precisionBits: bits,
        accelerator: text(values, 'accelerator') ?? 'NVIDIA H100 SXM5',
        accelerators: whole(values, 'count', 8, 1, 1_000_000),
      },
    })
    if (values.json) printJson(io, estimate)
    else {
      const { low, likely, high } = estimate.acceleratorHours
      io.out(
        `${likely.toPrecision(3)} accelerator-hours on ${estimate.accelerator} (${low.toPrecision(3)} to ${high.toPrecision(3)}), ${estimate.wallHours.likely.toPrecision(3)} h of waiting\n\n`,
      )
      for (const { sentence } of estimate.arithmetic) io.out(`${sentence}\n`)
      for (const { sentence } of estimate.assumptions) io.out(`Assumed: ${sentence}\n`)
      for (const t of estimate.thresholds)
        io.out(
          `${t.met ? 'Reaches' : 'Below'} ${t.name} (${t.flop.toExponential(0)} FLOP; ${t.citation}, ${t.status})\n`,
        )
    }
    return exit.done
  },
}
