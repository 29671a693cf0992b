import type { ListName } from '../entry.ts'
import {
  alias,
  countriesOf,
  emptyEntry,
  kindOf,
  namesOf,
  readListedDate,
  unique,
  type Collector,
  type ListFormat,
} from './format.ts'

type Row = Readonly<Record<string, string>>

/*
 * The UK Sanctions List (CSV of the Foreign, Commonwealth and Development Office): a line with the date of the report,
 * then a header; an entry has as many rows as it has names, tied by "Unique ID". "Name 6" is the family name.
 */
const nameColumns = ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5', 'Name 6'] as const
const required = [
  'Unique ID',
  ...nameColumns,
  'Name type',
  'Designation Type',
  'Regime Name',
  'D.O.B',
  'Nationality(/ies)',
  'Passport number',
]
const addressColumns = [
  'Address Line 1',
  'Address Line 2',
  'Address Line 3',
  'Address Line 4',
  'Address Line 5',
  'Address Line 6',
  'Address Postal Code',
  'Address Country',
]
const identifierColumns: readonly (readonly [string, string])[] = [
  ['Passport number', 'passport'],
  ['National Identifier number', 'national'],
  ['Business registration number (s)', 'registration'],
  ['IMO number', 'imo'],
]
const known = [
  ...required,
  ...addressColumns,
  ...identifierColumns.map(([column]) => column),
  'Last Updated',
  'OFSI Group ID',
  'UN Reference Number',
  'Alias strength',
  'Title',
  'Name non-latin script',
  'Non-latin script type',
  'Non-latin script language',
  'Designation source',
  'Sanctions Imposed',
  'Other Information',
  'UK Statement of Reasons',
  'Phone number',
  'Website',
  'Email address',
  'Date Designated',
  'National Identifier additional information',
  'Passport additional information',
  'Position',
  'Gender',
  'Town of birth',
  'Country of birth',
  'Type of entity',
  'Subsidiaries',
  'Parent company',
  'Current owner/operator (s)',
  'Previous owner/operator (s)',
  'Current believed flag of ship',
  'Previous flags',
  'Type of ship',
  'Tonnage of ship',
  'Length of ship',
  'Year Built',
  'Hull identification number (HIN)',
]

const at = (row: Row, column: string) => (row[column] ?? '').trim()
const joined = (row: Row, columns: readonly string[], by: string) =>
  columns
    .map((column) => at(row, column))
    .filter(Boolean)
    .join(by)
const split = (text: string) => text.split(/\s*(?:\||;|\(\d+\))\s*/)

function entryOf(id: string, rows: readonly Row[]) {
  const all = (column: string) => unique(rows.flatMap((row) => split(at(row, column))))
  const primary = rows.find((row) => /^primary name$/i.test(at(row, 'Name type'))) ?? rows[0] ?? {}
  const others: ListName[] = rows.flatMap((row) => [
    alias(joined(row, nameColumns, ' '), /weak|low/i.test(at(row, 'Alias strength'))),
    alias(at(row, 'Name non-latin script')),
  ])
  return {
    ...emptyEntry,
    id,
    list: 'uk',
    kind: kindOf(at(primary, 'Designation Type')),
    names: namesOf(joined(primary, nameColumns, ' '), others),
    birthDates: all('D.O.B').flatMap((date) => readListedDate(date) ?? []),
    birthPlaces: unique(rows.map((row) => joined(row, ['Town of birth', 'Country of birth'], ', '))),
    countries: countriesOf([...all('Nationality(/ies)'), ...all('Address Country')]),
    identifiers: identifierColumns.flatMap(([column, kind]) =>
      all(column).map((value) => `${kind}: ${value}`),
    ),
    programmes: all('Regime Name'),
    addresses: unique(rows.map((row) => joined(row, addressColumns, ', '))),
    remarks: unique([...all('Sanctions Imposed'), ...all('Other Information')]).join('. '),
    sourceUrl: 'https://www.gov.uk/government/publications/the-uk-sanctions-list',
  }
}

function collect(): Collector {
  const rows = new Map<string, Row[]>()
  return {
    take(record) {
      const row = record as Row
      const id = at(row, 'Unique ID')
      if (id === '') return 'the row has no Unique ID'
      if (joined(row, nameColumns, ' ') === '' && at(row, 'Name non-latin script') === '')
        return `the row ${id} has no name`
      rows.set(id, [...(rows.get(id) ?? []), row])
      return null
    },
    finish: () => [...rows].map(([id, own]) => entryOf(id, own)),
  }
}

export const ukCsv: ListFormat = {
  name: 'uk-csv',
  title: 'UK Sanctions List (CSV)',
  tried: false,
  carrier: { kind: 'csv', required, known, linesBefore: 1 },
  open: collect,
}
