import {
  type CalendarDate,
  citationOn,
  type CountryCode,
  countryNames,
  valueOn,
} from '@allmende/domain/terms'
import { ear } from '../../cite.ts'
import type { Facts } from '../../facts.ts'
import { allCountries, countriesWhere } from '../../parties.ts'
import type { Finding, Rule } from '../../rule.ts'
import { groupCitation, isInGroup } from '../country-groups.ts'
import { rocketRange } from './lists.ts'

const names = (codes: readonly CountryCode[]) => codes.map((code) => countryNames[code] ?? code).join(', ')

const nuclear = ear('744', '744.2(a)')
const delivery = ear('744', '744.3(a)(2)')
const chemical = ear('744', '744.4(a)')

const weapons: readonly Finding[] = [
  {
    outcome: 'licence-required',
    finding:
      'An end use in nuclear, chemical or biological weapons or missiles is stated and needs a licence, anywhere; no licence exception applies to 744.3 and 744.4.',
    citations: [nuclear, delivery, chemical],
  },
]
const weaponsUnknown: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding: 'Whether the end use serves nuclear, chemical or biological weapons or missiles is not stated.',
    citations: [nuclear, delivery, chemical],
    missing: ['endUse.wmd'],
  },
]

/**
 * 744.2, 744.3(a)(2) and 744.4, anywhere in the world. They are about items; a remote use is read as strictly, and
 * for an ally's own programme, which 744.2 and 744.3 leave out in part, no lenience is taken.
 */
const massDestruction: Rule = {
  code: 'us-ear.wmd-end-use',
  logic:
    'Where the end use serves nuclear, chemical or biological weapons or missiles, anywhere: a licence is required. Where this is not stated, an officer decides and it is asked.',
  cite: ear('744', '744.2, 744.3, 744.4'),
  find: ({ facts }) => {
    const { wmd } = facts.endUse
    return wmd === true ? weapons : wmd === false ? [] : weaponsUnknown
  },
}

type RocketUse = { readonly answer: boolean | null; readonly missing: readonly string[] }
const unstated: RocketUse = { answer: null, missing: ['endUse.rocketsOrUnmannedAircraft'] }
const noRockets: RocketUse = { answer: false, missing: [] }

/** Whether rockets or unmanned aircraft of the range that 744.3(a)(1) names are served. */
export function rocketUse(facts: Facts, asOf: CalendarDate): RocketUse {
  const use = facts.endUse.rocketsOrUnmannedAircraft ?? null
  if (use === null) return unstated
  if (!use) return noRockets
  const range = facts.endUse.rocketRangeKm ?? null
  // A range that nobody can tell counts as one that is reached: 744.3(a)(3).
  if (range === null) return { answer: true, missing: ['endUse.rocketRangeKm'] }
  return { answer: range >= valueOn(rocketRange, asOf), missing: [] }
}

/** 744.3(a)(1) and (a)(3): rockets and unmanned aircraft in or by a country of D:4, civil ones included. */
const rockets: Rule = {
  code: 'us-ear.rocket-end-use',
  logic:
    'Where a transfer or release serves rocket systems or unmanned aircraft in or by a country of Group D:4, and their range is at least that of 744.3(a)(1), or range or payload is not stated: a licence is required. Where it is not stated whether such a system is served, an officer decides and it is asked.',
  cite: ear('744', '744.3(a)(1), (a)(3)'),
  find: ({ facts, asOf }) => {
    if (facts.transaction === 'remote-use' || facts.endUse.rocketsOrUnmannedAircraft === false) return []
    const listed = countriesWhere(allCountries(facts), (code) => isInGroup(code, 'D:4', asOf))
    if (listed.length === 0) return []
    const use = rocketUse(facts, asOf)
    const stated = facts.endUse.rocketsOrUnmannedAircraft === true
    const deliveryOpen = stated && facts.endUse.wmd === null
    if (use.answer === false && !deliveryOpen) return []
    const citations = [rockets.cite, citationOn(rocketRange, asOf), groupCitation('D:4', asOf)]
    if (!stated) {
      const finding = `Whether the end use serves rocket systems or unmanned aircraft in or by ${names(listed)} is not stated.`
      return [{ outcome: 'needs-officer', finding, citations, missing: use.missing }]
    }
    const range = facts.endUse.rocketRangeKm ?? null
    const missing = [...use.missing, ...(deliveryOpen ? ['endUse.wmd'] : [])]
    const finding = `Rocket systems or unmanned aircraft in or by ${names(listed)} are served; an item for them needs a licence when their range is ${valueOn(rocketRange, asOf)} km or more, or cannot be told, or when what they deliver cannot be told.`
    const arithmetic = [
      range === null ? 'range: not stated' : `range ${range} km, limit ${valueOn(rocketRange, asOf)} km`,
    ]
    return [{ outcome: 'licence-required', finding, arithmetic, citations, missing }]
  },
}

export const weaponsRules: readonly Rule[] = [massDestruction, rockets]
