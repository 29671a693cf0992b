import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { calls, members } from '../alliance/tables.ts'
import { moment, whole } from '../db/columns.ts'
import { people } from '../people/tables.ts'
import { sites } from '../sites/tables.ts'

export const applications = pgTable(
  'applications',
  {
    id: uuid('id').primaryKey(),
    /** For people: "A-2026-0001". */
    number: text('number').notNull().unique(),
    call: text('call')
      .notNull()
      .references(() => calls.id),
    member: text('member').references(() => members.id),
    lead: uuid('lead')
      .notNull()
      .references(() => people.id),
    state: text('state', {
      enum: ['draft', 'submitted', 'clearing', 'review', 'panel', 'awarded', 'refused', 'withdrawn'],
    }).notNull(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    askedAcceleratorMs: whole('asked_accelerator_ms').notNull(),
    /** The wire's applicationInput, whole. */
    content: jsonb('content').notNull(),
    /** Answers to questions of the rules: fact → yes or no. */
    answers: jsonb('answers').notNull(),
    refusal: text('refusal'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    /** Since when it waits in its present state. */
    stateSince: moment('state_since').notNull(),
    submittedAt: moment('submitted_at'),
    decideBy: moment('decide_by'),
    decidedAt: moment('decided_at'),
    /** When what people stated in it was erased. */
    erasedAt: moment('erased_at'),
  },
  (t) => [index('applications_state').on(t.state, t.decideBy), index('applications_lead').on(t.lead)],
)

export const applicationNumbers = pgTable('application_numbers', {
  year: integer('year').primaryKey(),
  last: integer('last').notNull(),
})

/** People and organisations that are screened. Seen by officers and, each their own, by the person. */
export const parties = pgTable(
  'parties',
  {
    id: uuid('id').primaryKey(),
    /** Null for the operator of a site, and for somebody who holds a role. */
    application: uuid('application').references(() => applications.id),
    /** The site that it operates; null for whoever takes part in an application. */
    site: text('site').references(() => sites.id),
    kind: text('kind', { enum: ['person', 'organisation'] }).notNull(),
    person: uuid('person').references(() => people.id),
    name: text('name').notNull(),
    aliases: jsonb('aliases').notNull(),
    birthDate: text('birth_date'),
    nationalities: jsonb('nationalities').notNull(),
    residence: text('residence'),
    affiliation: text('affiliation'),
    usPerson: text('us_person'),
    /** Of an organisation: where it is, its headquarters, its ultimate parent's. */
    headquartersCountry: text('headquarters_country'),
    ultimateParentCountry: text('ultimate_parent_country'),
    /** Numbers of documents or registers, as a sealed list; null where none was stated. */
    identifiers: text('identifiers'),
    /** Of an owner: what it holds, and of whom. Null for who takes part. */
    holding: jsonb('holding'),
    version: integer('version').notNull(),
    /** When the person stated this for themselves, last; null of whoever has not, and of organisations. */
    statedAt: moment('stated_at'),
    leftAt: moment('left_at'),
    /** When what was stated was erased. */
    erasedAt: moment('erased_at'),
  },
  (t) => [
    index('parties_application').on(t.application),
    index('parties_person').on(t.person),
    uniqueIndex('parties_site').on(t.site),
    uniqueIndex('parties_role_holder')
      .on(t.person)
      .where(sql`application is null`),
  ],
)

export const teamMembers = pgTable(
  'team_members',
  {
    id: uuid('id').primaryKey(),
    application: uuid('application')
      .notNull()
      .references(() => applications.id),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    party: uuid('party').references(() => parties.id),
    invitedAt: moment('invited_at').notNull(),
    leftAt: moment('left_at'),
  },
  (t) => [
    uniqueIndex('team_members_once').on(t.application, t.person),
    index('team_members_person').on(t.person),
  ],
)
