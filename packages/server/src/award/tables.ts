import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { members } from '../alliance/tables.ts'
import { applications } from '../apply/tables.ts'
import { moment, whole } from '../db/columns.ts'
import { people } from '../people/tables.ts'

export const projects = pgTable(
  'projects',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    member: text('member')
      .notNull()
      .references(() => members.id),
    application: uuid('application')
      .notNull()
      .unique()
      .references(() => applications.id),
    /** canary: awarded, not yet announced, since no job has shown that it runs. */
    state: text('state', { enum: ['canary', 'active', 'suspended', 'ended'] }).notNull(),
    createdAt: moment('created_at').notNull(),
    announcedAt: moment('announced_at'),
    endedAt: moment('ended_at'),
  },
  (t) => [index('projects_member').on(t.member), index('projects_state').on(t.state)],
)

export const awards = pgTable('awards', {
  id: uuid('id').primaryKey(),
  project: text('project')
    .notNull()
    .unique()
    .references(() => projects.id),
  by: uuid('by').references(() => people.id),
  reason: text('reason').notNull(),
  conditions: jsonb('conditions').notNull(),
  at: moment('at').notNull(),
})

/** Capacity granted to a project for a period. used: metered; reserved: what placed jobs may still use. */
export const allocations = pgTable(
  'allocations',
  {
    id: uuid('id').primaryKey(),
    project: text('project')
      .notNull()
      .references(() => projects.id),
    acceleratorMs: whole('accelerator_ms').notNull(),
    usedMs: whole('used_ms').notNull(),
    reservedMs: whole('reserved_ms').notNull(),
    from: moment('from').notNull(),
    until: moment('until').notNull(),
  },
  (t) => [index('allocations_project').on(t.project)],
)
