import { readBirthDate } from './birth-date.ts'
import { readCountries } from './countries.ts'
import type { ScreeningQuery } from './entry.ts'
import { isTelling, partsMax, partsOf } from './parts.ts'

export const nameCharactersMax = 1000

/** Why a name cannot be screened; null where it can. "Cannot be screened" is never "no hit". */
export function problemOfName(name: string): string | null {
  if (name.length > nameCharactersMax)
    return `The name has ${name.length} characters; at most ${nameCharactersMax} can be screened.`
  const parts = partsOf(name)
  if (parts.length === 0) return 'The name has no letter or digit that could be compared.'
  if (parts.length > partsMax)
    return `The name has ${parts.length} words; at most ${partsMax} can be screened.`
  if (!parts.some(isTelling))
    return 'The name holds nothing but a legal form, particles or a single letter, so it could be anybody.'
  return null
}

/** What of a query cannot be used, field by field: nothing of it is left out in silence. */
export type QueryProblem = { readonly field: 'name' | 'birthDate' | 'countries'; readonly message: string }

export function problemsOf(query: ScreeningQuery): QueryProblem[] {
  const found: QueryProblem[] = []
  const name = problemOfName(query.name)
  if (name !== null) found.push({ field: 'name', message: name })
  if (query.birthDate !== null && readBirthDate(query.birthDate) === null)
    found.push({
      field: 'birthDate',
      message: `The birth date "${query.birthDate.slice(0, 40)}" is none; expected a year, a year and month, or a full date such as 1965-03-21.`,
    })
  for (const country of query.countries)
    if (readCountries(country).length === 0)
      found.push({
        field: 'countries',
        message: `"${country.slice(0, 40)}" is no country known here; expected an ISO 3166-1 alpha-2 code or an English name.`,
      })
  return found
}
