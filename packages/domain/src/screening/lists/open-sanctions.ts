import {
  alias,
  countriesOf,
  emptyEntry,
  namesOf,
  readListedDate,
  simpleFormat,
  unique,
  type ListFormat,
  type Parsed,
} from './format.ts'

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/*
 * Entities of OpenSanctions, `targets.nested.json`: one in a line, in the FollowTheMoney schema. For alliances that
 * hold a licence of its data.
 */
const kinds: Readonly<Record<string, 'person' | 'organisation' | 'vessel'>> = {
  Person: 'person',
  Company: 'organisation',
  Organization: 'organisation',
  PublicBody: 'organisation',
  LegalEntity: 'organisation',
  Vessel: 'vessel',
  Airplane: 'vessel',
}
const identifierFields = [
  'passportNumber',
  'idNumber',
  'taxNumber',
  'innCode',
  'ogrnCode',
  'registrationNumber',
  'leiCode',
  'swiftBic',
  'imoNumber',
  'socialSecurityNumber',
] as const
const labels: Readonly<Record<(typeof identifierFields)[number], string>> = {
  passportNumber: 'passport',
  idNumber: 'national',
  taxNumber: 'tax',
  innCode: 'tax',
  ogrnCode: 'registration',
  registrationNumber: 'registration',
  leiCode: 'lei',
  swiftBic: 'swift',
  imoNumber: 'imo',
  socialSecurityNumber: 'national',
}

/** The texts of a property, and the captions of entities nested in it. */
function valuesOf(properties: Fields, name: string): string[] {
  const values = properties[name]
  if (!Array.isArray(values)) return []
  return unique(
    values.flatMap((value) =>
      typeof value === 'string'
        ? [value]
        : isFields(value) && typeof value.caption === 'string'
          ? [value.caption]
          : [],
    ),
  )
}

const countryFields = ['country', 'nationality', 'citizenship', 'jurisdiction', 'flag'] as const

function parse(record: Fields): Parsed {
  const { id, schema, caption, properties } = record
  if (typeof id !== 'string' || id === '') return { ok: false, problem: 'the entity has no id' }
  if (!isFields(properties)) return { ok: false, problem: `the entity ${id} has no properties` }
  const of = (name: string) => valuesOf(properties, name)
  const [first, ...more] = of('name')
  const names = namesOf(first ?? (typeof caption === 'string' ? caption : ''), [
    ...[...more, ...of('alias'), ...of('previousName')].map((text) => alias(text)),
    ...of('weakAlias').map((text) => alias(text, true)),
  ])
  if (names.length === 0) return { ok: false, problem: `the entity ${id} has no name` }
  const datasets = Array.isArray(record.datasets)
    ? record.datasets.filter((one) => typeof one === 'string')
    : []
  return {
    ok: true,
    value: {
      ...emptyEntry,
      id,
      list: 'opensanctions',
      kind: kinds[String(schema)] ?? null,
      names,
      birthDates: of('birthDate').flatMap((date) => readListedDate(date) ?? []),
      birthPlaces: of('birthPlace'),
      countries: countriesOf(countryFields.flatMap(of)),
      identifiers: identifierFields.flatMap((field) =>
        of(field).map((value) => `${labels[field]}: ${value}`),
      ),
      programmes: unique([...of('program'), ...of('topics'), ...datasets]),
      addresses: [...of('address'), ...of('addressEntity')],
      remarks: of('notes').join('. '),
      sourceUrl: of('sourceUrl')[0] ?? `https://www.opensanctions.org/entities/${encodeURIComponent(id)}/`,
    },
  }
}

export const openSanctions: ListFormat = simpleFormat<Fields>(
  {
    name: 'opensanctions',
    title: 'OpenSanctions, targets.nested.json',
    tried: false,
    carrier: { kind: 'json-lines' },
  },
  parse,
)
