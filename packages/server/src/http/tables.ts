import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment } from '../db/columns.ts'

/** Answers to POSTs by caller and Idempotency-Key, written in the transaction of what they did. */
export const idempotency = pgTable(
  'idempotency',
  {
    caller: text('caller').notNull(),
    key: text('key').notNull(),
    operation: text('operation').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    body: text('body').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caller, t.key] }),
    // Keys stay for ever, what people were answered a week: it is looked through without them.
    index('idempotency_kept')
      .on(t.at)
      .where(sql`status <> 0 and caller not like 'site:%'`),
  ],
)
