import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment, whole } from '../db/columns.ts'
import { jobs, placements } from '../jobs/tables.ts'

/** One per placement, ever: usage is counted once. */
export const usageRecords = pgTable(
  'usage_records',
  {
    placement: uuid('placement')
      .primaryKey()
      .references(() => placements.id),
    job: uuid('job')
      .notNull()
      .references(() => jobs.id),
    project: text('project').notNull(),
    member: text('member').notNull(),
    site: text('site').notNull(),
    siteMember: text('site_member').notNull(),
    acceleratorMs: whole('accelerator_ms').notNull(),
    cpuMs: whole('cpu_ms').notNull(),
    record: jsonb('record').notNull(),
    signature: text('signature').notNull(),
    at: moment('at').notNull(),
    logIndex: whole('log_index').notNull(),
  },
  (t) => [
    index('usage_records_job').on(t.job),
    index('usage_records_log').on(t.logIndex),
    index('usage_records_member').on(t.member),
  ],
)
