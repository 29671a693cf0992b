import type { Determination } from '@allmende/domain/terms'
import type { HeldRule } from '@allmende/wire'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { loadPrivateCountries } from '../apply/index.ts'
import { applications, parties } from '../apply/tables.ts'
import { projects } from '../award/tables.ts'
import { forTheTeam } from '../clear/index.ts'
import { clearances, decisions, determinations, hits } from '../clear/tables.ts'
import type { Context } from '../context.ts'
import { holdLock } from '../db/locks.ts'
import { jobs, placements } from '../jobs/tables.ts'
import { people } from '../people/tables.ts'
import { sites } from '../sites/tables.ts'
import { holds } from './tables.ts'

export type HoldRow = Omit<typeof holds.$inferSelect, 'rules'> & { readonly rules: readonly HeldRule[] }

/** One enforcer at a time, whatever the number of servers; the lock ends with the transaction. */
export async function lockLaw(ctx: Context): Promise<void> {
  await holdLock(ctx, 'law')
}

/**
 * Projects for whom something is to be done at a site: a clearance seen for the first time, lost, regained, or lost
 * for another reason; a placement that has not begun where it is lost; a job that runs there beyond its grace.
 */
export async function listProjectsDue(ctx: Context): Promise<string[]> {
  const now = ctx.now().toISOString()
  const rows = await ctx.db.rows<{ project: string }>(sql`
    select distinct p.id as project from projects p
      join clearances c on c.application = p.application
      left join holds h on h.project = p.id and h.site = c.site
    where p.state <> 'ended' and (
      (c.standing = 'cleared' and (h.project is null or h.since is not null))
      or (c.standing <> 'cleared' and h.since is not null and (h.determination <> c.determination or h.standing <> c.standing))
      or (c.standing <> 'cleared' and h.since is null and (h.project is not null
        or exists (select 1 from placements pl join jobs j on j.id = pl.job
          where j.project = p.id and pl.site = c.site and pl.state in ('desired', 'accepted', 'running'))))
      or (c.standing <> 'cleared' and h.since is not null and exists (
        select 1 from placements pl join jobs j on j.id = pl.job
        where j.project = p.id and pl.site = c.site and pl.attempt = j.attempt and j.state <> 'ended'
          and (pl.state in ('desired', 'accepted')
            or (pl.state = 'running' and h.until <= ${now}::timestamptz and j.law_stop_at is null and j.cancel_asked_at is null)))))
    order by p.id limit 500`)
  return rows.map((row) => row.project)
}

export type Seen = {
  readonly site: string
  readonly standing: 'open' | 'cleared' | 'refused'
  readonly determination: string
  readonly result: Determination
  /** What screening had found when it was determined. */
  readonly screening: string
  /** Whether a hit is undecided on a list that the rulebook has block. */
  readonly blocked: boolean
  /** Whether an officer refused what stands. */
  readonly refused: boolean
  readonly hold: HoldRow | null
  /** Whether something of the project is there now, as where a clearance came and went between two looks. */
  readonly live: boolean
}

const refused = sql<boolean>`exists (select 1 from ${decisions} where ${decisions.determination} = ${determinations.id} and ${decisions.verdict} = 'refused')`

const blocked = sql<boolean>`exists (select 1 from ${hits} join ${parties} on ${parties.id} = ${hits.party}
  where (${parties.application} = ${projects.application} or ${parties.site} = ${clearances.site}) and ${parties.leftAt} is null
    and ${hits.state} = 'open' and ${hits.goneAt} is null and ${hits.effect} = 'block')`

/** What stands for a project at every site, beside what was last seen of it. */
export async function loadSeen(ctx: Context, project: string): Promise<Seen[]> {
  const rows = await ctx.db.sql
    .select({
      application: projects.application,
      site: clearances.site,
      standing: clearances.standing,
      determination: clearances.determination,
      result: determinations.result,
      screening: sql<string>`${determinations.facts} ->> 'screening'`,
      blocked,
      refused,
      hold: holds,
      live: sql<boolean>`exists (select 1 from ${placements} join ${jobs} on ${jobs.id} = ${placements.job} where ${jobs.project} = ${projects.id} and ${placements.site} = ${clearances.site} and ${placements.state} in ('desired', 'accepted', 'running'))`,
    })
    .from(projects)
    .innerJoin(clearances, eq(clearances.application, projects.application))
    .innerJoin(determinations, eq(determinations.id, clearances.determination))
    .leftJoin(holds, and(eq(holds.project, projects.id), eq(holds.site, clearances.site)))
    .where(eq(projects.id, project))
    .orderBy(clearances.site)
  return asTheTeamReads(ctx, rows as (Seen & { readonly application: string })[])
}

/** A hold is read by the whole project, so its rules tell nothing of what one of them stated for officers alone. */
async function asTheTeamReads<Row extends Pick<Seen, 'standing' | 'result'> & { application: string }>(
  ctx: Context,
  rows: readonly Row[],
): Promise<Row[]> {
  const [first] = rows.filter((row) => row.standing !== 'cleared')
  if (!first) return [...rows]
  const hidden = await loadPrivateCountries(ctx, first.application, null)
  return rows.map((row) => ({ ...row, result: forTheTeam(row.result, hidden) }))
}

export async function saveHold(ctx: Context, row: HoldRow): Promise<void> {
  await ctx.db.sql
    .insert(holds)
    .values(row)
    .onConflictDoUpdate({ target: [holds.project, holds.site], set: row })
}

/** States of which officers and leads still have to be told, with whom to tell besides the officers. */
export async function loadUntold(ctx: Context) {
  const running = sql<number>`(select count(*)::int from ${placements} join ${jobs} on ${jobs.id} = ${placements.job} where ${jobs.project} = ${holds.project} and ${placements.site} = ${holds.site} and ${placements.state} = 'running' and ${placements.attempt} = ${jobs.attempt})`
  const rows = await ctx.db.sql
    .select({ hold: holds, projectName: projects.name, siteName: sites.name, lead: people.email, running })
    .from(holds)
    .innerJoin(projects, eq(projects.id, holds.project))
    .innerJoin(applications, eq(applications.id, projects.application))
    .innerJoin(people, eq(people.id, applications.lead))
    .innerJoin(sites, eq(sites.id, holds.site))
    .where(isNull(holds.toldAt))
    .orderBy(holds.project, holds.site)
  return rows as ((typeof rows)[number] & { hold: HoldRow })[]
}

export async function markTold(ctx: Context): Promise<void> {
  await ctx.db.sql.update(holds).set({ toldAt: ctx.now() }).where(isNull(holds.toldAt))
}

/** What stands for the project of a job at every site: for the rules that keep it from one. */
export async function loadStanding(ctx: Context, project: string) {
  const rows = await ctx.db.sql
    .select({
      application: projects.application,
      site: clearances.site,
      standing: clearances.standing,
      result: determinations.result,
      refused,
    })
    .from(projects)
    .innerJoin(clearances, eq(clearances.application, projects.application))
    .innerJoin(determinations, eq(determinations.id, clearances.determination))
    .where(eq(projects.id, project))
  type Row = Pick<Seen, 'site' | 'standing' | 'result' | 'refused'> & { application: string }
  return asTheTeamReads(ctx, rows as Row[])
}
