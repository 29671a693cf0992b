import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { members } from '../alliance/tables.ts'
import { moment } from '../db/columns.ts'

export const sites = pgTable('sites', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  member: text('member')
    .notNull()
    .references(() => members.id),
  country: text('country').notNull(),
  operator: text('operator').notNull(),
  engine: text('engine').notNull(),
  acceleratorModel: text('accelerator_model').notNull(),
  accelerators: integer('accelerators').notNull(),
  cpus: integer('cpus').notNull(),
  memoryMiB: integer('memory_mib').notNull(),
  /** The wire's site policy: the operator's own veto. */
  policy: jsonb('policy').notNull(),
  /** Ed25519, raw 32 bytes, base64: the key that signs usage. */
  publicKey: text('public_key'),
  tokenHash: text('token_hash').unique(),
  sandbox: text('sandbox'),
  agentVersion: text('agent_version'),
  lastSeenAt: moment('last_seen_at'),
  /** Whether people let jobs start there; whether its agent speaks is another matter. */
  standing: text('standing', { enum: ['active', 'paused', 'ended'] })
    .notNull()
    .default('active'),
  createdAt: moment('created_at').notNull(),
})

export const enrolments = pgTable('enrolments', {
  tokenHash: text('token_hash').primaryKey(),
  site: text('site')
    .notNull()
    .references(() => sites.id),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
})
