import { createHash, type Hash } from 'node:crypto'
import { Refusal } from '../http/problems.ts'
import { BrokenList, recordsOf } from './list-records.ts'
import {
  detectListFormat,
  findListFormat,
  listFormatNames,
  type ListFormat,
  type StoredEntry,
} from './screener.ts'

const listBytesMax = 300 * 1024 * 1024
/** A list of which more rows than this cannot be read is damaged, or of another layout. */
const rejectedShareMax = 0.01
/** As much of a file tells what it is. */
const startCharacters = 4096

export type ReadList = {
  readonly entries: readonly StoredEntry[]
  readonly format: string
  readonly sha256: string
  readonly unknownColumns: string[]
  readonly rejectedRows: number
}

export function refuseList(
  detail: string,
  remedy = 'Download the list again from its official address.',
): Refusal {
  return new Refusal('lists.refused', `${detail} The list that was loaded before stands.`, { remedy })
}

type Seen = { bytes: number; last: string }

/** The text of a file, counted and hashed as it passes; what is too large or no UTF-8 is refused. */
async function* textOf(body: AsyncIterable<Uint8Array>, hash: Hash, seen: Seen): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw new BrokenList('The file is no text in UTF-8.')
    }
  }
  for await (const chunk of body) {
    seen.bytes += chunk.byteLength
    if (seen.bytes > listBytesMax) throw new BrokenList(`The list has more than ${listBytesMax} bytes.`)
    hash.update(chunk)
    const text = decode(chunk)
    if (text !== '') seen.last = text.slice(-1)
    yield text
  }
  yield decode()
}

/** The beginning of a text, and the whole text again. */
async function withStart(
  text: AsyncGenerator<string>,
): Promise<{ start: string; whole: AsyncGenerator<string> }> {
  const first: string[] = []
  let length = 0
  while (length < startCharacters) {
    const next = await text.next()
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }
  const start = first.join('')
  async function* whole() {
    yield start
    yield* text
  }
  return { start: start.slice(0, startCharacters), whole: whole() }
}

function formatOf(start: string, asked: string | undefined): ListFormat {
  // What it begins as is looked at even where a format was named: a page to sign in at is no list.
  const detected = detectListFormat(start)
  if (asked === undefined || asked === '') {
    if ('problem' in detected) throw new BrokenList(detected.problem)
    return detected.format
  }
  const format = findListFormat(asked)
  if (!format)
    throw new BrokenList(`"${asked}" is no format of a list.`, `Known are ${listFormatNames.join(', ')}.`)
  if ('problem' in detected && (start.trim() === '' || detected.problem.includes('web page')))
    throw new BrokenList(detected.problem)
  return format
}

/** An entry that stands twice in a list counts once: the later row, as the lists' publishers append corrections. */
function once(entries: readonly StoredEntry[]): StoredEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}

function refuseBroken(error: unknown): never {
  if (error instanceof Refusal) throw error
  if (error instanceof BrokenList) throw refuseList(error.message, error.remedy)
  const { code, message } = error as { code?: string; message: string }
  throw refuseList(
    code?.startsWith('CSV_')
      ? `The file is cut off or damaged: ${message}.`
      : `The file did not arrive whole: ${message}.`,
  )
}

/** A file is cut off where its last line has no end; files without a header are published so, and show it in their last row. */
function isCutOff({ carrier }: ListFormat, last: string, lastRejected: boolean): boolean {
  if (last === '\n' || carrier.kind === 'xml' || carrier.kind === 'json') return false
  return carrier.kind === 'csv' && carrier.required === null ? lastRejected : true
}

/**
 * Reads a list in the layout of its publisher (UTF-8, at most 300 MB) as it arrives; which, is told by how it begins
 * where nobody says it.
 * @throws {Refusal} lists.refused for a web page, an empty or cut-off file, a missing column or too many bad rows
 */
export async function readList(body: AsyncIterable<Uint8Array>, asked?: string): Promise<ReadList> {
  const hash = createHash('sha256')
  const seen: Seen = { bytes: 0, last: '' }
  const unknownColumns: string[] = []
  let [rejectedRows, taken] = [0, 0]
  let lastRejected = false
  try {
    const { start, whole } = await withStart(textOf(body, hash, seen))
    const format = formatOf(start, asked)
    const collector = format.open()
    for await (const record of recordsOf(format, whole, unknownColumns)) {
      lastRejected = collector.take(record) !== null
      if (lastRejected) rejectedRows += 1
      else taken += 1
    }
    const entries = collector.finish()
    if (entries.length === 0) throw refuseList('The file holds no entry that could be read.')
    if (isCutOff(format, seen.last, lastRejected))
      throw refuseList('The file is cut off: its last line has no end.')
    if (rejectedRows > rejectedShareMax * (taken + rejectedRows))
      throw refuseList(`${rejectedRows} of ${taken + rejectedRows} rows could not be read.`)
    return {
      entries: once(entries),
      format: format.name,
      sha256: hash.digest('hex'),
      unknownColumns,
      rejectedRows,
    }
  } catch (error) {
    refuseBroken(error)
  }
}
