import { type CountryCode, unreachable } from '@allmende/domain/terms'
import type { Facts } from './facts.ts'
import { nexusBy } from './nexus.ts'
import type { CountryFact } from './parties.ts'
import type { Nexus, Regime } from './rule.ts'

function read(facts: Facts): readonly CountryFact[] {
  switch (facts.transaction) {
    case 'remote-use':
      return [{ path: 'site.country', kind: 'destination', of: 'site', country: facts.site.country }]
    case 'hardware-transfer':
      return [{ path: 'exportedFrom', kind: 'location', of: 'transfer', country: facts.exportedFrom }]
    case 'release':
      return [{ path: 'releasedFrom', kind: 'location', of: 'transfer', country: facts.releasedFrom }]
    default:
      return unreachable(facts)
  }
}

/** Every law asks where the same case comes from, one after the other: the last one is kept. */
let last: { readonly facts: Facts; readonly origin: readonly CountryFact[] } | null = null

/** Where goods or technology leave from or, for remote use, where the site is: the place whose export law counts. */
export function originOf(facts: Facts): readonly CountryFact[] {
  if (last?.facts !== facts) last = { facts, origin: read(facts) }
  return last.origin
}

/** An export law reaches what leaves its country, and the use of a site there. */
export function nexusFrom(own: CountryCode): NonNullable<Regime['nexus']> {
  const isOwn = (code: CountryCode) => code === own
  return ({ facts }): Nexus => nexusBy(originOf(facts), isOwn)
}
