import { countryNames } from '@allmende/domain/terms'
import type { Context } from '../context.ts'
import { partiesOf, type Ties } from './store.ts'

/** What stands in the place of a finding that would tell the team what one of them stated for officers alone. */
export const withheld =
  'This follows from a statement of a team member; compliance officers know the details, and the person reads their own.'

const countriesOf = (party: Ties) => [
  ...(party.nationalities as string[]),
  party.residence,
  party.headquartersCountry,
  party.ultimateParentCountry,
]

/**
 * Countries that only people other than the reader have stated: the form promises them that the team does not learn
 * it. What the organisation states, and what the reader stated, is no secret to the reader. Without a reader, as in
 * a letter to the team, everybody's are private where there is more than one person.
 */
export function privateCountries(parties: readonly Ties[], reader: string | null): string[] {
  const people = parties.filter((p) => p.kind === 'person')
  const own = people.length === 1 ? people : people.filter((p) => p.person === reader && reader !== null)
  const open = [...parties.filter((p) => p.kind === 'organisation'), ...own].flatMap(countriesOf)
  const others = people.filter((p) => !own.includes(p)).flatMap(countriesOf)
  return [...new Set(others)].filter((code) => code !== null && !open.includes(code)) as string[]
}

/** Whether words name one of these countries, by its name or its code. */
export function namesOneOf(words: string, countries: readonly string[]): boolean {
  return countries.some(
    (code) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${code}(?![\\p{L}\\p{N}])`, 'u').test(words) ||
      words.includes(countryNames[code] ?? code),
  )
}

/** The same of an application as it stands. */
export async function loadPrivateCountries(
  ctx: Context,
  application: string,
  reader: string | null,
): Promise<string[]> {
  return privateCountries(await partiesOf(ctx, application), reader)
}

/**
 * The questions that a team reads. One whose own words name a country that another person stated is left to the
 * officers; of any other, the reason is withheld that would name it.
 */
export function questionsForTheTeam<Q extends { readonly ask: string; readonly whyAsked: string }>(
  questions: readonly Q[],
  countries: readonly string[],
): Q[] {
  return questions
    .filter((question) => !namesOneOf(question.ask, countries))
    .map((question) =>
      namesOneOf(question.whyAsked, countries) ? { ...question, whyAsked: withheld } : question,
    )
}
