import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'

type Sum = { member: string; ms: number }

export type Usage = { readonly given: readonly Sum[]; readonly used: readonly Sum[] }

function added(a: readonly Sum[], b: readonly Sum[]): Sum[] {
  const sums = new Map(a.map(({ member, ms }) => [member, ms]))
  for (const { member, ms } of b) sums.set(member, (sums.get(member) ?? 0) + ms)
  return [...sums].map(([member, ms]) => ({ member, ms }))
}

/** Sums up to a size of the log that was asked for before. The log only grows, so only what came since is summed. */
const summed = new WeakMap<Context['db'], { readonly size: number; readonly usage: Usage }>()

/** Accelerator time by member from the usage whose entries stand in the first `size` entries of the log. */
export async function usageByMember(ctx: Context, size: number): Promise<Usage> {
  const known = summed.get(ctx.db)
  if (known?.size === size) return known.usage
  const from = known && known.size < size ? known : { size: 0, usage: { given: [], used: [] } }
  const since = await usageBetween(ctx, from.size, size)
  const usage = {
    given: added(from.usage.given, since.given),
    used: added(from.usage.used, since.used),
  }
  if (!known || known.size < size) ctx.db.afterCommit(() => summed.set(ctx.db, { size, usage }))
  return usage
}

async function usageBetween(ctx: Context, from: number, size: number): Promise<Usage> {
  const within = sql`log_index >= ${from} and log_index < ${size}`
  const rows = await ctx.db.rows<{ side: 'given' | 'used'; member: string; ms: string | number }>(sql`
    select 'given' as side, site_member as member, sum(accelerator_ms) as ms from usage_records where ${within} group by site_member
    union all
    select 'used' as side, member, sum(accelerator_ms) as ms from usage_records where ${within} group by member`)
  const side = (name: 'given' | 'used') =>
    rows.filter((r) => r.side === name).map((r) => ({ member: r.member, ms: Number(r.ms) }))
  return { given: side('given'), used: side('used') }
}

export type Counts = { jobsFinished: number; usageRecords: number; awards: number; decisions: number }

/** Counts of entries by kind in the first `size` entries of the log. */
export async function countEntries(ctx: Context, size: number): Promise<Counts> {
  const [row] = await ctx.db.rows<Record<keyof Counts, number>>(sql`
    select
      count(*) filter (where kind = 'job.ended' and body::jsonb -> 'data' ->> 'result' = 'finished')::int as "jobsFinished",
      count(*) filter (where kind = 'usage.recorded')::int as "usageRecords",
      count(*) filter (where kind = 'award.made')::int as awards,
      count(*) filter (where kind = 'decision.made')::int as decisions
    from log_entries where index < ${size} and kind in ('job.ended', 'usage.recorded', 'award.made', 'decision.made')`)
  return row ?? { jobsFinished: 0, usageRecords: 0, awards: 0, decisions: 0 }
}

export type DecisionRow = {
  number: string
  /** Of awarded applications only. */
  title: string | null
  lane: 'trial' | 'standard'
  member: string | null
  askedAt: Date | string
  outcome: 'awarded' | 'refused'
  acceleratorMs: string | number
  at: Date | string
}

export type SummaryRow = {
  accelerators: number
  acceleratorModels: string[]
  sites: number
  sitesOnline: number
  openCases: number
  oldestCaseSince: Date | string | null
  medianHoursToFirstJob: number | null
  /** What was decided last, newest first. Awards stand here once they are announced: approved means runnable. */
  decisions: DecisionRow[]
}

/** Figures of the front page that are not sums of usage, in one query. */
export async function loadFigures(ctx: Context, decisions: number): Promise<SummaryRow> {
  const now = ctx.now().toISOString()
  const [row] = await ctx.db.rows<SummaryRow>(sql`
    with book as (select (params ->> 'siteOfflineAfterMs')::float8 as ms from rulebooks order by version desc limit 1)
    select
      (select coalesce(sum(accelerators), 0)::int from sites where last_seen_at is not null) as accelerators,
      (select coalesce(json_agg(distinct accelerator_model), '[]'::json) from sites where last_seen_at is not null) as "acceleratorModels",
      (select count(*)::int from sites) as sites,
      (select count(*)::int from sites where last_seen_at >= ${now}::timestamptz - (select ms from book) * interval '1 millisecond') as "sitesOnline",
      (select count(*)::int from applications where state = 'clearing') as "openCases",
      (select min(state_since) from applications where state = 'clearing') as "oldestCaseSince",
      (select percentile_cont(0.5) within group (order by extract(epoch from first.started - a.submitted_at)::float8 / 3600)
        from applications a join projects p on p.application = a.id
        join lateral (select min(started_at) as started from jobs where jobs.project = p.id and started_at is not null) first on first.started is not null
        where a.submitted_at is not null)::float8 as "medianHoursToFirstJob",
      (select coalesce(json_agg(d), '[]'::json) from (
        select a.number, case when a.state = 'awarded' then a.title end as title, c.lane, a.member, a.submitted_at as "askedAt", a.state as outcome,
      coalesce((select sum(l.accelerator_ms) from allocations l where l.project = p.id), 0) as "acceleratorMs",
      coalesce(p.announced_at, a.decided_at, a.updated_at) as at
        from applications a join calls c on c.id = a.call left join projects p on p.application = a.id
        where (a.state = 'refused' or (a.state = 'awarded' and p.announced_at is not null)) and a.submitted_at is not null
        order by at desc limit ${decisions}) d) as decisions`)
  if (!row) throw new Error('Invariant broken: a select without from gives one row')
  return row
}
