import { sql, type SQL } from 'drizzle-orm'

/** Whether a grant holds: it has begun, has not ended, and whoever it is held for holds it themselves. */
export function holdsNow(grant: SQL, now: string): SQL {
  const at = sql`${now}::timestamptz`
  return sql`(${grant}."from" <= ${at} and (${grant}.until is null or ${grant}.until > ${at}) and (${grant}.stands_for is null
    or exists (select 1 from grants own where own.person = ${grant}.stands_for and own.role = ${grant}.role and own.scope_id = ${grant}.scope_id
      and own.stands_for is null and own."from" <= ${at} and (own.until is null or own.until > ${at}))))`
}
