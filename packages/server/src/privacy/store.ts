import { sql } from 'drizzle-orm'
import { emptyContent } from '../apply/index.ts'
import type { Context } from '../context.ts'
import { forgetAnswersWith } from '../http/idempotency.ts'

/** Applications that somebody takes part in and that have not ended. */
export async function liveApplicationsOf(ctx: Context, person: string): Promise<string[]> {
  const rows = await ctx.db.rows<{ number: string }>(sql`
    select a.number from applications a left join projects p on p.application = a.id
    where (a.state in ('submitted', 'clearing', 'review', 'panel') or (a.state = 'awarded' and coalesce(p.state, 'active') <> 'ended'))
      and (a.lead = ${person}::uuid or exists (select 1 from team_members t where t.application = a.id and t.person = ${person}::uuid and t.left_at is null))
    order by a.number`)
  return rows.map((row) => row.number)
}

/** Roles that somebody holds now, those of projects that have ended aside. */
export async function liveRolesOf(ctx: Context, person: string, now: Date): Promise<string[]> {
  const rows = await ctx.db.rows<{ role: string }>(sql`
    select distinct g.role from grants g
    where g.person = ${person}::uuid and (g.until is null or g.until > ${now.toISOString()}::timestamptz)
      and not (g.scope_kind = 'project' and exists (select 1 from projects p where p.id = g.scope_id and p.state = 'ended'))
    order by g.role`)
  return rows.map((row) => row.role)
}

/** Since when an application a (with its project p) has ended; null while it has not. */
export const endedAt = sql`case when a.state in ('refused', 'withdrawn') then coalesce(a.decided_at, a.state_since)
  when a.state = 'awarded' and p.state = 'ended' then coalesce(p.ended_at, a.state_since) end`

export type StatedParty = {
  readonly party: string
  /** Null where they stated it for a role that they held. */
  readonly application: string | null
  readonly number: string | null
  readonly endedAt: Date | null
}

/** What somebody stated and that is not erased, with when its application, or their last role, ended. */
export async function statementsOf(ctx: Context, person: string): Promise<StatedParty[]> {
  const rows = await ctx.db.rows<Omit<StatedParty, 'endedAt'> & { endedAt: string | Date | null }>(sql`
    select s.id as party, a.id as application, a.number,
      case when a.id is null then coalesce(s.left_at, ${ctx.now().toISOString()}::timestamptz) else ${endedAt} end as "endedAt" from parties s
      left join applications a on a.id = s.application left join projects p on p.application = a.id
    where s.person = ${person}::uuid and s.erased_at is null order by a.number`)
  return rows.map((row) => ({ ...row, endedAt: row.endedAt === null ? null : new Date(row.endedAt) }))
}

/** Applications that ended before a moment, and drafts that nobody touched since, whose statements are not erased yet. */
export async function expiredApplications(ctx: Context, before: Date, limit: number): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select a.id from applications a left join projects p on p.application = a.id
    where a.erased_at is null and case when a.state = 'draft' then a.updated_at else ${endedAt} end < ${before.toISOString()}::timestamptz
    order by a.id limit ${limit}`)
  return rows.map((row) => row.id)
}

/** Of people whose last role outside of teams ended before a moment, what they stated for it and is not erased yet. */
export async function expiredRoleHolders(ctx: Context, before: Date, limit: number): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select id from parties where application is null and site is null and erased_at is null
      and left_at < ${before.toISOString()}::timestamptz order by id limit ${limit}`)
  return rows.map((row) => row.id)
}

/** Ids of everybody and every organisation that an application still knows something of. */
export async function partiesToErase(ctx: Context, application: string): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(
    sql`select id from parties where application = ${application}::uuid and erased_at is null`,
  )
  return rows.map((row) => row.id)
}

/**
 * Erases what parties stated and what was found about them: names, dates, countries, numbers, and in hits the words
 * that met. That there was a hit, and what was decided about it, stays.
 */
