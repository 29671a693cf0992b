import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { projects } from '../award/tables.ts'
import { moment } from '../db/columns.ts'
import { jobs } from '../jobs/tables.ts'
import { sites } from '../sites/tables.ts'

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

/**
 * What the law timer last saw of a project at a site that it was cleared for or had something at. A row is never deleted: it
 * is held, or it is not.
 */
export const holds = pgTable(
  'holds',
  {
    project: text('project')
      .notNull()
      .references(() => projects.id),
    site: text('site')
      .notNull()
      .references(() => sites.id),
    /** Since when the clearance is lost; null while it stands. */
    since: moment('since'),
    /** Until when running jobs go on; null while the clearance stands. */
    until: moment('until'),
    standing: text('standing', { enum: ['open', 'cleared', 'refused'] }).notNull(),
    outcome: text('outcome').notNull(),
    determination: uuid('determination').notNull(),
    /** The wire's HeldRule[]: the reasons that bind, each with its instrument. */
    rules: jsonb('rules').notNull(),
    /** When officers and the lead were told of this state; null while they still have to be. */
    toldAt: moment('told_at'),
  },
  (t) => [primaryKey({ columns: [t.project, t.site] }), index('holds_told').on(t.toldAt)],
)
