import type { CountryCode } from '@allmende/domain/terms'
import { ear, cite } from '../cite.ts'
import type { Facts } from '../facts.ts'
import { allCountries, countriesWhere } from '../parties.ts'
import type { Finding, Rule } from '../rule.ts'
import { earCountry, isEmbargoed } from './country-groups.ts'

const supportList = 'BY MM KH CN RU VE'.split(' ') as CountryCode[]
const militaryList = 'BY MM KH CN NI VE RU'.split(' ') as CountryCode[]

/** Whether the end use is military or intelligence; a stated purpose of defence counts as yes. */
export function isMilitary(facts: Facts): boolean | null {
  return facts.endUse.purpose === 'defence' ? true : facts.endUse.militaryOrIntelligence
}

/** Whether a US person takes part: people as stated, or a site or operator in the United States. */
function usPersonTakesPart(facts: Facts): {
  readonly answer: boolean | null
  readonly missing: readonly string[]
} {
  const missing = facts.people.flatMap((person, index) =>
    person.usPerson === null ? [`people.${index}.usPerson`] : [],
  )
  const inUs = countriesWhere(allCountries(facts), (code) => code === 'US').length > 0
  if (inUs || facts.people.some((person) => person.usPerson === true)) return { answer: true, missing: [] }
  return { answer: missing.length > 0 ? null : false, missing }
}

const unknownMilitary: Finding = {
  outcome: 'needs-officer',
  finding: 'Whether the end use or an end user is military or of an intelligence service is not stated.',
  missing: ['endUse.militaryOrIntelligence'],
}

function elsewhere(): Finding {
  const finding =
    'A military or intelligence end use is stated; an officer reads national law and arms embargoes.'
  return { outcome: 'needs-officer', finding }
}

/** 744.6(b): US persons and support for military-intelligence end uses; for remote use and release. */
const usPersonSupport: Rule = {
  code: 'us-ear.us-person-support',
  cite: ear('744', '744.6(b)(5), (b)(6)(iv)'),
  find: ({ facts, asOf }) => {
    if (facts.transaction === 'hardware-transfer') return []
    const military = isMilitary(facts)
    if (military === null) return [unknownMilitary]
    if (!military) return []
    const listed = countriesWhere(
      allCountries(facts),
      (code) => supportList.includes(earCountry(code)) || isEmbargoed(code, asOf),
    )
    if (listed.length === 0) return [elsewhere()]
    const us = usPersonTakesPart(facts)
    if (us.answer === true) {
      const finding =
        'US persons need a licence to support a military-intelligence end use or end user in the listed countries; a stated military use is read strictly.'
      return [{ outcome: 'licence-required', finding }]
    }
    const finding =
      us.answer === null
        ? 'A military or intelligence end use in a listed country is stated; whether a US person takes part is not.'
        : 'A military or intelligence end use in a listed country is stated; no US person is stated to take part.'
    return [{ outcome: 'needs-officer', finding, missing: us.missing }]
  },
}

/** 744.21 and 744.22: items for military or military-intelligence end uses and users. */
const militaryTransfer: Rule = {
  code: 'us-ear.military-end-use',
  cite: ear('744', '744.21, 744.22'),
  find: ({ facts, asOf }) => {
    if (facts.transaction !== 'hardware-transfer') return []
    const military = isMilitary(facts)
    if (military === null) return [unknownMilitary]
    if (!military) return []
    const listed = countriesWhere(
      allCountries(facts),
      (code) => militaryList.includes(earCountry(code)) || isEmbargoed(code, asOf),
    )
    if (listed.length === 0) return [elsewhere()]
    const finding =
      'Items for military or military-intelligence end uses or users in the listed countries need a licence.'
    return [{ outcome: 'licence-required', finding }]
  },
}

/** 744.2 to 744.4 and 744.6(b): nuclear, missile, chemical and biological end uses. The strict reading is taken. */
const massDestruction: Rule = {
  code: 'us-ear.wmd-end-use',
  cite: ear('744', '744.2, 744.3, 744.4, 744.6(b)'),
  find: ({ facts }) => {
    const { wmd } = facts.endUse
    if (wmd === false) return []
    if (wmd === true) {
      const finding =
        'An end use in nuclear, chemical or biological weapons or missiles is stated and needs a licence.'
      return [{ outcome: 'licence-required', finding }]
    }
    const finding =
      'Whether the end use serves nuclear, chemical or biological weapons or missiles is not stated.'
    return [{ outcome: 'needs-officer', finding, missing: ['endUse.wmd'] }]
  },
}

/** Knowledge of the end use: an unstated or unclear purpose is a red flag. */
const purposeStated: Rule = {
  code: 'us-ear.purpose-stated',
  cite: cite('15 CFR 732', 'Supp. 3, red flags', 'known from secondary sources'),
  find: ({ facts }) => {
    const { purpose } = facts.endUse
    if (purpose !== null && purpose !== 'other') return []
    const finding =
      purpose === null
        ? 'The purpose of the use is not stated.'
        : 'The stated purpose fits no listed class, so an officer reads it.'
    return [{ outcome: 'needs-officer', finding, missing: ['endUse.purpose'] }]
  },
}

export const endUseRules: readonly Rule[] = [
  usPersonSupport,
  militaryTransfer,
  massDestruction,
  purposeStated,
]
