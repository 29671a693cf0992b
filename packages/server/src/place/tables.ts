import { integer, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../db/columns.ts'
import { jobs } from '../jobs/tables.ts'

/** What the broker last said of a job, for every site. */
export const explanations = pgTable('explanations', {
  job: uuid('job')
    .primaryKey()
    .references(() => jobs.id),
  at: moment('at').notNull(),
  rank: integer('rank'),
  expectedStartAt: moment('expected_start_at'),
  sites: jsonb('sites').notNull(),
})
