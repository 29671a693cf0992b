import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Marks } from '../outside/download.ts'
import { listChecks, lists } from './tables.ts'

export type ListCheck = Omit<typeof listChecks.$inferSelect, 'marks'> & { readonly marks: readonly Marks[] }

/** The last look at the official address of a list; null where nobody looked. */
export async function loadListCheck(ctx: Context, list: string): Promise<ListCheck | null> {
  const [row] = await ctx.db.sql.select().from(listChecks).where(eq(listChecks.list, list))
  return (row as ListCheck | undefined) ?? null
}

export async function saveListCheck(ctx: Context, check: ListCheck): Promise<void> {
  await ctx.db.sql
    .insert(listChecks)
    .values(check)
    .onConflictDoUpdate({ target: listChecks.list, set: { ...check } })
}

/** Notes that the publisher still has this list in force. */
export async function confirmList(ctx: Context, name: string, day: string): Promise<void> {
  await ctx.db.sql.update(lists).set({ confirmedOn: day }).where(eq(lists.name, name))
  // Whoever waited for a fresh list is looked at again.
  ctx.nudge('chain')
}
