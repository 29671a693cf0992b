import type { PartyKind } from '../../terms/index.ts'
import type { ListEntry } from '../entry.ts'
import {
  alias,
  below,
  countriesOf,
  emptyEntry,
  kindOf,
  namesOf,
  readListedDate,
  textAt,
  unique,
  type Collector,
  type ListFormat,
  type XmlElement,
} from './format.ts'

/*
 * OFAC's lists in the advanced XML (sdn_advanced.xml, cons_advanced.xml; schema ADVANCED_XML.xsd, after the UN's
 * enhanced format): values, places, documents, parties and measures stand apart and point to one another by number.
 */
const of = (element: XmlElement | undefined, name: string) => (element?.attributes[name] ?? '').trim()

/** Reference values that are read by their words, since their numbers are nobody's promise. */
const valueSets = ['FeatureType', 'IDRegDocType', 'PartySubType', 'Country'] as const

type Gathered = {
  readonly values: Map<string, XmlElement>
  readonly places: Map<string, XmlElement>
  readonly documents: Map<string, XmlElement[]>
  readonly parties: Map<string, XmlElement>
  readonly measures: Map<string, string[]>
}

const valueOf = (all: Gathered, set: (typeof valueSets)[number], id: string) =>
  all.values.get(`${set} ${id}`)?.text.trim() ?? ''

function dateOf(period: XmlElement | undefined): string | null {
  const point = (edge: string, side: string): string[] => {
    const at = period ? below(period, edge, side)[0] : undefined
    return at ? ['Year', 'Month', 'Day'].map((part) => textAt(at, part).padStart(2, '0')) : []
  }
  const [from, to] = [point('Start', 'From'), point('End', 'To')]
  if (from.length === 0) return null
  if (to.length === 0 || from.join() === to.join()) return readListedDate(from.join('-'))
  // A whole year is written as its first and last day.
  if (from[0] === to[0]) return readListedDate(from[0] ?? '')
  return readListedDate(`${from[0]} to ${to[0]}`)
}

function placeOf(all: Gathered, id: string): { text: string; country: string } {
  const place = all.places.get(id)
  if (!place) return { text: '', country: '' }
  const country = all.values.get(`Country ${of(below(place, 'LocationCountry')[0], 'CountryID')}`)
  const parts = below(place, 'LocationPart', 'LocationPartValue', 'Value').map(({ text }) => text.trim())
  const name = country?.text.trim() ?? ''
  return { text: [...parts, name].filter(Boolean).join(', '), country: of(country, 'ISO2') || name }
}

type Feature = { readonly type: string; readonly version: XmlElement }

function features(all: Gathered, profile: XmlElement): Feature[] {
  return below(profile, 'Feature').flatMap((feature) =>
    below(feature, 'FeatureVersion').map((version) => ({
      type: valueOf(all, 'FeatureType', of(feature, 'FeatureTypeID')),
      version,
    })),
  )
}

const detail = (version: XmlElement) => textAt(version, 'VersionDetail')
const located = (all: Gathered, version: XmlElement) =>
  placeOf(all, of(below(version, 'VersionLocation')[0], 'LocationID'))

function nameOf(element: XmlElement): string {
  return below(element, 'DocumentedName')
    .slice(0, 1)
    .flatMap((name) => below(name, 'DocumentedNamePart', 'NamePartValue').map(({ text }) => text.trim()))
    .join(' ')
}

function identifiersOf(all: Gathered, identity: string): string[] {
  return (all.documents.get(identity) ?? []).map((document) => {
    const type = valueOf(all, 'IDRegDocType', of(document, 'IDRegDocTypeID')) || 'Document'
    return `${type} ${textAt(document, 'IDRegistrationNo')}`
  })
}

function entryOf(all: Gathered, id: string, party: XmlElement, list: string): ListEntry {
  const profile = below(party, 'Profile')[0] ?? party
  const identity = below(profile, 'Identity')[0] ?? profile
  const aliases = below(identity, 'Alias').map((one) => ({
    text: nameOf(one),
    primary: of(one, 'Primary') === 'true',
    weak: of(one, 'LowQuality') === 'true',
  }))
  const found = features(all, profile)
  const typed = (pattern: RegExp) =>
    found.filter(({ type }) => pattern.test(type)).map(({ version }) => version)
  const addresses = typed(/^location$/i).map((version) => located(all, version))
  const national = typed(/nationality|citizenship/i).map(
    (version) => located(all, version).country || detail(version),
  )
  const births = typed(/^birthdate$/i).flatMap((version) => dateOf(below(version, 'DatePeriod')[0]) ?? [])
  const kind: PartyKind | null = kindOf(valueOf(all, 'PartySubType', of(profile, 'PartySubTypeID')))
  return {
    ...emptyEntry,
    id,
    list,
    kind: kind ?? (births.length > 0 ? 'person' : 'organisation'),
    names: namesOf(
      aliases.find(({ primary }) => primary)?.text ?? '',
      aliases.filter(({ primary }) => !primary).map(({ text, weak }) => alias(text, weak)),
    ),
    birthDates: unique(births),
    birthPlaces: unique(
      typed(/^place of birth$/i).map((version) => located(all, version).text || detail(version)),
    ),
    countries: countriesOf([...national, ...addresses.map(({ country }) => country)].filter(Boolean)),
    identifiers: unique([
      ...identifiersOf(all, of(identity, 'ID')),
      ...typed(/imo|registration identification|call sign/i).map((version) => `imo: ${detail(version)}`),
    ]),
    programmes: unique(all.measures.get(of(profile, 'ID')) ?? []),
    addresses: unique(addresses.map(({ text }) => text)),
    remarks: textAt(party, 'Comment'),
    sourceUrl: 'https://sanctionslist.ofac.treas.gov',
  }
}

function collect(list: string): Collector {
  const all: Gathered = {
    values: new Map(),
    places: new Map(),
    documents: new Map(),
    parties: new Map(),
    measures: new Map(),
  }
  return {
    take(record) {
      const element = record as XmlElement
      const set = valueSets.find((name) => name === element.name)
      if (set) all.values.set(`${set} ${of(element, 'ID')}`, element)
      else if (element.name === 'Location') all.places.set(of(element, 'ID'), element)
      else if (element.name === 'IDRegDocument') {
        const identity = of(element, 'IdentityID')
        all.documents.set(identity, [...(all.documents.get(identity) ?? []), element])
      } else if (element.name === 'SanctionsEntry') {
        const programmes = below(element, 'SanctionsMeasure', 'Comment').map(({ text }) => text.trim())
        all.measures.set(of(element, 'ProfileID'), programmes)
      } else {
        const id = of(element, 'FixedRef')
        if (id === '') return 'a DistinctParty has no FixedRef'
        all.parties.set(id, element)
      }
      return null
    },
    finish: () =>
      [...all.parties]
        .map(([id, party]) => entryOf(all, id, party, list))
        .filter(({ names }) => names.length > 0),
  }
}

export const ofacXml: ListFormat = {
  name: 'ofac-xml',
  title: 'OFAC, SDN list (advanced XML)',
  tried: false,
  carrier: {
    kind: 'xml',
    root: 'Sanctions',
    records: [...valueSets, 'Location', 'IDRegDocument', 'DistinctParty', 'SanctionsEntry'],
  },
  open: () => collect('sdn'),
}
