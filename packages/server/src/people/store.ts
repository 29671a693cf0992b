import { and, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { holdLock } from '../db/locks.ts'
import type { Grant, Role } from '../http/actor.ts'
import { newId } from '../http/ids.ts'
import { holdsNow, rests } from './holds-now.ts'
import { apiTokens, audit, grants, mails, passkeys, people, sessions } from './tables.ts'

export type PersonRow = typeof people.$inferSelect

export async function findPersonByEmail(ctx: Context, email: string): Promise<PersonRow | null> {
  const [row] = await ctx.db.sql.select().from(people).where(eq(people.email, email.trim().toLowerCase()))
  return row ?? null
}

export async function loadPerson(ctx: Context, id: string): Promise<PersonRow | null> {
  const [row] = await ctx.db.sql.select().from(people).where(eq(people.id, id))
  return row ?? null
}

/** The person with this address; made if there is none. Two requests at once make one. */
export async function findOrCreatePerson(ctx: Context, name: string, email: string): Promise<PersonRow> {
  const address = email.trim().toLowerCase()
  await ctx.db.sql
    .insert(people)
    .values({ id: newId(ctx.now()), name: name.trim(), email: address, language: 'en', createdAt: ctx.now() })
    .onConflictDoNothing()
  const person = await findPersonByEmail(ctx, address)
  if (!person) throw new Error('Invariant broken: a person that was inserted is there')
  return person
}

/** Roles that hold now. */
export async function loadGrants(ctx: Context, person: string): Promise<(Grant & { id: string })[]> {
  const rows = await ctx.db.sql
    .select()
    .from(grants)
    .where(and(eq(grants.person, person), holdsNow(sql`${grants}`, ctx.now().toISOString())))
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    scopeKind: row.scopeKind as Grant['scopeKind'],
    scopeId: row.scopeId,
    standsFor: row.standsFor,
  }))
}

/** Puts mail into the outbox, in the transaction of what it tells of. */
export async function queueMail(
  ctx: Context,
  mail: { to: string; subject: string; text: string },
): Promise<void> {
  await ctx.db.sql
    .insert(mails)
    .values({ id: newId(ctx.now()), ...mail, createdAt: ctx.now(), retryAt: ctx.now() })
  ctx.nudge('mail')
}

/**
 * Notes which subjects of a topic wait now, and forgets those that wait no more. Servers that look at once wait for
 * each other. @returns those that were not noted before
 */
export async function keepNotices(
  ctx: Context,
  topic: string,
  subjects: readonly string[],
): Promise<Set<string>> {
  await holdLock(ctx, 'notices')
  const now = sql`string_to_array(${subjects.join()}, ',')::uuid[]`
  await ctx.db.rows(sql`delete from notices where topic = ${topic} and not subject = any(${now})`)
  const added = await ctx.db.rows<{ subject: string }>(sql`
    insert into notices (topic, subject, at) select ${topic}, s, ${ctx.now().toISOString()}::timestamptz from unnest(${now}) s
    on conflict do nothing returning subject`)
  return new Set(added.map((row) => row.subject))
}

/** Everybody who holds a role of the alliance now, deputies in their time among them. */
export async function loadHolders(
  ctx: Context,
  role: 'officer' | 'panel-chair',
): Promise<{ person: string; email: string }[]> {
  return ctx.db.rows(sql`
    select distinct p.id as person, p.email from people p join grants g on g.person = p.id
    where g.role = ${role} and ${holdsNow(sql`g`, ctx.now().toISOString())} order by p.email`)
}

export async function noteAudit(
  ctx: Context,
  note: { person: string | null; action: string; resource: string; outcome: string; requestId: string },
): Promise<void> {
  await ctx.db.sql.insert(audit).values({ id: newId(ctx.now()), at: ctx.now(), ...note })
}

export async function listDemoMail(ctx: Context) {
  return ctx.db.sql.select().from(mails).orderBy(desc(mails.createdAt), desc(mails.id)).limit(50)
}

export async function listSessions(ctx: Context, person: string) {
  return ctx.db.sql
    .select()
    .from(sessions)
    .where(and(eq(sessions.person, person), isNull(sessions.revokedAt), gt(sessions.expiresAt, ctx.now())))
    .orderBy(desc(sessions.lastSeenAt))
}

/** @returns whether there was such a session of this person */
export async function revokeSession(ctx: Context, person: string, id: string): Promise<boolean> {
  const rows = await ctx.db.sql
    .update(sessions)
    .set({ revokedAt: ctx.now() })
    .where(and(eq(sessions.id, id), eq(sessions.person, person), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id })
  return rows.length === 1
}

export async function listTokens(ctx: Context, person: string) {
  return ctx.db.sql
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.person, person), isNull(apiTokens.revokedAt)))
    .orderBy(desc(apiTokens.createdAt))
}

export async function revokeToken(ctx: Context, person: string, id: string): Promise<boolean> {
  const rows = await ctx.db.sql
    .update(apiTokens)
    .set({ revokedAt: ctx.now() })
    .where(and(eq(apiTokens.id, id), eq(apiTokens.person, person), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id })
  return rows.length === 1
}

export async function listPasskeys(ctx: Context, person: string) {
  return ctx.db.sql.select().from(passkeys).where(eq(passkeys.person, person))
}

/**
 * When somebody stated who they are, for roles outside of teams: statements come later in the chain, and whether there
 * is one is shown beside the roles here.
 */
const statedAt =
  sql<Date | null>`(select p.stated_at from parties p where p.person = ${people.id} and p.application is null)`.mapWith(
    (at: string | Date) => new Date(at),
  )

/**
 * People who hold or held a role, a page at a time by id, with the roles that each holds now, those that rest among
 * them; one query.
 */
export async function pageOfPeople(ctx: Context, after: string | undefined, limit: number) {
  const page = ctx.db.sql
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        after ? gt(people.id, after) : undefined,
        sql`exists (select 1 from ${grants} where ${grants.person} = ${people.id})`,
      ),
    )
    .orderBy(people.id)
    .limit(limit)
  const rows = await ctx.db.sql
    .select({ person: people, statedAt, grant: grants, rests: sql<boolean>`${rests(sql`${grants}`)}` })
    .from(people)
    .leftJoin(
      grants,
      and(eq(grants.person, people.id), or(isNull(grants.until), gt(grants.until, ctx.now()))),
    )
    .where(inArray(people.id, page))
    .orderBy(people.id, grants.id)
  return [...Map.groupBy(rows, (row) => row.person.id).values()].flatMap(([first, ...rest]) =>
    first
      ? [
          {
            person: first.person,
            statedAt: first.statedAt,
            grants: [first, ...rest].flatMap((row) => (row.grant ? { ...row.grant, rests: row.rests } : [])),
          },
        ]
      : [],
  )
}

/** Names of all sites: sites come later in the chain, and roles are given for them here. */
export async function loadSiteIds(ctx: Context): Promise<string[]> {
  return (await ctx.db.rows<{ id: string }>(sql`select id from sites order by id`)).map((row) => row.id)
}
