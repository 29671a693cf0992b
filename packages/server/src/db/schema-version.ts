import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { WorldError } from '../http/problems.ts'
import type { Database } from './connection.ts'

type Journal = { entries: { when: number; tag: string }[] }

/** When the newest migration of this program was made, in milliseconds: the number of its schema. */
export function newestMigration(migrations: string): number {
  const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as Journal
  return Math.max(...journal.entries.map((entry) => entry.when))
}

async function lastApplied(db: Database): Promise<number | null> {
  const [table] = await db.rows<{ found: string | null }>(
    sql`select to_regclass('drizzle.__drizzle_migrations')::text as found`,
  )
  if (!table?.found) return null
  const [row] = await db.rows<{ last: string | number | null }>(
    sql`select max(created_at) as last from drizzle.__drizzle_migrations`,
  )
  return row?.last == null ? null : Number(row.last)
}

/** How a database's schema stands to this program's; reads only. */
export async function compareSchema(
  db: Database,
  migrations: string,
): Promise<'empty' | 'older' | 'current' | 'newer'> {
  const [applied, newest] = [await lastApplied(db), newestMigration(migrations)]
  if (applied === null) return 'empty'
  if (applied === newest) return 'current'
  return applied < newest ? 'older' : 'newer'
}

/**
 * Brings the database to this program's schema. One that a newer program wrote is refused; an older one is
 * saved beside the data first (PGlite; for PostgreSQL the operator's own backup is the way back).
 * @throws WorldError `data-folder.newer`
 */
export async function prepareSchema(
  db: Database,
  migrations: string,
  dataDir: string,
  now: Date,
): Promise<'new' | 'current' | 'migrated'> {
  const newest = newestMigration(migrations)
  const applied = await lastApplied(db)
  if (applied !== null && applied > newest) {
    throw new WorldError(
      'data-folder.newer',
      `The data in ${dataDir} was written by a newer version of Allmende. Start that version, or another data folder: ALLMENDE_DATA=./other npm start.`,
      false,
    )
  }
  if (applied === newest) return 'current'
  if (applied !== null) {
    const copy = await db.dump()
    if (copy) {
      const folder = join(dataDir, 'backups')
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(
        join(folder, `before-migration-${now.toISOString().replaceAll(':', '')}.tar.gz`),
        Buffer.from(await copy.arrayBuffer()),
        { mode: 0o600, flush: true },
      )
    }
  }
  await db.migrate(migrations)
  return applied === null ? 'new' : 'migrated'
}
