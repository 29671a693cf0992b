import { citationOn, type CountryCode, countryNames, dated, valueOn } from '@allmende/domain/terms'
import { cite, firstDay } from '../cite.ts'
import { nexusBy } from '../nexus.ts'
import { countriesWhere } from '../parties.ts'
import type { Context, Finding, Nexus, Regime, Rule } from '../rule.ts'
import { usPersonTakesPart } from '../us-ear/end-use/us-persons.ts'

const memory = 'from memory, text not read'
const status = 'unverified'
const nothing: readonly Finding[] = []

/** Country programmes. That the one on Syria ended in 2025 was not read, so it is kept. */
export const sanctioned = dated<readonly CountryCode[]>({
  cite: '31 CFR chapter V, country programmes',
  unit: 'ISO 3166-1 alpha-2',
  values: [{ from: firstDay, cite: memory, status, value: ['CU', 'IR', 'KP', 'SY'] as CountryCode[] }],
})

const scope = cite('31 CFR chapter V', 'sanctions of OFAC', memory, { status })
const regions = cite('Executive Orders 13685 and 14065', 'Crimea and the occupied regions', memory, {
  status,
})

const names = (codes: readonly string[]) => codes.map((code) => countryNames[code] ?? code).join(', ')
const touched = ({ countries, asOf }: Context) =>
  countriesWhere(countries, (code) => valueOn(sanctioned, asOf).includes(code))

/** Sanctions reach services as well as goods: every transaction is for an officer. */
const programmes: Rule = {
  code: 'us-sanctions.country',
  logic:
    'Where a party, the site or the destination is in Cuba, Iran, North Korea or Syria: an officer reads the programme, whatever the transaction.',
  cite: scope,
  find: (context) => {
    const hit = touched(context)
    if (hit.length === 0) return nothing
    const finding = `The case touches ${names(hit)}. Sanctions of OFAC reach services, remote use among them, apart from export control; the programme was not read.`
    return [{ outcome: 'needs-officer', finding, citations: [scope, citationOn(sanctioned, context.asOf)] }]
  },
}

const inRegion: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding:
      'A party is in Crimea or another occupied region of Ukraine; sanctions of OFAC reach services there, remote use among them.',
  },
]
const perhapsInRegion: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding:
      'A party is in Ukraine; sanctions of OFAC reach Crimea and the other occupied regions, and whether a party is there is not stated.',
    missing: ['ukraineOccupiedRegion'],
  },
]

const inUkraine = ({ countries }: Context) => countries.some(({ country }) => country === 'UA')

const occupied: Rule = {
  code: 'us-sanctions.occupied-ukraine',
  logic:
    'Where a party, the site or the destination is in Ukraine, and in Crimea or another occupied region, or that is not stated: an officer reads the programme. Where it is not stated, it is asked.',
  cite: regions,
  find: (context) => {
    if (!inUkraine(context) || context.facts.ukraineOccupiedRegion === false) return nothing
    return context.facts.ukraineOccupiedRegion === true ? inRegion : perhapsInRegion
  },
}

const usPersonFound: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding:
      'A US person takes part, whom sanctions bind everywhere; they may neither do nor approve of what is barred.',
  },
]

/** Sanctions bind US persons wherever they are. Goods of US origin and US-owned firms are bound besides. */
const usPerson: Rule = {
  code: 'us-sanctions.us-person',
  logic:
    'Where the case touches a sanctioned country, or a region stated to be occupied, and a US person, party, site or place takes part, or that is not stated: an officer is told so. What would tell is asked.',
  cite: scope,
  find: (context) => {
    const region = inUkraine(context) && context.facts.ukraineOccupiedRegion === true
    if (!region && touched(context).length === 0) return nothing
    const us = usPersonTakesPart(context.facts)
    if (us.answer === true) return usPersonFound
    if (us.answer === false) return nothing
    const finding = 'Sanctions bind US persons everywhere, and whether one takes part is not stated.'
    return [{ outcome: 'needs-officer', finding, missing: us.missing }]
  },
}

function nexus({ countries, asOf }: Context): Nexus {
  const list = valueOn(sanctioned, asOf)
  return nexusBy(countries, (code) => code === 'UA' || list.includes(code))
}

/** Sanctions of the US Treasury, which reach services apart from export control. From memory; no text was read. */
export const usSanctions: Regime = {
  name: 'us-sanctions',
  reach:
    'A party, the site or the destination is in Cuba, Iran, North Korea or Syria, or in Ukraine, parts of which are sanctioned. Listed persons are left to screening.',
  scope,
  nexus,
  data: [sanctioned],
  rules: [programmes, occupied, usPerson],
}
