import type { Accelerator, CountryCode } from '@allmende/domain/terms'
import type { HardwareTransferFacts, Organisation, Person, ReleaseFacts, RemoteUseFacts } from '../facts.ts'

/** A country code that stands in a case. */
export const inCountry = (code: string) => code as CountryCode

/** An accelerator made up for a case: 800 mm² of non-planar logic, for datacenters, unless changed. */
export function chip(tpp: number, changes: Partial<Accelerator> = {}): Accelerator {
  return {
    name: `made-up accelerator of ${tpp} TPP`,
    denseTopsByBits: { 8: tpp / 8 },
    applicableDieAreaMm2: 800,
    nonplanar: true,
    ioGBps: 900,
    dramBandwidthGBps: 3000,
    datacenterMarketed: true,
    ...changes,
  }
}

/** An organisation in one country, headquartered and owned where stated. */
export function organisation(at: string, seat: string = at, parent: string = seat): Organisation {
  return {
    country: inCountry(at),
    headquartersCountry: inCountry(seat),
    ultimateParentCountry: inCountry(parent),
  }
}

export function person(at: string, changes: Partial<Person> = {}): Person {
  return {
    locationCountry: inCountry(at),
    nationalities: [inCountry(at)],
    residenceCountry: inCountry(at),
    usPerson: false,
    ...changes,
  }
}

const civil = {
  purpose: 'civil-research',
  militaryOrIntelligence: false,
  wmd: false,
  trainsModelForD5Entity: false,
  rocketsOrUnmannedAircraft: false,
} as const

/** A Kenyan university on controlled chips at a German site, every fact stated: no requirement is found. */
export const clearRemoteUse: RemoteUseFacts = {
  transaction: 'remote-use',
  accelerators: [chip(16_000)],
  site: {
    country: inCountry('DE'),
    operator: { country: inCountry('DE'), headquartersCountry: inCountry('DE') },
    licenceConditions: 'none',
    nationalPolicy: 'none',
  },
  organisations: [organisation('KE')],
  people: [person('KE')],
  endUse: civil,
  screening: 'clear',
}

/** Chips below 3A090 shipped to a Kenyan university, every fact stated: no requirement is found. */
export const clearTransfer: HardwareTransferFacts = {
  transaction: 'hardware-transfer',
  accelerators: [chip(800)],
  destinationCountry: inCountry('KE'),
  exportedFrom: inCountry('US'),
  approvedUaeEntities: false,
  organisations: [organisation('KE')],
  people: [person('KE')],
  endUse: { ...civil, supercomputer: false },
  screening: 'clear',
}

/** Published source code given to a Kenyan university, every fact stated: no requirement is found. */
export const clearRelease: ReleaseFacts = {
  transaction: 'release',
  what: 'source-code',
  eccn: 'EAR99',
  published: true,
  releasedFrom: inCountry('DE'),
  receivedIn: inCountry('KE'),
  trainingFlop: null,
  organisations: [organisation('KE')],
  people: [person('KE', { latestStatusCountry: inCountry('KE') })],
  endUse: civil,
  screening: 'clear',
}
