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
import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { bytes } from './bytes.ts'
import { logEntries, logHead, logNodes, logOpenings, logSubjects } from './tables.ts'

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

/**
 * Appends an entry to the Merkle log, in the transaction of the fact it records: both stand or neither does.
 * The head row is locked until that transaction ends, so an operation appends last. `data` receives `hide`,
 * for people and free text. `subjects` are the ids of the things whose pages show this entry.
 * @returns the entry's index
 */
export async function append<K extends LogEntryKind>(
  ctx: Context,
  kind: K,
  subjects: readonly string[],
  data: (hide: Hide) => LogEntryData<K>,
): Promise<number> {
  return ctx.db.transaction(async () => {
    const openings: Opening[] = []
    const hide: Hide = (field, value) => {
      const salt = randomBytes(Math.max(32, saltBytes))
      const committed = commitment(bytes, salt, value)
      openings.push({ commitment: committed, field, salt: salt.toString('hex'), value })
      return committed
    }
    const parsed = logEntryKinds[kind].parse(data(hide))
    const [head] = await ctx.db.sql.select().from(logHead).where(eq(logHead.id, 1)).for('update')
    if (!head) throw new Error('Invariant broken: the log was not started before the first entry')
    // Entries are in the order of their moments even when the machine's clock steps back.
    const at = new Date(Math.max(ctx.now().getTime(), head.at.getTime()))
    const entry = { kind, at: at.toISOString(), data: parsed as Record<string, unknown> }
    const leaf = leafHash(bytes, encodeEntry(bytes, entry))
    const grown = appendToTree(bytes, { size: head.size, hashes: head.frontier as Frontier['hashes'] }, leaf)
    const index = head.size
    await ctx.db.sql
      .insert(logEntries)
      .values({ index, kind, at, body: canonical({ v: 1, ...entry }), leafHash: leaf })
    const inner = grown.nodes
      .filter((node) => node.level > 0)
      .map((n) => ({ level: n.level, index: n.index, hash: n.hash }))
    if (inner.length > 0) await ctx.db.sql.insert(logNodes).values(inner)
    if (subjects.length > 0)
      await ctx.db.sql
        .insert(logSubjects)
        .values([...new Set(subjects)].map((subject) => ({ subject, entry: index })))
    if (openings.length > 0)
      await ctx.db.sql.insert(logOpenings).values(openings.map((o) => ({ ...o, entry: index })))
    await ctx.db.sql
      .update(logHead)
      .set({
        size: grown.frontier.size,
        frontier: grown.frontier.hashes,
        root: rootOf(bytes, grown.frontier),
        at,
      })
      .where(eq(logHead.id, 1))
    ctx.nudge('checkpoint')
    return index
  })
}
