import { citationOn, type CountryCode, countryNames } from '@allmende/domain/terms'
import { ear } from '../../cite.ts'
import type { Facts } from '../../facts.ts'
import { allCountries, countriesWhere, emptyPartyLists, unknownPaths } from '../../parties.ts'
import type { Finding, Rule } from '../../rule.ts'
import { groupCitation, isInGroup } from '../country-groups.ts'
import { isMilitaryIntelligence, militaryIntelligenceList } from './lists.ts'
import { isMilitary } from './military.ts'
import { rocketUse } from './weapons.ts'

const names = (codes: readonly CountryCode[]) => codes.map((code) => countryNames[code] ?? code).join(', ')

type Takes = { readonly answer: boolean | null; readonly missing: readonly string[] }
const takesPart: Takes = { answer: true, missing: [] }
const none: Takes = { answer: false, missing: [] }

/** Whether a US person takes part: people as stated, or a party, site or place in the United States. */
export function usPersonTakesPart(facts: Facts): Takes {
  let open = facts.people.length === 0
  for (const { usPerson } of facts.people) {
    if (usPerson === true) return takesPart
    if (usPerson === null) open = true
  }
  const countries = allCountries(facts)
  for (const { country } of countries) {
    if (country === 'US') return takesPart
    if (country === null) open = true
  }
  if (!open) return none
  const missing = facts.people.flatMap((person, index) =>
    person.usPerson === null ? [`people.${index}.usPerson`] : [],
  )
  return {
    answer: null,
    missing: [...missing, ...emptyPartyLists(facts), ...unknownPaths(countries)],
  }
}

/** Support reaches services and items outside the EAR; a transfer of hardware has the rules on items instead. */
const supports = (facts: Facts) => facts.transaction !== 'hardware-transfer'

/** A licence where a US person takes part; otherwise an officer, who is told what is not stated. */
function supportFinding(facts: Facts, use: string, citations: Finding['citations']): readonly Finding[] {
  const us = usPersonTakesPart(facts)
  if (us.answer === true) {
    const finding = `US persons need a licence to support ${use}, by any contract, service or employment that may assist it.`
    return [{ outcome: 'licence-required', finding, ...(citations && { citations }) }]
  }
  const finding = `The case serves ${use}; ${us.answer === null ? 'whether a US person takes part is not stated' : 'no US person is stated to take part'}.`
  return [{ outcome: 'needs-officer', finding, missing: us.missing, ...(citations && { citations }) }]
}

/** 744.6(b)(5) with (b)(6)(iv): military intelligence; a stated military use is read strictly. */
const militarySupport: Rule = {
  code: 'us-ear.us-person-support',
  logic:
    'Where a remote use or a release serves a military or intelligence end use or user, a country of the case is in 744.6(b)(5) or in Group E:1 or E:2, and a US person, party, site or place takes part: a licence is required. Where none is stated to take part, an officer decides and asks for what is missing.',
  cite: ear('744', '744.6(b)(5), (b)(6)(iv)'),
  find: ({ facts, asOf }) => {
    if (!supports(facts) || isMilitary(facts) !== true) return []
    const listed = countriesWhere(allCountries(facts), (code) => isMilitaryIntelligence(code, asOf))
    if (listed.length === 0) return []
    const use = `a military-intelligence end use or user of ${names(listed)}, as which a stated military use is read`
    return supportFinding(facts, use, [militarySupport.cite, citationOn(militaryIntelligenceList, asOf)])
  },
}

/** 744.6(b)(1) to (3): nuclear explosive devices, missiles, chemical and biological weapons. */
const weaponsSupport: Rule = {
  code: 'us-ear.us-person-weapons-support',
  logic:
    'Where a remote use or a release serves nuclear, chemical or biological weapons or missiles, and a US person, party, site or place takes part: a licence is required. Where none is stated to take part, an officer decides and asks for what is missing.',
  cite: ear('744', '744.6(b)(1), (b)(2), (b)(3), (b)(6)(iv)'),
  find: ({ facts }) =>
    supports(facts) && facts.endUse.wmd === true
      ? supportFinding(facts, 'nuclear, chemical or biological weapons or missiles', undefined)
      : [],
}

/** 744.6(b)(2): missiles in or by a country of D:4 or E:2, whatever they carry; payload is not asked. */
const missileSupport: Rule = {
  code: 'us-ear.us-person-missile-support',
  logic:
    'Where a remote use or a release serves rocket systems or unmanned aircraft of the range of 744.3(a)(1), or of a range not stated, a country of the case is in Group D:4 or E:2, and a US person, party, site or place takes part: a licence is required. Where none is stated to take part, or the use is not stated, an officer decides and asks for what is missing.',
  cite: ear('744', '744.6(b)(2), (b)(6)(iv)'),
  find: ({ facts, asOf }) => {
    if (!supports(facts)) return []
    const rockets = rocketUse(facts, asOf)
    if (rockets.answer === false) return []
    const us = usPersonTakesPart(facts)
    if (us.answer === false && rockets.answer === null) return []
    const listed = countriesWhere(
      allCountries(facts),
      (code) => isInGroup(code, 'D:4', asOf) || isInGroup(code, 'E:2', asOf),
    )
    if (listed.length === 0) return []
    const citations = [missileSupport.cite, groupCitation('D:4', asOf), groupCitation('E:2', asOf)]
    if (rockets.answer === true)
      return supportFinding(facts, `rocket systems or unmanned aircraft of ${names(listed)}`, citations)
    const finding = `Whether the use serves rocket systems or unmanned aircraft of ${names(listed)}, which US persons may not support without a licence, is not stated.`
    return [{ outcome: 'needs-officer', finding, citations, missing: [...rockets.missing, ...us.missing] }]
  },
}

export const usPersonRules: readonly Rule[] = [militarySupport, weaponsSupport, missileSupport]
