import type { EndUse, HardwareTransferFacts, ReleaseFacts, RemoteUseFacts } from '../facts.ts'
import { chip, clearRemoteUse, clearTransfer, inCountry, organisation } from './clear-facts.ts'
import type { WorkedCase } from './remote-use.ts'
import { give } from './release-facts.ts'
import { absent, begins, casesOf, ends, licence, none, officer } from './worked.ts'

const small = chip(8, { ioGBps: 100 })
const use = (changes: Partial<EndUse>) => ({ endUse: { ...clearTransfer.endUse, ...changes } })
const military = use({ militaryOrIntelligence: true })

/** The smallest of accelerators from one country to another, with a party where stated. */
function ship(
  from: string | null,
  to: string,
  party: string = to,
  changes: Partial<HardwareTransferFacts> = {},
): HardwareTransferFacts {
  return {
    ...clearTransfer,
    accelerators: [small],
    exportedFrom: from === null ? null : inCountry(from),
    destinationCountry: inCountry(to),
    organisations: [organisation(party)],
    ...changes,
  }
}

function siteIn(code: string, changes: Partial<RemoteUseFacts> = {}): RemoteUseFacts {
  return {
    ...clearRemoteUse,
    accelerators: [small],
    site: { ...clearRemoteUse.site, country: inCountry(code) },
    ...changes,
  }
}

const technology = (changes: Partial<ReleaseFacts> = {}) =>
  give('CN', 'KE', { eccn: '3E003', subjectToEar: false, ...changes })

const toKenya = ship('CN', 'KE')
const toUs = ship('CN', 'US')

/** Export control of mainland China, and what it says of military users elsewhere. */
export const chinaCases: readonly WorkedCase[] = casesOf('china', [
  ['shipping', 'the smallest accelerator to Kenya', toKenya, officer],
  ['shipping', 'within China nothing is exported', ship('CN', 'CN', 'KE'), none, absent],
  ['shipping', 'from Brazil to a US army', ship('BR', 'US', 'US', military), officer, absent],
  ['shipping', 'from Brazil it is no matter of China', ship('BR', 'KE'), none, absent],
  ['nexus-open', 'where hardware leaves from is not stated', ship(null, 'KE'), officer],
  ['nexus-open', 'what goes to China does not leave it', ship(null, 'CN', 'KE'), officer, absent],
  ...begins('shipping-dual-use', toKenya, '2024-11-30', '2024-12-01'),
  ['release', 'technology of a listed entry', technology(), officer],
  ['release', 'an entry that is not stated', technology({ eccn: null }), officer],
  ['release', 'whether it is published is not stated', technology({ published: null }), officer],
  [
    'release',
    'published technology',
    technology({ published: true }),
    none,
    { ...absent, asOf: '2026-01-01' },
  ],
  ['release', 'EAR99', technology({ eccn: 'EAR99' }), none, { ...absent, asOf: '2026-01-01' }],
  ['release', 'an entry against terrorism alone', technology({ eccn: '3E991' }), officer, absent],
  ['release', 'the same from Brazil', give('BR', 'KE', { eccn: '3E991' }), none, absent],
  ['red-flag', 'an army at a site in China', siteIn('CN', military), officer],
  ['red-flag', 'defence at a site in China', siteIn('CN', use({ purpose: 'defence' })), officer],
  ['red-flag', 'weapons at a site in China', siteIn('CN', use({ wmd: true })), licence],
  ['red-flag', 'an open hit at a site in China', siteIn('CN', { screening: 'hold' }), officer],
  ['red-flag', 'civil research at a site in China', siteIn('CN'), none, absent],
  [
    'red-flag',
    'screening that is not done is asked elsewhere',
    siteIn('CN', { screening: 'unknown' }),
    officer,
    absent,
  ],
  ['not-read', 'civil research at a site in China', siteIn('CN'), none],
  ['not-read', 'a site in Brazil', siteIn('BR'), none, absent],
  ['domestic-chips', 'the day before', siteIn('CN'), none, { ...absent, asOf: '2026-01-31' }],
  ['domestic-chips', 'its first day', siteIn('CN'), none, { asOf: '2026-02-01' }],
  ['domestic-chips', 'hardware to China', ship('BR', 'CN', 'KE'), none],
  ['domestic-chips', 'hardware out of China', toKenya, officer, absent],
  ...begins('us-military', ship('CN', 'US', 'US', military), '2024-12-02', '2024-12-03'),
  ['us-military', 'a US party, from a third country', ship('BR', 'KE', 'US', military), officer],
  [
    'us-military',
    'whether it is military is not stated',
    ship('BR', 'US', 'US', use({ militaryOrIntelligence: null })),
    officer,
  ],
  ['us-military', 'defence', ship('BR', 'US', 'US', use({ purpose: 'defence' })), officer],
  [
    'us-military',
    'technology from China',
    technology({ organisations: [organisation('US')], ...military }),
    licence,
  ],
  [
    'us-military',
    'technology from Brazil',
    give('BR', 'KE', { organisations: [organisation('US')], ...military }),
    officer,
    absent,
  ],
  ['us-military', 'civil use', toUs, officer, absent],
  ['us-military', 'an army and no US party', ship('CN', 'KE', 'KE', military), officer, absent],
  [
    'us-military',
    'technology that may come from elsewhere',
    technology({ releasedFrom: null, organisations: [organisation('US')], ...military }),
    officer,
    absent,
  ],
  ['us-military', 'no US party', ship('BR', 'KE', 'KE', military), officer, absent],
  [
    'us-military',
    'remote use moves nothing',
    siteIn('CN', { organisations: [organisation('US')], ...military }),
    licence,
    absent,
  ],
  ...begins('japan-military', ship('CN', 'JP', 'JP', military), '2026-01-05', '2026-01-06'),
  ['japan-military', 'a Japanese party, from a third country', ship('BR', 'KE', 'JP', military), officer],
  ['japan-military', 'civil use', ship('CN', 'JP'), officer, absent],
  ...begins('us-materials-stayed', toUs, '2025-11-08', '2025-11-09'),
  ...ends('us-materials-stayed', toUs, '2026-11-26', '2026-11-27'),
  ['us-materials-stayed', 'a US party within China', ship('CN', 'CN', 'US'), none, absent],
  ['us-materials-stayed', 'no US party', toKenya, officer, absent],
  ...begins('us-materials-again', toUs, '2026-11-26', '2026-11-27'),
  ['us-materials-again', 'no US party', toKenya, officer, { ...absent, asOf: '2026-11-27' }],
  ...begins('october-2025-stayed', toKenya, '2025-11-06', '2025-11-07'),
  ...ends('october-2025-stayed', toKenya, '2026-11-09', '2026-11-10'),
  ...begins('october-2025-text', toKenya, '2026-11-09', '2026-11-10'),
  ...ends('october-2025-text', toKenya, '2027-01-09', '2027-01-10'),
  ['october-2025-text', 'a release that nothing else holds', technology({ eccn: 'EAR99' }), officer],
  ['october-2025-text', 'civil research at a site in China', siteIn('CN'), none, absent],
  ...begins('october-2025-announced', toKenya, '2026-11-09', '2026-11-10'),
  ...ends('october-2025-announced', toKenya, '2027-01-09', '2027-01-10'),
  ...begins('october-2025-after', toKenya, '2027-01-09', '2027-01-10'),
  ['october-2025-after', 'within China', ship('CN', 'CN', 'KE'), none, { ...absent, asOf: '2027-01-10' }],
])
