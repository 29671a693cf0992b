import type { ListEntry } from '../entry.ts'
import {
  alias,
  below,
  countriesOf,
  emptyEntry,
  kindOf,
  namesOf,
  readListedDate,
  simpleFormat,
  textAt,
  unique,
  type ListFormat,
  type Parsed,
  type XmlElement,
} from './format.ts'

/*
 * Financial sanctions of the European Union, XML 1.1 (xmlFullSanctionsList_1_1 of the Financial Sanctions Files):
 * everything stands in attributes of the elements below `sanctionEntity`.
 */
const of = (element: XmlElement, name: string) => (element.attributes[name] ?? '').trim()

function birthDate(element: XmlElement): string | null {
  const about = of(element, 'circa') === 'true' ? 'circa ' : ''
  const [from, to] = [of(element, 'yearRangeFrom'), of(element, 'yearRangeTo')]
  if (from && to) return readListedDate(`${from} to ${to}`)
  const [year, month, day] = [of(element, 'year'), of(element, 'monthOfYear'), of(element, 'dayOfMonth')]
  const parts = [year, month, day].slice(0, month && day ? 3 : month ? 2 : 1)
  return readListedDate(
    about + (of(element, 'birthdate') || parts.map((part) => part.padStart(2, '0')).join('-')),
  )
}

const place = (element: XmlElement, fields: readonly string[]) =>
  fields
    .map((field) => of(element, field))
    .filter(Boolean)
    .join(', ')

function entryOf(record: XmlElement, id: string): ListEntry {
  const births = below(record, 'birthdate')
  const addresses = below(record, 'address')
  const [first, ...others] = below(record, 'nameAlias').map((one) => ({
    text:
      of(one, 'wholeName') ||
      ['firstName', 'middleName', 'lastName']
        .map((field) => of(one, field))
        .filter(Boolean)
        .join(' '),
    weak: of(one, 'strong') === 'false',
  }))
  return {
    ...emptyEntry,
    id,
    list: 'eu',
    kind: kindOf(of(below(record, 'subjectType')[0] ?? record, 'code')),
    names: namesOf(
      first?.text ?? '',
      others.map(({ text, weak }) => alias(text, weak)),
    ),
    birthDates: unique(births.flatMap((one) => birthDate(one) ?? [])),
    birthPlaces: unique(births.map((one) => place(one, ['city', 'region', 'countryDescription']))),
    countries: countriesOf(
      [...below(record, 'citizenship'), ...addresses]
        .map((one) => of(one, 'countryIso2Code'))
        .filter((code) => code !== '00'),
    ),
    identifiers: unique(
      below(record, 'identification')
        .map((one) => `${of(one, 'identificationTypeCode') || 'document'}: ${of(one, 'number')}`)
        .filter((text) => !text.endsWith(': ')),
    ),
    programmes: unique(below(record, 'regulation').map((one) => of(one, 'programme'))),
    addresses: unique(
      addresses.map((one) => place(one, ['street', 'city', 'zipCode', 'countryDescription'])),
    ),
    remarks: [of(record, 'euReferenceNumber'), textAt(record, 'remark')].filter(Boolean).join('. '),
    sourceUrl: textAt(record, 'regulation', 'publicationUrl') || 'https://webgate.ec.europa.eu/fsd/fsf',
  }
}

function parse(record: XmlElement): Parsed {
  const id = of(record, 'logicalId') || of(record, 'euReferenceNumber')
  if (id === '') return { ok: false, problem: 'the sanctionEntity has no logicalId' }
  const entry = entryOf(record, id)
  return entry.names.length === 0
    ? { ok: false, problem: `the sanctionEntity ${id} has no nameAlias` }
    : { ok: true, value: entry }
}

export const euXml: ListFormat = simpleFormat<XmlElement>(
  {
    name: 'eu-xml',
    title: 'European Union, financial sanctions (XML 1.1)',
    tried: false,
    carrier: { kind: 'xml', root: 'export', records: ['sanctionEntity'] },
  },
  parse,
)
