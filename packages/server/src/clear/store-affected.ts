import type { ScreeningStatus } from '@allmende/domain/rules'
import type { Determination } from '@allmende/domain/terms'
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { applications, parties } from '../apply/tables.ts'
import { projects } from '../award/tables.ts'
import type { Context } from '../context.ts'
import { jobs } from '../jobs/tables.ts'
import type { ApplicationRow, PartyRow } from './store.ts'
import { clearances, decisions, determinations } from './tables.ts'

export type LiveRow = { readonly application: ApplicationRow; readonly project: string | null }

/** Applications that are looked at again and again, by id: undecided ones, and those whose project has not ended. */
export async function loadLivePage(
  ctx: Context,
  after: string | undefined,
  limit: number,
): Promise<LiveRow[]> {
  const rows = await ctx.db.sql
    .select({ application: applications, project: projects.id })
    .from(applications)
    .leftJoin(projects, eq(projects.application, applications.id))
    .where(
      and(
        after === undefined ? undefined : gt(applications.id, after),
        sql`(${applications.state} in ('submitted', 'clearing', 'review', 'panel') or (${applications.state} = 'awarded' and ${projects.state} <> 'ended'))`,
      ),
    )
    .orderBy(asc(applications.id))
    .limit(limit)
  return rows as LiveRow[]
}

/** The parties that take part now in any of these applications. */
export async function loadPartiesOf(ctx: Context, ids: readonly string[]): Promise<PartyRow[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db.sql
    .select()
    .from(parties)
    .where(and(inArray(parties.application, [...ids]), isNull(parties.leftAt)))
    .orderBy(asc(parties.id))
  return rows as PartyRow[]
}

export type StandingRow = {
  readonly application: string
  readonly site: string
  readonly standing: 'open' | 'cleared' | 'refused'
  readonly result: Determination
  readonly screening: ScreeningStatus
  /** What officers decided about it; a refusal before anything else. */
  readonly verdict: 'cleared' | 'refused' | null
}

/** What stands for these applications at every site. */
export async function loadStandingOf(ctx: Context, ids: readonly string[]): Promise<StandingRow[]> {
  if (ids.length === 0) return []
  // Standing as it was decided: whether one officer or two were needed, a site that is cleared was cleared.
  const decided = sql`exists (select 1 from ${decisions} where ${decisions.determination} = ${determinations.id})`
  const verdict = sql<
    'cleared' | 'refused' | null
  >`case when ${decided} and ${clearances.standing} <> 'open' then ${clearances.standing} end`
  const rows = await ctx.db.sql
    .select({
      application: clearances.application,
      site: clearances.site,
      standing: clearances.standing,
      result: determinations.result,
      screening: sql<ScreeningStatus>`${determinations.facts} ->> 'screening'`,
      verdict,
    })
    .from(clearances)
    .innerJoin(determinations, eq(determinations.id, clearances.determination))
    .where(inArray(clearances.application, [...ids]))
  return rows as StandingRow[]
}

export type JobsAtSite = {
  readonly application: string
  readonly site: string
  readonly running: number
  readonly placed: number
  /** Jobs that wait and could be placed there. */
  readonly queued: number
}

/** Jobs that a change at a site would touch, for each project of these applications. */
export async function countJobsAtSites(ctx: Context, ids: readonly string[]): Promise<JobsAtSite[]> {
  if (ids.length === 0) return []
  const live = sql`(select p.site from placements p where p.job = ${jobs.id} and p.attempt = ${jobs.attempt} and p.state in ('desired', 'accepted', 'running') limit 1)`
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`(count(*) filter (where ${condition}))::int`
  return ctx.db.sql
    .select({
      application: clearances.application,
      site: clearances.site,
      running: count(sql`${jobs.state} = 'running' and ${live} = ${clearances.site}`),
      placed: count(sql`${jobs.state} = 'placed' and ${live} = ${clearances.site}`),
      queued: count(
        sql`${jobs.state} = 'queued' and (${jobs.onlySite} is null or ${jobs.onlySite} = ${clearances.site})`,
      ),
    })
    .from(clearances)
    .innerJoin(projects, eq(projects.application, clearances.application))
    .innerJoin(jobs, and(eq(jobs.project, projects.id), sql`${jobs.state} <> 'ended'`))
    .where(inArray(clearances.application, [...ids]))
    .groupBy(clearances.application, clearances.site)
}
