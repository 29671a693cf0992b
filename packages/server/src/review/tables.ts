import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { applications } from '../apply/tables.ts'
import { moment } from '../db/columns.ts'
import { people } from '../people/tables.ts'

export const reviews = pgTable(
  'reviews',
  {
    id: uuid('id').primaryKey(),
    application: uuid('application')
      .notNull()
      .references(() => applications.id),
    reviewer: uuid('reviewer')
      .notNull()
      .references(() => people.id),
    state: text('state', { enum: ['assigned', 'submitted', 'declined'] }).notNull(),
    score: integer('score'),
    comment: text('comment'),
    assignedAt: moment('assigned_at').notNull(),
    submittedAt: moment('submitted_at'),
  },
  (t) => [
    uniqueIndex('reviews_once').on(t.application, t.reviewer),
    index('reviews_reviewer').on(t.reviewer),
  ],
)
