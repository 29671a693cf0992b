import { resolve } from 'node:path'
import { compareDays, determine as determineFacts, factsSchema, parseFacts } from '@allmende/domain/rules'
import { exit, printJson, readFileAs, text, UsageError, type Command } from '../../command.ts'
import { askServer, askServerToCompare } from './ask-server.ts'
import { dateIn, dayOf, orNoValueYet, registered } from './classify.ts'
import { describeComparison } from './compare.ts'

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
  usage: '(FACTS.json [--as-of DATE] [--since DATE] | --schema)',
  examples: [
    'allmende determine examples/determine/facts.json',
    'allmende determine facts.json --as-of 2023-11-17 --json',
    'allmende determine facts.json --since 2026-07-09 --as-of 2026-07-10',
    'allmende determine --schema',
  ],
  options: { 'as-of': { type: 'string' }, since: { type: 'string' }, schema: { type: 'boolean' } },
  words: [0, 1],
  async run(io, { values, words }) {
    if (values.schema) {
      printJson(io, factsSchema)
      return exit.done
    }
    if (words[0] === undefined)
      throw new UsageError('Say which facts: allmende determine FACTS.json, or --schema for their shape.')
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
    if (text(values, 'since')) {
      const since = dateIn(values, 'since')
      const comparison =
        (await askServerToCompare(io, facts, { since, asOf: text(values, 'as-of') })) ??
        orNoValueYet(() => compareDays(parsed.value, since, day))
      if (values.json) printJson(io, comparison)
      else io.out(describeComparison(comparison))
      return exit.done
    }
    const answer =
      (await askServer(io, facts, text(values, 'as-of'))) ??
      orNoValueYet(() => determineFacts(parsed.value, day))
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
