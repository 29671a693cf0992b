import {
  classifyItem,
  compareDays,
  determine,
  firstDay,
  parseFacts,
  parseItems,
  type Classification,
  type DayComparison,
  type Problem,
} from '@allmende/domain/rules'
import { parseCalendarDate, type CalendarDate, type Determination } from '@allmende/domain/terms'
import { loadRulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { noteAudit } from '../people/index.ts'
import { dateOf } from './gather-facts.ts'
import { screeningHolds } from './list-age.ts'
import { loadScreener, queryProblems, type EntryHit, type ScreeningQuery } from './screener.ts'
import { loadLists, type LoadedList } from './store.ts'

function refuseFacts(problems: readonly Problem[]): never {
  const fields = problems.map((p) => ({ field: p.field, message: `expected ${p.expected}` }))
  throw new Refusal(
    'rules.facts-invalid',
    fields
      .map((f) => `${f.field || 'facts'}: ${f.message}`)
      .slice(0, 5)
      .join('; '),
    { fields },
  )
}

/** The day to answer for: the one asked for, or today in UTC. */
export function dayOf(asked: string | undefined, now: Date): CalendarDate {
  const day = asked === undefined ? dateOf(now) : parseCalendarDate(asked)
  if (!day || day < firstDay) {
    throw new Refusal(
      'rules.facts-invalid',
      `The rules answer from ${firstDay} on; ${asked} was asked for.`,
      { fields: [{ field: 'asOf', message: `a date from ${firstDay} on` }] },
    )
  }
  return day
}

/** Classifies accelerators from their published figures, and computers by those in them, as of a day. */
export function classifyAll(chips: unknown, asOf: string | undefined, now: Date): Classification[] {
  const parsed = parseItems(chips)
  if (!parsed.ok) refuseFacts(parsed.problems)
  const day = dayOf(asOf, now)
  return parsed.value.map((item) => classifyItem(item, day))
}

type Asker = { readonly person: string; readonly requestId: string }

/** What the rules say of one use or transfer. Who asked is kept; the facts are not. */
export async function determineFacts(
  ctx: Context,
  asker: Asker,
  facts: unknown,
  asOf: string | undefined,
): Promise<Determination> {
  const parsed = parseFacts(facts)
  if (!parsed.ok) refuseFacts(parsed.problems)
  const result = determine(parsed.value, dayOf(asOf, ctx.now()), (await loadRulebook(ctx)).enforcement)
  await noteAudit(ctx, {
    ...asker,
    action: 'rules.query',
    resource: parsed.value.transaction,
    outcome: result.outcome,
  })
  return result
}

/** The same facts on two days: what changed, and which law. Who asked is kept; the facts are not. */
export async function compareFacts(
  ctx: Context,
  asker: Asker,
  facts: unknown,
  days: { readonly since: string; readonly asOf: string | undefined },
): Promise<DayComparison> {
  const parsed = parseFacts(facts)
  if (!parsed.ok) refuseFacts(parsed.problems)
  const now = ctx.now()
  const result = compareDays(parsed.value, dayOf(days.since, now), dayOf(days.asOf, now))
  await noteAudit(ctx, {
    ...asker,
    action: 'rules.query',
    resource: parsed.value.transaction,
    outcome: `${result.before} to ${result.after}`,
  })
  return result
}

/** Screens one name against every list. Who asked is kept, with how much was found; the name is not. */
export async function screenName(
  ctx: Context,
  asker: Asker,
  query: ScreeningQuery,
): Promise<{ lists: LoadedList[]; maxAgeDays: number; hits: EntryHit[] }> {
  const problems = queryProblems(query)
  if (problems[0]) throw new Refusal('screening.query', problems[0].message, { fields: problems })
  const { listMaxAgeDays, joiningThreshold } = await loadRulebook(ctx)
  const lists = await loadLists(ctx)
  const [hold] = screeningHolds(lists, ctx.now(), listMaxAgeDays)
  if (hold) throw new Refusal(hold.code, hold.text, { remedy: hold.remedy })
  const screen = await loadScreener(ctx, lists)
  const hits = screen(query, joiningThreshold)
  await noteAudit(ctx, {
    ...asker,
    action: 'screening.query',
    resource: lists.map((l) => l.name).join(','),
    outcome: `${hits.length} hits`,
  })
  return { lists, maxAgeDays: listMaxAgeDays, hits }
}
