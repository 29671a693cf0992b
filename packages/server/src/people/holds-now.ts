import { sql, type SQL } from 'drizzle-orm'

/** Roles that rest while a hit of their holder is undecided: at a site, and of a member. */
export const restsWhileOpen = (grant: SQL): SQL => sql`${grant}.scope_kind in ('site', 'member')`

/** Whether a grant has not ended, and is held outside of teams: whoever holds one is screened for it. */
export const isOutsideTeams = (grant: SQL, now: string): SQL =>
  sql`(${grant}.scope_kind in ('alliance', 'member', 'site') and (${grant}.until is null or ${grant}.until > ${now}::timestamptz))`

/**
 * Whether what a list says of its holder keeps a grant from holding: an undecided hit roles at a site and of a member,
 * a confirmed one every role. Were officers kept by an undecided one, nobody might be left to decide it.
 */
export const rests = (grant: SQL): SQL => sql`exists (select 1 from people h where h.id = ${grant}.person
  and (h.held = 'confirmed-hit' or h.held = 'open-hit' and ${restsWhileOpen(grant)}))`

const isInForce = (grant: SQL, now: string): SQL =>
  sql`${grant}."from" <= ${now}::timestamptz and (${grant}.until is null or ${grant}.until > ${now}::timestamptz)`

/** Whether whoever a grant is held for holds it themselves; one that is held for nobody else stands alone. */
const isBacked = (grant: SQL, now: string): SQL => sql`(${grant}.stands_for is null
  or exists (select 1 from grants own where own.person = ${grant}.stands_for and own.role = ${grant}.role and own.scope_id = ${grant}.scope_id
    and own.stands_for is null and ${isInForce(sql`own`, now)} and not ${rests(sql`own`)}))`

/** Whether a grant holds: it has begun, has not ended, does not rest, and whoever it is held for holds it themselves. */
export const holdsNow = (grant: SQL, now: string): SQL =>
  sql`(${isInForce(grant, now)} and not ${rests(grant)} and ${isBacked(grant, now)})`

/** Whether a grant would hold, did it not rest. */
export const restsNow = (grant: SQL, now: string): SQL =>
  sql`(${isInForce(grant, now)} and ${rests(grant)} and ${isBacked(grant, now)})`
