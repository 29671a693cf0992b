import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'

/** What only one transaction does at a time, whatever the number of servers, and the number of its advisory lock. */
const locks = {
  broker: 4911001,
  lists: 4911002,
  shares: 4911003,
  law: 4911004,
  notices: 4911005,
  operators: 4911006,
  'role-holders': 4911007,
} as const

/** Waits until nobody else holds this lock, and holds it until the transaction ends. */
export async function holdLock(ctx: Context, name: keyof typeof locks): Promise<void> {
  await ctx.db.rows(sql`select pg_advisory_xact_lock(${locks[name]})`)
}
