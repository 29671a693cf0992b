import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../db/columns.ts'

export const people = pgTable('people', {
  id: uuid('id').primaryKey(),
  name: text('name').notNull(),
  /** Lower case; a way to reach the person, never by itself a proof of who signs in elsewhere. */
  email: text('email').notNull().unique(),
  language: text('language').notNull(),
  createdAt: moment('created_at').notNull(),
  erasedAt: moment('erased_at'),
  /** What keeps roles of theirs from holding: a hit that nobody has decided, or one that was confirmed. See `holdsNow`. */
  held: text('held', { enum: ['open-hit', 'confirmed-hit'] }),
})

/** Who somebody is at a provider: keyed by issuer and subject, with the assurance the provider gave. */
export const identities = pgTable(
  'identities',
  {
    id: uuid('id').primaryKey(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    assurance: jsonb('assurance').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [uniqueIndex('identities_issuer_subject').on(t.issuer, t.subject)],
)

export const passkeys = pgTable(
  'passkeys',
  {
    id: text('id').primaryKey(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    name: text('name').notNull(),
    publicKey: text('public_key').notNull(),
    counter: integer('counter').notNull(),
    transports: jsonb('transports').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [index('passkeys_person').on(t.person)],
)

/** Sign-in links, and passkey and provider attempts under way. Tokens stand here only as SHA-256. */
export const signInLinks = pgTable('sign_in_links', {
  tokenHash: text('token_hash').primaryKey(),
  /** Lower case. Whoever opens the link shows that they read this address; a new one becomes a person then. */
  email: text('email').notNull(),
  next: text('next').notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
})

export const signInAttempts = pgTable('sign_in_attempts', {
  id: uuid('id').primaryKey(),
  kind: text('kind', { enum: ['passkey-sign-in', 'passkey-add', 'oidc'] }).notNull(),
  person: uuid('person'),
  data: jsonb('data').notNull(),
  expiresAt: moment('expires_at').notNull(),
})

export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    tokenHash: text('token_hash').notNull().unique(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    method: text('method').notNull(),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (t) => [index('sessions_person').on(t.person)],
)

export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid('id').primaryKey(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    tokenHash: text('token_hash').notNull().unique(),
    prefix: text('prefix').notNull(),
    name: text('name').notNull(),
    scopes: jsonb('scopes').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [index('api_tokens_person').on(t.person)],
)

export const grants = pgTable(
  'grants',
  {
    id: uuid('id').primaryKey(),
    person: uuid('person')
      .notNull()
      .references(() => people.id),
    role: text('role').notNull(),
    scopeKind: text('scope_kind').notNull(),
    scopeId: text('scope_id').notNull(),
    from: moment('from').notNull(),
    until: moment('until'),
    /** Whose role this is, where somebody holds it as a deputy; it holds only while they hold it themselves. */
    standsFor: uuid('stands_for').references(() => people.id),
    /** Why it was delegated. */
    reason: text('reason'),
  },
  (t) => [index('grants_person').on(t.person), index('grants_scope').on(t.scopeKind, t.scopeId)],
)

/** Mail to send: written with the fact it tells of, sent afterwards by a timer. */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey(),
    to: text('to').notNull(),
    subject: text('subject').notNull(),
    text: text('text').notNull(),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
    attempts: integer('attempts').notNull().default(0),
    retryAt: moment('retry_at').notNull(),
    lastError: text('last_error'),
  },
  (t) => [index('mails_unsent').on(t.sentAt, t.retryAt)],
)

/** That people were told of something that waits for them; forgotten once it waits no more, so that it can be told again. */
export const notices = pgTable(
  'notices',
  {
    topic: text('topic').notNull(),
    subject: uuid('subject').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.topic, t.subject] })],
)

/** What the server decided about a request of somebody: kept here, with the person; the public log holds no names. */
export const audit = pgTable(
  'audit',
  {
    id: uuid('id').primaryKey(),
    at: moment('at').notNull(),
    person: uuid('person'),
    action: text('action').notNull(),
    resource: text('resource').notNull(),
    outcome: text('outcome').notNull(),
    requestId: text('request_id').notNull(),
  },
  (t) => [index('audit_at').on(t.at)],
)
