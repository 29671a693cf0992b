import { type CountryCode, unreachable } from '@allmende/domain/terms'
import type { Facts } from './facts.ts'

/**
 * A country that a case touches, with its path into the facts. `headquarters` includes ultimate parents; `status` is
 * the most recent citizenship or permanent residency, to which a release is attributed.
 */
export type CountryFact = {
  readonly path: string
  readonly kind: 'location' | 'headquarters' | 'destination' | 'status'
  readonly of: 'organisation' | 'person' | 'site' | 'transfer'
  readonly country: CountryCode | null
}

/** Paths into lists of parties, so that they are not put together for each case anew. */
function pathsBy(list: string, names: readonly string[]): (index: number) => readonly string[] {
  const known: (readonly string[])[] = []
  return (index) => (known[index] ??= names.map((name) => `${list}.${index}.${name}`))
}

const organisationPaths = pathsBy('organisations', [
  'country',
  'headquartersCountry',
  'ultimateParentCountry',
])
const personPaths = pathsBy('people', ['locationCountry', 'residenceCountry', 'latestStatusCountry'])

/** Technology and source code are released to a status as well as to a place, unless they are published. */
const weighsStatus = (facts: Facts) =>
  facts.transaction === 'release' && facts.published !== true && facts.what !== 'object-code'

/** Every rule asks for the countries of the same case, one after the other: those of the last one are kept. */
function ofLastCase(read: (facts: Facts) => readonly CountryFact[]) {
  let last: { readonly facts: Facts; readonly countries: readonly CountryFact[] } | null = null
  return (facts: Facts): readonly CountryFact[] => {
    if (last?.facts !== facts) last = { facts, countries: read(facts) }
    return last.countries
  }
}

/** Countries of organisations: where they are, where they and their ultimate parents are headquartered. */
export const organisationCountries = ofLastCase((facts) => {
  const found: CountryFact[] = []
  facts.organisations.forEach(({ country, headquartersCountry, ultimateParentCountry }, index) => {
    const [at = '', seat = '', parent = ''] = organisationPaths(index)
    found.push(
      { path: at, kind: 'location', of: 'organisation', country },
      { path: seat, kind: 'headquarters', of: 'organisation', country: headquartersCountry },
      { path: parent, kind: 'headquarters', of: 'organisation', country: ultimateParentCountry },
    )
  })
  return found
})

/** Countries of people: where they are and where they reside; their status for releases only. */
export const personCountries = ofLastCase((facts) => {
  const found: CountryFact[] = []
  const withStatus = weighsStatus(facts)
  facts.people.forEach(({ locationCountry, residenceCountry, latestStatusCountry = null }, index) => {
    const [at = '', home = '', status = ''] = personPaths(index)
    found.push(
      { path: at, kind: 'location', of: 'person', country: locationCountry },
      { path: home, kind: 'location', of: 'person', country: residenceCountry },
    )
    if (withStatus) found.push({ path: status, kind: 'status', of: 'person', country: latestStatusCountry })
  })
  return found
})

/** Countries of the site and its operator, or of the destination. */
export function placeCountries(facts: Facts): readonly CountryFact[] {
  switch (facts.transaction) {
    case 'remote-use':
      return [
        { path: 'site.country', kind: 'destination', of: 'site', country: facts.site.country },
        { path: 'site.operator.country', kind: 'location', of: 'site', country: facts.site.operator.country },
        {
          path: 'site.operator.headquartersCountry',
          kind: 'headquarters',
          of: 'site',
          country: facts.site.operator.headquartersCountry,
        },
      ]
    case 'hardware-transfer':
      return [
        {
          path: 'destinationCountry',
          kind: 'destination',
          of: 'transfer',
          country: facts.destinationCountry,
        },
      ]
    case 'release':
      return [
        { path: 'releasedFrom', kind: 'location', of: 'transfer', country: facts.releasedFrom },
        { path: 'receivedIn', kind: 'destination', of: 'transfer', country: facts.receivedIn },
      ]
    default:
      return unreachable(facts)
  }
}

/** Every country a case touches. */
export const allCountries = ofLastCase((facts) => [
  ...organisationCountries(facts),
  ...personCountries(facts),
  ...placeCountries(facts),
])

const noPaths: readonly string[] = []

/** Paths of the lists that state nobody. */
export function emptyPartyLists(facts: Facts): readonly string[] {
  if (facts.organisations.length > 0 && facts.people.length > 0) return noPaths
  return (['organisations', 'people'] as const).filter((name) => facts[name].length === 0)
}

/** Paths of the countries nobody has stated. */
export function unknownPaths(countries: readonly CountryFact[]): readonly string[] {
  let found: string[] | null = null
  for (const { country, path } of countries) if (country === null) (found ??= []).push(path)
  return found ?? noPaths
}

const none: readonly CountryCode[] = []

/** The distinct stated countries for which a test holds. */
export function countriesWhere(
  countries: readonly CountryFact[],
  test: (code: CountryCode) => boolean,
): readonly CountryCode[] {
  let found: CountryCode[] | null = null
  for (const { country } of countries)
    if (country !== null && !found?.includes(country) && test(country)) (found ??= []).push(country)
  return found ?? none
}
