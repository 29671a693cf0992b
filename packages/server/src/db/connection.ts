import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { SQL } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as drizzleLite } from 'drizzle-orm/pglite'
import { migrate as migrateLite } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'

type Drizzle = PgDatabase<PgQueryResultHKT, Record<string, never>>

/** The database, the same over PGlite and PostgreSQL. */
export type Database = {
  readonly kind: 'pglite' | 'postgres'
  /** The current transaction, or the pool outside of one. PGlite has one session: always ask here, never keep it. */
  readonly sql: Drizzle
  /** Runs in a transaction; joins the one under way. Throwing rolls back. */
  transaction<T>(work: () => Promise<T>): Promise<T>
  inTransaction(): boolean
  /** Runs once the transaction under way has committed; at once outside of one. */
  afterCommit(work: () => void): void
  rows<T>(query: SQL): Promise<T[]>
  /** Runs the work and says how many statements it sent. */
  counted<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly queries: number }>
  /** Brings the schema to this program's version; refuses a database that a newer program wrote. */
  migrate(folder: string): Promise<void>
  /** A copy of everything as one file; PGlite only (PostgreSQL has pg_dump). */
  dump(): Promise<Blob | null>
  close(): Promise<void>
}

type Unit = { readonly tx: Drizzle; readonly after: (() => void)[] }

const counts = new AsyncLocalStorage<{ queries: number }>()

/** Drizzle tells it of each statement; what the statement says is not kept. */
const counter = {
  logQuery() {
    const count = counts.getStore()
    if (count) count.queries += 1
  },
}

async function counted<T>(work: () => Promise<T>): Promise<{ result: T; queries: number }> {
  const count = { queries: 0 }
  const result = await counts.run(count, work)
  return { result, queries: count.queries }
}

function withUnits(root: Drizzle) {
  const current = new AsyncLocalStorage<Unit>()
  const sqlNow = () => current.getStore()?.tx ?? root
  async function transaction<T>(work: () => Promise<T>): Promise<T> {
    if (current.getStore()) return work()
    const after: (() => void)[] = []
    const result = await root.transaction(async (tx) =>
      current.run({ tx: tx as unknown as Drizzle, after }, work),
    )
    for (const run of after) run()
    return result
  }
  return {
    get sql() {
      return sqlNow()
    },
    transaction,
    inTransaction: () => current.getStore() !== undefined,
    afterCommit(work: () => void) {
      const unit = current.getStore()
      if (unit) unit.after.push(work)
      else work()
    },
    async rows<T>(query: SQL): Promise<T[]> {
      const result = (await sqlNow().execute(query)) as unknown as { rows: T[] }
      return result.rows
    },
  }
}

/** Opens an embedded PGlite. `dir` null keeps everything in memory; `from` starts from a dump. */
export async function openPglite(dir: string | null, from?: Blob): Promise<Database> {
  if (dir && !existsSync(dir)) mkdirSync(dir, { recursive: true, mode: 0o700 })
  const lite = await PGlite.create({
    ...(dir ? { dataDir: join(dir, 'pglite') } : {}),
    ...(from ? { loadDataDir: from } : {}),
  })
  const root = drizzleLite(lite, { logger: counter })
  const units = withUnits(root as unknown as Drizzle)
  return Object.defineProperties(
    {
      kind: 'pglite' as const,
      transaction: units.transaction,
      inTransaction: units.inTransaction,
      afterCommit: units.afterCommit,
      rows: units.rows,
      counted,
      migrate: (folder: string) => migrateLite(root, { migrationsFolder: folder }),
      dump: () => lite.dumpDataDir('gzip') as Promise<Blob>,
      close: () => lite.close(),
    },
    { sql: { get: () => units.sql, enumerable: true } },
  ) as Database
}

/** Statements that are planned once per connection; rows in varying numbers would make ever new, ever longer ones. */
const namedMax = 500
const namedLengthMax = 4000
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= namedMax || text.length > namedLengthMax) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

/** Gives each statement with parameters a name, so that PostgreSQL keeps its plan. */
class PlanningClient extends pg.Client {
  override query(...words: unknown[]): never {
    const [config, ...rest] = words
    const asked = config as { text?: string; values?: unknown[]; name?: string } | undefined
    const named =
      typeof asked === 'object' && asked.text !== undefined && asked.values && !asked.name
        ? { ...asked, name: nameOf(asked.text) }
        : config
    return super.query(named as never, ...(rest as [])) as never
  }
}

/** Opens PostgreSQL 15 or later. */
export async function openPostgres(url: string, connections = 10): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: connections, Client: PlanningClient })
  pool.on('error', () => {
    // An idle connection broke; the pool makes a new one, and a query that needs it reports its own failure.
  })
  const root = drizzlePg(pool, { logger: counter })
  const units = withUnits(root as unknown as Drizzle)
  await pool.query('select 1')
  return Object.defineProperties(
    {
      kind: 'postgres' as const,
      transaction: units.transaction,
      inTransaction: units.inTransaction,
      afterCommit: units.afterCommit,
      rows: units.rows,
      counted,
      migrate: (folder: string) => migratePg(root, { migrationsFolder: folder }),
      dump: () => Promise.resolve(null),
      close: () => pool.end(),
    },
    { sql: { get: () => units.sql, enumerable: true } },
  ) as Database
}
