import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { applications, parties } from '../apply/tables.ts'
import { moment } from '../db/columns.ts'
import { people } from '../people/tables.ts'
import { sites } from '../sites/tables.ts'

export const lists = pgTable('lists', {
  name: text('name').primaryKey(),
  source: text('source').notNull(),
  publishedOn: text('published_on').notNull(),
  importedAt: moment('imported_at').notNull(),
  sha256: text('sha256').notNull(),
  entries: integer('entries').notNull(),
  /** Counts the versions of the list that were loaded here. */
  version: integer('version').notNull().default(1),
  /** The last day on which its publisher said that it is still the one in force; null where nobody asked. */
  confirmedOn: text('confirmed_on'),
})

/** The last look at the official address of a list, whether the list is loaded or not. */
export const listChecks = pgTable('list_checks', {
  list: text('list').primaryKey(),
  checkedAt: moment('checked_at').notNull(),
  /** What the publisher's server said of the file, one line for each address; sent back so that only another one is sent. */
  marks: jsonb('marks').notNull(),
  /** Why the last look brought no list; null where it did. */
  problem: text('problem'),
})

export const listEntries = pgTable(
  'list_entries',
  {
    list: text('list')
      .notNull()
      .references(() => lists.name),
    id: text('id').notNull(),
    /** The domain's ListEntry. */
    body: jsonb('body').notNull(),
    /** The version of the list in which it came or changed last. */
    version: integer('version').notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.list, t.id] }), index('list_entries_version').on(t.list, t.version)],
)

export const hits = pgTable(
  'hits',
  {
    id: uuid('id').primaryKey(),
    party: uuid('party')
      .notNull()
      .references(() => parties.id),
    list: text('list').notNull(),
    listEntry: text('list_entry').notNull(),
    /** The entry as it stood when it was compared. */
    entry: jsonb('entry').notNull(),
    score: doublePrecision('score').notNull(),
    match: boolean('match').notNull(),
    factors: jsonb('factors').notNull(),
    engineVersion: text('engine_version').notNull(),
    /** What it does by the rulebook in force: see the domain's `effectOf`. */
    effect: text('effect', { enum: ['inform', 'hold', 'block'] })
      .notNull()
      .default('hold'),
    /** Whether that rulebook wants two officers to clear it. */
    fourEyes: boolean('four_eyes').notNull().default(false),
    state: text('state', { enum: ['open', 'confirmed', 'cleared'] }).notNull(),
    /** The party's version that was compared. */
    partyVersion: integer('party_version').notNull(),
    /** How often it was opened; each opening takes a decision of its own. */
    opened: integer('opened').notNull(),
    /** Since when the lists no longer give this hit for the same party: it then binds nobody. */
    goneAt: moment('gone_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [uniqueIndex('hits_pair').on(t.party, t.list, t.listEntry), index('hits_state').on(t.state)],
)

/** How a party stood, and the lists, when it was screened last; that it was screened before stands in the log. */
export const screenings = pgTable('screenings', {
  party: uuid('party')
    .primaryKey()
    .references(() => parties.id),
  partyVersion: integer('party_version').notNull(),
  lists: jsonb('lists').notNull(),
  engineVersion: text('engine_version').notNull(),
  hits: integer('hits').notNull(),
  at: moment('at').notNull(),
})

export const determinations = pgTable(
  'determinations',
  {
    id: uuid('id').primaryKey(),
    application: uuid('application')
      .notNull()
      .references(() => applications.id),
    site: text('site')
      .notNull()
      .references(() => sites.id),
    factsHash: text('facts_hash').notNull(),
    facts: jsonb('facts').notNull(),
    /** The domain's Determination. */
    result: jsonb('result').notNull(),
    outcome: text('outcome').notNull(),
    createdAt: moment('created_at').notNull(),
    supersededAt: moment('superseded_at'),
  },
  (t) => [index('determinations_pair').on(t.application, t.site)],
)

export const decisions = pgTable(
  'decisions',
  {
    id: uuid('id').primaryKey(),
    officer: uuid('officer')
      .notNull()
      .references(() => people.id),
    hit: uuid('hit').references(() => hits.id),
    /** Which opening of the hit this decides. */
    hitOpened: integer('hit_opened'),
    determination: uuid('determination').references(() => determinations.id),
    verdict: text('verdict').notNull(),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
    /** The officer whose deputy decided. */
    standsFor: uuid('stands_for').references(() => people.id),
  },
  (t) => [
    uniqueIndex('decisions_hit').on(t.hit, t.hitOpened),
    uniqueIndex('decisions_determination').on(t.determination),
  ],
)

/** The first of two officers, where a rule asks for two; what they propose clears nothing by itself. */
export const proposals = pgTable('proposals', {
  determination: uuid('determination')
    .primaryKey()
    .references(() => determinations.id),
  officer: uuid('officer')
    .notNull()
    .references(() => people.id),
  standsFor: uuid('stands_for').references(() => people.id),
  reason: text('reason').notNull(),
  at: moment('at').notNull(),
})

/** The same for a hit, where the rulebook asks for two; of each opening of its own. */
export const hitProposals = pgTable(
  'hit_proposals',
  {
    hit: uuid('hit')
      .notNull()
      .references(() => hits.id),
    opened: integer('opened').notNull(),
    officer: uuid('officer')
      .notNull()
      .references(() => people.id),
    standsFor: uuid('stands_for').references(() => people.id),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.hit, t.opened] })],
)

