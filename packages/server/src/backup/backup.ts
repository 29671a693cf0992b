import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { Database } from '../db/connection.ts'
import { newestMigration } from '../db/schema-version.ts'
import { WorldError } from '../http/problems.ts'
import { rowsOf, tablesInOrder } from './tables.ts'

/** The first line of a backup. */
export type Header = {
  readonly allmende: string
  readonly format: 1
  readonly schema: number
  readonly at: string
}
/** The lines between: a row of a table, or a file of the data folder. */
export type Line =
  | { readonly table: string; readonly row: unknown }
  | { readonly file: string; readonly base64: string }
/** The last line: how many lines stand before it, and their SHA-256. */
export type Trailer = { readonly lines: number; readonly sha256: string }

/** What of the data folder is not state: the database has its own part, and these are made anew. */
const leftOut: ReadonlySet<string> = new Set(['pglite', 'lock', 'incoming', 'backups'])

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (folder === root && leftOut.has(entry.name)) return []
    if (entry.isDirectory()) return filesBelow(root, path)
    return entry.isFile() ? [relative(root, path)] : []
  })
}

/** Every row first, as of one moment, then the files: what a row names is there, and perhaps more. */
async function* contents(db: Database, dataDir: string): AsyncGenerator<Line> {
  for (const table of await tablesInOrder(db)) for await (const row of rowsOf(db, table)) yield { table, row }
  for (const file of filesBelow(dataDir, dataDir))
    yield { file, base64: readFileSync(join(dataDir, file)).toString('base64') }
}

async function* lines(header: Header, content: AsyncGenerator<Line>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let count = 0
  const counted = (value: Header | Line) => {
    const line = `${JSON.stringify(value)}\n`
    hash.update(line)
    count += 1
    return line
  }
  yield counted(header)
  for await (const value of content) yield counted(value)
  yield `${JSON.stringify({ lines: count, sha256: hash.digest('hex') } satisfies Trailer)}\n`
}

/**
 * Saves everything to one file: the database as of one moment, keys, job files and logs. The file holds secrets and
 * personal data, and is readable by its owner only.
 * @throws WorldError `backup.exists` where the file is there already
 */
export async function saveBackup(
  db: Database,
  options: {
    readonly dataDir: string
    readonly migrations: string
    readonly version: string
    readonly to: string
    readonly now: Date
  },
): Promise<{ lines: number }> {
  const { dataDir, to } = options
  if (existsSync(to))
    throw new WorldError('backup.exists', `${to} is there already; choose another name.`, false)
  const header: Header = {
    allmende: options.version,
    format: 1,
    schema: newestMigration(options.migrations),
    at: options.now.toISOString(),
  }
  const part = `${to}.part`
  let count = 0
  try {
    await db.transaction(async () => {
      await db.rows(sql`set transaction isolation level repeatable read`)
      const counted = async function* (all: AsyncGenerator<string>) {
        for await (const line of all) {
          count += 1
          yield line
        }
      }
      await pipeline(
        Readable.from(counted(lines(header, contents(db, dataDir)))),
        createGzip(),
        createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true }),
      )
    })
    renameSync(part, to)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  return { lines: count }
}
