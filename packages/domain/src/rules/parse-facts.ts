import { unreachable } from '@allmende/domain/terms'
import {
  country,
  date,
  type Field,
  figure,
  isRecord,
  list,
  listedCountry,
  member,
  object,
  oneOf,
  type Parsed,
  refuse,
  text,
  truth,
} from './check.ts'
import {
  type CommonFacts,
  type EndUse,
  type Facts,
  type HardwareTransferFacts,
  type HbmStack,
  type LicenceConditions,
  type NationalPolicy,
  type Organisation,
  type Person,
  purposes,
  releasedFor,
  type ReleaseFacts,
  releasedKinds,
  screeningStatuses,
  type SiteFacts,
} from './facts.ts'
import { computerOf } from './classify-items.ts'
import { statedAccelerator } from './parse-accelerators.ts'

const common = ['transaction', 'organisations', 'people', 'endUse', 'screening', 'ukraineOccupiedRegion']
const fieldNames = {
  'remote-use': [...common, 'accelerators', 'site'],
  'hardware-transfer': [
    ...common,
    'accelerators',
    'computers',
    'hbm',
    'destinationCountry',
    'exportedFrom',
    'approvedUaeEntities',
  ],
  release: [
    ...common,
    'what',
    'eccn',
    'published',
    'releasedFrom',
    'receivedIn',
    'trainingFlop',
    'subjectToEar',
    'releasedFor',
  ],
} as const

const transactions = ['remote-use', 'hardware-transfer', 'release'] as const

function organisation(field: Field): Organisation | null {
  if (!object(field, ['country', 'headquartersCountry', 'ultimateParentCountry'])) return null
  return {
    country: country(member(field, 'country')),
    headquartersCountry: country(member(field, 'headquartersCountry')),
    ultimateParentCountry: country(member(field, 'ultimateParentCountry')),
  }
}

function person(field: Field): Person | null {
  const names = ['locationCountry', 'latestStatusCountry', 'nationalities', 'residenceCountry', 'usPerson']
  if (!object(field, names)) return null
  return {
    latestStatusCountry: country(member(field, 'latestStatusCountry')),
    locationCountry: country(member(field, 'locationCountry')),
    nationalities: optionalList(member(field, 'nationalities'), listedCountry),
    residenceCountry: country(member(field, 'residenceCountry')),
    usPerson: truth(member(field, 'usPerson')),
  }
}

function optionalList<T>(field: Field, read: (item: Field) => T | null): readonly T[] {
  return field.value === undefined || field.value === null ? [] : list(field, read)
}

function licenceConditions(field: Field): LicenceConditions | 'none' | null {
  if (field.value === null || field.value === undefined) return null
  if (field.value === 'none') return 'none'
  if (!object(field, ['excludedCountries', 'otherConditions', 'source'])) return null
  return {
    excludedCountries: list(member(field, 'excludedCountries'), listedCountry),
    otherConditions: list(member(field, 'otherConditions'), text),
    source: text(member(field, 'source')),
  }
}

function nationalPolicy(field: Field): NationalPolicy | 'none' | null {
  if (field.value === null || field.value === undefined) return null
  if (field.value === 'none') return 'none'
  if (!object(field, ['excludedCountries', 'rule', 'from'])) return null
  const from = date(member(field, 'from'))
  const excludedCountries = list(member(field, 'excludedCountries'), listedCountry)
  const rule = text(member(field, 'rule'))
  return from === null ? null : { excludedCountries, rule, from }
}

const nobody = { country: null, headquartersCountry: null }

function site(field: Field): SiteFacts {
  const known = object(field, ['country', 'operator', 'licenceConditions', 'nationalPolicy'])
  if (!known) return { country: null, operator: nobody, licenceConditions: null, nationalPolicy: null }
  const operator = member(field, 'operator')
  const stated = operator.value !== null && operator.value !== undefined
  if (stated) object(operator, ['country', 'headquartersCountry'])
  return {
    country: country(member(field, 'country')),
    operator: stated
      ? {
          country: country(member(operator, 'country')),
          headquartersCountry: country(member(operator, 'headquartersCountry')),
        }
      : nobody,
    licenceConditions: licenceConditions(member(field, 'licenceConditions')),
    nationalPolicy: nationalPolicy(member(field, 'nationalPolicy')),
  }
}

function endUse(field: Field): EndUse {
  const names = [
    'purpose',
    'militaryOrIntelligence',
    'wmd',
    'trainsModelForD5Entity',
    'supercomputer',
    'rocketsOrUnmannedAircraft',
    'rocketRangeKm',
  ]
  if (field.value !== null && field.value !== undefined) object(field, names)
  const purpose = member(field, 'purpose')
  return {
    purpose: purpose.value === null || purpose.value === undefined ? null : oneOf(purpose, purposes),
    militaryOrIntelligence: truth(member(field, 'militaryOrIntelligence')),
    wmd: truth(member(field, 'wmd')),
    trainsModelForD5Entity: truth(member(field, 'trainsModelForD5Entity')),
    supercomputer: truth(member(field, 'supercomputer')),
    rocketsOrUnmannedAircraft: truth(member(field, 'rocketsOrUnmannedAircraft')),
    rocketRangeKm: figure(member(field, 'rocketRangeKm'), 'km', 'above-zero'),
  }
}

