import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setImmediate } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import {
  buildIndex,
  parseListLine,
  parseQueryLine,
  problemsOf,
  screen,
  screenPair,
  type Hit,
  type ListEntry,
  type ListIndex,
  type QueryLine,
} from '@allmende/domain/screening'
import { exit, UsageError, type Io } from '../../command.ts'

export type FileOptions = {
  readonly list: string | undefined
  readonly queries: string
  readonly threshold: number | undefined
  readonly latinOnly: boolean
  readonly json: boolean
}

/** Lines of a text file, packed or not, one at a time; empty ones are let be. */
async function* linesOf(io: Io, file: string): AsyncGenerator<{ line: string; at: number }> {
  const raw = createReadStream(resolve(io.cwd, file))
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  // A stream that fails does not tell the one it is piped into.
  raw.on('error', (error) => input.destroy(error))
  let at = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    at += 1
    if (line.trim() !== '') yield { line, at }
  }
}

async function loadIndex(io: Io, file: string, latinOnly: boolean): Promise<ListIndex> {
  const entries: ListEntry[] = []
  for await (const { line, at } of linesOf(io, file)) {
    const parsed = parseListLine(line, latinOnly)
    if (!parsed.ok) throw new UsageError(`${file}, line ${at}: ${parsed.problem}.`)
    entries.push(parsed.value)
  }
  if (entries.length === 0) throw new UsageError(`${file} holds no entry; nobody can be screened against it.`)
  return buildIndex(entries)
}

const plainHit = ({ entry, score, match, factors }: Hit) => ({
  listEntityId: entry.id,
  score,
  match,
  factors,
})

function answer(index: ListIndex | null, row: QueryLine, threshold: number | undefined) {
  const problem = problemsOf(row.query)
    .map(({ message }) => message)
    .join(' ')
  if (row.kind === 'pair') {
    const { score, match } = screenPair(row.query, row.candidate, threshold)
    return { id: row.id, score, match, ...(problem && { problem }) }
  }
  if (index === null) throw new UsageError('A search needs --list LIST.jsonl.')
  return { id: row.id, hits: screen(index, row.query, threshold).map(plainHit), ...(problem && { problem }) }
}

function describe(result: ReturnType<typeof answer>): string {
  const problem = result.problem ? `${result.id}: ${result.problem}\n` : ''
  if (!('hits' in result))
    return `${problem}${result.match ? '!' : ' '} ${result.score.toFixed(2)} ${result.id}\n`
  const hits = result.hits.map(
    (hit) => `${hit.match ? '!' : ' '} ${hit.score.toFixed(2)} ${result.id} ${hit.listEntityId}\n`,
  )
  return problem + hits.join('')
}

const yieldEvery = 64

/**
 * Screens a file of queries against a file of entities, in this process: nothing is asked of a server, and nothing is
 * logged. Answers come in the order of the queries, as they are found. What cannot be screened is told as a problem
 * and is never "no hit".
 */
export async function screenFile(io: Io, options: FileOptions): Promise<number> {
  const index = options.list === undefined ? null : await loadIndex(io, options.list, options.latinOnly)
  let [count, problems] = [0, 0]
  for await (const { line, at } of linesOf(io, options.queries)) {
    const row = parseQueryLine(line)
    if (!row.ok) throw new UsageError(`${options.queries}, line ${at}: ${row.problem}.`)
    const result = answer(index, row.value, options.threshold)
    if (result.problem) problems += 1
    io.out(options.json ? `${JSON.stringify(result)}\n` : describe(result))
    count += 1
    // Lets what was said flow out before more is said.
    if (count % yieldEvery === 0) await setImmediate()
  }
  io.err(`${count} ${count === 1 ? 'query' : 'queries'} answered`)
  io.err(
    problems === 0
      ? '.\n'
      : `; ${problems} of them with something that cannot be screened, which is not "no hit".\n`,
  )
  return exit.done
}
