import { and, asc, eq, gt, isNotNull, sql, type SQL } from 'drizzle-orm'
import { calls } from '../alliance/tables.ts'
import { applications } from '../apply/tables.ts'
import type { ApplicationRow } from '../clear/index.ts'
import { clearances } from '../clear/tables.ts'
import type { Context } from '../context.ts'
import { people } from '../people/tables.ts'
import { holds } from '../place/tables.ts'
import { sites } from '../sites/tables.ts'
import { allocations, awards, projects } from './tables.ts'

export type ProjectRow = typeof projects.$inferSelect
export type AllocationRow = typeof allocations.$inferSelect
export type ProjectView = {
  readonly project: ProjectRow
  readonly allocation: AllocationRow
  readonly lead: { id: string; name: string } | null
  readonly conditions: unknown
  readonly reason: string
}

/** Locks an application with the call it answers. */
export async function lockAsked(
  ctx: Context,
  id: string,
): Promise<{ application: ApplicationRow; call: typeof calls.$inferSelect } | null> {
  const [row] = await ctx.db.sql
    .select({ application: applications, call: calls })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.call))
    .where(eq(applications.id, id))
    .for('update', { of: applications })
  return (row as { application: ApplicationRow; call: typeof calls.$inferSelect } | undefined) ?? null
}

export async function insertProject(
  ctx: Context,
  rows: { project: ProjectRow; award: typeof awards.$inferInsert; allocation: AllocationRow },
): Promise<void> {
  await ctx.db.sql.insert(projects).values(rows.project)
  await ctx.db.sql.insert(awards).values(rows.award)
  await ctx.db.sql.insert(allocations).values(rows.allocation)
}

const view = {
  project: projects,
  allocation: allocations,
  lead: { id: people.id, name: people.name },
  conditions: awards.conditions,
  reason: awards.reason,
}

function selectViews(ctx: Context, where: SQL | undefined, limit: number) {
  return ctx.db.sql
    .select(view)
    .from(projects)
    .innerJoin(allocations, eq(allocations.project, projects.id))
    .innerJoin(awards, eq(awards.project, projects.id))
    .innerJoin(applications, eq(applications.id, projects.application))
    .leftJoin(people, eq(people.id, applications.lead))
    .where(where)
    .orderBy(asc(projects.id))
    .limit(limit)
}

export async function loadProject(ctx: Context, id: string): Promise<ProjectView | null> {
  const [row] = await selectViews(ctx, eq(projects.id, id), 1)
  return row ?? null
}

/** Projects that `readable` lets through, by id. */
export async function listProjectViews(
  ctx: Context,
  readable: SQL,
  page: { after?: string | undefined; limit: number },
): Promise<ProjectView[]> {
  return selectViews(
    ctx,
    and(readable, page.after === undefined ? undefined : gt(projects.id, page.after)),
    page.limit,
  )
}

/** A project's own row; null where there is none. */
export async function loadProjectRow(ctx: Context, id: string): Promise<ProjectRow | null> {
  const [row] = await ctx.db.sql.select().from(projects).where(eq(projects.id, id))
  return row ?? null
}

export async function lockProject(ctx: Context, id: string): Promise<ProjectRow | null> {
  const [row] = await ctx.db.sql.select().from(projects).where(eq(projects.id, id)).for('update')
  return row ?? null
}

export async function saveProject(
  ctx: Context,
  id: string,
  set: Partial<Pick<ProjectRow, 'state' | 'announcedAt'>>,
): Promise<void> {
  await ctx.db.sql.update(projects).set(set).where(eq(projects.id, id))
}

export type ProjectSiteRow = {
  site: string
  siteName: string
  standing: 'open' | 'cleared' | 'refused'
  canaries: number
  ran: number
  underWay: number
  hold: typeof holds.$inferSelect | null
}

