import { citationOn, type CountryCode, countryNames, dated, valueOn } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import { countriesWhere } from '../parties.ts'
import type { Finding, Regime, Rule } from '../rule.ts'

const list = (codes: string) => codes.split(' ') as CountryCode[]

/** Countries in which resolutions of the Security Council bar arms to someone: often to armed groups alone. */
export const armsEmbargoes = dated<readonly CountryCode[]>({
  cite: 'Resolutions of the UN Security Council, arms embargoes',
  unit: 'ISO 3166-1 alpha-2',
  values: [
    {
      from: '2022-10-21',
      cite: 'from memory, resolutions not read',
      status: 'unverified',
      value: list('CD CF HT IQ KP LB LY SD SO SS YE'),
    },
    {
      from: '2025-09-28',
      cite: 'with Iran again, by the snapback of September 2025; from memory, resolutions not read',
      status: 'unverified',
      value: list('CD CF HT IQ IR KP LB LY SD SO SS YE'),
    },
  ],
})

const scope = cite('Resolutions of the UN Security Council', 'arms embargoes', 'from memory, not read', {
  status: 'unverified',
})

const nothing: readonly Finding[] = []

/** What member states of the UN must keep, wherever a case comes from; a civil use is no matter of it. */
const arms: Rule = {
  code: 'un-sanctions.arms-embargo',
  logic:
    'Where a country of the case is one in which the UN embargoes arms, and a military or intelligence end use or a purpose of defence is stated or not excluded: an officer decides. An end use that is not stated is asked.',
  cite: scope,
  find: ({ facts, asOf, countries }) => {
    const { militaryOrIntelligence, purpose } = facts.endUse
    if (militaryOrIntelligence === false && purpose !== 'defence') return nothing
    const embargoed = valueOn(armsEmbargoes, asOf)
    const hit = countriesWhere(countries, (code) => embargoed.includes(code))
    if (hit.length === 0) return nothing
    const named = hit.map((code) => countryNames[code] ?? code).join(', ')
    const finding = `The case touches ${named}, where the UN embargoes arms, in some countries for armed groups alone, and a military end use is not excluded. The resolutions were not read.`
    const isOpen = militaryOrIntelligence === null && purpose !== 'defence'
    const missing = isOpen ? ['endUse.militaryOrIntelligence'] : []
    return [{ outcome: 'needs-officer', finding, missing, citations: [citationOn(armsEmbargoes, asOf)] }]
  },
}

/** The UN's own arms embargoes; the list of the EAR is another. */
export const unSanctions: Regime = {
  name: 'un-sanctions',
  reach:
    'This law looks at every case, since members of the United Nations carry its embargoes out. Sanctions on groups and persons are left to screening, and embargoes of goods other than arms are not encoded.',
  scope,
  data: [armsEmbargoes],
  rules: [arms],
}
