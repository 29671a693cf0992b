import type { Citation, LegalStatus } from './citation.ts'
import { type CalendarDate, parseCalendarDate } from './dates.ts'
import { invariant } from './invariant.ts'
import { isNonEmpty, type NonEmpty } from './brand.ts'

/** One version of a value: in effect from its date until the next version's date. */
export type DatedVersion<T> = {
  readonly from: CalendarDate
  readonly value: T
  /** What brought this version in: "88 FR 73458". */
  readonly cite: string
  readonly status: LegalStatus
  /** The words of this version, where we hold them. */
  readonly text?: string
}

/** A value of law with its history. Before the first date there is no value. */
export type Dated<T> = {
  /** Instrument and paragraph, parted by the last comma: "15 CFR 774 Supp. 1, 3A090.a.1". */
  readonly cite: string
  readonly unit: string
  readonly values: NonEmpty<DatedVersion<T>>
}

/** Thrown when a value is asked for before its first date; `date` is the day that was asked about. */
export class NoValueYet extends Error {
  readonly code = 'rules.no-value-yet'
  readonly cite: string
  readonly date: CalendarDate
  readonly firstDate: CalendarDate

  constructor(cite: string, date: CalendarDate, firstDate: CalendarDate) {
    super(`${cite} has no value on ${date}; its first date is ${firstDate}. Ask about ${firstDate} or later.`)
    this.name = 'NoValueYet'
    this.cite = cite
    this.date = date
    this.firstDate = firstDate
  }
}

/**
 * A calendar date that stands in the source code of a rule.
 *
 * @throws when the text names no day; a rule with such a date is a bug.
 */
export function day(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  invariant(date !== null, `"${text}" is not a calendar date such as 2023-11-17`)
  return date
}

/**
 * A value of law as data, oldest version first. `status` is `in-force` unless stated.
 *
 * @throws when a citation is missing, a date names no day, or versions are unsorted or share a date.
 */
export function dated<T>(definition: {
  readonly cite: string
  readonly unit: string
  readonly values: readonly {
    readonly from: string
    readonly value: T
    readonly cite: string
    readonly status?: LegalStatus
    readonly text?: string
  }[]
}): Dated<T> {
  const { cite, unit } = definition
  invariant(cite.includes(', '), `a dated value needs "instrument, paragraph" as its citation, got "${cite}"`)
  invariant(unit.trim() !== '', `${cite} needs a unit`)
  const values = definition.values.map(({ from, value, cite: version, status = 'in-force', text }) => {
    invariant(version.trim() !== '', `${cite} from ${from} needs the citation of what brought it in`)
    return { from: day(from), value, cite: version, status, ...(text === undefined ? {} : { text }) }
  })
  invariant(isNonEmpty(values), `${cite} needs at least one version`)
  values.forEach((version, index) => {
    const before = values[index - 1]
    invariant(
      before === undefined || before.from < version.from,
      `${cite}: the version of ${version.from} must start after the one before it`,
    )
  })
  return { cite, unit, values }
}

function indexOn<T>(value: Dated<T>, date: CalendarDate): number {
  let index = value.values.length - 1
  while (index >= 0 && (value.values[index]?.from ?? '') > date) index -= 1
  if (index < 0) throw new NoValueYet(value.cite, date, value.values[0].from)
  return index
}

/**
 * The version in effect on a day.
 *
 * @throws {NoValueYet} when the day lies before the first version.
 */
export function versionOn<T>(value: Dated<T>, date: CalendarDate): DatedVersion<T> {
  const version = value.values[indexOn(value, date)]
  invariant(version !== undefined, `${value.cite} has a version on ${date}`)
  return version
}

/**
 * The value in effect on a day.
 *
 * @throws {NoValueYet} when the day lies before the first version.
 */
export function valueOn<T>(value: Dated<T>, date: CalendarDate): T {
  return versionOn(value, date).value
}

/** A version's citation is the same for every case, so it is made once. */
const cited = new WeakMap<object, Citation>()

/**
 * The citation of the version in effect on a day.
 *
 * @throws {NoValueYet} when the day lies before the first version.
 */
export function citationOn<T>(value: Dated<T>, date: CalendarDate): Citation {
  const index = indexOn(value, date)
  const version = value.values[index]
  invariant(version !== undefined, `${value.cite} has a version on ${date}`)
  const known = cited.get(version)
  if (known !== undefined) return known
  const comma = value.cite.lastIndexOf(', ')
  const next = value.values[index + 1]
  const citation: Citation = {
    instrument: value.cite.slice(0, comma),
    paragraph: value.cite.slice(comma + 2),
    version: version.cite,
    from: version.from,
    until: next?.from ?? null,
    status: version.status,
    ...(next === undefined ? {} : { endedBy: next.cite }),
    ...(version.text === undefined ? {} : { text: version.text }),
  }
  cited.set(version, citation)
  return citation
}
