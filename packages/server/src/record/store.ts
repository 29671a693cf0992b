import type { HashAt, TreeNode } from '@allmende/domain/ledger'
import { and, asc, desc, eq, gte, inArray, lt, lte, sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { logCheckpoints, logEntries, logHead, logNodes, logSubjects } from './tables.ts'

export type EntryRow = typeof logEntries.$inferSelect

export async function loadHead(ctx: Context) {
  const [head] = await ctx.db.sql.select().from(logHead).where(eq(logHead.id, 1))
  return head ?? null
}

/** How far the log reaches, and its newest checkpoint; one query. */
export async function loadStanding(
  ctx: Context,
): Promise<{ size: number; checkpoint: { size: number; at: string } | null }> {
  const newest = ctx.db.sql
    .select({ size: logCheckpoints.size, at: logCheckpoints.at })
    .from(logCheckpoints)
    .orderBy(desc(logCheckpoints.size))
    .limit(1)
    .as('newest')
  const [row] = await ctx.db.sql
    .select({ size: logHead.size, signed: newest.size, at: newest.at })
    .from(logHead)
    .leftJoin(newest, sql`true`)
    .where(eq(logHead.id, 1))
  if (!row) return { size: 0, checkpoint: null }
  return {
    size: row.size,
    checkpoint: row.signed !== null && row.at ? { size: row.signed, at: row.at.toISOString() } : null,
  }
}

/** The newest signed checkpoint, or null before the first. */
export async function loadCheckpoint(ctx: Context) {
  const [row] = await ctx.db.sql.select().from(logCheckpoints).orderBy(desc(logCheckpoints.size)).limit(1)
  return row ?? null
}

export async function saveCheckpoint(ctx: Context, size: number, note: string): Promise<void> {
  await ctx.db.sql.insert(logCheckpoints).values({ size, note, at: ctx.now() }).onConflictDoNothing()
}

export async function loadEntry(ctx: Context, index: number): Promise<EntryRow | null> {
  const [row] = await ctx.db.sql.select().from(logEntries).where(eq(logEntries.index, index))
  return row ?? null
}

/** Newest first, below `before`. */
export async function listEntries(
  ctx: Context,
  query: { before: number | undefined; kind: string | undefined; limit: number },
): Promise<EntryRow[]> {
  const conditions = [
    ...(query.before === undefined ? [] : [lt(logEntries.index, query.before)]),
    ...(query.kind === undefined ? [] : [eq(logEntries.kind, query.kind)]),
  ]
  return ctx.db.sql
    .select()
    .from(logEntries)
    .where(and(...conditions))
    .orderBy(desc(logEntries.index))
    .limit(query.limit)
}

/** Entries `from` up to but not including `until`, in order. */
export async function rangeOfEntries(ctx: Context, from: number, until: number): Promise<EntryRow[]> {
  return ctx.db.sql
    .select()
    .from(logEntries)
    .where(and(gte(logEntries.index, from), lt(logEntries.index, until)))
    .orderBy(asc(logEntries.index))
}

export type ProofRow = { readonly index: number; readonly kind: string; readonly at: string }

/** The entries that stand behind a thing, oldest first, as a column of somebody else's select: one statement less. */
export function proofsAsJson(subject: SQL): SQL<ProofRow[]> {
  return sql<ProofRow[]>`(select coalesce(json_agg(p order by p.index), '[]'::json) from (
    select e.index, e.kind, e.at from ${logSubjects} s join ${logEntries} e on e.index = s.entry
    where s.subject = ${subject} order by e.index limit 200) p)`
}

/** Moments as this program writes them, from those that the database wrote into JSON. */
export function readProofs(rows: readonly ProofRow[]): ProofRow[] {
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

/** The entries that stand behind a thing, oldest first. */
export async function proofsOf(ctx: Context, subject: string): Promise<ProofRow[]> {
  const [row] = await ctx.db.rows<{ proofs: ProofRow[] }>(
    sql`select ${proofsAsJson(sql`${subject}::text`)} as proofs`,
  )
  return readProofs(row?.proofs ?? [])
}

/** Loads tree nodes in two queries, whatever their number. */
export async function loadNodes(ctx: Context, nodes: readonly TreeNode[]): Promise<HashAt> {
  const found = new Map<string, string>()
  const leaves = nodes.filter((n) => n.level === 0).map((n) => n.index)
  const inner = nodes.filter((n) => n.level > 0)
  if (leaves.length > 0) {
    const rows = await ctx.db.sql
      .select({ index: logEntries.index, hash: logEntries.leafHash })
      .from(logEntries)
      .where(inArray(logEntries.index, leaves))
    for (const row of rows) found.set(`0/${row.index}`, row.hash)
  }
  if (inner.length > 0) {
    const wanted = sql.join(
      inner.map((n) => sql`(${n.level}::int, ${n.index}::bigint)`),
      sql`, `,
    )
    const rows = await ctx.db.sql
      .select()
      .from(logNodes)
      .where(sql`(${logNodes.level}, ${logNodes.index}) in (${wanted})`)
    for (const row of rows) found.set(`${row.level}/${row.index}`, row.hash)
  }
  return (level, index) => found.get(`${level}/${index}`)
}

/** The hashes of a tile, in order. */
export async function tileHashes(
  ctx: Context,
  level: number,
  first: number,
  width: number,
): Promise<string[]> {
  if (level === 0) return (await rangeOfEntries(ctx, first, first + width)).map((row) => row.leafHash)
  const rows = await ctx.db.sql
    .select({ hash: logNodes.hash })
    .from(logNodes)
    .where(
      and(eq(logNodes.level, level * 8), gte(logNodes.index, first), lte(logNodes.index, first + width - 1)),
    )
    .orderBy(asc(logNodes.index))
  return rows.map((row) => row.hash)
}
