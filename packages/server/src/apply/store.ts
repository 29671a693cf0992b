import { and, asc, desc, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm'
import { calls } from '../alliance/tables.ts'
import type { Context } from '../context.ts'
import { people } from '../people/tables.ts'
import { applicationNumbers, applications, parties, teamMembers } from './tables.ts'

export type ApplicationRow = typeof applications.$inferSelect
export type ApplicationState = ApplicationRow['state']
export type PartyRow = typeof parties.$inferSelect

export async function loadApplication(
  ctx: Context,
  id: string,
  lock = false,
): Promise<ApplicationRow | null> {
  const query = ctx.db.sql.select().from(applications).where(eq(applications.id, id))
  const [row] = lock ? await query.for('update') : await query
  return row ?? null
}

const viewColumns = {
  application: applications,
  call: calls,
  leadName: people.name,
  project: sql<string | null>`(select id from projects where projects.application = ${applications.id})`,
  /** Open questions of the rules, from the standing determinations of each site. */
  questions: sql<
    unknown[][]
  >`(select coalesce(json_agg(result -> 'questions'), '[]'::json) from determinations
    where determinations.application = ${applications.id} and superseded_at is null)`,
  /** What officers asked in their own words, in the order it was asked. */
  enquiries: sql<
    { id: string; text: string; askedAt: string; answer: string | null; answeredAt: string | null }[]
  >`(select coalesce(json_agg(json_build_object('id', id, 'text', text, 'askedAt', asked_at, 'answer', answer, 'answeredAt', answered_at) order by asked_at, id), '[]'::json)
    from enquiries where enquiries.application = ${applications.id} and fact is null)`,
  /** A rule refuses only what is refused at every site; what was cleared or open somewhere, the panel refused. */
  notRefusedSites: sql<number>`(select count(*)::int from clearances
    where clearances.application = ${applications.id} and standing <> 'refused')`,
  reviewsAsked: sql<number>`(select count(*)::int from reviews where reviews.application = ${applications.id})`,
  reviewsIn: sql<number>`(select count(*)::int from reviews
    where reviews.application = ${applications.id} and state = 'submitted')`,
  reviewsWanted: sql<number | null>`(select (params ->> 'reviewersPerApplication')::int from rulebooks
    order by version desc limit 1)`,
}

export async function loadView(ctx: Context, id: string) {
  const [row] = await ctx.db.sql
    .select(viewColumns)
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.call))
    .innerJoin(people, eq(people.id, applications.lead))
    .where(eq(applications.id, id))
  return row ?? null
}
export type ApplicationView = NonNullable<Awaited<ReturnType<typeof loadView>>>

export async function pageOfApplications(
  ctx: Context,
  query: { readable: SQL; after: string | undefined; limit: number; state: ApplicationState | undefined },
): Promise<ApplicationRow[]> {
  return ctx.db.sql
    .select()
    .from(applications)
    .where(
      and(
        query.readable,
        query.after ? lt(applications.id, query.after) : undefined,
        query.state ? eq(applications.state, query.state) : undefined,
      ),
    )
    .orderBy(desc(applications.id))
    .limit(query.limit)
}

