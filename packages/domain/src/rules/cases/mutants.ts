import { type CalendarDate, type Dated, day } from '@allmende/domain/terms'
import { regimes } from '../regimes.ts'
import type { Regime } from '../rule.ts'

/** One small error put into the law as encoded. `apply` makes it, and returns what undoes it. */
export type Mutant = { readonly what: string; readonly apply: () => () => void }

type Slot = Record<string, unknown>

function set(slot: Slot, key: string, value: unknown): () => void {
  const before = slot[key]
  slot[key] = value
  return () => {
    slot[key] = before
  }
}

const daysInMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The day after or before; leap days are not needed by any law encoded here. */
function shifted(date: CalendarDate, by: 1 | -1): CalendarDate {
  let [year = 0, month = 0, inMonth = 0] = date.split('-').map(Number)
  inMonth += by
  if (inMonth === 0) {
    month -= 1
    if (month === 0) [year, month] = [year - 1, 12]
    inMonth = daysInMonths[month - 1] ?? 0
  } else if (inMonth > (daysInMonths[month - 1] ?? 0)) {
    inMonth = 1
    month += 1
    if (month === 13) [year, month] = [year + 1, 1]
  }
  return day(`${year}-${String(month).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`)
}

/** A number moved by one in its last written place: 5.92 becomes 5.93 and 5.91, 4800 becomes 4801 and 4799. */
function moved(value: number): readonly number[] {
  const places = String(value).split('.')[1]?.length ?? 0
  const step = 10 ** -places
  return [value + step, value - step].map((one) => Number(one.toFixed(places)))
}

function* numbersIn(slot: Slot, key: string, where: string): Generator<Mutant> {
  const value = slot[key]
  if (typeof value === 'number')
    for (const other of moved(value))
      yield { what: `${where}: ${value} becomes ${other}`, apply: () => set(slot, key, other) }
  else if (Array.isArray(value)) {
    for (const gone of value as readonly string[]) {
      const rest = (value as readonly string[]).filter((one) => one !== gone)
      yield { what: `${where}: ${gone} is left out`, apply: () => set(slot, key, rest) }
    }
  } else if (typeof value === 'object' && value !== null)
    for (const name of Object.keys(value)) yield* numbersIn(value as Slot, name, `${where}.${name}`)
}

function* datesIn(slot: Slot, key: string, where: string): Generator<Mutant> {
  const date = slot[key] as CalendarDate | null
  if (date === null) return
  for (const by of [1, -1] as const) {
    const other = shifted(date, by)
    yield { what: `${where}: ${date} becomes ${other}`, apply: () => set(slot, key, other) }
  }
}

/** A version that begins on another day stands as a new one, so that its citation is made anew too. */
function* beginningsOf(value: Dated<unknown>, at: number, where: string): Generator<Mutant> {
  const { from } = value.values[at] ?? value.values[0]
  for (const by of [1, -1] as const) {
    const other = shifted(from, by)
    const versions = value.values.map((one, index) => (index === at ? { ...one, from: other } : { ...one }))
    yield {
      what: `${where}: ${from} becomes ${other}`,
      apply: () => set(value as unknown as Slot, 'values', versions),
    }
  }
}

function* inValue(value: Dated<unknown>, first: CalendarDate): Generator<Mutant> {
  for (const [at, version] of value.values.entries()) {
    const slot = version as unknown as Slot
    const where = `${value.cite} of ${version.from}`
    // What held before the first day that these rules answer for cannot be told apart by any case.
    if (version.from !== first || at > 0) yield* beginningsOf(value, at, where)
    yield* numbersIn(slot, 'value', where)
  }
}

/** Every threshold and date of the encoded law, each moved by one, and every member of every list, left out. */
export function* mutants(first: CalendarDate, of: readonly Regime[] = regimes): Generator<Mutant> {
  // Regimes may read the same value; it is one value of law all the same.
  for (const value of new Set(of.flatMap(({ data }) => data))) yield* inValue(value, first)
  for (const regime of of) {
    for (const rule of regime.rules) {
      const slot = rule.cite as unknown as Slot
      if (rule.cite.from !== first) yield* datesIn(slot, 'from', `${rule.code} from`)
      yield* datesIn(slot, 'until', `${rule.code} until`)
    }
  }
}
