import { countryNames } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import { allCountries, countriesWhere, emptyPartyLists, unknownPaths } from '../parties.ts'
import type { Regime, Rule } from '../rule.ts'
import { countryGroups, groupCitation, isEmbargoed } from '../us-ear/country-groups.ts'
import { armsEmbargoes, armsEmbargoList } from './arms-embargoes.ts'

const names = (codes: readonly string[]) => codes.map((code) => countryNames[code] ?? code).join(', ')

const scope = cite('15 CFR 746', 'part 746, embargoes', 'text not read; groups read', {
  status: 'unverified',
})

const comprehensive: Rule = {
  code: 'embargoes.comprehensive',
  logic:
    'Where a country that the case touches is in Group E:1 or E:2: a licence is required. Sanctions law outside the EAR may go further and is read by regimes of its own, where encoded.',
  cite: cite('15 CFR 746', 'part 746, embargoes', 'text not read; groups read', { status: 'unverified' }),
  find: ({ facts, asOf }) => {
    const hit = countriesWhere(allCountries(facts), (code) => isEmbargoed(code, asOf))
    if (hit.length === 0) return []
    const finding = `The case touches ${names(hit)}, under comprehensive US embargo.`
    const citations = [comprehensive.cite, groupCitation('E:1', asOf), groupCitation('E:2', asOf)]
    return [{ outcome: 'licence-required', finding, citations }]
  },
}

const unstatedCountries: Rule = {
  code: 'embargoes.country-unknown',
  logic:
    'Where no organisation or no person is stated, or a country of a party, site or destination is not: an officer decides and it is asked, since no embargo can be ruled out.',
  cite: scope,
  find: ({ facts }) => {
    const missing = [...emptyPartyLists(facts), ...unknownPaths(allCountries(facts))]
    if (missing.length === 0) return []
    const finding = 'An embargo cannot be ruled out while parties or their countries are not stated.'
    return [{ outcome: 'needs-officer', finding, missing }]
  },
}

/** Part 746 on Russia and Belarus. Its text was not read for these rules, so its status is unverified. */
const russiaBelarus: Rule = {
  code: 'embargoes.russia-belarus',
  logic:
    'Where hardware is transferred and a country of the case is Russia or Belarus: a licence is required. For a remote use or a release that touches one of them, an officer decides.',
  cite: cite('15 CFR 746', '746.5, 746.8', 'known from secondary sources', { status: 'unverified' }),
  find: ({ facts }) => {
    const hit = countriesWhere(allCountries(facts), (code) => code === 'RU' || code === 'BY')
    if (hit.length === 0) return []
    const hardware = facts.transaction === 'hardware-transfer'
    const finding = hardware
      ? `Hardware on the Commerce Control List for ${names(hit)} needs a licence under part 746.`
      : `The case touches ${names(hit)}; part 746 and EU Regulation 833/2014 limit goods, software and services.`
    return [{ outcome: hardware ? 'licence-required' : 'needs-officer', finding }]
  },
}

/** Crimea and the other occupied regions; a country code alone cannot tell. */
const occupiedUkraine: Rule = {
  code: 'embargoes.occupied-ukraine',
  logic:
    'Where a country of the case is Ukraine and an occupied region is stated: a licence is required. Where this is not stated, an officer decides and it is asked; a case stated to be outside the occupied regions is left out.',
  cite: cite('15 CFR 746', '746.6', 'known from secondary sources', { status: 'unverified' }),
  find: ({ facts }) => {
    const hit = countriesWhere(allCountries(facts), (code) => code === 'UA')
    if (hit.length === 0 || facts.ukraineOccupiedRegion === false) return []
    if (facts.ukraineOccupiedRegion === true) {
      return [
        {
          outcome: 'licence-required',
          finding: 'A party is in an occupied region of Ukraine, under embargo.',
        },
      ]
    }
    const finding = 'A party is in Ukraine; whether in an occupied region under embargo is not stated.'
    return [{ outcome: 'needs-officer', finding, missing: ['ukraineOccupiedRegion'] }]
  },
}

/** The EAR's list of UN arms embargoes is not the UN's own list; it matters for military end use. */
const unArms: Rule = {
  code: 'embargoes.un-arms',
  logic:
    'Where a country of the case is in the list of 746.1(b)(2), and the end use is military or of an intelligence service, or the purpose is defence: an officer decides. Where a military end use is not excluded, an officer decides and it is asked.',
  cite: cite('15 CFR 746', '746.1(b)(2)', 'eCFR as of 2026-09-24, through a secondary copy', {
    status: 'unverified',
  }),
  find: ({ facts, asOf }) => {
    const military = facts.endUse.militaryOrIntelligence
    if (military === false && facts.endUse.purpose !== 'defence') return []
    const hit = countriesWhere(allCountries(facts), (code) => armsEmbargoes(asOf).includes(code))
    if (hit.length === 0) return []
    const finding = `The case touches ${names(hit)}, under a UN arms embargo, and a military end use is not excluded.`
    const missing =
      military === null && facts.endUse.purpose !== 'defence' ? ['endUse.militaryOrIntelligence'] : []
    return [{ outcome: 'needs-officer', finding, missing }]
  },
}

export const embargoes: Regime = {
  name: 'embargoes',
  reach:
    'This law looks at every case and reads each country that it touches: those of its parties, its site, and where hardware or knowledge goes.',
  scope,
  data: [armsEmbargoList, countryGroups['E:1'], countryGroups['E:2']],
  rules: [comprehensive, unstatedCountries, russiaBelarus, occupiedUkraine, unArms],
}
