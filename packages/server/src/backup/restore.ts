import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, writeFileSync, existsSync } from 'node:fs'
import { dirname, isAbsolute, join, normalize } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { Database } from '../db/connection.ts'
import { newestMigration } from '../db/schema-version.ts'
import { WorldError } from '../http/problems.ts'
import type { Header, Line, Trailer } from './backup.ts'
import { advanceSequences, insertRows, tablesInOrder } from './tables.ts'

const batch = 500

async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path)
  const unpacked = createGunzip()
  source.on('error', (error) => unpacked.destroy(error))
  source.pipe(unpacked)
  // A reader of lines does not pass on the errors of its input.
  const broken = new Promise<never>((_, reject) => unpacked.once('error', reject))
  broken.catch(() => undefined)
  const reader = createInterface({ input: unpacked, crlfDelay: Infinity })[Symbol.asyncIterator]()
  for (;;) {
    const next = await Promise.race([reader.next(), broken])
    if (next.done) return
    yield next.value
  }
}

function damaged(path: string, why: string): WorldError {
  return new WorldError(
    'backup.damaged',
    `${path} is not a whole backup: ${why}. Nothing was restored.`,
    false,
  )
}

/**
 * Reads the whole file once, before anything is changed: whole, unchanged, and of a schema that this program has.
 * @throws WorldError `backup.damaged`, `backup.newer`
 */
export async function checkBackup(path: string, migrations: string): Promise<Header> {
  if (!existsSync(path)) throw damaged(path, 'there is no such file')
  const hash = createHash('sha256')
  let header: Header | null = null
  let trailer: Trailer | null = null
  let count = 0
  try {
    for await (const line of linesOf(path)) {
      if (trailer) throw damaged(path, 'something stands after its end')
      const value = JSON.parse(line) as Header | Line | Trailer
      if ('sha256' in value) trailer = value
      else {
        if (!header) header = value as Header
        hash.update(`${line}\n`)
        count += 1
      }
    }
  } catch (error) {
    if (error instanceof WorldError) throw error
    throw damaged(path, (error as Error).message)
  }
  if (!header || header.format !== 1) throw damaged(path, 'it does not begin as one')
  if (!trailer) throw damaged(path, 'its end is missing')
  if (trailer.lines !== count || trailer.sha256 !== hash.digest('hex'))
    throw damaged(path, 'its content does not match its checksum')
  if (header.schema > newestMigration(migrations))
    throw new WorldError(
      'backup.newer',
      `${path} was made by Allmende ${header.allmende}, which is newer. Restore it with that version.`,
      false,
    )
  if (header.schema < newestMigration(migrations))
    throw new WorldError(
      'backup.older',
      `${path} was made by Allmende ${header.allmende}, which is older. Restore it with that version, then start this one on the data.`,
      false,
    )
  return header
}

/** A path of a file in the data folder; anything that leads elsewhere is refused. */
function inside(dataDir: string, file: string): string {
  const path = normalize(file)
  if (isAbsolute(path) || path.startsWith('..'))
    throw new Error(`Invariant broken: ${file} leads out of the folder`)
  return join(dataDir, path)
}

async function demandEmpty(db: Database, dataDir: string): Promise<void> {
  const others = existsSync(dataDir)
    ? readdirSync(dataDir).filter((name) => !['lock', 'pglite'].includes(name))
    : []
  const [alliance] = await db.rows<{ n: number }>(sql`select count(*)::int as n from alliance`)
  if (others.length > 0 || Number(alliance?.n) > 0)
    throw new WorldError(
      'backup.not-empty',
      `There is data already, in ${dataDir} or in the database. Restore into an empty folder and an empty database.`,
      false,
    )
}

/**
 * Puts a backup back, into an empty folder and an empty database with the schema in place; PGlite or PostgreSQL,
 * whichever it was made on. All rows go in in one transaction.
 * @throws WorldError `backup.damaged`, `backup.newer`, `backup.older`, `backup.not-empty`
 */
export async function restoreBackup(
  db: Database,
  options: { readonly dataDir: string; readonly migrations: string; readonly from: string },
): Promise<{ rows: number; files: number }> {
  await checkBackup(options.from, options.migrations)
  await demandEmpty(db, options.dataDir)
  const known = new Set(await tablesInOrder(db))
  let rows = 0
  let files = 0
  await db.transaction(async () => {
    let table = ''
    let waiting: unknown[] = []
    const flush = async () => {
      await insertRows(db, table, waiting)
      rows += waiting.length
      waiting = []
    }
    for await (const text of linesOf(options.from)) {
      const line = JSON.parse(text) as Header | Line | Trailer
      if ('table' in line) {
        if (!known.has(line.table)) throw damaged(options.from, `it names a table "${line.table}"`)
        if (line.table !== table || waiting.length >= batch) await flush()
        table = line.table
        waiting.push(line.row)
      } else if ('file' in line) {
        const path = inside(options.dataDir, line.file)
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
        writeFileSync(path, Buffer.from(line.base64, 'base64'), { mode: 0o600, flush: true })
        files += 1
      }
    }
    await flush()
    await advanceSequences(db)
  })
  return { rows, files }
}
