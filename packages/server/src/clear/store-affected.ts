import type { ScreeningStatus } from '@allmende/domain/rules'
import type { Determination } from '@allmende/domain/terms'
import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { applications, parties } from '../apply/tables.ts'
import { projects } from '../award/tables.ts'
import type { Context } from '../context.ts'
import { jobs } from '../jobs/tables.ts'
import type { ApplicationRow, PartyRow } from './store.ts'
import type { HitCounts } from './standing.ts'
import { clearances, decisions, determinations, hits } from './tables.ts'

export type LiveRow = {
  readonly application: ApplicationRow
  readonly project: string | null
  /** Those that take part now. */
  readonly parties: readonly PartyRow[]
  /** What the last screening found about them. */
  readonly hits: HitCounts
}

/** Applications that are looked at again and again, by id: undecided ones, and those whose project has not ended. */
export async function loadLivePage(
  ctx: Context,
  after: string | undefined,
  limit: number,
): Promise<LiveRow[]> {
  const page = ctx.db.sql
    .select({ id: applications.id, project: sql<string | null>`${projects.id}`.as('project') })
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
    .as('page')
  /** A listed owner confirms nothing by itself; what it comes to stands in the last screening. */
  const hitsThat = (state: 'open' | 'confirmed') =>
    sql<number>`(select count(*)::int from ${hits} where ${hits.party} = ${parties.id} and ${hits.goneAt} is null and ${hits.effect} <> 'inform' and ${hits.state} = ${state} and (${hits.state} = 'open' or ${parties.holding} is null))`
  const rows = await ctx.db.sql
    .select({
      application: applications,
      project: page.project,
      party: parties,
      open: hitsThat('open'),
      confirmed: hitsThat('confirmed'),
    })
    .from(page)
    .innerJoin(applications, eq(applications.id, page.id))
    .leftJoin(parties, and(eq(parties.application, applications.id), isNull(parties.leftAt)))
    .orderBy(asc(applications.id), asc(parties.id))
  return [...Map.groupBy(rows, (row) => row.application.id).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const sum = (of: 'open' | 'confirmed') => group.reduce((total, row) => total + row[of], 0)
    return {
      application: first.application as ApplicationRow,
      project: first.project,
      parties: group.flatMap((row) => (row.party ? [row.party as PartyRow] : [])),
      hits: { open: sum('open'), confirmed: sum('confirmed') },
    }
  })
}

export type StandingRow = {
  readonly application: string
  readonly site: string
  readonly standing: 'open' | 'cleared' | 'refused'
  readonly result: Determination
  readonly screening: ScreeningStatus
  /** What officers decided about it; a refusal before anything else. */
  readonly verdict: 'cleared' | 'refused' | null
  readonly running: number
  readonly placed: number
  /** Jobs that wait and could be placed there. */
  readonly queued: number
}

/** What stands for these applications at every site, and which jobs of their projects a change there would touch. */
export async function loadStandingOf(ctx: Context, ids: readonly string[]): Promise<StandingRow[]> {
  if (ids.length === 0) return []
  // Standing as it was decided: whether one officer or two were needed, a site that is cleared was cleared.
  const decided = sql`exists (select 1 from ${decisions} where ${decisions.determination} = ${determinations.id})`
  const verdict = sql<
    'cleared' | 'refused' | null
  >`case when ${decided} and ${clearances.standing} <> 'open' then ${clearances.standing} end`
  const live = sql`(select p.site from placements p where p.job = ${jobs.id} and p.attempt = ${jobs.attempt} and p.state in ('desired', 'accepted', 'running') limit 1)`
  const count = (condition: ReturnType<typeof sql>) =>
    sql<number>`(select count(*)::int from ${jobs} join ${projects} on ${projects.id} = ${jobs.project}
      where ${projects.application} = ${clearances.application} and ${jobs.state} <> 'ended' and ${condition})`
  const rows = await ctx.db.sql
    .select({
      application: clearances.application,
      site: clearances.site,
      standing: clearances.standing,
      result: determinations.result,
      screening: sql<ScreeningStatus>`${determinations.facts} ->> 'screening'`,
      verdict,
      running: count(sql`${jobs.state} = 'running' and ${live} = ${clearances.site}`),
      placed: count(sql`${jobs.state} = 'placed' and ${live} = ${clearances.site}`),
      queued: count(
        sql`${jobs.state} = 'queued' and (${jobs.onlySite} is null or ${jobs.onlySite} = ${clearances.site})`,
      ),
    })
    .from(clearances)
    .innerJoin(determinations, eq(determinations.id, clearances.determination))
    .where(inArray(clearances.application, [...ids]))
  return rows as StandingRow[]
}
