import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstDay, rulesVersion } from '@allmende/domain/rules'
import { parseCalendarDate, type CalendarDate } from '@allmende/domain/terms'
import { describeAllAffected, type Affected } from '@allmende/wire'
import { sql } from 'drizzle-orm'
import { listAffected } from './clear/index.ts'
import type { Context } from './context.ts'
import { openPglite, openPostgres, type Database } from './db/connection.ts'
import { lockDataFolder } from './db/data-folder.ts'
import { compareSchema } from './db/schema-version.ts'
import type { Settings } from './settings.ts'

export type DryRun = {
  readonly settings: Settings
  readonly migrations: string
  /** A calendar date; today (UTC) where it is not given. */
  readonly asOf: string | undefined
  readonly json: boolean
  readonly now: Date
  out(text: string): void
}

const pageSize = 200

/** Everything that would be answered otherwise, from a database that is only read. */
async function readAffected(db: Database, run: DryRun, asOf: CalendarDate) {
  // Determining again reads the database and nothing else: no files, no keys, no clock.
  const ctx = { db, settings: run.settings, now: () => run.now } as Context
  const items: Affected[] = []
  let [examined, after] = [0, undefined as string | undefined]
  for (;;) {
    const page = await listAffected(ctx, { asOf, after, limit: pageSize })
    items.push(...page.items)
    examined += page.examined
    if (page.next === null) return { asOf, rulesVersion, examined, items }
    after = page.next
  }
}

type Found = Awaited<ReturnType<typeof readAffected>>

async function onPostgres(url: string, run: DryRun, asOf: CalendarDate): Promise<Found | string> {
  const db = await openPostgres(url, 1)
  try {
    const schema = await compareSchema(db, run.migrations)
    if (schema !== 'current')
      return `The database has ${schema === 'empty' ? 'no' : `a${schema === 'older' ? 'n older' : ' newer'}`} schema than this version reads. Restore a backup of it into a scratch database, start this version there once, and ask again there.`
    return await db.transaction(async () => {
      await db.rows(sql`set transaction read only`)
      return readAffected(db, run, asOf)
    })
  } finally {
    await db.close()
  }
}

/** PGlite writes to its folder whenever it opens it, so a copy is opened, and brought to this version's schema. */
async function onCopy(run: DryRun, asOf: CalendarDate): Promise<Found | string> {
  const { dataDir } = run.settings
  if (!existsSync(join(dataDir, 'pglite'))) return `There is no data in ${dataDir}.`
  const copy = mkdtempSync(join(tmpdir(), 'allmende-dry-run-'))
  try {
    const unlock = lockDataFolder(dataDir)
    try {
      cpSync(join(dataDir, 'pglite'), join(copy, 'pglite'), { recursive: true })
    } finally {
      unlock()
    }
    const db = await openPglite(copy)
    try {
      const schema = await compareSchema(db, run.migrations)
      if (schema === 'newer') return `The data in ${dataDir} was written by a newer version of Allmende.`
      if (schema !== 'current') await db.migrate(run.migrations)
      return await readAffected(db, run, asOf)
    } finally {
      await db.close()
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/**
 * What the rules of this program would change in what is there, before it is started on it: the same table as
 * `allmende rules affected`. Changes nothing, migrates nothing. @returns the exit code
 */
export async function dryRunRules(run: DryRun): Promise<number> {
  const asOf = parseCalendarDate(run.asOf ?? run.now.toISOString().slice(0, 10))
  if (!asOf || asOf < firstDay) {
    run.out(`--as-of is "${run.asOf}"; expected a date from ${firstDay} on.\n`)
    return 2
  }
  const { databaseUrl } = run.settings
  const found = databaseUrl ? await onPostgres(databaseUrl, run, asOf) : await onCopy(run, asOf)
  if (typeof found === 'string') {
    run.out(`${found}\n`)
    return 1
  }
  run.out(run.json ? `${JSON.stringify(found, null, 2)}\n` : describeAllAffected(found))
  return 0
}
