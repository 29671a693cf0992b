import {
  type CalendarDate,
  type Citation,
  type CountryCode,
  dated,
  unreachable,
  valueOn,
} from '@allmende/domain/terms'
import { cite, ear, firstDay } from '../cite.ts'
import type { HardwareTransferFacts } from '../facts.ts'
import { countriesWhere, type CountryFact, organisationCountries, unknownPaths } from '../parties.ts'
import type { Context, Finding } from '../rule.ts'
import { isD5OrMacau, isInControlledGroups } from './country-groups.ts'
import { nothing, transferRule } from './transfer-rule.ts'

/** A letter that informs a maker of a licence requirement which the lists do not show. */
export type Letter = {
  readonly to: string
  /** Names of the parts that it is about. */
  readonly parts: RegExp
  /** China with Hong Kong, and Russia; the reach of the rule of October 2023; or Group D:5 and Macau. */
  readonly reach: 'china-russia' | 'october-2023-rule' | 'd5-macau'
  readonly finding: Finding
  readonly cite: Citation
}

function letter(
  one: Omit<Letter, 'cite' | 'finding'> & { about: string; from: string; source: string },
): Letter {
  const { to, parts, reach, about, from, source } = one
  const citation = cite(`BIS letter to ${to}`, '744.23(b) or 742.6, as told to the maker', source, {
    from,
    status: 'unverified',
  })
  const finding = `${about} The letter was addressed to ${to}; whether it binds this transfer is for an officer.`
  return {
    to,
    parts,
    reach,
    cite: citation,
    finding: { outcome: 'needs-officer', finding, citations: [citation] },
  }
}

const a100 = letter({
  to: 'NVIDIA',
  parts: /\b(?:A100|H100)\b/u,
  reach: 'china-russia',
  about: 'A licence for A100 and H100 to China with Hong Kong, and Russia, was required by letter.',
  from: '2022-08-26',
  source: 'maker’s 8-K of 2022-08-31',
})
const mi250 = letter({
  to: 'AMD',
  parts: /\bMI250X?\b/u,
  reach: 'china-russia',
  about: 'A licence for MI250 and its class to China with Hong Kong, and Russia, was required by letter.',
  from: '2022-08-26',
  source: 'press report of 2022-09-01',
})
const october2023 = letter({
  to: 'NVIDIA',
  parts: /\b(?:A100|A800|H100|H800|L40S)\b/u,
  reach: 'october-2023-rule',
  about: 'The rule of October 2023 was made effective at once for A100, A800, H100, H800 and L40S.',
  from: '2023-10-23',
  source: 'maker’s 8-K of 2023-10-24',
})
const h20 = letter({
  to: 'NVIDIA',
  parts: /\bH20\b/u,
  reach: 'd5-macau',
  about:
    'A licence for H20 and its equivalents to D:5, Macau or entities from there was required by letter, not by 3A090.',
  from: '2025-04-09',
  source: 'maker’s report of 2025-04-15',
})

/** Letters as they stood on a day. The letter of October 2023 ended with the effect of the rule it brought forward. */
export const letters = dated<readonly Letter[]>({
  cite: '15 CFR 744, 744.23(b)',
  unit: 'letters known from makers’ reports',
  values: [
    { from: firstDay, cite: 'makers’ reports', value: [a100, mi250], status: 'unverified' },
    { from: '2023-10-23', cite: 'maker’s report', value: [a100, mi250, october2023], status: 'unverified' },
    { from: '2023-11-17', cite: '88 FR 73458', value: [a100, mi250], status: 'unverified' },
    { from: '2025-04-09', cite: 'maker’s report', value: [a100, mi250, h20], status: 'unverified' },
  ],
})

function reaches(one: Letter, code: CountryCode, asOf: CalendarDate): boolean {
  switch (one.reach) {
    case 'china-russia':
      return code === 'CN' || code === 'HK' || code === 'RU'
    case 'october-2023-rule':
      return isInControlledGroups(code, asOf) || isD5OrMacau(code, asOf)
    case 'd5-macau':
      return isD5OrMacau(code, asOf)
    default:
      return unreachable(one.reach)
  }
}

function findingsOf(one: Letter, places: readonly CountryFact[], asOf: CalendarDate): readonly Finding[] {
  if (countriesWhere(places, (code) => reaches(one, code, asOf)).length > 0) return [one.finding]
  const missing = unknownPaths(places)
  return missing.length > 0 ? [{ ...one.finding, missing }] : nothing
}

function placesOf(facts: HardwareTransferFacts): readonly CountryFact[] {
  const country = facts.destinationCountry
  return [
    ...organisationCountries(facts),
    { path: 'destinationCountry', kind: 'destination', of: 'transfer', country },
  ]
}

const named = (one: Letter, facts: HardwareTransferFacts) =>
  facts.accelerators.some(({ name }) => one.parts.test(name))

/** One rule over the register: a letter is addressed to one maker, so an officer reads what it means for others. */
const informed = transferRule(
  {
    code: 'us-ear.is-informed-letters',
    cite: ear('744', '744.23(b)', { status: 'unverified' }),
    logic:
      'Where a part is named in a letter that stands on the day, and the destination, an organisation or its headquarters is where the letter reaches: an officer decides whether it binds this transfer. Where such a country is not stated, an officer decides and it is asked.',
  },
  (facts, context: Context) => {
    const spoken = valueOn(letters, context.asOf).filter((one) => named(one, facts))
    if (spoken.length === 0) return nothing
    const places = placesOf(facts)
    return spoken.flatMap((one) => findingsOf(one, places, context.asOf))
  },
)

export const letterRules = [informed]
