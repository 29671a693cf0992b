import type { ReplyIn, routes } from '@allmende/wire'
import { sql } from 'drizzle-orm'
import { loadRulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { listShortOfReviewers } from '../review/index.ts'

type SetUp = ReplyIn<typeof routes.getSetUp>

/** What stands already of what an alliance needs before it can decide anything, and what waits for a reviewer. */
export async function describeSetUp(ctx: Context): Promise<SetUp> {
  const now = ctx.now().toISOString()
  const [counts] = await ctx.db.rows<Omit<SetUp, 'short'>>(sql`
    select (select count(*)::int from members) as members,
      (select count(*)::int from calls where opens_at <= ${now}::timestamptz and (closes_at is null or closes_at > ${now}::timestamptz)) as "callsOpen",
      (select coalesce(json_agg(h order by h.role), '[]'::json) from (
        select role, count(distinct person)::int as people from grants
        where "from" <= ${now}::timestamptz and (until is null or until > ${now}::timestamptz) group by role) h) as holders`)
  if (!counts) throw new Error('Invariant broken: a select without from gives one row')
  const { reviewersPerApplication } = await loadRulebook(ctx)
  const short = await listShortOfReviewers(ctx, reviewersPerApplication)
  return {
    ...counts,
    short: short.map((row) => ({
      ...row,
      since: row.since.toISOString(),
      by: row.by?.toISOString() ?? null,
    })),
  }
}
