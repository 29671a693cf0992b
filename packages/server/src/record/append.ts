import { randomBytes } from 'node:crypto'
import {
  append as appendToTree,
  canonical,
  commitment,
  emptyFrontier,
  encodeEntry,
  leafHash,
  rootOf,
  saltBytes,
  type Frontier,
} from '@allmende/domain/ledger'
import { logEntryKinds, type LogEntryData, type LogEntryKind } from '@allmende/wire'
import { eq, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { bytes } from './bytes.ts'
import { logHead } from './tables.ts'

/** Puts a value that must not be public behind a salted commitment, whose opening is kept in the database. */
export type Hide = (field: string, value: unknown) => string

type Opening = { commitment: string; field: string; salt: string; value: unknown }

/** Starts the log of a new alliance; size 0. */
export async function startLog(ctx: Context): Promise<void> {
  await ctx.db.sql
    .insert(logHead)
    .values({
      id: 1,
      size: 0,
      frontier: emptyFrontier.hashes,
      root: rootOf(bytes, emptyFrontier),
      at: ctx.now(),
    })
    .onConflictDoNothing()
}

/** A fact to record. `subjects` are the ids of the things whose pages show the entry; `data` gets `hide`. */
export type NewEntry = {
  readonly [K in LogEntryKind]: {
    readonly kind: K
    readonly subjects: readonly string[]
    readonly data: (hide: Hide) => LogEntryData<K>
  }
}[LogEntryKind]

type Rows = {
  readonly entries: { index: number; kind: string; at: string; body: string; leaf_hash: string }[]
  readonly nodes: { level: number; index: number; hash: string }[]
  readonly subjects: { subject: string; entry: number }[]
  readonly openings: (Opening & { entry: number })[]
}

/** Everything that entries add to the tables, and the head that they leave, in one statement. */
async function saveGrown(ctx: Context, rows: Rows, frontier: Frontier, at: string): Promise<void> {
  const json = (value: unknown) => sql`${JSON.stringify(value)}::json`
  await ctx.db.rows(sql`
    with entries as (insert into log_entries (index, kind, at, body, leaf_hash)
        select * from json_to_recordset(${json(rows.entries)}) as r(index bigint, kind text, at timestamptz, body text, leaf_hash text)),
      nodes as (insert into log_nodes (level, index, hash)
        select * from json_to_recordset(${json(rows.nodes)}) as r(level int, index bigint, hash text)),
      subjects as (insert into log_subjects (subject, entry)
        select * from json_to_recordset(${json(rows.subjects)}) as r(subject text, entry bigint)),
      openings as (insert into log_openings (commitment, entry, field, salt, value)
        select * from json_to_recordset(${json(rows.openings)}) as r(commitment text, entry bigint, field text, salt text, value jsonb))
    update log_head set size = ${frontier.size}, frontier = ${JSON.stringify(frontier.hashes)}::jsonb,
      root = ${rootOf(bytes, frontier)}, at = ${at}::timestamptz where id = 1`)
}

/**
 * Appends entries to the Merkle log, in the transaction of the facts they record: all stand or none does. The head
 * row is locked until that transaction ends, so an operation appends last, and one that records many facts hands
 * them over together: two statements, whatever their number.
 * @returns the index of the first
 */
export async function appendAll(ctx: Context, added: readonly NewEntry[]): Promise<number> {
  return ctx.db.transaction(async () => {
    const [head] = await ctx.db.sql.select().from(logHead).where(eq(logHead.id, 1)).for('update')
    if (!head) throw new Error('Invariant broken: the log was not started before the first entry')
    // Entries are in the order of their moments even when the machine's clock steps back.
    const at = new Date(Math.max(ctx.now().getTime(), head.at.getTime())).toISOString()
    const rows: Rows = { entries: [], nodes: [], subjects: [], openings: [] }
    let frontier: Frontier = { size: head.size, hashes: head.frontier as Frontier['hashes'] }
    for (const { kind, subjects, data } of added) {
      const entry = frontier.size
      const hide: Hide = (field, value) => {
        const salt = randomBytes(Math.max(32, saltBytes))
        const committed = commitment(bytes, salt, value)
        rows.openings.push({ commitment: committed, entry, field, salt: salt.toString('hex'), value })
        return committed
      }
      const parsed = { kind, at, data: logEntryKinds[kind].parse(data(hide)) as Record<string, unknown> }
      const leaf = leafHash(bytes, encodeEntry(bytes, parsed))
      rows.entries.push({ index: entry, kind, at, body: canonical({ v: 1, ...parsed }), leaf_hash: leaf })
      rows.subjects.push(...[...new Set(subjects)].map((subject) => ({ subject, entry })))
      const grown = appendToTree(bytes, frontier, leaf)
      rows.nodes.push(
        ...grown.nodes
          .filter((node) => node.level > 0)
          .map(({ level, index, hash }) => ({ level, index, hash })),
      )
      frontier = grown.frontier
    }
    await saveGrown(ctx, rows, frontier, at)
    ctx.nudge('checkpoint')
    return head.size
  })
}

/** Appends one entry, as `appendAll` does. @returns the entry's index */
export async function append<K extends LogEntryKind>(
  ctx: Context,
  kind: K,
  subjects: readonly string[],
  data: (hide: Hide) => LogEntryData<K>,
): Promise<number> {
  return appendAll(ctx, [{ kind, subjects, data } as unknown as NewEntry])
}
