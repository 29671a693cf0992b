import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { listWaiting, type Waiting } from '../apply/index.ts'
import { applications, parties } from '../apply/tables.ts'
import type { Context } from '../context.ts'
import { people } from '../people/tables.ts'
import { sites } from '../sites/tables.ts'
import type { HitProposalRow, ProposalRow } from './store-officers.ts'
import {
  isWaitingHit,
  type ApplicationRow,
  type ClearanceRow,
  type DecisionRow,
  type DeterminationRow,
  type HitRow,
  type PartyRow,
} from './store.ts'
import { clearances, decisions, determinations, hitProposals, hits, proposals } from './tables.ts'

export type CaseRow = {
  application: string
  number: string
  title: string
  member: string | null
  openHits: number
  openSites: number
  openEnquiries: number
  proposals: number
  since: Date
  by: Date | null
}
export type CaseCursor = { readonly by: string; readonly id: string }

/** An enquiry e of an application a that waits for the applicant; a fact may have been stated without it. */
const isOpenEnquiry = sql`e.application = a.id and e.answered_at is null and (e.fact is null or a.answers ->> e.fact is null)`

/** Whether one of these persons, or their deputy, did what the row records. */
function isOneOf(persons: readonly string[], row: SQL): SQL {
  const list = sql.join(
    persons.map((person) => sql`${person}::uuid`),
    sql`, `,
  )
  return sql`(${row}.officer in (${list}) or ${row}.stands_for in (${list}))`
}

/** Open cases, the one to be decided first on top; a case waits wherever its application stands by now. */
export async function listOpenCases(
  ctx: Context,
  page: { after: CaseCursor | null; limit: number; of: readonly string[] | null },
): Promise<CaseRow[]> {
  const by = sql`coalesce(a.decide_by, '9999-12-31'::timestamptz)`
  const after = page.after
    ? sql`and (${by}, a.id) > (${page.after.by}::timestamptz, ${page.after.id}::uuid)`
    : sql``
  const of = page.of
    ? sql`and (exists (select 1 from enquiries e where e.application = a.id and ${isOneOf(page.of, sql`e`)})
        or exists (select 1 from determinations d join proposals pr on pr.determination = d.id where d.application = a.id and ${isOneOf(page.of, sql`pr`)})
        or exists (select 1 from determinations d join decisions de on de.determination = d.id where d.application = a.id and ${isOneOf(page.of, sql`de`)})
        or exists (select 1 from parties p join hits h on h.party = p.id join hit_proposals pr on pr.hit = h.id where p.application = a.id and ${isOneOf(page.of, sql`pr`)})
        or exists (select 1 from parties p join hits h on h.party = p.id join decisions de on de.hit = h.id where p.application = a.id and ${isOneOf(page.of, sql`de`)}))`
    : sql``
  // What is open is little, whatever was ever decided: the look begins there.
  const rows = await ctx.db.rows<
    Omit<CaseRow, 'since' | 'by'> & { since: string | Date; by: string | Date | null }
  >(sql`
    with open as (
      select p.application as id from hits h join parties p on p.id = h.party where ${isWaitingHit(sql`h`)} and p.left_at is null
      union select cl.application from clearances cl where cl.standing = 'open'
      union select e.application from enquiries e where e.answered_at is null)
    select a.id as application, a.number, a.title, a.member, c.hits as "openHits", c.sites as "openSites",
      c.enquiries as "openEnquiries", c.proposals, coalesce(c.asked, a.state_since) as since, a.decide_by as by
    from open join applications a on a.id = open.id cross join lateral (select
      (select count(*)::int from hits h join parties p on p.id = h.party where p.application = a.id and p.left_at is null and ${isWaitingHit(sql`h`)}) as hits,
      (select count(*)::int from clearances cl where cl.application = a.id and cl.standing = 'open') as sites,
      (select count(*)::int from enquiries e where ${isOpenEnquiry}) as enquiries,
      (select min(e.asked_at) from enquiries e where ${isOpenEnquiry}) as asked,
      (select count(*)::int from clearances cl join proposals pr on pr.determination = cl.determination where cl.application = a.id and cl.standing = 'open')
        + (select count(*)::int from hits h join parties p on p.id = h.party join hit_proposals pr on pr.hit = h.id and pr.opened = h.opened where p.application = a.id and p.left_at is null and h.state = 'open' and h.gone_at is null) as proposals) c
    where a.state in ('clearing', 'review', 'panel', 'awarded') and (c.hits > 0 or c.sites > 0 or c.enquiries > 0) ${of} ${after}
    order by ${by}, a.id limit ${page.limit}`)
  return rows.map((row) => ({
    ...row,
    since: new Date(row.since),
    by: row.by === null ? null : new Date(row.by),
  }))
}

