import type { CountryCode } from '@allmende/domain/terms'
import { nexusBy } from '../nexus.ts'
import { originOf } from '../origin.ts'
import type { Context, Nexus, Regime } from '../rule.ts'
import { announcementRules, barred, mayBeMilitary } from './announcements.ts'
import { china, exportControlLaw, lawRules } from './law.ts'

const isChina = (code: CountryCode) => code === china.country
const isBarred = (code: CountryCode) => barred.includes(code)
const reaches: Nexus = { reaches: true, missing: [] }

/** What comes from China, what goes there, and hardware for military users whom China bars anywhere. */
function nexus({ facts, countries }: Context): Nexus {
  const from = nexusBy(originOf(facts), isChina)
  if (from.reaches === true || facts.transaction !== 'hardware-transfer') return from
  if (facts.destinationCountry === china.country) return reaches
  if (!mayBeMilitary(facts)) return from
  const barredUse = nexusBy(countries, isBarred)
  return barredUse.reaches === false ? from : barredUse
}

/** Export control of mainland China, as far as it is known: no text of it was read. */
export const chinaExport: Regime = {
  name: 'china',
  reach:
    'Goods or technology leave mainland China, the site of a remote use is there, hardware goes there, or hardware goes anywhere in a case with a party or destination in the United States or Japan and a military use that is stated or not excluded. Foreign-made goods with Chinese content are reached in that last case only; Hong Kong and Macau have laws of their own, which are not encoded.',
  scope: exportControlLaw,
  nexus,
  data: [],
  rules: [...lawRules, ...announcementRules],
}
