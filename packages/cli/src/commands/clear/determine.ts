import { resolve } from 'node:path'
import { determine as determineFacts, parseFacts } from '@allmende/domain/rules'
import { exit, printJson, readFileAs, UsageError, type Command } from '../../command.ts'
import { dayOf, orNoValueYet, registered } from './classify.ts'

/** Accelerators may be named; the register has their figures. */
function withRegistered(facts: unknown): unknown {
  if (typeof facts !== 'object' || facts === null || !('accelerators' in facts)) return facts
  if (!Array.isArray(facts.accelerators)) return facts
  const chips = facts.accelerators.map((chip: unknown) =>
    typeof chip === 'string' ? registered(chip) : chip,
  )
  return { ...facts, accelerators: chips }
}

export const determine: Command = {
  name: 'determine',
  summary: 'What the rules say of one use or transfer, with citations and open questions',
  usage: 'FACTS.json [--as-of DATE]',
  examples: [
    'allmende determine examples/determine/facts.json',
    'allmende determine facts.json --as-of 2023-11-17 --json',
  ],
  options: { 'as-of': { type: 'string' } },
  words: [1, 1],
  async run(io, { values, words }) {
    const facts = await readFileAs(resolve(io.cwd, words[0] ?? ''), (text) =>
      withRegistered(JSON.parse(text)),
    )
    const parsed = parseFacts(facts)
    if (!parsed.ok)
      throw new UsageError(
        parsed.problems
          .map((p) => `${p.field}: ${JSON.stringify(p.value) ?? 'nothing'} is not ${p.expected}`)
          .join('; '),
      )
    const day = dayOf(values)
    const answer = orNoValueYet(() => determineFacts(parsed.value, day))
    if (values.json) printJson(io, answer)
    else {
      io.out(`${answer.outcome} (rules ${answer.rulesVersion}, as of ${answer.asOf})\n`)
      for (const reason of answer.reasons)
        io.out(
          `- ${reason.finding}\n  ${reason.citations.map((c) => `${c.instrument}, ${c.paragraph} (${c.status})`).join('; ')}\n`,
        )
      for (const question of answer.questions)
        io.out(
          `? ${question.ask} [${question.fact}]: ${question.answers.map((a) => `${a.answer} → ${a.outcome}`).join(', ')}\n`,
        )
    }
    return exit.done
  },
}
