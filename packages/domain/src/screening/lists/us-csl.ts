import {
  alias,
  cells as parts,
  countriesOf,
  emptyEntry,
  kindOf,
  namesOf,
  readListedDate,
  simpleFormat,
  unique,
  type ListFormat,
  type Parsed,
} from './format.ts'

type Row = Readonly<Record<string, string>>

/** Columns of the US Consolidated Screening List (CSV) without which an entry could not be told or compared. */
const required = [
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
const known: readonly string[] = [
  ...required,
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

/** What the list says it names; where it says nothing it is an organisation, as its own readers take it. */
const typeOf = (row: Row) => kindOf(row.type) ?? 'organisation'

/** Country codes of an entry: stated ones, and the last part of each address where it is a code. */
function countries(row: Row): string[] {
  const stated = [...parts(row.citizenships), ...parts(row.nationalities)]
  const fromAddresses = parts(row.addresses)
    .map((address) => address.split(',').at(-1)?.trim() ?? '')
    .filter((last) => /^[A-Za-z]{2}$/.test(last))
  return countriesOf([...stated, ...fromAddresses])
}

/** "JO, 2014-08-30, 2009-08-31, K475336, Passport": country and dates where there are any, the number, its type. */
function identifiers(row: Row): string[] {
  return parts(row.ids).flatMap((text) => {
    const [number, type] = text
      .split(',')
      .map((part) => part.trim())
      .slice(-2)
    return number && type && /\d/.test(number) && !/gender|sanctions/i.test(type)
      ? [`${type}: ${number}`]
      : []
  })
}

/** One row of the list as an entry; a row without id, list or name is a problem and says which. */
function parse(record: Row): Parsed {
  const id = (record._id ?? '').trim()
  if (id === '') return { ok: false, problem: 'the row has no _id' }
  const list = listCodes.find(([pattern]) => pattern.test(record.source ?? ''))?.[1]
  if (!list)
    return { ok: false, problem: `the source "${(record.source ?? '').slice(0, 80)}" is no list known here` }
  const names = namesOf(
    record.name ?? '',
    parts(record.alt_names).map((text) => alias(text)),
  )
  if (names.length === 0) return { ok: false, problem: `the row ${id} has no name` }
  return {
    ok: true,
    value: {
      ...emptyEntry,
      id,
      list,
      kind: typeOf(record),
      names,
      birthDates: parts(record.dates_of_birth).flatMap((date) => readListedDate(date) ?? []),
      birthPlaces: parts(record.places_of_birth),
      countries: countries(record),
      identifiers: identifiers(record),
      programmes: parts(record.programs),
      addresses: parts(record.addresses),
      remarks: unique([
        record.remarks ?? '',
        record.license_requirement ?? '',
        record.license_policy ?? '',
      ]).join(' · '),
      sourceUrl: (record.source_list_url ?? '').trim(),
    },
  }
}

export const usCslCsv: ListFormat = simpleFormat<Row>(
  {
    name: 'us-csl-csv',
    title: 'US Consolidated Screening List (CSV)',
    tried: true,
    carrier: { kind: 'csv', required, known },
  },
  parse,
)

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** An address, or an identifier with its type first, as the CSV of the same list writes it. */
function inOneLine(value: unknown, fields: readonly string[]): string {
  if (!isFields(value)) return textOf(value)
  return fields
    .map((field) => textOf(value[field]).trim())
    .filter(Boolean)
    .join(', ')
}

const several = (value: unknown, fields: readonly string[] = []) =>
  listOf(value)
    .map((one) => inOneLine(one, fields).replace(/;/g, ','))
    .join('; ')

/** The same list as JSON: `{"results": [...]}` with arrays where the CSV has ";". */
function parseJson(record: Fields): Parsed {
  const row: Record<string, string> = {}
  for (const [name, value] of Object.entries(record))
    row[name] = Array.isArray(value) ? several(value) : textOf(value)
  row._id = textOf(record._id) || textOf(record.id)
  row.addresses = several(record.addresses, ['address', 'city', 'state', 'postal_code', 'country'])
  row.ids = several(record.ids, ['country', 'number', 'type'])
  return parse(row)
}

export const usCslJson: ListFormat = simpleFormat<Fields>(
  {
    name: 'us-csl-json',
    title: 'US Consolidated Screening List (JSON)',
    tried: false,
    carrier: { kind: 'json', records: 'results' },
  },
  parseJson,
)
