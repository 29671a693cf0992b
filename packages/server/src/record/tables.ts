import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, whole } from '../db/columns.ts'

/** The Merkle log's entries, exactly as hashed (RFC 9162 §2.1, leaf = RFC 8785 JSON). Rows are only ever added. */
export const logEntries = pgTable(
  'log_entries',
  {
    index: whole('index').primaryKey(),
    kind: text('kind').notNull(),
    at: moment('at').notNull(),
    body: text('body').notNull(),
    leafHash: text('leaf_hash').notNull(),
  },
  (t) => [index('log_entries_kind').on(t.kind, t.index)],
)

/** Which entries stand behind a thing that a page shows. */
export const logSubjects = pgTable(
  'log_subjects',
  { subject: text('subject').notNull(), entry: whole('entry').notNull() },
  (t) => [primaryKey({ columns: [t.subject, t.entry] })],
)

/** One row: the size and right edge of the tree. Held for update by whoever appends. */
export const logHead = pgTable('log_head', {
  id: integer('id').primaryKey(),
  size: whole('size').notNull(),
  frontier: jsonb('frontier').notNull(),
  root: text('root').notNull(),
  at: moment('at').notNull(),
})

/** Hashes of full subtrees at levels 8, 16, …: the tops of full tiles. */
export const logNodes = pgTable(
  'log_nodes',
  { level: integer('level').notNull(), index: whole('index').notNull(), hash: text('hash').notNull() },
  (t) => [primaryKey({ columns: [t.level, t.index] })],
)

export const logCheckpoints = pgTable('log_checkpoints', {
  size: whole('size').primaryKey(),
  note: text('note').notNull(),
  at: moment('at').notNull(),
})

/** Salt and value behind a commitment. Erasing the row leaves the log whole and the person unnamed. */
export const logOpenings = pgTable(
  'log_openings',
  {
    commitment: text('commitment').primaryKey(),
    entry: whole('entry').notNull(),
    field: text('field').notNull(),
    salt: text('salt').notNull(),
    value: jsonb('value').notNull(),
  },
  (t) => [index('log_openings_entry').on(t.entry)],
)
