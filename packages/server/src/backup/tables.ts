import { sql } from 'drizzle-orm'
import type { Database } from '../db/connection.ts'

type Edge = { readonly child: string; readonly parent: string }

/** Every table of ours, parents before the tables that refer to them, so that rows go in in this order. */
export async function tablesInOrder(db: Database): Promise<string[]> {
  const tables = await db.rows<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
  )
  const edges = await db.rows<Edge>(sql`
    select child.relname as child, parent.relname as parent from pg_constraint c
      join pg_class child on child.oid = c.conrelid join pg_class parent on parent.oid = c.confrelid
    where c.contype = 'f' and c.conrelid <> c.confrelid`)
  const ordered: string[] = []
  let left = tables.map((table) => table.name)
  while (left.length > 0) {
    const ready = left.filter((name) =>
      edges.every(({ child, parent }) => child !== name || ordered.includes(parent)),
    )
    if (ready.length === 0) throw new Error(`Invariant broken: tables refer in a ring: ${left.join(', ')}`)
    ordered.push(...ready)
    left = left.filter((name) => !ready.includes(name))
  }
  return ordered
}

/** Rows of a table as JSON objects, a thousand at a time, within the transaction under way. */
export async function* rowsOf(db: Database, table: string): AsyncGenerator<unknown> {
  await db.rows(
    sql`declare backup_rows no scroll cursor for select row_to_json(t)::text as row from ${sql.identifier(table)} t`,
  )
  for (;;) {
    const rows = await db.rows<{ row: string }>(sql`fetch 1000 from backup_rows`)
    for (const { row } of rows) yield JSON.parse(row)
    if (rows.length === 0) break
  }
  await db.rows(sql`close backup_rows`)
}

/** Puts rows back as they were. */
export async function insertRows(db: Database, table: string, rows: readonly unknown[]): Promise<void> {
  if (rows.length === 0) return
  const name = sql.identifier(table)
  await db.rows(
    sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json)`,
  )
}

/** Sequences go on after the highest number that a row holds. */
export async function advanceSequences(db: Database): Promise<void> {
  const columns = await db.rows<{ table: string; column: string; sequence: string }>(sql`
    select table_name as "table", column_name as "column", pg_get_serial_sequence(quote_ident(table_name), column_name) as sequence
    from information_schema.columns where table_schema = 'public' and column_default like 'nextval%'`)
  for (const { table, column, sequence } of columns) {
    await db.rows(
      sql`select setval(${sequence}, (select coalesce(max(${sql.identifier(column)}), 0) + 1 from ${sql.identifier(table)}), false)`,
    )
  }
}
