import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { applications } from '../apply/tables.ts'
import type { Context } from '../context.ts'
import { people } from '../people/tables.ts'
import type { Applicants, Candidate } from './conflicts.ts'
import { reviews } from './tables.ts'

export type ReviewRow = typeof reviews.$inferSelect
export type ReviewView = {
  readonly review: ReviewRow
  readonly application: typeof applications.$inferSelect
}

/** Reviews of a person, newest first, with the applications. */
export async function loadReviewsOf(ctx: Context, reviewer: string): Promise<ReviewView[]> {
  return ctx.db.sql
    .select({ review: reviews, application: applications })
    .from(reviews)
    .innerJoin(applications, eq(applications.id, reviews.application))
    .where(eq(reviews.reviewer, reviewer))
    .orderBy(desc(reviews.assignedAt), desc(reviews.id))
    .limit(500)
}

export async function loadReview(ctx: Context, id: string): Promise<ReviewView | null> {
  const [row] = await ctx.db.sql
    .select({ review: reviews, application: applications })
    .from(reviews)
    .innerJoin(applications, eq(applications.id, reviews.application))
    .where(eq(reviews.id, id))
  return row ?? null
}

export async function loadReviewsFor(ctx: Context, application: string): Promise<ReviewRow[]> {
  return ctx.db.sql
    .select()
    .from(reviews)
    .where(eq(reviews.application, application))
    .orderBy(asc(reviews.assignedAt), asc(reviews.id))
}

export async function insertReviews(
  ctx: Context,
  rows: readonly (typeof reviews.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await ctx.db.sql.insert(reviews).values([...rows])
}

/** Closes an assigned review. @returns false where it was closed already */
export async function closeReview(
  ctx: Context,
  id: string,
  set: Pick<ReviewRow, 'state' | 'score' | 'comment' | 'submittedAt'>,
): Promise<boolean> {
  const rows = await ctx.db.sql
    .update(reviews)
    .set(set)
    .where(and(eq(reviews.id, id), eq(reviews.state, 'assigned')))
    .returning({ id: reviews.id })
  return rows.length === 1
}

/** People who hold the role of reviewer now, with the institutions they are known by. */
export async function loadCandidates(ctx: Context): Promise<Candidate[]> {
  const now = ctx.now().toISOString()
  return ctx.db.rows<Candidate>(sql`
    select p.id as person, p.name,
      (select g.scope_id from grants g where g.person = p.id and g.scope_kind = 'member' and g.role = 'reviewer' and (g.until is null or g.until > ${now}::timestamptz) order by g.scope_id limit 1) as member,
      array(
        select distinct x.name from (
          select m.name from grants g join members m on m.id = g.scope_id where g.person = p.id and g.scope_kind = 'member' and m.kind = 'institution'
          union select t.affiliation from parties t where t.person = p.id and t.affiliation is not null) x
        order by x.name) as institutions,
      (select count(*)::int from reviews r join applications a on a.id = r.application where r.reviewer = p.id and r.state = 'assigned' and a.state = 'review') as "openReviews"
    from people p
    where exists (select 1 from grants g where g.person = p.id and g.role = 'reviewer' and g."from" <= ${now}::timestamptz and (g.until is null or g.until > ${now}::timestamptz))
    order by p.id`)
}

/** The team, institutions and declared conflicts of an application, in one query. */
export async function loadApplicants(ctx: Context, application: string): Promise<Applicants> {
  const [row] = await ctx.db.rows<{ team: string[]; institutions: string[]; declined: string[] }>(sql`
    select
      array(select a.lead::text union select t.person::text from team_members t where t.application = a.id and t.left_at is null
        union select p.person::text from parties p where p.application = a.id and p.person is not null and p.left_at is null) as team,
      array(select p.affiliation from parties p where p.application = a.id and p.left_at is null and p.affiliation is not null
        union select p.name from parties p where p.application = a.id and p.left_at is null and p.kind = 'organisation'
        union select m.name from members m where m.id = a.member and m.kind = 'institution') as institutions,
      array(select r.reviewer::text from reviews r where r.application = a.id and r.state = 'declined') as declined
    from applications a where a.id = ${application}::uuid`)
  return row ?? { team: [], institutions: [], declined: [] }
}

/** The team as a reviewer sees it, the lead first: names, and the institutions that its people stated. */
export async function loadReviewed(
  ctx: Context,
  application: { readonly id: string; readonly lead: string },
): Promise<{ name: string; affiliation: string | null; lead: boolean }[]> {
  return ctx.db.rows(sql`
    select pe.name, pa.affiliation, pe.id = ${application.lead}::uuid as lead
    from team_members t join people pe on pe.id = t.person left join parties pa on pa.id = t.party
    where t.application = ${application.id}::uuid and t.left_at is null
    order by lead desc, t.id`)
}

/** Applications under review in which a review is missing or enough are in. */
export async function listReviewsDue(ctx: Context, perApplication: number): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select a.id from applications a left join reviews r on r.application = a.id
    where a.state = 'review' group by a.id, a.submitted_at
    having count(*) filter (where r.state = 'submitted') >= ${perApplication} or count(*) filter (where r.state in ('assigned', 'submitted')) < ${perApplication}
    order by a.submitted_at, a.id`)
  return rows.map((row) => row.id)
}

export type ShortOfReviewers = {
  application: string
  number: string
  title: string
  missing: number
  since: Date
  by: Date | null
}

/** Applications in review for which too few could be asked, the one to be decided first on top. */
export async function listShortOfReviewers(
  ctx: Context,
  perApplication: number,
): Promise<ShortOfReviewers[]> {
  type Row = Omit<ShortOfReviewers, 'since' | 'by'> & { since: string | Date; by: string | Date | null }
  const asked = sql`count(*) filter (where r.state in ('assigned', 'submitted'))`
  const rows = await ctx.db.rows<Row>(sql`
    select a.id as application, a.number, a.title, (${perApplication}::int - ${asked})::int as missing, a.state_since as since, a.decide_by as by
    from applications a left join reviews r on r.application = a.id
    where a.state = 'review' group by a.id having ${asked} < ${perApplication}::int
    order by coalesce(a.decide_by, '9999-12-31'::timestamptz), a.id limit 500`)
  return rows.map((row) => ({
    ...row,
    since: new Date(row.since),
    by: row.by === null ? null : new Date(row.by),
  }))
}

export async function loadEmails(ctx: Context, persons: readonly string[]): Promise<Map<string, string>> {
  if (persons.length === 0) return new Map()
  const rows = await ctx.db.sql
    .select({ id: people.id, email: people.email })
    .from(people)
    .where(inArray(people.id, [...persons]))
  return new Map(rows.map((row) => [row.id, row.email]))
}
