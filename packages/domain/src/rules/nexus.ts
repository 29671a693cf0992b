import type { CountryCode } from '@allmende/domain/terms'
import type { CountryFact } from './parties.ts'
import type { Nexus } from './rule.ts'

const reaches: Nexus = { reaches: true, missing: [] }
const outside: Nexus = { reaches: false, missing: [] }

/** A law reaches a case when one of these countries is its own; it is open while one is not stated. */
export function nexusBy(
  countries: readonly CountryFact[],
  isOwn: (code: CountryCode, fact: CountryFact) => boolean,
): Nexus {
  let open: string[] | null = null
  for (const fact of countries) {
    if (fact.country === null) (open ??= []).push(fact.path)
    else if (isOwn(fact.country, fact)) return reaches
  }
  return open === null ? outside : { reaches: null, missing: open }
}