export async function eraseParties(ctx: Context, parties: readonly string[], now: Date): Promise<void> {
  if (parties.length === 0) return
  const ids = sql`(select id from jsonb_to_recordset(${JSON.stringify(parties.map((id) => ({ id })))}::jsonb) as r(id uuid))`
  const at = sql`${now.toISOString()}::timestamptz`
  const names = await ctx.db.rows<{ name: string }>(sql`select name from parties where id in ${ids}`)
  await forgetAnswersWith(ctx, [...parties, ...names.map(({ name }) => name)])
  await ctx.db.rows(sql`
    update hits set factors = '[]'::jsonb, entry = jsonb_build_object('id', list_entry, 'list', list, 'names', '[]'::jsonb,
      'birthDates', '[]'::jsonb, 'countries', '[]'::jsonb, 'identifiers', '[]'::jsonb, 'programmes', '[]'::jsonb, 'remarks', '', 'sourceUrl', '')
    where party in ${ids}`)
  for (const table of ['decisions', 'hit_proposals'])
    await ctx.db.rows(
      sql`update ${sql.identifier(table)} set reason = '' where hit in (select id from hits where party in ${ids})`,
    )
  await ctx.db.rows(sql`
    delete from log_openings o using log_subjects s, parties p
    where p.id in ${ids} and s.subject = p.application::text and s.entry = o.entry and o.value = to_jsonb(p.id::text)`)
  // Of whoever held a role the log's entries are shown nowhere, so no subject leads to them: all openings are looked at.
  const apart = await ctx.db.rows<{ id: string }>(
    sql`select id from parties where id in ${ids} and application is null and site is null`,
  )
  for (const { id } of apart)
    await ctx.db.rows(sql`delete from log_openings where field = 'party' and value = to_jsonb(${id}::text)`)
  await ctx.db.rows(sql`
    update parties set name = '', aliases = '[]'::jsonb, birth_date = null, nationalities = '[]'::jsonb, residence = null,
      affiliation = null, us_person = null, stated_at = null, headquarters_country = null, ultimate_parent_country = null,
      identifiers = null, holding = null, erased_at = ${at}, left_at = coalesce(left_at, ${at})
    where id in ${ids}`)
}

/**
 * What an application says of people beside their statements: facts of its determinations, what officers wrote about
 * it, openings of the log. A draft goes whole.
 */
export async function eraseCase(ctx: Context, application: string, now: Date): Promise<void> {
  await ctx.db.rows(
    sql`update determinations set facts = '{}'::jsonb where application = ${application}::uuid`,
  )
  for (const table of ['decisions', 'proposals'])
    await ctx.db.rows(
      sql`update ${sql.identifier(table)} set reason = ''
        where determination in (select id from determinations where application = ${application}::uuid)`,
    )
  await ctx.db.rows(
    sql`update enquiries set text = '', answer = case when answer is null then null else '' end where application = ${application}::uuid`,
  )
  await ctx.db.rows(sql`
    delete from log_openings o using log_subjects s
    where s.subject = ${application} and s.entry = o.entry and o.field in ('facts', 'party', 'content', 'text', 'answer', 'team', 'reason')`)
  await ctx.db.rows(sql`
    update applications set erased_at = ${now.toISOString()}::timestamptz,
      state = case when state = 'draft' then 'withdrawn' else state end,
      content = case when state = 'draft' then ${JSON.stringify(emptyContent)}::jsonb else content end
    where id = ${application}::uuid`)
}

/** The account: name, address, ways to sign in, mail, what was answered to them and about them, and drafts. */
export async function eraseAccount(ctx: Context, person: string, now: Date): Promise<void> {
  const id = sql`${person}::uuid`
  const at = sql`${now.toISOString()}::timestamptz`
  const email = sql`(select email from people where id = ${id})`
  const [known] = await ctx.db.rows<{ name: string; email: string }>(
    sql`select name, email from people where id = ${id}`,
  )
  if (known) await forgetAnswersWith(ctx, [person, known.name, known.email])
  for (const table of ['sessions', 'api_tokens', 'identities', 'passkeys', 'sign_in_attempts'])
    await ctx.db.rows(sql`delete from ${sql.identifier(table)} where person = ${id}`)
  await ctx.db.rows(sql`delete from sign_in_links where email = ${email}`)
  await ctx.db.rows(sql`delete from mails where "to" = ${email}`)
  await ctx.db.rows(sql`delete from idempotency where caller = ${person}`)
  await ctx.db.rows(sql`delete from log_openings where value = to_jsonb(${person}::text)`)
  await ctx.db.rows(sql`
    update applications set state = 'withdrawn', title = '', content = ${JSON.stringify(emptyContent)}::jsonb, answers = '{}'::jsonb, state_since = ${at}, erased_at = ${at}
    where lead = ${id} and state = 'draft'`)
  await ctx.db.rows(sql`update team_members set left_at = coalesce(left_at, ${at}) where person = ${id}`)
  await ctx.db.rows(
    sql`update people set name = '–', email = ${`erased-${person}@erased.invalid`}, erased_at = ${at} where id = ${id}`,
  )
}
