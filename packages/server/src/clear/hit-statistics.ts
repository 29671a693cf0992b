import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'

export type HitStatistics = {
  readonly list: string
  readonly found: number
  /** Waiting now. */
  readonly open: number
  readonly cleared: number
  readonly confirmed: number
  /** From the day a hit was found to its last decision; null where none was decided. */
  readonly medianMs: number | null
  readonly ninetiethMs: number | null
}

/** How many hits each list gave and what became of them; one query, and nothing of anybody in it. */
export async function loadHitStatistics(ctx: Context): Promise<HitStatistics[]> {
  return ctx.db.rows<HitStatistics>(sql`
    select h.list, count(*)::int as found,
      (count(*) filter (where h.state = 'open' and h.gone_at is null))::int as open,
      (count(*) filter (where h.state = 'cleared'))::int as cleared,
      (count(*) filter (where h.state = 'confirmed'))::int as confirmed,
      percentile_cont(0.5) within group (order by extract(epoch from d.at - h.created_at)::float8 * 1000) as "medianMs",
      percentile_cont(0.9) within group (order by extract(epoch from d.at - h.created_at)::float8 * 1000) as "ninetiethMs"
    from hits h left join lateral (
      select max(de.at) as at from decisions de where de.hit = h.id and de.verdict <> 'reopened') d on true
    group by h.list order by h.list`)
}
