import type { Binding, CalendarDate, Citation, Outcome, Reason } from '@allmende/domain/terms'
import { evaluate } from './determine.ts'
import type { Facts } from './facts.ts'

/** A version of law that began or ended between two days, and what brought that about. */
export type Instrument = {
  readonly instrument: string
  readonly paragraph: string
  /** "91 FR 43034". For a version that ended: what ended it, where that is known. */
  readonly version: string
  readonly effect: 'began' | 'ended'
  readonly on: CalendarDate
}

/** A reason that one day gives and the other does not, or gives otherwise, and the law that came between them. */
export type Change = {
  readonly code: string
  readonly before: Reason | null
  readonly after: Reason | null
  /** Empty where the reason changed because another one did. */
  readonly instruments: readonly Instrument[]
}

export type DayComparison = {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly before: Outcome
  readonly after: Outcome
  readonly changes: readonly Change[]
}

function changesOf(citation: Citation, one: CalendarDate, other: CalendarDate): Instrument[] {
  const [from, to] = one < other ? [one, other] : [other, one]
  const { instrument, paragraph, version, until, endedBy } = citation
  const between = (day: CalendarDate) => from < day && day <= to
  return [
    ...(between(citation.from)
      ? [{ instrument, paragraph, version, effect: 'began' as const, on: citation.from }]
      : []),
    ...(until !== null && between(until)
      ? [{ instrument, paragraph, version: endedBy ?? version, effect: 'ended' as const, on: until }]
      : []),
  ]
}

/** Every version named on either day that began or ended between them, each once. */
function instrumentsOf(
  reasons: readonly (Reason | null)[],
  from: CalendarDate,
  to: CalendarDate,
): Instrument[] {
  const found = reasons
    .flatMap((reason) => reason?.citations ?? [])
    .flatMap((cite) => changesOf(cite, from, to))
  return [
    ...new Map(
      found.map((one) => [`${one.instrument} ${one.paragraph} ${one.version} ${one.effect}`, one]),
    ).values(),
  ]
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