function commonFacts(root: Field): CommonFacts {
  const screening = member(root, 'screening')
  const unstated = screening.value === null || screening.value === undefined
  return {
    organisations: optionalList(member(root, 'organisations'), organisation),
    people: optionalList(member(root, 'people'), person),
    endUse: endUse(member(root, 'endUse')),
    screening: unstated ? 'unknown' : (oneOf(screening, screeningStatuses) ?? 'unknown'),
    ukraineOccupiedRegion: truth(member(root, 'ukraineOccupiedRegion')),
  }
}

function hbmStack(field: Field): HbmStack | null {
  if (!object(field, ['name', 'bandwidthGBps', 'areaMm2', 'coPackagedForProcessing'])) return null
  return {
    name: text(member(field, 'name')),
    bandwidthGBps: figure(member(field, 'bandwidthGBps'), 'GB/s', 'above-zero'),
    areaMm2: figure(member(field, 'areaMm2'), 'mm²', 'above-zero'),
    coPackagedForProcessing: truth(member(field, 'coPackagedForProcessing')),
  }
}

/** Names that the list of accelerators states, read leniently: what is wrong with it is said where it is read. */
function optionalNames({ value }: Field): readonly unknown[] {
  return Array.isArray(value) ? value.map((one: unknown) => (isRecord(one) ? one.name : null)) : []
}

/** Computers of the shipment; what is in them is named as among the accelerators. */
function computersOf(field: Field, names: readonly unknown[]): Pick<HardwareTransferFacts, 'computers'> {
  if (field.value === undefined || field.value === null) return {}
  const computers = list(field, computerOf)
  computers.forEach(({ contains }, at) =>
    contains.forEach((name, index) => {
      if (!names.includes(name))
        refuse(
          { path: `${field.path}.${at}.contains.${index}`, value: name, problems: field.problems },
          'the name of one of the accelerators of this case',
        )
    }),
  )
  return { computers }
}

/** "EAR99", or an entry of product group D or E: software or technology. */
export const eccnPattern = /^(?:EAR99|[0-9][DE][0-9]{3})$/

function entry(field: Field): string | null {
  const { value } = field
  return typeof value === 'string' && eccnPattern.test(value)
    ? value
    : refuse(
        field,
        'an entry of software or technology such as 4D090 or 3E001, or EAR99, or null if not known',
      )
}

function released(root: Field): Omit<ReleaseFacts, keyof CommonFacts | 'transaction'> {
  const stated = (name: string) => {
    const field = member(root, name)
    return field.value === null || field.value === undefined ? null : field
  }
  const what = stated('what')
  const eccn = stated('eccn')
  const commodity = stated('releasedFor')
  return {
    what: what === null ? null : oneOf(what, releasedKinds),
    eccn: eccn === null ? null : entry(eccn),
    published: truth(member(root, 'published')),
    releasedFrom: country(member(root, 'releasedFrom')),
    receivedIn: country(member(root, 'receivedIn')),
    trainingFlop: figure(member(root, 'trainingFlop'), 'FLOP', 'above-zero'),
    subjectToEar: truth(member(root, 'subjectToEar')),
    releasedFor: commodity === null ? null : oneOf(commodity, releasedFor),
  }
}

function readFacts(root: Field): Facts | null {
  if (!object(root, null)) return null
  const transaction = oneOf(member(root, 'transaction'), transactions)
  if (transaction === null) return null
  object(root, fieldNames[transaction])
  const shared = commonFacts(root)
  const accelerators = () => optionalList(member(root, 'accelerators'), statedAccelerator)
  switch (transaction) {
    case 'remote-use':
      return { transaction, ...shared, accelerators: accelerators(), site: site(member(root, 'site')) }
    case 'hardware-transfer':
      return {
        transaction,
        ...shared,
        accelerators: accelerators(),
        ...computersOf(member(root, 'computers'), optionalNames(member(root, 'accelerators'))),
        hbm: optionalList(member(root, 'hbm'), hbmStack),
        destinationCountry: country(member(root, 'destinationCountry')),
        exportedFrom: country(member(root, 'exportedFrom')),
        approvedUaeEntities: truth(member(root, 'approvedUaeEntities')),
      }
    case 'release':
      return { transaction, ...shared, ...released(root) }
    default:
      return unreachable(transaction)
  }
}

/**
 * Reads the facts of one use or transfer from untrusted JSON, in the shape of `Facts`. An absent or null fact is
 * not known. Refuses field names it does not know, unknown country codes, impossible dates and figures.
 */
export function parseFacts(json: unknown): Parsed<Facts> {
  const root: Field = { path: '', value: json, problems: [] }
  const value = readFacts(root)
  return value !== null && root.problems.length === 0
    ? { ok: true, value }
    : { ok: false, problems: root.problems }
}
