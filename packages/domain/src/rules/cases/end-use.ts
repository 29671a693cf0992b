import type { EndUse, Facts, HardwareTransferFacts } from '../facts.ts'
import {
  chip,
  clearRelease,
  clearRemoteUse,
  clearTransfer,
  inCountry,
  organisation,
  person,
} from './clear-facts.ts'
import type { WorkedCase } from './remote-use.ts'

const today = '2026-11-24'
/** A chip of 800 TPP is in 3A991.p; this one is in no paragraph at all. */
const plain = chip(8, { ioGBps: 100 })

function ship(to: string, use: Partial<EndUse>, changes: Partial<HardwareTransferFacts> = {}): Facts {
  return {
    ...clearTransfer,
    destinationCountry: inCountry(to),
    endUse: { ...clearTransfer.endUse, ...use },
    ...changes,
  }
}
function remotely(from: string, use: Partial<EndUse>, usPerson: boolean | null = false): Facts {
  return {
    ...clearRemoteUse,
    organisations: [organisation(from)],
    people: [person('KE', { usPerson })],
    endUse: { ...clearRemoteUse.endUse, ...use },
  }
}
/** Technology of EAR99, not published, which no entry controls. */
function give(to: string, use: Partial<EndUse>, from: string = 'DE'): Facts {
  return {
    ...clearRelease,
    what: 'technology',
    published: false,
    subjectToEar: true,
    releasedFrom: inCountry(from),
    receivedIn: inCountry(to),
    endUse: { ...clearRelease.endUse, ...use },
  }
}
const military = { militaryOrIntelligence: true } as const
const rockets = (rocketRangeKm: number | null) => ({ rocketsOrUnmannedAircraft: true, rocketRangeKm })
const rocketsUnknown = { rocketsOrUnmannedAircraft: null } as const

/** Each country of a list, where leaving it out would silence the rule. */
const listed = (codes: string, item: typeof plain, rule: string, asOf = today) =>
  codes.split(' ').map((code): WorkedCase => ({
    name: `military use in ${code}, listed for ${rule}`,
    facts: ship(code, military, { accelerators: [item] }),
    asOf,
    outcome: 'licence-required',
    rule: `us-ear.${rule}`,
  }))

const listCases: readonly WorkedCase[] = [
  ...listed('BY RU', plain, 'military-any-item'),
  ...listed('MM KH CN HK VE', chip(800), 'military-end-use', '2024-03-14'),
  ...listed('MM KH CN HK NI VE', chip(800), 'military-end-use'),
  ...listed('BY MM KH CN HK RU VE IR CU', plain, 'military-intelligence'),
]

const militaryCases: readonly WorkedCase[] = [
  {
    name: 'military use in Russia: any item',
    facts: ship('RU', military, { accelerators: [plain] }),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.military-any-item',
  },
  {
    name: 'military use in Kenya, of no list: an officer all the same',
    facts: ship('KE', military),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.military-use',
  },
  {
    name: 'military use in Nicaragua: a chip of Supp. 2',
    facts: ship('NI', military),
    asOf: '2024-03-15',
    outcome: 'licence-required',
    rule: 'us-ear.military-end-use',
  },
  {
    name: 'military use in Nicaragua the day before it was listed',
    facts: ship('NI', military),
    asOf: '2024-03-14',
    outcome: 'needs-officer',
    rule: 'us-ear.military-use',
  },
  {
    name: 'military use in Nicaragua: a chip outside Supp. 2, compared by an officer',
    facts: ship('NI', military, { accelerators: [plain] }),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.military-end-use',
  },
  {
    name: 'Nicaragua is not on the list of military intelligence',
    facts: ship('NI', military),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.military-intelligence',
    absent: true,
  },
  {
    name: 'military use in Cambodia, read as military intelligence: any item',
    facts: ship('KH', military, { accelerators: [plain] }),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.military-intelligence',
  },
  {
    name: 'military use by a Burmese-owned firm in Thailand',
    facts: ship('TH', military, { accelerators: [plain], organisations: [organisation('TH', 'TH', 'MM')] }),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.military-intelligence',
  },
  {
    name: 'military use in Iran, of Group E:1',
    facts: ship('IR', military, { accelerators: [plain] }),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.military-intelligence',
  },
  {
    name: 'military use in Vietnam, of D:1: an officer asks whether the chip is a microprocessor',
    facts: ship('VN', military, { accelerators: [plain] }),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.military-microprocessors',
  },
  {
    name: 'military use in Kenya, of no list',
    facts: ship('KE', military),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.military-microprocessors',
    absent: true,
  },
  {
    name: 'a transfer of which nobody says whether it is military',
    facts: ship('KE', { militaryOrIntelligence: null }),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.military-use',
  },
  {
    name: 'a transfer for defence',
    facts: ship('KH', { purpose: 'defence' }),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.military-end-use',
  },
  {
    name: 'EAR99 technology for a military use in Cambodia',
    facts: give('KH', military),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.military-intelligence',
  },
  {
    name: 'EAR99 technology given from the United States for a military use in Cambodia',
    facts: give('KH', military, 'US'),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.us-person-support',
  },
  {
    name: 'EAR99 technology for a military use in Kenya',
    facts: give('KE', military),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.us-person-support',
    absent: true,
  },
  {
    name: 'remote military use in Nicaragua is no support of military intelligence in a listed country',
    facts: remotely('NI', military, true),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.military-use',
  },
  {
    name: 'remote military use in Cambodia, a US person not stated',
    facts: remotely('KH', military, null),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.us-person-support',
  },
  {
    name: 'remote use moves no item, so the rules on items do not speak',
    facts: remotely('KH', military, true),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.military-intelligence',
    absent: true,
  },
]