/** Cases that wait for an officer, whoever may read them. */
export async function listWaitingCases(ctx: Context): Promise<Waiting[]> {
  return listWaiting(
    ctx,
    sql`a.state in ('clearing', 'review', 'panel', 'awarded') and a.id in (
      select p.application from hits h join parties p on p.id = h.party where ${isWaitingHit(sql`h`)} and p.left_at is null
      union select cl.application from clearances cl where cl.standing = 'open')`,
  )
}

export type CasePartyRow = {
  party: PartyRow
  screenedAt: Date | null
  hit: HitRow | null
  decision: DecisionRow | null
  officerName: string | null
  deputyOf: string | null
  proposal: HitProposalRow | null
  proposerName: string | null
  proposerFor: string | null
}

/** The name of a person that a column holds, as part of a statement. */
export const nameOfPerson = (id: unknown) =>
  sql<string | null>`(select name from people where people.id = ${id})`

/** Parties that take part now, with their hits and what was decided about each as it was opened last; one query. */
export async function loadCaseParties(ctx: Context, application: string): Promise<CasePartyRow[]> {
  const screenedAt = sql<
    Date | string | null
  >`(select s.at from screenings s where s.party = ${parties.id} and s.party_version = ${parties.version})`
  const rows = await ctx.db.sql
    .select({
      party: parties,
      screenedAt,
      hit: hits,
      decision: decisions,
      officerName: people.name,
      deputyOf: nameOfPerson(decisions.standsFor),
      proposal: hitProposals,
      proposerName: nameOfPerson(hitProposals.officer),
      proposerFor: nameOfPerson(hitProposals.standsFor),
    })
    .from(parties)
    .leftJoin(hits, and(eq(hits.party, parties.id), isNull(hits.goneAt)))
    .leftJoin(decisions, and(eq(decisions.hit, hits.id), eq(decisions.hitOpened, hits.opened)))
    .leftJoin(people, eq(people.id, decisions.officer))
    .leftJoin(hitProposals, and(eq(hitProposals.hit, hits.id), eq(hitProposals.opened, hits.opened)))
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
  deputyOf: string | null
  proposal: ProposalRow | null
  proposerName: string | null
  proposerFor: string | null
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
      deputyOf: nameOfPerson(decisions.standsFor),
      proposal: proposals,
      proposerName: nameOfPerson(proposals.officer),
      proposerFor: nameOfPerson(proposals.standsFor),
    })
    .from(clearances)
    .innerJoin(sites, eq(sites.id, clearances.site))
    .innerJoin(determinations, eq(determinations.id, clearances.determination))
    .leftJoin(decisions, eq(decisions.determination, determinations.id))
    .leftJoin(people, eq(people.id, decisions.officer))
    .leftJoin(proposals, eq(proposals.determination, determinations.id))
    .where(eq(clearances.application, application))
    .orderBy(asc(clearances.site))
  return rows as CaseSiteRow[]
}

export type CaseEnquiry = {
  readonly id: string
  readonly fact: string | null
  readonly text: string
  readonly officer: string
  readonly askedAt: string
  readonly answer: string | null
  readonly answeredAt: string | null
}

/** An application with its team and what officers asked about it, in the order it was asked; one query. */
export async function readCase(
  ctx: Context,
  id: string,
): Promise<{ application: ApplicationRow; team: string[]; enquiries: CaseEnquiry[] } | null> {
  const [row] = await ctx.db.sql
    .select({
      application: applications,
      team: sql<string[]>`(select coalesce(json_agg(t.person), '[]'::json) from team_members t
        where t.application = applications.id and t.left_at is null)`,
      // A fact that the applicant stated among the questions of the rules answers the enquiry about it.
      enquiries: sql<
        CaseEnquiry[]
      >`(select coalesce(json_agg(json_build_object('id', e.id, 'fact', e.fact, 'text', e.text,
          'officer', p.name, 'askedAt', e.asked_at, 'answer', coalesce(e.answer, applications.answers ->> e.fact), 'answeredAt', e.answered_at) order by e.asked_at, e.id), '[]'::json)
        from enquiries e join people p on p.id = e.officer where e.application = applications.id)`,
    })
    .from(applications)
    .where(eq(applications.id, id))
  if (!row) return null
  const moment = (at: string) => new Date(at).toISOString()
  return {
    application: row.application as ApplicationRow,
    team: row.team,
    enquiries: row.enquiries.map((e) => ({
      ...e,
      askedAt: moment(e.askedAt),
      answeredAt: e.answeredAt === null ? null : moment(e.answeredAt),
    })),
  }
}
