import { chip, clearRemoteUse, clearTransfer, inCountry, organisation } from './clear-facts.ts'
import type { WorkedCase } from './remote-use.ts'

const now = '2026-11-24'
const countries = (text: string) => text.split(' ')

/** Destinations that need a licence for 3A090.b by the groups of 2026-07-23, copied from the list of the facts. */
const controlledDestinations = countries(
  'AF AM AZ BH BY MM KH CF CN CD CU EG ER GE HT IR IQ JO KZ KP KW KG LA LB LY MO MD MN NI OM PK QA RU SA SO SS SD SY TJ TM UZ VE VN YE ZW',
)
const groupD1 = countries('AM AZ BY CN GE IQ KG KH KP KZ LA LY MD MM MN MO NI RU TJ TM UZ VE VN YE')
const groupD4 = countries('BH BY CN EG IL IQ IR JO KP KW LB LY MO OM PK QA RU SA SY VE YE')
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

type Ship = WorkedCase['facts']
const licence = (what: string, facts: Ship, asOf: string, rule: string): WorkedCase => ({
  name: `groups: ${what}`,
  facts,
  asOf,
  outcome: 'licence-required',
  rule: `us-ear.${rule}`,
})

/** Groups on a day of each of their versions, each by a rule that reads that group alone. */
const onDays = (list: readonly string[], ...days: readonly (readonly [string, ...string[]])[]) =>
  days.flatMap(([asOf, ...changes]) => {
    const gone = changes.filter((one) => one.startsWith('-')).map((one) => one.slice(1))
    const more = changes.filter((one) => !one.startsWith('-'))
    return [...list.filter((code) => !gone.includes(code)), ...more].map((code) => ({ code, asOf }))
  })

/** 744.17 reads D:1: military use. The chip is of .b, so that the licence is needed for every one of them. */
const byD1 = onDays(groupD1, ['2024-03-14', '-NI'], ['2024-03-15'], [now]).map(({ code, asOf }) =>
  licence(
    `military use in ${code}`,
    { ...ship(2400, code, code), endUse: { ...clearTransfer.endUse, militaryOrIntelligence: true } },
    asOf,
    'military-microprocessors',
  ),
)

const rockets = { ...clearTransfer.endUse, rocketsOrUnmannedAircraft: true, rocketRangeKm: 300 }
/** 744.3(a)(1) reads D:4: rockets. */
const byD4 = onDays(groupD4, ['2026-07-09', 'AE'], ['2026-07-10']).map(({ code, asOf }) =>
  licence(`rockets in ${code}`, { ...ship(800, code, code), endUse: rockets }, asOf, 'rocket-end-use'),
)

/** 744.23(a)(3) reads D:5: headquarters. */
const byD5 = onDays(
  groupD5,
  ['2023-11-17', '-NI', 'CY'],
  ['2024-03-14', '-NI', 'CY'],
  ['2024-03-15', 'CY'],
  ['2024-05-29', 'CY'],
  ['2024-05-30'],
  [now],
).map(({ code, asOf }) =>
  licence(`.b chips in Singapore for ${code}`, ship(2400, 'SG', code), asOf, '3a090-headquarters'),
)

/** Embargoes read E:1 and E:2. */
const embargoed = ['IR', 'KP', 'SY', 'CU'].map((code): WorkedCase => ({
  ...licence(`anything to ${code}`, ship(800, code, code), now, ''),
  rule: 'embargoes.comprehensive',
}))

/** 746.1(b)(2): military use in each country of the list; Iran and North Korea are under embargo besides. */
const armsEmbargoed = countries('CF CD ER IR IQ LB LY KP SO SD').map((code): WorkedCase => ({
  name: `groups: military use by an organisation of ${code}`,
  facts: {
    ...clearRemoteUse,
    organisations: [organisation(code)],
    endUse: { ...clearRemoteUse.endUse, militaryOrIntelligence: true },
  },
  asOf: now,
  outcome: code === 'IR' || code === 'KP' ? 'licence-required' : 'needs-officer',
  rule: 'embargoes.un-arms',
}))

/** 744.23(d) reads A:5 and A:6. */
const byAllies = [...onDays(alliesA5, ['2026-07-09', '-AE'], ['2026-07-10']), ...onDays(alliesA6, [now])].map(
  ({ code, asOf }) =>
    licence(
      `a supercomputer in China for an end user of ${code}`,
      { ...ship(800, 'CN', code), endUse: { ...clearTransfer.endUse, supercomputer: true } },
      asOf,
      'review-744-23-approval',
    ),
)

/** Every member of every group, each in a case that needs it. */
export const groupCases: readonly WorkedCase[] = [
  ...controlledDestinations.map((code) =>
    licence(
      `.b chips to ${code}`,
      { ...clearTransfer, accelerators: [chip(2400)], destinationCountry: inCountry(code) },
      now,
      '3a090-destination-groups',
    ),
  ),
  ...byD1,
  ...byD4,
  ...byD5,
  ...embargoed,
  ...armsEmbargoed,
  ...byAllies,
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
  {
    ...licence(
      'Israel before Cyprus joined A:6',
      ship(2400, 'IL', 'IL'),
      '2024-05-29',
      '3a090-destination-groups',
    ),
    outcome: 'no-requirement-found',
    absent: true,
  },
  {
    ...licence(
      'rockets in the Emirates since they left D:4',
      { ...ship(800, 'AE', 'AE'), endUse: rockets },
      '2026-07-10',
      'rocket-end-use',
    ),
    outcome: 'no-requirement-found',
    absent: true,
  },
]
