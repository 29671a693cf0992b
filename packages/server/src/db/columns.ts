import { bigint, timestamp } from 'drizzle-orm/pg-core'

/** A moment, UTC, as a JavaScript date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })
/** Whole milliseconds or bytes: at most 2^53. */
export const whole = (name: string) => bigint(name, { mode: 'number' })
