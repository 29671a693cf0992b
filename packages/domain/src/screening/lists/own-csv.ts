import {
  alias,
  cells,
  countriesOf,
  emptyEntry,
  kindOf,
  namesOf,
  readListedDate,
  simpleFormat,
  type ListFormat,
  type Parsed,
} from './format.ts'

type Row = Readonly<Record<string, string>>

/** A member's own list: one row each, several values of a field separated by ";". Aliases in quotes are weak. */
function parse(row: Row): Parsed {
  const id = (row.id ?? '').trim()
  if (id === '') return { ok: false, problem: 'the row has no id' }
  const aliases = cells(row.aliases).map((text) => alias(text.replace(/^"(.*)"$/, '$1'), /^".*"$/.test(text)))
  const names = namesOf(row.name ?? '', aliases)
  if (names.length === 0) return { ok: false, problem: `the row ${id} has no name` }
  const stated = cells(row.birth_dates)
  const dates = stated.map(readListedDate)
  const wrong = stated.find((_, at) => dates[at] === null)
  if (wrong !== undefined)
    return { ok: false, problem: `the row ${id} has the birth date "${wrong}", which is none` }
  return {
    ok: true,
    value: {
      ...emptyEntry,
      id,
      list: 'own',
      kind: kindOf(row.type),
      names,
      birthDates: dates.filter((date) => date !== null),
      countries: countriesOf(cells(row.countries)),
      identifiers: cells(row.identifiers),
      programmes: cells(row.programmes),
      remarks: (row.remarks ?? '').trim(),
      sourceUrl: (row.source_url ?? '').trim(),
    },
  }
}

const required = ['id', 'type', 'name', 'aliases', 'birth_dates', 'countries', 'identifiers']

export const ownCsv: ListFormat = simpleFormat<Row>(
  {
    name: 'own-csv',
    title: "A member's own list (CSV)",
    tried: true,
    carrier: { kind: 'csv', required, known: [...required, 'programmes', 'remarks', 'source_url'] },
  },
  parse,
)
