import { UsageError, type Command } from '../../command.ts'
import { printAffected } from './affected.ts'
import { writeBook } from './rules-book.ts'

export const rules: Command = {
  name: 'rules',
  summary: 'The rules as a book; which projects the rules of a day would answer otherwise, for officers',
  usage: '(book --out DIR | affected [--as-of DATE] [--binds stricter|text|enforcement])',
  examples: [
    'allmende rules book --out rules',
    'allmende rules affected',
    'allmende rules affected --as-of 2027-01-01 --json',
  ],
  options: { 'as-of': { type: 'string' }, binds: { type: 'string' }, out: { type: 'string' } },
  words: [1, 1],
  async run(io, { values, words }) {
    if (words[0] === 'book') return writeBook(io, values)
    if (words[0] === 'affected') return printAffected(io, values)
    throw new UsageError(
      `"${words[0]}" is none of: allmende rules book --out DIR, allmende rules affected [--as-of DATE].`,
    )
  },
}
