import type { Binding, CalendarDate, Citation, Outcome, Reason } from '@allmende/domain/terms'
import { evaluate } from './determine.ts'
import type { Facts } from './facts.ts'

/** A reason that one day gives and the other does not, or gives otherwise, and the law that came between them. */
export type Change = {
  readonly code: string
  readonly before: Reason | null
  readonly after: Reason | null
  /** Versions that began or ended between the days. Empty where the reason changed because another one did. */
  readonly instruments: readonly Citation[]
}

export type DayComparison = {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly before: Outcome
  readonly after: Outcome
  readonly changes: readonly Change[]
}

function cameBetween(citation: Citation, one: CalendarDate, other: CalendarDate): boolean {
  const [from, to] = one < other ? [one, other] : [other, one]
  const began = from < citation.from && citation.from <= to
  const ended = citation.until !== null && from < citation.until && citation.until <= to
  return began || ended
}

/** Every version named on either day that began or ended between them, each once. */
function instrumentsOf(
  reasons: readonly (Reason | null)[],
  from: CalendarDate,
  to: CalendarDate,
): Citation[] {
  const found = new Map<string, Citation>()
  for (const reason of reasons)
    for (const citation of reason?.citations ?? [])
      if (cameBetween(citation, from, to))
        found.set(`${citation.instrument} ${citation.paragraph} ${citation.version}`, citation)
  return [...found.values()]
}

function same(before: Reason | undefined, after: Reason | undefined): boolean {
  return before?.outcome === after?.outcome && before?.finding === after?.finding
}

/**
 * The same facts on two days: what changed, and which instruments changed it.
 *
 * @throws {NoValueYet} when either day lies before 2022-10-21.
 */
export function compareDays(
  facts: Facts,
  from: CalendarDate,
  to: CalendarDate,
  binds: Binding = 'stricter',
): DayComparison {
  const [before, after] = [evaluate(facts, from, binds), evaluate(facts, to, binds)]
  const byCode = (reasons: readonly Reason[]) => Map.groupBy(reasons, (reason) => reason.code)
  const [old, now] = [byCode(before.reasons), byCode(after.reasons)]
  const changes = [...new Set([...old.keys(), ...now.keys()])].toSorted().flatMap((code): Change[] => {
    const [was, is] = [old.get(code) ?? [], now.get(code) ?? []]
    return Array.from({ length: Math.max(was.length, is.length) }, (_, at) => at)
      .filter((at) => !same(was[at], is[at]))
      .map((at) => ({
        code,
        before: was[at] ?? null,
        after: is[at] ?? null,
        instruments: instrumentsOf([was[at] ?? null, is[at] ?? null], from, to),
      }))
  })
  return { from, to, before: before.outcome, after: after.outcome, changes }
}
