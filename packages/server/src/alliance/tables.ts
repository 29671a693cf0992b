import { boolean, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { moment, whole } from '../db/columns.ts'

export const alliance = pgTable('alliance', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  demo: boolean('demo').notNull(),
  logOrigin: text('log_origin').notNull(),
  foundedAt: moment('founded_at').notNull(),
})

export const members = pgTable('members', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['state', 'institution'] }).notNull(),
  country: text('country').notNull(),
  shareBp: integer('share_bp').notNull(),
  pledgedAcceleratorMs: whole('pledged_accelerator_ms').notNull(),
  from: text('from').notNull(),
  until: text('until'),
})

export const rulebooks = pgTable('rulebooks', {
  version: integer('version').primaryKey(),
  params: jsonb('params').notNull(),
  adoptedAt: moment('adopted_at').notNull(),
})

export const calls = pgTable('calls', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  lane: text('lane', { enum: ['trial', 'standard'] }).notNull(),
  summary: text('summary').notNull(),
  opensAt: moment('opens_at').notNull(),
  closesAt: moment('closes_at'),
  maxAcceleratorMs: whole('max_accelerator_ms').notNull(),
  decideWithinHours: integer('decide_within_hours').notNull(),
})
