import { sql } from 'drizzle-orm'
import { bigserial, boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { projects } from '../award/tables.ts'
import { moment, whole } from '../db/columns.ts'
import { people } from '../people/tables.ts'
import { sites } from '../sites/tables.ts'

export const bundles = pgTable('bundles', {
  sha256: text('sha256').primaryKey(),
  bytes: whole('bytes').notNull(),
  files: integer('files').notNull(),
  person: uuid('person')
    .notNull()
    .references(() => people.id),
  createdAt: moment('created_at').notNull(),
})

export const jobs = pgTable(
  'jobs',
  {
    id: uuid('id').primaryKey(),
    sequence: bigserial('sequence', { mode: 'number' }).notNull(),
    project: text('project')
      .notNull()
      .references(() => projects.id),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    command: jsonb('command').notNull(),
    env: jsonb('env').notNull(),
    bundle: text('bundle').references(() => bundles.sha256),
    accelerators: integer('accelerators').notNull(),
    cpus: integer('cpus').notNull(),
    memoryMiB: integer('memory_mib').notNull(),
    diskMiB: integer('disk_mib').notNull(),
    outputMiB: integer('output_mib').notNull(),
    timeLimitMs: whole('time_limit_ms').notNull(),
    canary: boolean('canary').notNull(),
    /** A canary is bound to the site it is to prove. */
    onlySite: text('only_site').references(() => sites.id),
    state: text('state', { enum: ['queued', 'placed', 'running', 'ended'] }).notNull(),
    result: text('result'),
    exitCode: integer('exit_code'),
    attempt: integer('attempt').notNull(),
    submittedAt: moment('submitted_at').notNull(),
    startedAt: moment('started_at'),
    endedAt: moment('ended_at'),
    cancelAskedAt: moment('cancel_asked_at'),
    /** When its site was told to stop it, since the project's clearance there was lost. */
    lawStopAt: moment('law_stop_at'),
    /** The wire's Hold it was stopped for, as it stood then. */
    lawHold: jsonb('law_hold'),
  },
  (t) => [
    index('jobs_queue').on(t.state, t.sequence),
    index('jobs_project').on(t.project, t.sequence),
    index('jobs_sequence').on(t.sequence),
    index('jobs_begun')
      .on(t.project, t.startedAt)
      .where(sql`started_at is not null`),
  ],
)

export const placements = pgTable(
  'placements',
  {
    id: uuid('id').primaryKey(),
    job: uuid('job')
      .notNull()
      .references(() => jobs.id),
    site: text('site')
      .notNull()
      .references(() => sites.id),
    attempt: integer('attempt').notNull(),
    /** desired: told to the site; accepted and running: the site said so; ended; lost: the site forgot it. */
    state: text('state', { enum: ['desired', 'accepted', 'running', 'ended', 'lost'] }).notNull(),
    reservedMs: whole('reserved_ms').notNull(),
    placedAt: moment('placed_at').notNull(),
    startedAt: moment('started_at'),
    endedAt: moment('ended_at'),
    exit: jsonb('exit'),
    logBytes: whole('log_bytes').notNull(),
    outputsSha256: text('outputs_sha256'),
    /** The site may drop its copy: everything it had was taken over. */
    forgottenAt: moment('forgotten_at'),
  },
  (t) => [
    index('placements_job').on(t.job),
    index('placements_site').on(t.site, t.state),
    index('placements_live')
      .on(t.site)
      .where(sql`state in ('desired', 'accepted', 'running')`),
  ],
)

/** What a site has and has not ended. Written out, not as parameters, so that a plan that is kept takes the index. */
export const isLive = sql`${placements.state} in ('desired', 'accepted', 'running')`