/** The next number of a year, "A-2026-0007"; two at once wait for each other. */
export async function nextNumber(ctx: Context, year: number): Promise<string> {
  const [row] = await ctx.db.sql
    .insert(applicationNumbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({
      target: applicationNumbers.year,
      set: { last: sql`${applicationNumbers.last} + 1` },
    })
    .returning()
  return `A-${year}-${String(row?.last ?? 1).padStart(4, '0')}`
}

export async function insertApplication(ctx: Context, row: typeof applications.$inferInsert): Promise<void> {
  await ctx.db.sql.insert(applications).values(row)
}

/** Saves over a version. @returns false where somebody else saved first */
export async function saveApplication(
  ctx: Context,
  id: string,
  version: number,
  change: Partial<typeof applications.$inferInsert>,
): Promise<boolean> {
  const rows = await ctx.db.sql
    .update(applications)
    .set({ ...change, version: version + 1, updatedAt: ctx.now() })
    .where(and(eq(applications.id, id), eq(applications.version, version)))
    .returning({ id: applications.id })
  return rows.length === 1
}

/** Moves an application on if it stands where it is thought to. @returns whether it did */
export async function setApplicationState(
  ctx: Context,
  id: string,
  from: readonly ApplicationState[],
  to: ApplicationState,
  now: Date,
): Promise<boolean> {
  const rows = await ctx.db.sql
    .update(applications)
    .set({
      state: to,
      stateSince: now,
      updatedAt: now,
      ...(to === 'awarded' || to === 'refused' ? { decidedAt: now } : {}),
    })
    .where(and(eq(applications.id, id), inArray(applications.state, [...from])))
    .returning({ id: applications.id })
  if (rows.length === 1) ctx.nudge('chain')
  return rows.length === 1
}

/** The team as it is, the lead first, with whether each has stated what law needs. */
export async function loadTeam(ctx: Context, application: string) {
  return ctx.db.sql
    .select({ entry: teamMembers, name: people.name, email: people.email, party: parties })
    .from(teamMembers)
    .innerJoin(people, eq(people.id, teamMembers.person))
    .leftJoin(parties, eq(parties.id, teamMembers.party))
    .where(and(eq(teamMembers.application, application), isNull(teamMembers.leftAt)))
    .orderBy(asc(teamMembers.id))
}
export type TeamRow = Awaited<ReturnType<typeof loadTeam>>[number]

/** Ids of the people of a team. */
export async function teamPersons(ctx: Context, application: string): Promise<string[]> {
  const rows = await ctx.db.sql
    .select({ person: teamMembers.person })
    .from(teamMembers)
    .where(and(eq(teamMembers.application, application), isNull(teamMembers.leftAt)))
  return rows.map((row) => row.person)
}

/** An application that waits for somebody: by when, and who may not be that somebody. */
export type Waiting = {
  readonly application: string
  readonly number: string
  readonly by: Date | null
  readonly team: readonly string[]
}

/** Applications a that wait as the condition says, the earliest term first. */
export async function listWaiting(ctx: Context, condition: SQL): Promise<Waiting[]> {
  type Row = Omit<Waiting, 'by'> & { readonly by: string | Date | null }
  const rows = await ctx.db.rows<Row>(sql`
    select a.id as application, a.number, a.decide_by as by,
      array(select a.lead::text union select t.person::text from team_members t where t.application = a.id and t.left_at is null) as team
    from applications a where ${condition} order by a.decide_by nulls last, a.id`)
  return rows.map((row) => ({ ...row, by: row.by === null ? null : new Date(row.by) }))
}

/** Who takes part in an application, and so may read it: its lead and its team, by person. */
export async function loadReaders(
  ctx: Context,
  application: string,
): Promise<{ lead: string; team: string[] } | null> {
  const rows = await ctx.db.sql
    .select({ lead: applications.lead, person: teamMembers.person })
    .from(applications)
    .leftJoin(teamMembers, and(eq(teamMembers.application, applications.id), isNull(teamMembers.leftAt)))
    .where(eq(applications.id, application))
  const [first] = rows
  return first ? { lead: first.lead, team: rows.flatMap((row) => row.person ?? []) } : null
}

/** Where somebody or an organisation of an application has ties. */
export type Ties = Pick<
  PartyRow,
  'kind' | 'person' | 'nationalities' | 'residence' | 'headquartersCountry' | 'ultimateParentCountry'
>

/** Who reads an application, and where its parties have ties; one query. */
export async function loadReadersAndTies(
  ctx: Context,
  application: string,
): Promise<{ lead: string; team: string[]; ties: Ties[] } | null> {
  const [row] = await ctx.db.rows<{ lead: string; team: string[]; ties: Ties[] }>(sql`
    select a.lead::text as lead,
      array(select t.person::text from team_members t where t.application = a.id and t.left_at is null) as team,
      coalesce((select json_agg(json_build_object('kind', p.kind, 'person', p.person, 'nationalities', p.nationalities,
          'residence', p.residence, 'headquartersCountry', p.headquarters_country,
          'ultimateParentCountry', p.ultimate_parent_country))
        from parties p where p.application = a.id and p.left_at is null), '[]'::json) as ties
    from applications a where a.id = ${application}`)
  return row ?? null
}

/** Everyone and every organisation of an application that is to be screened now. */
export async function partiesOf(ctx: Context, application: string): Promise<PartyRow[]> {
  return ctx.db.sql
    .select()
    .from(parties)
    .where(and(eq(parties.application, application), isNull(parties.leftAt)))
    .orderBy(asc(parties.id))
}

export async function insertTeamMember(ctx: Context, row: typeof teamMembers.$inferInsert): Promise<void> {
  await ctx.db.sql
    .insert(teamMembers)
    .values(row)
    // Whoever comes back states anew: what they stated before left with them, and is screened no more.
    .onConflictDoUpdate({
      target: [teamMembers.application, teamMembers.person],
      set: { leftAt: null, party: null, invitedAt: row.invitedAt },
    })
}

export async function saveTeamMember(
  ctx: Context,
  id: string,
  change: Partial<typeof teamMembers.$inferInsert>,
): Promise<void> {
  await ctx.db.sql.update(teamMembers).set(change).where(eq(teamMembers.id, id))
}

export async function insertParty(ctx: Context, row: typeof parties.$inferInsert): Promise<void> {
  await ctx.db.sql.insert(parties).values(row)
}

export async function saveParty(
  ctx: Context,
  id: string,
  change: Partial<typeof parties.$inferInsert>,
): Promise<void> {
  await ctx.db.sql.update(parties).set(change).where(eq(parties.id, id))
}

/** The project that an application was awarded; null where there is none. */
export async function loadProjectOf(
  ctx: Context,
  application: string,
): Promise<{ id: string; state: string } | null> {
  const [row] = await ctx.db.rows<{ id: string; state: string }>(
    sql`select id, state from projects where application = ${application}::uuid`,
  )
  return row ?? null
}
