import { sql, type SQL } from 'drizzle-orm'

/** Roles that rest while a hit of their holder is undecided: at a site, and of a member. */
export const restsWhileOpen = (grant: SQL): SQL => sql`${grant}.scope_kind in ('site', 'member')`

/** Whether a grant has not ended, and is held outside of teams: whoever holds one is screened for it. */
export const isOutsideTeams = (grant: SQL, now: string): SQL =>
  sql`(${grant}.scope_kind in ('alliance', 'member', 'site') and (${grant}.until is null or ${grant}.until > ${now}::timestamptz))`

/**
 * Whether a grant holds: it has begun, has not ended, nothing that a list says of the person is in its way, and whoever
 * it is held for holds it themselves. An undecided hit keeps roles at a site and of a member from holding, a confirmed
 * one every role: were officers kept by an undecided one, nobody might be left to decide it.
 */
export function holdsNow(grant: SQL, now: string): SQL {
  const at = sql`${now}::timestamptz`
  const holds = (g: SQL) => sql`${g}."from" <= ${at} and (${g}.until is null or ${g}.until > ${at})
    and not exists (select 1 from people h where h.id = ${g}.person
      and (h.held = 'confirmed-hit' or h.held = 'open-hit' and ${restsWhileOpen(g)}))`
  return sql`(${holds(grant)} and (${grant}.stands_for is null
    or exists (select 1 from grants own where own.person = ${grant}.stands_for and own.role = ${grant}.role and own.scope_id = ${grant}.scope_id
      and own.stands_for is null and ${holds(sql`own`)})))`
}
