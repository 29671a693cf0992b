import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import { projects } from '../award/tables.ts'
import type { Context } from '../context.ts'
import { together } from '../db/together.ts'
import { people } from '../people/tables.ts'
import { explanations, holds } from '../place/tables.ts'
import { usageRecords } from '../meter/tables.ts'
import { proofsAsJson } from '../record/index.ts'
import { sites } from '../sites/tables.ts'
import { bundles, isLive, jobs, placements } from './tables.ts'

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
  hold: holds,
  usedAcceleratorMs: sql<
    number | null
  >`(select sum(accelerator_ms)::float8 from ${usageRecords} where ${usageRecords.job} = ${jobs.id})`,
  proofs: proofsAsJson(sql`${jobs.id}::text`),
}
export type JobView = Awaited<ReturnType<typeof loadJobs>>[number]

async function loadJobs(ctx: Context, ids: readonly string[]) {
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
    .leftJoin(
      holds,
      and(eq(holds.project, jobs.project), eq(holds.site, placements.site), isNotNull(holds.since)),
    )
    .where(sql`${jobs.id} = any(string_to_array(${ids.join()}, ',')::uuid[])`)
}

/** A job with everything its page shows, proofs included. */
export const loadJob = together<JobView>(
  async (ctx, ids) => new Map((await loadJobs(ctx, ids)).map((view) => [view.job.id, view])),
)

export type JobListRow = Pick<
  JobRow,
  'id' | 'sequence' | 'project' | 'name' | 'state' | 'result' | 'accelerators'
> & {
  readonly site: string | null
  readonly submittedAt: string | Date
  readonly startedAt: string | Date | null
  readonly endedAt: string | Date | null
  readonly expectedStartAt: string | Date | null
}

/** One page of jobs below a sequence number, newest first. In SQL as it stands: no page is asked for more often. */
export async function pageOfJobs(
  ctx: Context,
  query: {
    readable: SQL
    after: number | undefined
    limit: number
    project: string | undefined
    state: JobRow['state'] | undefined
  },
): Promise<JobListRow[]> {
  const { after, project, state } = query
  return ctx.db.rows<JobListRow>(sql`
    select jobs.id, jobs.sequence::float8 as sequence, jobs.project, jobs.name, jobs.state, jobs.result, jobs.accelerators,
      (select p.site from placements p where p.job = jobs.id order by p.attempt desc, p.placed_at desc limit 1) as site,
      jobs.submitted_at as "submittedAt", jobs.started_at as "startedAt", jobs.ended_at as "endedAt",
      e.expected_start_at as "expectedStartAt"
    from jobs left join explanations e on e.job = jobs.id
    where ${query.readable}${after === undefined ? sql`` : sql` and jobs.sequence < ${after}`}${
      project === undefined ? sql`` : sql` and jobs.project = ${project}`
    }${state === undefined ? sql`` : sql` and jobs.state = ${state}`}
    order by jobs.sequence desc limit ${query.limit}`)
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
        or(isLive, reported.length > 0 ? inArray(placements.id, [...reported]) : undefined),
      ),
    )
}

/** What a project has at sites that is not over, with its jobs, locked. */
export async function lockLivePlacements(ctx: Context, project: string) {
  return ctx.db.sql
    .select({ placement: placements, job: jobs })
    .from(placements)
    .innerJoin(jobs, eq(jobs.id, placements.job))
    .where(
      and(eq(jobs.project, project), isLive, eq(placements.attempt, jobs.attempt), ne(jobs.state, 'ended')),
    )
    .orderBy(asc(jobs.sequence))
    .for('update', { of: [placements, jobs] })
}

/** Of these jobs, those that still wait, locked. */
export async function lockQueued(ctx: Context, ids: readonly string[]): Promise<JobRow[]> {
  return ctx.db.sql
    .select()
    .from(jobs)
    .where(and(sql`${jobs.id} = any(string_to_array(${ids.join()}, ',')::uuid[])`, eq(jobs.state, 'queued')))
    .orderBy(asc(jobs.sequence))
    .for('update')
}

/** Puts new placements in place and moves their jobs on to them. */
export async function createPlacements(
  ctx: Context,
  rows: readonly (typeof placements.$inferInsert)[],
): Promise<void> {
  await ctx.db.sql.insert(placements).values([...rows])
  const placed = rows.map((row) => row.job).join()
  await ctx.db.sql
    .update(jobs)
    .set({ state: 'placed', attempt: sql`${jobs.attempt} + 1` })
    .where(sql`${jobs.id} = any(string_to_array(${placed}, ',')::uuid[])`)
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
