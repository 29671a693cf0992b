import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { determine as determineFacts, parseFacts } from '@allmende/domain/rules'
import { exit, printJson, UsageError, type Command } from '../../command.ts'
import { dayOf, orNoValueYet } from './classify.ts'

export const determine: Command = {
  name: 'determine',
  summary: 'What the rules say of one use or transfer, with citations and open questions',
  usage: 'FACTS.json [--as-of DATE]',
  examples: ['allmende determine facts.json --json'],
  options: { 'as-of': { type: 'string' } },
  words: [1, 1],
  async run(io, { values, words }) {
    const parsed = parseFacts(JSON.parse(await readFile(resolve(io.cwd, words[0] ?? ''), 'utf8')))
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
