import type { ListEntry, ScreeningQuery } from '../index.ts'
import { emptyEntry } from '../lists/format.ts'

/** An entry of a list: a person, unless something else is said, with these names. */
export const inventedEntry = (
  id: string,
  names: readonly string[],
  change: Partial<ListEntry> = {},
): ListEntry => ({
  ...emptyEntry,
  id,
  list: 'sdn',
  kind: 'person',
  names: names.map((text, at) => ({ text, kind: at === 0 ? 'primary' : 'aka' })),
  ...change,
})

/** Somebody who is asked for by name alone, unless more is said. */
export const queryFor = (name: string, change: Partial<ScreeningQuery> = {}): ScreeningQuery => ({
  name,
  aliases: [],
  kind: null,
  birthDate: null,
  countries: [],
  identifiers: [],
  ...change,
})
