import { scopes, type Scope } from '@allmende/wire'
import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { together } from '../db/together.ts'
import type { Actor, Grant, Resting } from '../http/actor.ts'
import { hashSecret } from '../http/ids.ts'
import { holdsNow, restsNow } from './holds-now.ts'

/** A session's last sighting is written at most this often. */
const sightingMs = 300_000

type Row = {
  hash: string
  session: string | null
  token: string | null
  person: string
  name: string
  email: string
  language: string
  scopes: Scope[] | null
  seen: string | Date | null
  grants: Grant[]
  held: Resting['why'] | null
  resting: Grant[] | null
}

const nobody: Actor = { kind: 'nobody' }

/** The grants of a found person for which a condition is met, as one value; null where there are none. */
const grantsWhere = (condition: SQL): SQL => sql`(
  select json_agg(json_build_object('role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id, 'standsFor', g.stands_for))
  from grants g where g.person = f.person and ${condition})`

/** Whoever a secret opens for, by the hash of the secret. */
const findPerson = together<Row>(async (ctx, hashes) => {
  const now = ctx.now().toISOString()
  const rows = await ctx.db.rows<Row>(sql`
    with found as (
      select s.token_hash as hash, s.id as session, null::uuid as token, s.person, null::jsonb as scopes, s.last_seen_at as seen
        from sessions s
        where s.token_hash = any(string_to_array(${hashes.join()}, ',')) and s.revoked_at is null and s.expires_at > ${now}::timestamptz
      union all
      select a.token_hash, null, a.id, a.person, a.scopes, a.last_used_at from api_tokens a
        where a.token_hash = any(string_to_array(${hashes.join()}, ',')) and a.revoked_at is null and a.expires_at > ${now}::timestamptz
    )
    select f.hash, f.session, f.token, f.person, p.name, p.email, p.language, f.scopes, f.seen, p.held,
      coalesce(${grantsWhere(holdsNow(sql`g`, now))}, '[]'::json) as grants,
      case when p.held is not null then ${grantsWhere(restsNow(sql`g`, now))} end as resting
    from found f join people p on p.id = f.person`)
  return new Map(rows.map((row) => [row.hash, row]))
})

async function noteSighting(ctx: Context, row: Row, now: Date): Promise<void> {
  if (row.seen !== null && now.getTime() - new Date(row.seen).getTime() < sightingMs) return
  if (row.session)
    await ctx.db.rows(
      sql`update sessions set last_seen_at = ${now.toISOString()}::timestamptz where id = ${row.session}`,
    )
  else
    await ctx.db.rows(
      sql`update api_tokens set last_used_at = ${now.toISOString()}::timestamptz where id = ${row.token}`,
    )
}

/** Who asks, from the Authorization header: one query. A secret that is unknown, revoked or late makes nobody of them. */
export async function authenticate(ctx: Context, authorization: string | undefined): Promise<Actor> {
  const secret = /^Bearer ((?:ses|alm|site)_[\w-]{20,100})$/.exec(authorization ?? '')?.[1]
  if (!secret) return nobody
  const hash = hashSecret(secret)
  if (secret.startsWith('site_')) {
    const [site] = await ctx.db.rows<{ id: string; member: string }>(
      sql`select id, member from sites where token_hash = ${hash}`,
    )
    return site ? { kind: 'site', site: site.id, member: site.member } : nobody
  }
  const row = await findPerson(ctx, hash)
  if (!row) return nobody
  await noteSighting(ctx, row, ctx.now())
  return {
    kind: 'person',
    person: row.person,
    name: row.name,
    email: row.email,
    language: row.language,
    session: row.session,
    scopes: row.scopes ?? scopes,
    grants: row.grants,
    resting: row.held && row.resting ? { why: row.held, grants: row.resting } : null,
  }
}
