import { routes } from '@allmende/wire'
import { loadMembers } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import type { Room } from '../http/api.ts'
import { demand } from '../http/policy.ts'
import { loadHead, loadStanding } from '../record/index.ts'
import { describeSetUp } from './set-up.ts'
import { countEntries, loadFigures, usageByMember, type Usage } from './store.ts'

/** Totals for the first `size` entries: whoever holds those entries gets the same numbers. */
export async function totalsAt(ctx: Context, size: number) {
  const [usage, counts] = [await usageByMember(ctx, size), await countEntries(ctx, size)]
  const names = [...new Set([...usage.given, ...usage.used].map((u) => u.member))].toSorted()
  const of = (side: Usage['given'], member: string) => side.find((u) => u.member === member)?.ms ?? 0
  return {
    size,
    members: names.map((member) => ({
      member,
      givenAcceleratorMs: of(usage.given, member),
      usedAcceleratorMs: of(usage.used, member),
    })),
    ...counts,
  }
}

const instant = (value: Date | string) => new Date(value).toISOString()

type Summary = Awaited<ReturnType<typeof summarise>>

/** What is not in the log, such as which sites are online, may be this old on the front page. */
const summaryMs = 10_000
const summaries = new WeakMap<Context['db'], { size: number; at: number; summary: Summary }>()

/** The front page's figures: new with every entry of the log, and every ten seconds. */
async function summary(ctx: Context) {
  const { size, checkpoint } = await loadStanding(ctx)
  const known = summaries.get(ctx.db)
  const at = ctx.now().getTime()
  if (known?.size === size && at - known.at < summaryMs) return { ...known.summary, checkpoint }
  const made = await summarise(ctx, size)
  summaries.set(ctx.db, { size, at, summary: made })
  return { ...made, checkpoint }
}

async function summarise(ctx: Context, size: number) {
  const usage = await usageByMember(ctx, size)
  const members = await loadMembers(ctx)
  const { decisions, ...figures } = await loadFigures(ctx, 10)
  const of = (side: Usage['given'], member: string) => side.find((u) => u.member === member)?.ms ?? 0
  return {
    ...figures,
    oldestCaseSince: figures.oldestCaseSince === null ? null : instant(figures.oldestCaseSince),
    members: members.map((m) => ({
      member: m.id,
      name: m.name,
      country: m.country,
      shareBp: m.shareBp,
      pledgedAcceleratorMs: m.pledgedAcceleratorMs,
      givenAcceleratorMs: of(usage.given, m.id),
      usedAcceleratorMs: of(usage.used, m.id),
    })),
    givenAcceleratorMs: usage.given.reduce((sum, u) => sum + u.ms, 0),
    decisions: decisions.map((d) => ({
      ...d,
      acceleratorMs: Number(d.acceleratorMs),
      askedAt: instant(d.askedAt),
      at: instant(d.at),
    })),
  }
}

/** One field of CSV (RFC 4180); a leading sign that a spreadsheet would run as a formula is made text. */
function csvField(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

async function usageCsv(ctx: Context): Promise<string> {
  const { members } = await summary(ctx)
  const header = [
    'member',
    'name',
    'country',
    'share_basis_points',
    'pledged_accelerator_ms_per_month',
    'given_accelerator_ms',
    'used_accelerator_ms',
  ]
  const rows = members.map((m) => [
    m.member,
    m.name,
    m.country,
    m.shareBp,
    m.pledgedAcceleratorMs,
    m.givenAcceleratorMs,
    m.usedAcceleratorMs,
  ])
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('')
}

export const reportRoom: Room = (serve, ctx) => {
  serve(routes.getTotals, async ({ query }) => {
    const head = (await loadHead(ctx))?.size ?? 0
    return { body: await totalsAt(ctx, Math.min(query.size ?? head, head)) }
  })
  serve(routes.getSetUp, async ({ actor }) => {
    demand(actor, { action: 'people.manage' })
    return { body: await describeSetUp(ctx) }
  })
  serve(routes.getSummary, async () => ({ body: await summary(ctx) }))
  serve(
    routes.getUsageCsv,
    async () =>
      new Response(await usageCsv(ctx), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="usage.csv"',
        },
      }),
  )
}
