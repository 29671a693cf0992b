import { citationOn, type CountryCode, countryNames } from '@allmende/domain/terms'
import { ear } from '../../cite.ts'
import type { Facts } from '../../facts.ts'
import { allCountries, countriesWhere } from '../../parties.ts'
import type { Context, Finding, Rule } from '../../rule.ts'
import { groupCitation, isInGroup } from '../country-groups.ts'
import {
  isMilitaryAnyItem,
  isMilitaryIntelligence,
  isMilitarySupplement,
  militaryAnyItemList,
  militaryIntelligenceList,
  militarySupplementList,
} from './lists.ts'

const names = (codes: readonly CountryCode[]) => codes.map((code) => countryNames[code] ?? code).join(', ')

/** Whether the end use is military or intelligence; a stated purpose of defence counts as yes. */
export function isMilitary(facts: Facts): boolean | null {
  return facts.endUse.purpose === 'defence' ? true : facts.endUse.militaryOrIntelligence
}

/** Items move in a transfer and in a release; remote use moves none. */
const movesItems = (facts: Facts) => facts.transaction !== 'remote-use'

const unknown: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding: 'Whether the end use or an end user is military or of an intelligence service is not stated.',
    missing: ['endUse.militaryOrIntelligence'],
  },
]
const elsewhere: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding:
      'A military or intelligence end use is stated in no country that part 744 lists; an officer reads national law and arms embargoes.',
  },
]

/** Every transaction asks; a military use outside the lists is for an officer all the same. */
const militaryUse: Rule = {
  code: 'us-ear.military-use',
  logic:
    'Where the end use or a user is stated to be military or of an intelligence service, a purpose of defence included, and no country of the case is one that part 744 lists for it: an officer decides. Where this is not stated, an officer decides and it is asked.',
  cite: ear('744', '744.6(b)(5), 744.21(a), 744.22(a)'),
  find: ({ facts, asOf }) => {
    const military = isMilitary(facts)
    if (military === null) return unknown
    if (!military) return []
    const listed = countriesWhere(
      allCountries(facts),
      (code) =>
        isMilitaryIntelligence(code, asOf) ||
        (movesItems(facts) && (isMilitaryAnyItem(code, asOf) || isMilitarySupplement(code, asOf))),
    )
    return listed.length === 0 ? elsewhere : []
  },
}

/**
 * Whether the item is in Supp. 2 to part 744, as far as that is known: 3A991 and 4A994 are, and a chip of 3A090 is
 * read as if it were, for 744.21 adds to the requirements of its own entry. Technology is for an officer.
 */
function inSupplement(context: Context): boolean {
  return context.classifications.some((one) => one.outcome !== 'not-controlled' || one.paragraphs.length > 0)
}

const anyItem: Rule = {
  code: 'us-ear.military-any-item',
  logic:
    'Where any item is transferred or released for a military end use or user, and a country of the case is in 744.21(a)(2): a licence is required.',
  cite: ear('744', '744.21(a)(2)'),
  find: ({ facts, asOf }) => {
    if (!movesItems(facts) || isMilitary(facts) !== true) return []
    const listed = countriesWhere(allCountries(facts), (code) => isMilitaryAnyItem(code, asOf))
    if (listed.length === 0) return []
    const finding = `Any item for a military end use or user of ${names(listed)} needs a licence.`
    const citations = [anyItem.cite, citationOn(militaryAnyItemList, asOf)]
    return [{ outcome: 'licence-required', finding, citations }]
  },
}

const supplementItem: Rule = {
  code: 'us-ear.military-end-use',
  logic:
    'Where a military end use or user is stated in a transfer or release, and a country of the case is in 744.21(a)(1): a licence is required for accelerators of 3A090 or its lower tier, or of open class. For other items an officer compares them with Supp. 2 to part 744.',
  cite: ear('744', '744.21(a)(1)'),
  find: (context) => {
    const { facts, asOf } = context
    if (!movesItems(facts) || isMilitary(facts) !== true) return []
    const listed = countriesWhere(allCountries(facts), (code) => isMilitarySupplement(code, asOf))
    if (listed.length === 0) return []
    const citations = [supplementItem.cite, citationOn(militarySupplementList, asOf)]
    const use = `a military end use or user of ${names(listed)}`
    if (inSupplement(context)) {
      const finding = `Items of Supp. 2 to part 744 such as 3A991 and 4A994 for ${use} need a licence.`
      return [{ outcome: 'licence-required', finding, citations }]
    }
    const finding = `For ${use}, an officer compares the item with Supp. 2 to part 744.`
    return [{ outcome: 'needs-officer', finding, citations }]
  },
}

/** 744.22: any item. The facts do not tell intelligence from other military uses, so the strict reading is taken. */
const militaryIntelligence: Rule = {
  code: 'us-ear.military-intelligence',
  logic:
    'Where any item is transferred or released for a military or intelligence end use or user, and a country of the case is in 744.22(a) or in Group E:1 or E:2: a licence is required. A stated military use is read as one of military intelligence.',
  cite: ear('744', '744.22(a)'),
  find: ({ facts, asOf }) => {
    if (!movesItems(facts) || isMilitary(facts) !== true) return []
    const listed = countriesWhere(allCountries(facts), (code) => isMilitaryIntelligence(code, asOf))
    if (listed.length === 0) return []
    const finding = `Any item for a military-intelligence end use or user of ${names(listed)} needs a licence; a stated military use is read strictly, as one of military intelligence.`
    const citations = [militaryIntelligence.cite, citationOn(militaryIntelligenceList, asOf)]
    return [{ outcome: 'licence-required', finding, citations }]
  },
}

/** 744.17: microprocessors and their technology for military uses in Group D:1; whether a chip is one is open. */
const microprocessors: Rule = {
  code: 'us-ear.military-microprocessors',
  logic:
    'Where a military end use or user is stated in a transfer or release, and a country of the case is in Group D:1: an officer decides whether the item is a microprocessor or its software or technology, which needs a licence there.',
  cite: ear('744', '744.17(a)'),
  find: ({ facts, asOf }) => {
    if (!movesItems(facts) || isMilitary(facts) !== true) return []
    const listed = countriesWhere(allCountries(facts), (code) => isInGroup(code, 'D:1', asOf))
    if (listed.length === 0) return []
    const finding = `Microprocessors, their software and technology for a military end use in ${names(listed)} need a licence; whether this item is among them is for an officer.`
    return [
      { outcome: 'needs-officer', finding, citations: [microprocessors.cite, groupCitation('D:1', asOf)] },
    ]
  },
}

export const militaryRules: readonly Rule[] = [
  militaryUse,
  anyItem,
  supplementItem,
  militaryIntelligence,
  microprocessors,
]
