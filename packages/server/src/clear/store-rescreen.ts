import { and, asc, inArray, isNull, sql } from 'drizzle-orm'
import { parties } from '../apply/tables.ts'
import type { Context } from '../context.ts'
import type { PartyRow } from './store.ts'

/** What a screening must have been made with to be of today: the lists as they stand, and engine and thresholds. */
export type Edition = { readonly lists: string; readonly engine: string }

/** Whether a screening s is of today, of its party p as it stands. */
export const isCurrent = ({ lists, engine }: Edition) =>
  sql`(s.party_version = p.version and s.engine_version = ${engine} and s.lists = ${lists}::jsonb)`

/** That an application a is looked at again and again: from when it was submitted until its project ends. */
export const isLive = sql`(a.state in ('clearing', 'review', 'panel')
  or a.state = 'awarded' and exists (select 1 from projects j where j.application = a.id and j.state <> 'ended'))`

/**
 * Locks live applications, in the order of their ids, in which somebody was screened as they stand, but not with
 * this edition; those that somebody else holds are left out.
 */
export async function lockScreenedBefore(
  ctx: Context,
  edition: Edition,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select a.id from applications a
    where ${isLive} and (${after}::uuid is null or a.id > ${after}::uuid)
      and exists (select 1 from parties p join screenings s on s.party = p.id
        where p.application = a.id and p.left_at is null and s.party_version = p.version and not ${isCurrent(edition)})
    order by a.id limit ${limit} for update of a skip locked`)
  return rows.map((row) => row.id)
}

/** Whoever takes part now in any of these applications. */
export async function loadPartiesOf(ctx: Context, applications: readonly string[]): Promise<PartyRow[]> {
  const rows = await ctx.db.sql
    .select()
    .from(parties)
    .where(and(inArray(parties.application, [...applications]), isNull(parties.leftAt)))
    .orderBy(asc(parties.id))
  return rows as PartyRow[]
}
