import { type CalendarDate, type CountryCode, dated, valueOn } from '@allmende/domain/terms'
import { firstDay } from '../../cite.ts'
import { earCountry, isEmbargoed } from '../country-groups.ts'

/*
 * Countries and figures of part 744, as read in the eCFR of 2026-09-24. That they were the same from the first day
 * these rules answer for was not read, apart from Nicaragua, whose entry into 744.21 is dated by the rule that
 * brought it into Group D:5.
 */
const codes = (text: string) => text.split(' ') as CountryCode[]
const asRead = { from: firstDay, cite: 'eCFR as of 2026-09-24' } as const

/** 744.21(a)(1): items of Supp. 2 to part 744 for military end uses and users of these countries. */
export const militarySupplementList = dated<readonly CountryCode[]>({
  cite: '15 CFR 744, 744.21(a)(1)',
  unit: 'ISO 3166-1 alpha-2',
  values: [
    {
      from: firstDay,
      cite: 'eCFR as of 2026-09-24, Nicaragua taken out',
      status: 'unverified',
      value: codes('MM KH CN VE'),
    },
    { from: '2024-03-15', cite: '89 FR 18780', status: 'unverified', value: codes('MM KH CN NI VE') },
  ],
})

/** 744.21(a)(2): any item subject to the EAR. */
export const militaryAnyItemList = dated<readonly CountryCode[]>({
  cite: '15 CFR 744, 744.21(a)(2)',
  unit: 'ISO 3166-1 alpha-2',
  values: [{ ...asRead, value: codes('BY RU') }],
})

/** 744.22 and 744.6(b)(5): these, and Groups E:1 and E:2. */
export const militaryIntelligenceList = dated<readonly CountryCode[]>({
  cite: '15 CFR 744, 744.6(b)(5), 744.22(a)',
  unit: 'ISO 3166-1 alpha-2',
  values: [{ ...asRead, value: codes('BY MM KH CN RU VE') }],
})

/** 744.3(a)(1): "at least"; the definition of missiles that 744.6(b)(2) uses has the same range. */
export const rocketRange = dated({
  cite: '15 CFR 744, 744.3(a)(1)',
  unit: 'km',
  values: [{ ...asRead, value: 300 }],
})

export function isMilitarySupplement(code: CountryCode, asOf: CalendarDate): boolean {
  return valueOn(militarySupplementList, asOf).includes(earCountry(code))
}

export function isMilitaryAnyItem(code: CountryCode, asOf: CalendarDate): boolean {
  return valueOn(militaryAnyItemList, asOf).includes(code)
}

export function isMilitaryIntelligence(code: CountryCode, asOf: CalendarDate): boolean {
  return valueOn(militaryIntelligenceList, asOf).includes(earCountry(code)) || isEmbargoed(code, asOf)
}
