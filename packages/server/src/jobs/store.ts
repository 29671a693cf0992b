import { and, desc, eq, inArray, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import { projects } from '../award/tables.ts'
import type { Context } from '../context.ts'
import { people } from '../people/tables.ts'
import { explanations } from '../place/tables.ts'
import { usageRecords } from '../meter/tables.ts'
import { sites } from '../sites/tables.ts'
import { bundles, jobs, placements } from './tables.ts'

export type JobRow = typeof jobs.$inferSelect
export type PlacementRow = typeof placements.$inferSelect

const jobColumns = {
  job: jobs,
  projectName: projects.name,
  member: projects.member,
  submittedBy: people.name,
  placement: placements,
  siteName: sites.name,
  sandbox: sites.sandbox,
  expectedStartAt: explanations.expectedStartAt,
  rank: explanations.rank,
  usedAcceleratorMs: sql<
    number | null
  >`(select sum(accelerator_ms)::float8 from ${usageRecords} where ${usageRecords.job} = ${jobs.id})`,
}
export type JobView = Awaited<ReturnType<typeof loadJobs>>[number]

export async function loadJobs(ctx: Context, where: SQL | undefined, limit: number) {
  const newest = ctx.db.sql
    .select({ id: placements.id })
    .from(placements)
    .where(eq(placements.job, jobs.id))
    .orderBy(desc(placements.attempt), desc(placements.placedAt))
    .limit(1)
    .as('newest')
  return ctx.db.sql
    .select(jobColumns)
    .from(jobs)
    .innerJoin(projects, eq(projects.id, jobs.project))
    .innerJoin(people, eq(people.id, jobs.person))
    .leftJoinLateral(newest, sql`true`)
    .leftJoin(placements, eq(placements.id, newest.id))
    .leftJoin(sites, eq(sites.id, placements.site))
    .leftJoin(explanations, eq(explanations.job, jobs.id))
    .where(where)
    .orderBy(desc(jobs.sequence))
    .limit(limit)
}

export async function loadJob(ctx: Context, id: string): Promise<JobView | null> {
  return (await loadJobs(ctx, eq(jobs.id, id), 1))[0] ?? null
}

/** One page of jobs below a sequence number, newest first. */
export async function pageOfJobs(
  ctx: Context,
  query: {
    readable: SQL
    after: number | undefined
    limit: number
    project: string | undefined
    state: JobRow['state'] | undefined
  },
) {
  return loadJobs(
    ctx,
    and(
      query.readable,
      query.after === undefined ? undefined : lt(jobs.sequence, query.after),
      query.project === undefined ? undefined : eq(jobs.project, query.project),
      query.state === undefined ? undefined : eq(jobs.state, query.state),
    ),
    query.limit,
  )
}

export async function insertJob(
  ctx: Context,
  row: Omit<typeof jobs.$inferInsert, 'sequence'>,
): Promise<void> {
  await ctx.db.sql.insert(jobs).values(row)
}

export async function lockJob(ctx: Context, id: string): Promise<JobRow | null> {
  const [row] = await ctx.db.sql.select().from(jobs).where(eq(jobs.id, id)).for('update')
  return row ?? null
}

export async function saveJob(
  ctx: Context,
  id: string,
  change: Partial<typeof jobs.$inferInsert>,
): Promise<void> {
  await ctx.db.sql.update(jobs).set(change).where(eq(jobs.id, id))
}

export async function saveBundle(ctx: Context, row: typeof bundles.$inferInsert): Promise<void> {
  await ctx.db.sql.insert(bundles).values(row).onConflictDoNothing()
}

export async function loadBundle(ctx: Context, sha256: string) {
  const [row] = await ctx.db.sql.select().from(bundles).where(eq(bundles.sha256, sha256))
  return row ?? null
}

/** A placement of a site with its job; null where it is another site's, which must not learn of it. */
export async function loadPlacement(ctx: Context, site: string, placement: string, lock = false) {
  const query = ctx.db.sql
    .select({ placement: placements, job: jobs, member: projects.member })
    .from(placements)
    .innerJoin(jobs, eq(jobs.id, placements.job))
    .innerJoin(projects, eq(projects.id, jobs.project))
    .where(and(eq(placements.id, placement), eq(placements.site, site)))
  const [row] = lock ? await query.for('update', { of: [placements, jobs] }) : await query
  return row ?? null
}

/** Everything a site has to know of: what it should run, and what it may forget. */
export async function placementsOfSite(ctx: Context, site: string, reported: readonly string[]) {
  return ctx.db.sql
    .select({
      placement: placements,
      job: jobs,
      projectState: projects.state,
      member: projects.member,
      bundleBytes: bundles.bytes,
    })
    .from(placements)
    .innerJoin(jobs, eq(jobs.id, placements.job))
    .innerJoin(projects, eq(projects.id, jobs.project))
    .leftJoin(bundles, eq(bundles.sha256, jobs.bundle))
    .where(
      and(
        eq(placements.site, site),
        or(
          inArray(placements.state, ['desired', 'accepted', 'running']),
          reported.length > 0 ? inArray(placements.id, [...reported]) : undefined,
        ),
      ),
    )
}

export async function createPlacement(ctx: Context, row: typeof placements.$inferInsert): Promise<void> {
  await ctx.db.sql.insert(placements).values(row)
}

export async function savePlacement(
  ctx: Context,
  id: string,
  change: Partial<typeof placements.$inferInsert>,
): Promise<void> {
  await ctx.db.sql.update(placements).set(change).where(eq(placements.id, id))
}

/** Moves a placement on unless it has ended. @returns whether this call moved it */
export async function endPlacement(
  ctx: Context,
  id: string,
  change: Partial<typeof placements.$inferInsert>,
): Promise<boolean> {
  const rows = await ctx.db.sql
    .update(placements)
    .set(change)
    .where(and(eq(placements.id, id), ne(placements.state, 'ended'), ne(placements.state, 'lost')))
    .returning({ id: placements.id })
  return rows.length === 1
}

/** Placements of sites that fell silent: never begun, or past every time they could have taken. */
export async function silentPlacements(ctx: Context, silentSince: Date, now: Date) {
  return ctx.db.sql
    .select({ placement: placements, job: jobs })
    .from(placements)
    .innerJoin(jobs, eq(jobs.id, placements.job))
    .innerJoin(sites, eq(sites.id, placements.site))
    .where(
      and(
        or(isNull(sites.lastSeenAt), lt(sites.lastSeenAt, silentSince)),
        or(
          eq(placements.state, 'desired'),
          and(
            inArray(placements.state, ['accepted', 'running']),
            sql`coalesce(${placements.startedAt}, ${placements.placedAt}) + (${jobs.timeLimitMs} + 900000) * interval '1 millisecond' < ${now.toISOString()}::timestamptz`,
          ),
        ),
      ),
    )
    .limit(500)
}
