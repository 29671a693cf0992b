import { type Branded, isCountryCode, type PartyKind } from '../terms/index.ts'
import type { ListEntry, ListName } from './entry.ts'

export type ListRecord = Readonly<Record<string, string>>
export type Parsed =
  | { readonly ok: true; readonly value: ListEntry }
  | { readonly ok: false; readonly problem: string }
export type ListCode = Branded<string, 'ListCode'>

/** Columns of the US Consolidated Screening List (CSV) without which an entry could not be told or compared. */
export const requiredCslColumns = [
  '_id',
  'source',
  'type',
  'programs',
  'name',
  'addresses',
  'remarks',
  'source_list_url',
  'alt_names',
  'citizenships',
  'dates_of_birth',
  'nationalities',
  'ids',
] as const
export const knownCslColumns: readonly string[] = [
  ...requiredCslColumns,
  'entity_number',
  'title',
  'federal_register_notice',
  'start_date',
  'end_date',
  'standard_order',
  'license_requirement',
  'license_policy',
  'call_sign',
  'vessel_type',
  'gross_tonnage',
  'gross_registered_tonnage',
  'vessel_flag',
  'vessel_owner',
  'places_of_birth',
  'source_information_url',
]

const listCodes: readonly (readonly [RegExp, string])[] = [
  [/\(DPL\)|Denied Persons/, 'dpl'],
  [/\(SDN\)|Specially Designated/, 'sdn'],
  [/\(MEU\)|Military End User/, 'meu'],
  [/\(UVL\)|Unverified/, 'uvl'],
  [/\(FSE\)|Foreign Sanctions Evaders/, 'fse'],
  [/\(SSI\)|Sectoral/, 'ssi'],
  [/\(DTC\)|ITAR/, 'dtc'],
  [/\(ISN\)|Nonproliferation/, 'isn'],
  [/\(PLC\)|Palestinian/, 'plc'],
  [/\(CAP\)|Correspondent/, 'cap'],
  [/\(CMIC\)|Military-Industrial/, 'cmic'],
  [/\(MBS\)|Menu-Based/, 'mbs'],
  [/\(EL\)|Entity List/, 'el'],
]

const parts = (text: string | undefined) =>
  (text ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "10 Dec 1948", "Dec 1948", "1948", "circa 1948" or ISO, as year, year-month or full date; null for anything else. */
export function parseBirthDate(text: string): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(circa|approximately|c\.)\s*/, '')
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(plain)) return plain
  const match = /^(?:(\d{1,2}) )?([a-z]{3})[a-z]* (\d{4})$/.exec(plain)
  const month = match ? months.indexOf(match[2] ?? '') + 1 : 0
  if (!match || month === 0) return null
  return [match[3], String(month).padStart(2, '0'), ...(match[1] ? [match[1].padStart(2, '0')] : [])].join(
    '-',
  )
}

function kindOf(record: ListRecord): PartyKind {
  const type = (record.type ?? '').toLowerCase()
  if (type === 'individual') return 'person'
  return type === 'vessel' ? 'vessel' : 'organisation'
}

function namesOf(record: ListRecord): ListName[] {
  const primary = (record.name ?? '').trim()
  const others = parts(record.alt_names).map((text) => ({
    text,
    kind: /[^\u0000-\u024F\s]/u.test(text) ? ('original-script' as const) : ('aka' as const),
  }))
  return primary === '' ? others : [{ text: primary, kind: 'primary' }, ...others]
}

/** Country codes of an entry: stated ones, and the last part of each address where it is a code. */
function countriesOf(record: ListRecord): string[] {
  const stated = [...parts(record.citizenships), ...parts(record.nationalities)]
  const fromAddresses = parts(record.addresses).map((address) => address.split(',').at(-1)?.trim() ?? '')
  return [
    ...new Set([...stated, ...fromAddresses].map((c) => c.toUpperCase()).filter((c) => isCountryCode(c))),
  ]
}

/** One row of the list as an entry; a row without id, list or name is a problem and says which. */
export function parseCslRecord(record: ListRecord): Parsed {
  const id = (record._id ?? '').trim()
  if (id === '') return { ok: false, problem: 'the row has no _id' }
  const list = listCodes.find(([pattern]) => pattern.test(record.source ?? ''))?.[1]
  if (!list)
    return { ok: false, problem: `the source "${(record.source ?? '').slice(0, 80)}" is no list known here` }
  const names = namesOf(record)
  if (names.length === 0) return { ok: false, problem: `the row ${id} has no name` }
  const identifiers = parts(record.ids).map((text) => {
    const [kind = '', value] = text.split(',').map((part) => part.trim())
    return value ? `${kind.toLowerCase()}:${value}` : kind
  })
  return {
    ok: true,
    value: {
      id,
      list,
      kind: kindOf(record),
      names,
      birthDates: parts(record.dates_of_birth).flatMap((date) => parseBirthDate(date) ?? []),
      countries: countriesOf(record),
      identifiers,
      programmes: parts(record.programs),
      addresses: parts(record.addresses),
      remarks: (record.remarks ?? '').trim(),
      sourceUrl: (record.source_list_url ?? '').trim(),
    },
  }
}
