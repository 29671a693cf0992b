import { type CountryCode, unreachable } from '@allmende/domain/terms'
import type { Facts } from './facts.ts'

/** A country that a case touches, with its path into the facts. `headquarters` includes ultimate parents. */
export type CountryFact = {
  readonly path: string
  readonly kind: 'location' | 'headquarters' | 'destination'
  readonly of: 'organisation' | 'person' | 'site' | 'transfer'
  readonly country: CountryCode | null
}

/** Countries of organisations: where they are, where they and their ultimate parents are headquartered. */
export function organisationCountries(facts: Facts): readonly CountryFact[] {
  return facts.organisations.flatMap((organisation, index): CountryFact[] => {
    const at = (name: keyof typeof organisation, kind: CountryFact['kind']): CountryFact => ({
      path: `organisations.${index}.${name}`,
      kind,
      of: 'organisation',
      country: organisation[name],
    })
    return [
      at('country', 'location'),
      at('headquartersCountry', 'headquarters'),
      at('ultimateParentCountry', 'headquarters'),
    ]
  })
}

/** Countries of people: where they are and where they reside. Nationality is not among them. */
export function personCountries(facts: Facts): readonly CountryFact[] {
  return facts.people.flatMap((person, index): CountryFact[] =>
    (['locationCountry', 'residenceCountry'] as const).map((name) => ({
      path: `people.${index}.${name}`,
      kind: 'location',
      of: 'person',
      country: person[name],
    })),
  )
}

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
export function allCountries(facts: Facts): readonly CountryFact[] {
  return [...organisationCountries(facts), ...personCountries(facts), ...placeCountries(facts)]
}

/** Paths of the lists that state nobody. */
export function emptyPartyLists(facts: Facts): readonly string[] {
  return (['organisations', 'people'] as const).filter((name) => facts[name].length === 0)
}

/** Paths of the countries nobody has stated. */
export function unknownPaths(countries: readonly CountryFact[]): readonly string[] {
  return countries.filter((fact) => fact.country === null).map((fact) => fact.path)
}

/** The distinct stated countries for which a test holds. */
export function countriesWhere(
  countries: readonly CountryFact[],
  test: (code: CountryCode) => boolean,
): readonly CountryCode[] {
  return [
    ...new Set(countries.flatMap(({ country }) => (country !== null && test(country) ? [country] : []))),
  ]
}
