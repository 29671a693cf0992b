import { Refusal } from './problems.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** One page, from rows of which one more was read than it shows: that more follow is known, never guessed. */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (last: Row) => string,
): { readonly rows: readonly Row[]; readonly next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? placeOf(last) : null }
}

/** The refusal of a cursor that the list did not give. */
export function noSuchPlace(after: string): Refusal {
  return new Refusal('request.invalid', `"${after}" is no place in this list.`, {
    fields: [{ field: 'after', message: 'take it from `next` of the page before' }],
  })
}

/** The cursor of a list that goes by id; the database would take any other word for a fault of ours. */
export function afterId(after: string | undefined): string | undefined {
  if (after !== undefined && !uuid.test(after)) throw noSuchPlace(after)
  return after
}
