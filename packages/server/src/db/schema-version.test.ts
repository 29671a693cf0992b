import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { members } from '../alliance/tables.ts'
import { tablesInOrder } from '../backup/tables.ts'
import { WorldError } from '../http/problems.ts'
import { databases, freshPostgres } from '../testing/chain-rig.ts'
import { openPglite, openPostgres, type Database } from './connection.ts'
import { newestMigration, prepareSchema } from './schema-version.ts'

const shipped = new URL('migrations', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'allmende-schema-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The migrations of a later version of this program: those that ship, and one more. */
function laterMigrations(name: string, statements: readonly string[]): string {
  const path = join(folder, name)
  cpSync(shipped, path, { recursive: true })
  const journalPath = join(path, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(journalPath, 'utf8')) as { entries: object[] }
  const when = newestMigration(shipped) + 1000
  const entry = { idx: journal.entries.length, version: '7', when, tag: '9999_later', breakpoints: true }
  writeFileSync(journalPath, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }))
  writeFileSync(join(path, '9999_later.sql'), statements.join('\n--> statement-breakpoint\n'))
  return path
}
const motto = 'ALTER TABLE "members" ADD COLUMN "motto" text DEFAULT \'Share.\' NOT NULL;'
const later = laterMigrations('later', [motto, 'CREATE TABLE "mottos" ("id" text PRIMARY KEY);'])
const broken = laterMigrations('broken', [motto, 'ALTER TABLE "no_such_table" ADD COLUMN "x" text;'])

/** Everything that a database holds, and what it says of its own version. */
async function everything(db: Database): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const table of ['drizzle.__drizzle_migrations', ...(await tablesInOrder(db))]) {
    const name = sql.join(
      table.split('.').map((part) => sql.identifier(part)),
      sql`.`,
    )
    const rows = await db.rows<{ row: string }>(sql`select row_to_json(t)::text as row from ${name} t`)
    all[table] = rows.map((r) => r.row).toSorted()
  }
  return all
}

async function saveMembers(db: Database): Promise<void> {
  const row = { kind: 'institution', shareBp: 3000, pledgedAcceleratorMs: 0, from: '2026-01-01' } as const
  await db.sql.insert(members).values([
    { ...row, id: 'ke', name: 'Rift Lakes Computing Trust', country: 'KE' },
    { ...row, id: 'br', name: 'Instituto Maré de Computação', country: 'BR' },
  ])
}

const now = new Date('2026-11-24T09:00:00.000Z')
const ends: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const end of ends.toReversed()) await end()
})

/** A data folder with its database, as this version made and filled it; `open` opens it as a start does. */
async function folderOf(database: (typeof databases)[number], name: string) {
  const dataDir = join(folder, `${database}-${name}`)
  const fresh = await freshPostgres(database)
  if (fresh) ends.push(() => fresh.drop())
  let db: Database | null = null
  const open = async () => {
    await db?.close()
    db = await (fresh ? openPostgres(fresh.url) : openPglite(dataDir))
    return db
  }
  ends.push(async () => db?.close())
  const first = await open()
  expect(await prepareSchema(first, shipped, dataDir, now)).toBe('new')
  await saveMembers(first)
  const copies = () => (existsSync(join(dataDir, 'backups')) ? readdirSync(join(dataDir, 'backups')) : [])
  return { dataDir, open, copies, before: await everything(first) }
}

describe.each(databases)('the schema of a data folder, on %s', (database) => {
  test('opened by the version that made it, it is left as it is', async () => {
    const { dataDir, open, copies, before } = await folderOf(database, 'current')
    const db = await open()
    expect(await prepareSchema(db, shipped, dataDir, now)).toBe('current')
    expect(await everything(db)).toEqual(before)
    expect(copies()).toEqual([])
  })

  test('opened by a later version, it is migrated with every row as it was', async () => {
    const { dataDir, open, before } = await folderOf(database, 'migrated')
    const db = await open()
    expect(await prepareSchema(db, later, dataDir, now)).toBe('migrated')
    const rows = await db.rows<{ id: string; motto: string }>(sql`select id, motto from members order by id`)
    expect(rows).toEqual([
      { id: 'br', motto: 'Share.' },
      { id: 'ke', motto: 'Share.' },
    ])
    await db.rows(sql`alter table members drop column motto`)
    await db.rows(sql`drop table mottos`)
    const migrations = 'drizzle.__drizzle_migrations'
    expect(await everything(db)).toEqual({ ...before, [migrations]: expect.any(Array) })
    expect(await prepareSchema(db, later, dataDir, now), 'a second start finds nothing to do').toBe('current')
  })

  test('a migration that breaks in the middle changes nothing', async () => {
    const { dataDir, open, before } = await folderOf(database, 'broken')
    const db = await open()
    await expect(prepareSchema(db, broken, dataDir, now)).rejects.toThrow()
    expect(await everything(db)).toEqual(before)
    expect(await prepareSchema(db, shipped, dataDir, now), 'the version before still opens it').toBe(
      'current',
    )
  })

  test('opened by an earlier version than wrote it, it is refused in words, and nothing is touched', async () => {
    const { dataDir, open, copies } = await folderOf(database, 'newer')
    let db = await open()
    await prepareSchema(db, later, dataDir, now)
    const [before, copiesBefore] = [await everything(db), copies()]
    db = await open()
    const error = await prepareSchema(db, shipped, dataDir, now).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(WorldError)
    expect(error).toMatchObject({ code: 'data-folder.newer', retryable: false })
    expect((error as Error).message).toContain(`The data in ${dataDir} was written by a newer version`)
    expect((error as Error).message).toContain('Start that version')
    expect(await everything(db)).toEqual(before)
    expect(copies()).toEqual(copiesBefore)
    expect(await prepareSchema(db, later, dataDir, now)).toBe('current')
  })
})

// PostgreSQL is saved by its operator: docs/operate.md.
describe('what was there before a migration, on PGlite', () => {
  test('is kept beside the data, and opens with every row', async () => {
    const { dataDir, open, copies, before } = await folderOf('PGlite', 'kept')
    await prepareSchema(await open(), later, dataDir, now)
    expect(copies()).toEqual(['before-migration-2026-11-24T090000.000Z.tar.gz'])
    const path = join(dataDir, 'backups', copies()[0] ?? '')
    expect(statSync(path).mode & 0o777, 'readable by its owner alone').toBe(0o600)
    const copy = await openPglite(null, new Blob([readFileSync(path)]))
    ends.push(() => copy.close())
    expect(await everything(copy)).toEqual(before)
    expect(await prepareSchema(copy, shipped, dataDir, now), 'with the version before').toBe('current')
  })

  test('is kept also where the migration breaks', async () => {
    const { dataDir, open, copies } = await folderOf('PGlite', 'kept-broken')
    await expect(prepareSchema(await open(), broken, dataDir, now)).rejects.toThrow()
    expect(copies()).toHaveLength(1)
  })
})
