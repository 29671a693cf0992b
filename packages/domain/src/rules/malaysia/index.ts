import type { CountryCode } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import { type ExportLaw, notReadRule, redFlagRule, releaseFromRule } from '../export-law.ts'
import { nexusBy } from '../nexus.ts'
import { originOf } from '../origin.ts'
import { type CountryFact, organisationCountries } from '../parties.ts'
import type { Context, Nexus, Regime } from '../rule.ts'
import { chipRules, highPerformance } from './chips.ts'

const malaysia: ExportLaw = { name: 'malaysia', country: 'MY' as CountryCode, place: 'Malaysia' }
const act = 'Strategic Trade Act 2010'

const scope = cite(act, 'export, transhipment, transit', 'known from secondary sources', {
  status: 'unverified',
})
const catchAll = cite(act, 'section 12, catch-all', 'known from secondary sources', { status: 'unverified' })

const technology = cite(act, 'strategic technology', 'from memory, text not read', { status: 'unverified' })

const isOwn = (code: CountryCode) => code === malaysia.country
const isOwnPlace = (code: CountryCode, fact: CountryFact) => fact.kind === 'location' && isOwn(code)

/** What comes from Malaysia, and hardware that a party there may pass on. */
function nexus({ facts }: Context): Nexus {
  const from = nexusBy(originOf(facts), isOwn)
  if (from.reaches === true || facts.transaction !== 'hardware-transfer') return from
  const through = nexusBy(organisationCountries(facts), isOwnPlace)
  return through.reaches === false ? from : through
}

/** Malaysia's Strategic Trade Act, as far as it is known: no text of it was read. */
export const malaysiaTrade: Regime = {
  name: 'malaysia',
  reach:
    'Goods or technology leave Malaysia, the site of a remote use is there, or an organisation that takes part in a transfer of hardware is there, through which it may pass.',
  scope,
  nexus,
  data: [highPerformance],
  rules: [
    ...chipRules,
    releaseFromRule(malaysia, technology),
    redFlagRule(
      malaysia,
      'red-flag',
      catchAll,
      'A military, intelligence or weapons end use or a hit in screening is stated for what comes from Malaysia; section 12 reaches items on no list, and its text was not read.',
    ),
    notReadRule(
      malaysia,
      scope,
      'Its list of strategic items and its rules on brokers were not read, and nothing was found on remote use, so no requirement is taken from them.',
    ),
  ],
}
