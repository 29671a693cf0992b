import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { parties } from '../apply/tables.ts'
import type { Context } from '../context.ts'
import { people } from '../people/tables.ts'
import { sites } from '../sites/tables.ts'
import type { ClearanceRow, DecisionRow, DeterminationRow, HitRow, PartyRow } from './store.ts'
import { clearances, decisions, determinations, hits } from './tables.ts'

export type CaseRow = {
  application: string
  number: string
  title: string
  member: string | null
  openHits: number
  openSites: number
  since: Date
  by: Date | null
}
export type CaseCursor = { readonly by: string; readonly id: string }

/** Open cases, the one to be decided first on top; a case waits wherever its application stands by now. */
export async function listOpenCases(
  ctx: Context,
  page: { after: CaseCursor | null; limit: number },
): Promise<CaseRow[]> {
  const by = sql`coalesce(a.decide_by, '9999-12-31'::timestamptz)`
  const after = page.after
    ? sql`and (${by}, a.id) > (${page.after.by}::timestamptz, ${page.after.id}::uuid)`
    : sql``
  const rows = await ctx.db.rows<
    Omit<CaseRow, 'since' | 'by'> & { since: string | Date; by: string | Date | null }
  >(sql`
    select a.id as application, a.number, a.title, a.member, c.hits as "openHits", c.sites as "openSites", a.state_since as since, a.decide_by as by
    from applications a cross join lateral (select
      (select count(*)::int from hits h join parties p on p.id = h.party where p.application = a.id and p.left_at is null and h.state = 'open' and h.gone_at is null) as hits,
      (select count(*)::int from clearances cl where cl.application = a.id and cl.standing = 'open') as sites) c
    where a.state in ('clearing', 'review', 'panel', 'awarded') and (c.hits > 0 or c.sites > 0) ${after}
    order by ${by}, a.id limit ${page.limit}`)
  return rows.map((row) => ({
    ...row,
    since: new Date(row.since),
    by: row.by === null ? null : new Date(row.by),
  }))
}

export type CasePartyRow = {
  party: PartyRow
  screenedAt: Date | null
  hit: HitRow | null
  decision: DecisionRow | null
  officerName: string | null
}

/** Parties that take part now, with their hits and what was decided about each as it was opened last; one query. */
export async function loadCaseParties(ctx: Context, application: string): Promise<CasePartyRow[]> {
  const screenedAt = sql<
    Date | string | null
  >`(select max(s.at) from screenings s where s.party = ${parties.id} and s.party_version = ${parties.version})`
  const rows = await ctx.db.sql
    .select({ party: parties, screenedAt, hit: hits, decision: decisions, officerName: people.name })
    .from(parties)
    .leftJoin(hits, and(eq(hits.party, parties.id), isNull(hits.goneAt)))
    .leftJoin(decisions, and(eq(decisions.hit, hits.id), eq(decisions.hitOpened, hits.opened)))
    .leftJoin(people, eq(people.id, decisions.officer))
    .where(and(eq(parties.application, application), isNull(parties.leftAt)))
    .orderBy(asc(parties.id), sql`${hits.score} desc nulls last`, asc(hits.id))
  return rows.map((row) => ({
    ...row,
    party: row.party as PartyRow,
    screenedAt: row.screenedAt === null ? null : new Date(row.screenedAt),
  }))
}

export type CaseSiteRow = {
  clearance: ClearanceRow
  siteName: string
  determination: DeterminationRow
  decision: DecisionRow | null
  officerName: string | null
}

/** What stands at every site, with the determination behind it and what was decided about that. */
export async function loadCaseSites(ctx: Context, application: string): Promise<CaseSiteRow[]> {
  const rows = await ctx.db.sql
    .select({
      clearance: clearances,
      siteName: sites.name,
      determination: determinations,
      decision: decisions,
      officerName: people.name,
    })
    .from(clearances)
    .innerJoin(sites, eq(sites.id, clearances.site))
    .innerJoin(determinations, eq(determinations.id, clearances.determination))
    .leftJoin(decisions, eq(decisions.determination, determinations.id))
    .leftJoin(people, eq(people.id, decisions.officer))
    .where(eq(clearances.application, application))
    .orderBy(asc(clearances.site))
  return rows as CaseSiteRow[]
}