const weaponsCases: readonly WorkedCase[] = [
  {
    name: 'a transfer for weapons of mass destruction',
    facts: ship('KE', { wmd: true }),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.wmd-end-use',
  },
  {
    name: 'a release of which nobody says whether it serves weapons',
    facts: give('KE', { wmd: null }),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.wmd-end-use',
  },
  {
    name: 'a release from the United States for weapons of mass destruction',
    facts: give('KE', { wmd: true }, 'US'),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.us-person-weapons-support',
  },
  {
    name: 'support by US persons is a matter of services, not of shipments',
    facts: ship('KE', { wmd: true }),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.us-person-weapons-support',
    absent: true,
  },
  {
    name: 'rockets in Saudi Arabia at the range',
    facts: ship('SA', rockets(300)),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.rocket-end-use',
  },
  {
    name: 'rockets in Saudi Arabia below the range',
    facts: ship('SA', rockets(299)),
    asOf: today,
    outcome: 'no-requirement-found',
    rule: 'us-ear.rocket-end-use',
    absent: true,
  },
  {
    name: 'rockets in Saudi Arabia whose range cannot be told',
    facts: ship('SA', rockets(null)),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.rocket-end-use',
  },
  {
    name: 'rockets in Saudi Arabia below the range, of which it cannot be told what they deliver',
    facts: ship('SA', { ...rockets(299), wmd: null }),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.rocket-end-use',
  },
  {
    name: 'rockets in Kenya, which is not in D:4',
    facts: ship('KE', rockets(1000)),
    asOf: today,
    outcome: 'no-requirement-found',
    rule: 'us-ear.rocket-end-use',
    absent: true,
  },
  {
    name: 'a transfer to Egypt of which nobody says whether it serves rockets',
    facts: ship('EG', rocketsUnknown),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.rocket-end-use',
  },
  {
    name: 'a release to Egypt for unmanned aircraft',
    facts: give('EG', rockets(500)),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.rocket-end-use',
  },
  {
    name: 'remote use for rockets in Egypt with a US person',
    facts: remotely('EG', rockets(300), true),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.us-person-missile-support',
  },
  {
    name: 'remote use for rockets in Egypt below the range',
    facts: remotely('EG', rockets(299), true),
    asOf: today,
    outcome: 'no-requirement-found',
    rule: 'us-ear.us-person-missile-support',
    absent: true,
  },
  {
    name: 'remote use for rockets in Egypt without a US person goes to an officer',
    facts: remotely('EG', rockets(300)),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.us-person-missile-support',
  },
  {
    name: 'remote use from Egypt with a US person, rockets not stated',
    facts: remotely('EG', rocketsUnknown, true),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.us-person-missile-support',
  },
  {
    name: 'remote use from Egypt without a US person asks nothing about rockets',
    facts: remotely('EG', rocketsUnknown),
    asOf: today,
    outcome: 'no-requirement-found',
    rule: 'us-ear.us-person-missile-support',
    absent: true,
  },
  {
    name: 'rockets in Cuba, of Group E:2 and not of D:4',
    facts: remotely('CU', rockets(300), true),
    asOf: today,
    outcome: 'licence-required',
    rule: 'us-ear.us-person-missile-support',
  },
]

const purposeCases: readonly WorkedCase[] = [
  {
    name: 'a purpose of education together with a military end use is a red flag',
    facts: remotely('KE', { purpose: 'education', militaryOrIntelligence: true }),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.purpose-contradicted',
  },
  {
    name: 'a purpose of defence with a military end use is no contradiction',
    facts: remotely('KE', { purpose: 'defence', militaryOrIntelligence: true }),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.purpose-contradicted',
    absent: true,
  },
  {
    name: 'a purpose that fits no class',
    facts: ship('KE', { purpose: 'other' }),
    asOf: today,
    outcome: 'needs-officer',
    rule: 'us-ear.purpose-stated',
  },
]

/** Part 744: end uses and end users, in each kind of transaction. */
export const endUseCases: readonly WorkedCase[] = [
  ...listCases,
  ...militaryCases,
  ...weaponsCases,
  ...purposeCases,
]
