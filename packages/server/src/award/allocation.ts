import { and, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { AllocationRow } from './store.ts'
import { allocations } from './tables.ts'

/** The newest allocation of a project; null before it was awarded one. */
export async function loadAllocation(ctx: Context, project: string): Promise<AllocationRow | null> {
  const [row] = await ctx.db.sql
    .select()
    .from(allocations)
    .where(eq(allocations.project, project))
    .orderBy(desc(allocations.from), desc(allocations.id))
    .limit(1)
  return row ?? null
}

const newestOf = (project: string) =>
  sql`${allocations.id} = (select l.id from allocations l where l.project = ${project} order by l."from" desc, l.id desc limit 1)`

/**
 * Sets accelerator time aside for a placement, in one statement, so that two at once never reserve more than there
 * is. @returns false where the allocation has ended or does not cover it; nothing is then reserved
 */
export async function reserve(ctx: Context, project: string, ms: number): Promise<boolean> {
  const now = ctx.now().toISOString()
  const rows = await ctx.db.sql
    .update(allocations)
    .set({ reservedMs: sql`${allocations.reservedMs} + ${ms}::bigint` })
    .where(
      and(
        newestOf(project),
        sql`${allocations.usedMs} + ${allocations.reservedMs} + ${ms}::bigint <= ${allocations.acceleratorMs}`,
        sql`${allocations.until} > ${now}::timestamptz`,
      ),
    )
    .returning({ id: allocations.id })
  return rows.length === 1
}

/** Gives back what a placement reserved and books what it used, in milliseconds of accelerator time. */
export async function settle(
  ctx: Context,
  project: string,
  reservedMs: number,
  usedMs: number,
): Promise<void> {
  await ctx.db.sql
    .update(allocations)
    .set({
      reservedMs: sql`greatest(0, ${allocations.reservedMs} - ${reservedMs}::bigint)`,
      usedMs: sql`${allocations.usedMs} + ${usedMs}::bigint`,
    })
    .where(newestOf(project))
}