/** What an officer asks whoever leads an application. */
export const enquiries = pgTable(
  'enquiries',
  {
    id: uuid('id').primaryKey(),
    application: uuid('application')
      .notNull()
      .references(() => applications.id),
    officer: uuid('officer')
      .notNull()
      .references(() => people.id),
    standsFor: uuid('stands_for').references(() => people.id),
    /** The fact that the rules ask for, where the question is theirs: its answer becomes one of the facts. */
    fact: text('fact'),
    text: text('text').notNull(),
    askedAt: moment('asked_at').notNull(),
    answer: text('answer'),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: moment('answered_at'),
  },
  (t) => [
    index('enquiries_application').on(t.application),
    index('enquiries_open')
      .on(t.application)
      .where(sql`answered_at is null`),
  ],
)

/** The standing answer per application (later its project) and site. */
export const clearances = pgTable(
  'clearances',
  {
    application: uuid('application')
      .notNull()
      .references(() => applications.id),
    site: text('site')
      .notNull()
      .references(() => sites.id),
    standing: text('standing', { enum: ['open', 'cleared', 'refused'] }).notNull(),
    outcome: text('outcome').notNull(),
    determination: uuid('determination')
      .notNull()
      .references(() => determinations.id),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.application, t.site] }),
    index('clearances_open')
      .on(t.application)
      .where(sql`standing = 'open'`),
  ],
)

/** Registers of who owns whom, such as GLEIF's. */
export const ownershipSources = pgTable('ownership_sources', {
  name: text('name').primaryKey(),
  source: text('source').notNull(),
  publishedOn: text('published_on').notNull(),
  importedAt: moment('imported_at').notNull(),
  sha256: text('sha256').notNull(),
  holdings: integer('holdings').notNull(),
})

/** Holdings of a register, between LEIs: the domain's Holding. */
export const ownershipHoldings = pgTable(
  'ownership_holdings',
  {
    source: text('source')
      .notNull()
      .references(() => ownershipSources.name),
    owner: text('owner').notNull(),
    owned: text('owned').notNull(),
    kind: text('kind', { enum: ['shares', 'controls'] }).notNull(),
    share: doublePrecision('share'),
    from: text('from'),
    until: text('until'),
  },
  (t) => [
    primaryKey({ columns: [t.source, t.owned, t.owner, t.kind] }),
    index('ownership_holdings_owned').on(t.owned),
  ],
)

/** What an application was last evaluated on; where it differs from what stands now, it is evaluated again. */
export const evaluations = pgTable('evaluations', {
  application: uuid('application')
    .primaryKey()
    .references(() => applications.id),
  inputs: text('inputs').notNull(),
  at: moment('at').notNull(),
})
