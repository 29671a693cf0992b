import { type Citation, type CountryCode, countryNames } from '@allmende/domain/terms'
import type { HardwareTransferFacts } from '../facts.ts'
import { countriesWhere, type CountryFact, organisationCountries } from '../parties.ts'
import type { Context, Finding, Rule } from '../rule.ts'
import { type ClassAnswer, ofLastCase } from './chips.ts'
import { isD5OrMacau } from './country-groups.ts'

/** What a rule says that found nothing. */
export const nothing: readonly Finding[] = []

/** The Emirates left D:4 for A:5 on this day and are named instead: 91 FR 43034. */
export const emiratesFrom = '2026-07-10'

export const nameOf = (code: CountryCode) => countryNames[code] ?? code

/** What a rule is, apart from what it finds. */
export type RuleHead = Pick<Rule, 'code' | 'logic' | 'cite'> & Partial<Pick<Rule, 'layer'>>

/** A rule that reads transfers of hardware only. */
export function transferRule(
  head: RuleHead,
  find: (facts: HardwareTransferFacts, context: Context) => readonly Finding[],
): Rule {
  return {
    ...head,
    only: 'hardware-transfer',
    find: (context) =>
      context.facts.transaction === 'hardware-transfer' ? find(context.facts, context) : nothing,
  }
}

/** A licence finding, or a question where the class of an item is open; nothing where no item is of the class. */
export function licenceFor(
  item: ClassAnswer,
  finding: string,
  citations: readonly Citation[],
): readonly Finding[] {
  if (item.answer === false) return nothing
  if (item.answer === true) return [{ outcome: 'licence-required', finding, citations }]
  const open = `${finding} Whether the class applies is open.`
  return [{ outcome: 'needs-officer', finding: open, citations, missing: item.missing }]
}

/** Where organisations and their ultimate parents are headquartered. */
export function seatsOf(facts: HardwareTransferFacts): readonly CountryFact[] {
  return organisationCountries(facts).filter((fact) => fact.kind === 'headquarters')
}

/** Headquarters and ultimate parents in Group D:5 or Macau. */
export const d5SeatsOf = ofLastCase(({ facts, asOf }): readonly CountryCode[] =>
  facts.transaction === 'hardware-transfer'
    ? countriesWhere(seatsOf(facts), (code) => isD5OrMacau(code, asOf))
    : [],
)

/** Whether the hardware goes to, or an entity is headquartered in, Group D:5 or Macau. */
export const concernsD5 = ofLastCase((context): boolean => {
  const { facts, asOf } = context
  if (facts.transaction !== 'hardware-transfer') return false
  const to = facts.destinationCountry
  return to !== 'US' && ((to !== null && isD5OrMacau(to, asOf)) || d5SeatsOf(context).length > 0)
})
