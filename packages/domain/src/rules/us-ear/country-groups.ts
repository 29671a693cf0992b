import {
  type CalendarDate,
  type Citation,
  citationOn,
  type CountryCode,
  dated,
  type Dated,
  versionOn,
} from '@allmende/domain/terms'

/*
 * Country Groups of 15 CFR 740 Supp. 1 as of 2026-07-23 (A:5, A:6, D:1, D:4, D:5 compared again on
 * 2026-09-24). Earlier lists are that list with the known moves undone, so they are marked unverified:
 * Nicaragua into D:1 and D:5 on 2024-03-15 (89 FR 18780), Cyprus out of D:5 and into A:6 on 2024-05-30
 * (89 FR 40369), the United Arab Emirates out of D:4 and into A:5 on 2026-07-10 (91 FR 43034).
 * Macau (MO) is in D:1 and D:4 and not in D:5. Hong Kong has no row: it is China here.
 */
const codes = (text: string) => text.split(' ') as CountryCode[]
const but = (list: readonly CountryCode[], ...gone: string[]) => list.filter((code) => !gone.includes(code))
const and = (list: readonly CountryCode[], ...more: string[]) => [...list, ...(more as CountryCode[])]

const a5 = codes(
  'AR AU AT BE BG CA HR CZ DK EE FI FR DE GR HU IS IN IE IT JP KR LV LT LU NL NZ NO PL PT RO SK SI ES SE CH TR AE GB',
)
const a6 = codes('AL CY IL MT MX SG ZA TW')
const d1 = codes('AM AZ BY MM KH CN GE IQ KZ KP KG LA LY MO MD MN NI RU TJ TM UZ VE VN YE')
const d4 = codes('BH BY CN EG IR IQ IL JO KP KW LB LY MO OM PK QA RU SA SY VE YE')
const d5 = codes('AF BY MM CF CN CD CU ER HT IR IQ KP LB LY NI RU SO SS SD SY VE ZW')

const start = {
  from: '2022-10-21',
  cite: '15 CFR 740 Supp. 1 of 2026-07-23, known moves undone',
  status: 'unverified',
} as const
const nicaragua = { from: '2024-03-15', cite: '89 FR 18780' } as const
const cyprus = { from: '2024-05-30', cite: '89 FR 40369' } as const
const emirates = { from: '2026-07-10', cite: '91 FR 43034' } as const

const group = (paragraph: string, values: Parameters<typeof dated<readonly CountryCode[]>>[0]['values']) =>
  dated({ cite: `15 CFR 740 Supp. 1, Country Group ${paragraph}`, unit: 'ISO 3166-1 alpha-2', values })

export const countryGroups = {
  'A:5': group('A:5', [
    { ...start, value: but(a5, 'AE') },
    { ...emirates, value: a5 },
  ]),
  'A:6': group('A:6', [
    { ...start, value: but(a6, 'CY') },
    { ...cyprus, value: a6 },
  ]),
  'D:1': group('D:1', [
    { ...start, value: but(d1, 'NI') },
    { ...nicaragua, value: d1 },
  ]),
  'D:4': group('D:4', [
    { ...start, value: and(d4, 'AE') },
    { ...emirates, value: d4 },
  ]),
  'D:5': group('D:5', [
    { ...start, value: and(but(d5, 'NI'), 'CY') },
    { ...nicaragua, value: and(d5, 'CY') },
    { ...cyprus, value: d5 },
  ]),
  'E:1': group('E:1', [
    { from: '2022-10-21', cite: '15 CFR 740 Supp. 1 of 2026-07-23', value: codes('IR KP SY') },
  ]),
  'E:2': group('E:2', [{ from: '2022-10-21', cite: '15 CFR 740 Supp. 1 of 2026-07-23', value: codes('CU') }]),
} satisfies Record<string, Dated<readonly CountryCode[]>>

export type CountryGroup = keyof typeof countryGroups

/** The country a code counts as under the EAR: Hong Kong is China since 85 FR 83788. */
export function earCountry(code: CountryCode): CountryCode {
  return code === 'HK' ? ('CN' as CountryCode) : code
}

type Versions = (typeof countryGroups)[CountryGroup]['values']
type Lookup = {
  readonly versions: Versions
  readonly asOf: CalendarDate
  readonly version: Versions[number]
  readonly list: readonly CountryCode[]
  readonly members: ReadonlySet<CountryCode>
}

/** Each group as it stood on the day that was asked about last: every case asks for many countries. */
const lookups: Partial<Record<CountryGroup, Lookup>> = {}

function lookUp(name: CountryGroup, asOf: CalendarDate): Lookup {
  const known = lookups[name]
  const { values: versions } = countryGroups[name]
  if (known?.versions === versions && known.asOf === asOf && known.version.value === known.list) return known
  const version = versionOn(countryGroups[name], asOf)
  const found = { versions, asOf, version, list: version.value, members: new Set(version.value) }
  lookups[name] = found
  return found
}

/** Whether a country is in a group on a day. */
export function isInGroup(code: CountryCode, name: CountryGroup, asOf: CalendarDate): boolean {
  return lookUp(name, asOf).members.has(earCountry(code))
}

/** Whether a country is in Group D:5 or is Macau: the text names both, since Macau is not in D:5. */
export function isD5OrMacau(code: CountryCode, asOf: CalendarDate): boolean {
  return code === 'MO' || isInGroup(code, 'D:5', asOf)
}

/** Groups D:1, D:4 and D:5 without what A:5 or A:6 also names; the Emirates are not in this set since 2026-07-10. */
export function isInControlledGroups(code: CountryCode, asOf: CalendarDate): boolean {
  const named = (['D:1', 'D:4', 'D:5'] as const).some((name) => isInGroup(code, name, asOf))
  return named && !isInGroup(code, 'A:5', asOf) && !isInGroup(code, 'A:6', asOf)
}

/** Group E:1 or E:2. */
export function isEmbargoed(code: CountryCode, asOf: CalendarDate): boolean {
  return isInGroup(code, 'E:1', asOf) || isInGroup(code, 'E:2', asOf)
}

/** The list of a group as it stood on a day, as a citation. */
export function groupCitation(name: CountryGroup, asOf: CalendarDate): Citation {
  return citationOn(countryGroups[name], asOf)
}
