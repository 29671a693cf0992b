import type { ListEntry } from '../entry.ts'
import {
  alias,
  below,
  countriesOf,
  emptyEntry,
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
 * The consolidated list of the UN Security Council: https://scsanctions.un.org/resources/xml/en/consolidated.xml, in
 * the schema sc-sanctions.xsd. Aliases of people are "Good" or "Low", those of entities "a.k.a." or "f.k.a.".
 */
const nameParts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const
const join = (element: XmlElement, fields: readonly string[], by: string) =>
  fields
    .map((field) => textAt(element, field))
    .filter(Boolean)
    .join(by)

function birthDates(record: XmlElement): string[] {
  return below(record, 'INDIVIDUAL_DATE_OF_BIRTH').flatMap((date) => {
    const [from, to] = [textAt(date, 'FROM_YEAR'), textAt(date, 'TO_YEAR')]
    const about = textAt(date, 'TYPE_OF_DATE') === 'APPROXIMATELY' ? 'circa ' : ''
    const stated = textAt(date, 'DATE').slice(0, 10) || textAt(date, 'YEAR')
    return readListedDate(from && to ? `${from} to ${to}` : `${about}${stated}`) ?? []
  })
}

function identifiers(record: XmlElement): string[] {
  return below(record, 'INDIVIDUAL_DOCUMENT').flatMap((document) => {
    const number = textAt(document, 'NUMBER')
    const country = textAt(document, 'ISSUING_COUNTRY') || textAt(document, 'COUNTRY_OF_ISSUE')
    const type = textAt(document, 'TYPE_OF_DOCUMENT') || 'Document'
    return number ? [`${type} ${number}${country ? ` (${country})` : ''}`] : []
  })
}

const addressFields = ['STREET', 'CITY', 'STATE_PROVINCE', 'ZIP_CODE', 'COUNTRY', 'NOTE']

function entryOf(record: XmlElement, id: string): ListEntry {
  const person = record.name === 'INDIVIDUAL'
  const kind = person ? 'INDIVIDUAL' : 'ENTITY'
  const aliases = below(record, `${kind}_ALIAS`).map((one) =>
    alias(textAt(one, 'ALIAS_NAME'), textAt(one, 'QUALITY') === 'Low'),
  )
  const original = alias(textAt(record, 'NAME_ORIGINAL_SCRIPT'))
  const addresses = below(record, `${kind}_ADDRESS`)
  return {
    ...emptyEntry,
    id,
    list: 'un',
    kind: person ? 'person' : 'organisation',
    names: namesOf(join(record, nameParts, ' '), [original, ...aliases]),
    birthDates: unique(birthDates(record)),
    birthPlaces: unique(
      below(record, 'INDIVIDUAL_PLACE_OF_BIRTH').map((place) =>
        join(place, ['CITY', 'STATE_PROVINCE', 'COUNTRY'], ', '),
      ),
    ),
    countries: countriesOf([
      ...below(record, 'NATIONALITY', 'VALUE').map(({ text }) => text),
      ...addresses.map((address) => textAt(address, 'COUNTRY')),
    ]),
    identifiers: unique(identifiers(record)),
    programmes: unique([textAt(record, 'UN_LIST_TYPE')]),
    addresses: unique(addresses.map((address) => join(address, addressFields, ', '))),
    remarks: [join(record, ['REFERENCE_NUMBER', 'LISTED_ON'], ', '), textAt(record, 'COMMENTS1')]
      .filter(Boolean)
      .join('. '),
    sourceUrl: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
  }
}

function parse(record: XmlElement): Parsed {
  const id = textAt(record, 'DATAID')
  if (id === '') return { ok: false, problem: 'the record has no DATAID' }
  const entry = entryOf(record, id)
  return entry.names.length === 0
    ? { ok: false, problem: `the record ${id} has no name` }
    : { ok: true, value: entry }
}

export const unXml: ListFormat = simpleFormat<XmlElement>(
  {
    name: 'un-xml',
    title: 'UN Security Council, consolidated list (XML)',
    tried: true,
    carrier: { kind: 'xml', root: 'CONSOLIDATED_LIST', records: ['INDIVIDUAL', 'ENTITY'] },
  },
  parse,
)
