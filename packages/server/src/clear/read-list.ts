import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { Readable, Transform } from 'node:stream'
import { parse } from 'csv-parse'
import { Refusal } from '../http/problems.ts'
import { parseListRecord, knownColumns, neededColumns, type StoredEntry } from './screener.ts'

const listBytesMax = 100 * 1024 * 1024
/** A list of which more rows than this cannot be read is damaged, or of another layout. */
const rejectedShareMax = 0.01

export type ReadList = {
  readonly entries: readonly StoredEntry[]
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

/** Counts and hashes what passes; refuses what is too large or begins like a web page. */
function meter(hash: ReturnType<typeof createHash>, seen: { bytes: number; last: number }) {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (seen.bytes === 0 && /^\uFEFF?\s*</.test(chunk.subarray(0, 200).toString('utf8')))
        return done(refuseList('This is a web page, not a list: it begins with "<".'))
      seen.bytes += chunk.byteLength
      if (seen.bytes > listBytesMax) return done(refuseList(`The list has more than ${listBytesMax} bytes.`))
      seen.last = chunk.at(-1) ?? seen.last
      hash.update(chunk)
      done(null, chunk)
    },
  })
}

function checkHeader(columns: readonly string[]): string[] {
  const missing = neededColumns.filter((name) => !columns.includes(name))
  if (missing.length > 0)
    throw refuseList(
      `The column${missing.length > 1 ? 's' : ''} ${missing.map((m) => `"${m}"`).join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
      'Expected is the layout of the US Consolidated Screening List (CSV).',
    )
  return columns.filter((name) => !knownColumns.includes(name))
}

/** An entry that stands twice in a list counts once: the later row, as the lists' publishers append corrections. */
function once(entries: readonly StoredEntry[]): StoredEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}

/**
 * Reads a list in the layout of the US Consolidated Screening List (CSV, UTF-8, at most 100 MB) as it arrives.
 * @throws {Refusal} lists.refused for a web page, an empty or cut-off file, a missing column or too many bad rows
 */
export async function readList(body: AsyncIterable<Uint8Array>): Promise<ReadList> {
  const hash = createHash('sha256')
  const seen = { bytes: 0, last: 0 }
  const entries: StoredEntry[] = []
  let unknownColumns: string[] = []
  let rejectedRows = 0
  const header = (names: string[]) => {
    const columns = names.map((name) => name.trim())
    unknownColumns = checkHeader(columns)
    return columns
  }
  try {
    await pipeline(
      Readable.from(body),
      meter(hash, seen),
      parse({ bom: true, columns: header, skip_empty_lines: true, max_record_size: 2 * 1024 * 1024 }),
      async (records: AsyncIterable<Record<string, string>>) => {
        for await (const record of records) {
          const entry = parseListRecord(record)
          if (entry) entries.push(entry)
          else rejectedRows += 1
        }
      },
    )
  } catch (error) {
    if (error instanceof Refusal) throw error
    const { code, message } = error as { code?: string; message: string }
    throw refuseList(
      code?.startsWith('CSV_')
        ? `The file is cut off or damaged: ${message}.`
        : `The file did not arrive whole: ${message}.`,
    )
  }
  if (entries.length === 0)
    throw refuseList(seen.bytes === 0 ? 'The file is empty.' : 'The file holds no entry that could be read.')
  if (seen.last !== 0x0a) throw refuseList('The file is cut off: its last line has no end.')
  if (rejectedRows > rejectedShareMax * (entries.length + rejectedRows))
    throw refuseList(`${rejectedRows} of ${entries.length + rejectedRows} rows could not be read.`)
  return { entries: once(entries), sha256: hash.digest('hex'), unknownColumns, rejectedRows }
}
