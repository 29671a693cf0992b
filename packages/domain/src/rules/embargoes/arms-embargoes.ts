import { type CalendarDate, type CountryCode, dated, valueOn } from '@allmende/domain/terms'

/** Countries under UN arms embargo as the EAR lists them. The UN's own list differs and is not encoded. */
export const armsEmbargoList = dated<readonly CountryCode[]>({
  cite: '15 CFR 746, 746.1(b)(2)',
  unit: 'ISO 3166-1 alpha-2',
  values: [
    {
      from: '2022-10-21',
      cite: 'eCFR as of 2026-09-24, through a secondary copy',
      status: 'unverified',
      value: 'CF CD ER IR IQ LB LY KP SO SD'.split(' ') as CountryCode[],
    },
  ],
})

/** The list on a day. */
export function armsEmbargoes(asOf: CalendarDate): readonly CountryCode[] {
  return valueOn(armsEmbargoList, asOf)
}