/** Where a project may run, and how its canary jobs went there. */
export async function loadProjectSites(ctx: Context, project: ProjectRow): Promise<ProjectSiteRow[]> {
  const count = (condition: SQL) =>
    sql<number>`(select count(*)::int from jobs j where j.project = ${project.id} and j.canary and j.only_site = ${clearances.site} and ${condition})`
  return ctx.db.sql
    .select({
      site: clearances.site,
      siteName: sites.name,
      standing: clearances.standing,
      canaries: count(sql`true`),
      ran: count(sql`j.result = 'finished'`),
      underWay: count(sql`j.state <> 'ended'`),
      hold: holds,
    })
    .from(clearances)
    .innerJoin(sites, eq(sites.id, clearances.site))
    .leftJoin(
      holds,
      and(eq(holds.project, project.id), eq(holds.site, clearances.site), isNotNull(holds.since)),
    )
    .where(eq(clearances.application, project.application))
    .orderBy(asc(clearances.site))
}

export type AwaitingProject = {
  readonly id: string
  readonly lead: string
  readonly clearedSites: readonly string[]
  /** Canary jobs so far; `result` is null while one is under way. */
  readonly canaries: readonly {
    readonly site: string
    readonly job: string
    readonly result: string | null
    readonly endedAt: Date | null
  }[]
}

/** Awarded projects that nobody was told of yet, oldest first, with where they may run and how their canaries went. */
export async function projectsAwaitingCanary(ctx: Context): Promise<AwaitingProject[]> {
  type Canary = { site: string; job: string; result: string | null; endedAt: string | null }
  const rows = await ctx.db.rows<{
    id: string
    lead: string
    clearedSites: string[]
    canaries: Canary[]
  }>(sql`
    select p.id, a.lead::text as lead,
      array(select c.site from clearances c where c.application = a.id and c.standing = 'cleared' order by c.site) as "clearedSites",
      coalesce((select json_agg(json_build_object('site', j.only_site, 'job', j.id, 'result', case when j.state = 'ended' then j.result end, 'endedAt', j.ended_at) order by j.sequence)
        from jobs j where j.project = p.id and j.canary and j.only_site is not null), '[]'::json) as canaries
    from projects p join applications a on a.id = p.application
    where p.state = 'canary' order by p.created_at, p.id`)
  return rows.map((row) => ({
    ...row,
    canaries: row.canaries.map((c) => ({ ...c, endedAt: c.endedAt === null ? null : new Date(c.endedAt) })),
  }))
}

export type PanelRow = {
  application: string
  number: string
  title: string
  member: string | null
  askedAcceleratorMs: number
  scores: number[]
  reviewersDue: number
  clearedSites: number
  since: Date
  by: Date | null
}

/** Reviewed applications that wait for the panel, the one to be decided first on top. */
export async function listPanelRows(ctx: Context): Promise<PanelRow[]> {
  const rows = await ctx.db.rows<
    Omit<PanelRow, 'since' | 'by' | 'askedAcceleratorMs'> & {
      since: string | Date
      by: string | Date | null
      askedAcceleratorMs: string | number
    }
  >(sql`
    select a.id as application, a.number, a.title, a.member, a.asked_accelerator_ms as "askedAcceleratorMs", a.state_since as since, a.decide_by as by,
      array(select r.score from reviews r where r.application = a.id and r.state = 'submitted' order by r.submitted_at, r.id) as scores,
      (select count(*)::int from reviews r where r.application = a.id and r.state = 'assigned') as "reviewersDue",
      (select count(*)::int from clearances c where c.application = a.id and c.standing = 'cleared') as "clearedSites"
    from applications a where a.state = 'panel' order by coalesce(a.decide_by, '9999-12-31'::timestamptz), a.id limit 500`)
  return rows.map((row) => ({
    ...row,
    askedAcceleratorMs: Number(row.askedAcceleratorMs),
    since: new Date(row.since),
    by: row.by === null ? null : new Date(row.by),
  }))
}

/** E-mail addresses of people, in the order of their ids. */
export async function loadAddresses(ctx: Context, persons: readonly string[]): Promise<string[]> {
  if (persons.length === 0) return []
  const rows = await ctx.db.rows<{ email: string }>(
    sql`select email from people where id in (${sql.join(
      persons.map((p) => sql`${p}::uuid`),
      sql`, `,
    )}) order by id`,
  )
  return rows.map((row) => row.email)
}

export async function saveRefusal(ctx: Context, application: string, reason: string): Promise<void> {
  await ctx.db.sql.update(applications).set({ refusal: reason }).where(eq(applications.id, application))
}
