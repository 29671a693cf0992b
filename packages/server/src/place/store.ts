import { and, asc, eq, inArray, not, sql } from 'drizzle-orm'
import { allocations, projects } from '../award/tables.ts'
import { clearances } from '../clear/tables.ts'
import type { Context } from '../context.ts'
import { holdLock } from '../db/locks.ts'
import { isLive, jobs, placements } from '../jobs/tables.ts'
import { explanations } from './tables.ts'

/** What the broker weighs of a job. */
const weighed = {
  id: jobs.id,
  accelerators: jobs.accelerators,
  cpus: jobs.cpus,
  memoryMiB: jobs.memoryMiB,
  timeLimitMs: jobs.timeLimitMs,
}

/** Jobs that wait, first come first, with their project. What waits of a suspended one takes no room from others. */
export async function loadQueue(ctx: Context, limit: number) {
  return ctx.db.sql
    .select({
      job: {
        ...weighed,
        project: jobs.project,
        submittedAt: jobs.submittedAt,
        sequence: jobs.sequence,
        onlySite: jobs.onlySite,
      },
      member: projects.member,
      application: projects.application,
    })
    .from(jobs)
    .innerJoin(projects, eq(projects.id, jobs.project))
    .where(and(eq(jobs.state, 'queued'), inArray(projects.state, ['canary', 'active'])))
    .orderBy(asc(jobs.sequence))
    .limit(limit)
}

/** Jobs that wait in suspended projects and have not been told so. */
export async function loadNewlySuspended(ctx: Context, limit: number): Promise<string[]> {
  const told = sql`exists (select 1 from ${explanations} e where e.job = ${jobs.id}
    and e.sites @> '[{"verdict":"project-suspended"}]'::jsonb)`
  const rows = await ctx.db.sql
    .select({ id: jobs.id })
    .from(jobs)
    .innerJoin(projects, eq(projects.id, jobs.project))
    .where(and(eq(jobs.state, 'queued'), eq(projects.state, 'suspended'), not(told)))
    .orderBy(asc(jobs.sequence))
    .limit(limit)
  return rows.map((row) => row.id)
}

/** What occupies the sites now. */
export async function loadOccupied(ctx: Context) {
  return ctx.db.sql
    .select({
      job: weighed,
      site: placements.site,
      startedAt: placements.startedAt,
      placedAt: placements.placedAt,
    })
    .from(placements)
    .innerJoin(jobs, eq(jobs.id, placements.job))
    .where(isLive)
}

export async function loadClearances(ctx: Context, applications: readonly string[]) {
  if (applications.length === 0) return []
  return ctx.db.sql
    .select()
    .from(clearances)
    .where(inArray(clearances.application, [...applications]))
}

export async function loadAllocations(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  return ctx.db.sql
    .select()
    .from(allocations)
    .where(inArray(allocations.project, [...ids]))
}

type Decayed = { readonly size: number; readonly at: number; readonly ms: ReadonlyMap<string, number> }

/** What was summed before. All of it fades alike, so only records of newer entries are read. */
const faded = new WeakMap<Context['db'], Decayed>()

/** Accelerator time by member, halved for every half-life that passed since it was used. */
export async function loadDecayedUsage(
  ctx: Context,
  now: Date,
  halfLifeDays: number,
): Promise<{ member: string; ms: number }[]> {
  const known = faded.get(ctx.db) ?? { size: 0, at: now.getTime(), ms: new Map<string, number>() }
  // With both ends named, a plan that is kept for any numbers takes the index. In float8: numeric takes 15 times as long.
  const rows = await ctx.db.rows<{ member: string; ms: number; size: number | string }>(sql`
    select member, max(log_index) + 1 as size,
      sum(accelerator_ms * power(0.5::float8, extract(epoch from ${now.toISOString()}::timestamptz - at)::float8 / 86400 / ${halfLifeDays}::float8)) as ms
    from usage_records where log_index >= ${known.size} and log_index < ${Number.MAX_SAFE_INTEGER} group by member`)
  const since = 0.5 ** ((now.getTime() - known.at) / 86_400_000 / halfLifeDays)
  const ms = new Map([...known.ms].map(([member, before]) => [member, before * since]))
  for (const row of rows) ms.set(row.member, (ms.get(row.member) ?? 0) + row.ms)
  const size = Math.max(known.size, ...rows.map((row) => Number(row.size)))
  ctx.db.afterCommit(() => faded.set(ctx.db, { size, at: now.getTime(), ms }))
  return [...ms].map(([member, sum]) => ({ member, ms: Math.round(sum) }))
}

export async function saveExplanations(
  ctx: Context,
  rows: (typeof explanations.$inferInsert)[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) {
    await ctx.db.sql
      .insert(explanations)
      .values(rows.slice(from, from + 500))
      .onConflictDoUpdate({
        target: explanations.job,
        set: {
          at: sql`excluded.at`,
          rank: sql`excluded.rank`,
          expectedStartAt: sql`excluded.expected_start_at`,
          sites: sql`excluded.sites`,
        },
      })
  }
}

export async function loadExplanation(ctx: Context, job: string) {
  const [row] = await ctx.db.sql.select().from(explanations).where(eq(explanations.job, job))
  return row ?? null
}

/** One broker at a time, whatever the number of servers; the lock ends with the transaction. */
export async function lockBroker(ctx: Context): Promise<void> {
  await holdLock(ctx, 'broker')
}
