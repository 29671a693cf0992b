import { chip, clearTransfer, inCountry, organisation } from './clear-facts.ts'
import type { WorkedCase } from './remote-use.ts'

const now = '2026-11-24'
const countries = (text: string) => text.split(' ')

/** Destinations that need a licence for 3A090.b by the groups of 2026-07-23, copied from the list of the facts. */
const controlledDestinations = countries(
  'AF AM AZ BH BY MM KH CF CN CD CU EG ER GE HT IR IQ JO KZ KP KW KG LA LB LY MO MD MN NI OM PK QA RU SA SO SS SD SY TJ TM UZ VE VN YE ZW',
)
const groupD5 = countries('AF BY MM CF CN CD CU ER HT IR IQ KP LB LY NI RU SO SS SD SY VE ZW')
const alliesA5 = countries(
  'AR AU AT BE BG CA HR CZ DK EE FI FR DE GR HU IS IN IE IT JP KR LV LT LU NL NZ NO PL PT RO SK SI ES SE CH TR AE GB',
)
const alliesA6 = countries('AL CY IL MT MX SG ZA TW')
const trusted = countries('AU BE CA DK FI FR DE IE IT JP NL NZ NO KR ES SE TW GB')

const ship = (tpp: number, to: string, seat: string) => ({
  ...clearTransfer,
  accelerators: [chip(tpp)],
  destinationCountry: inCountry(to),
  organisations: [organisation(to, seat)],
})

const strict = new Set(countries('IR KP SY CU'))

/** Every member of every group, each in a case that needs it. */
export const groupCases: readonly WorkedCase[] = [
  ...controlledDestinations
    .filter((code) => !strict.has(code))
    .map((code): WorkedCase => ({
      name: `groups: .b chips to ${code}`,
      facts: { ...clearTransfer, accelerators: [chip(2400)], destinationCountry: inCountry(code) },
      asOf: now,
      outcome: 'licence-required',
      rule: 'us-ear.3a090-destination-groups',
    })),
  ...groupD5
    .filter((code) => !strict.has(code))
    .map((code): WorkedCase => ({
      name: `groups: .b chips in Singapore for an entity of ${code}`,
      facts: ship(2400, 'SG', code),
      asOf: now,
      outcome: 'licence-required',
      rule: 'us-ear.3a090-headquarters',
    })),
  ...[...alliesA5, ...alliesA6].map((code): WorkedCase => ({
    name: `groups: a supercomputer in China for an end user of ${code}`,
    facts: { ...ship(800, 'CN', code), endUse: { ...clearTransfer.endUse, supercomputer: true } },
    asOf: now,
    outcome: 'licence-required',
    rule: 'us-ear.review-744-23-approval',
  })),
  ...trusted.map((code): WorkedCase => ({
    name: `groups: .a chips to ${code} for an entity from there`,
    facts: { ...ship(16_000, code, code), organisations: [organisation(code)] },
    asOf: now,
    outcome: 'licence-required',
    rule: 'us-ear.exception-aia',
  })),
  {
    name: 'groups: .a chips to Germany for an entity of the United States',
    facts: ship(16_000, 'DE', 'US'),
    asOf: now,
    outcome: 'licence-required',
    rule: 'us-ear.exception-aia',
  },
  {
    name: 'groups: a supercomputer in China for an end user of no allied country',
    facts: { ...ship(800, 'CN', 'KE'), endUse: { ...clearTransfer.endUse, supercomputer: true } },
    asOf: now,
    outcome: 'licence-required',
    rule: 'us-ear.review-744-23-approval',
    absent: true,
  },
]
