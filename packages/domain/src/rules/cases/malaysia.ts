import type { EndUse, HardwareTransferFacts, ReleaseFacts, RemoteUseFacts } from '../facts.ts'
import { chip, clearRemoteUse, clearTransfer, inCountry, organisation } from './clear-facts.ts'
import { give } from './release-facts.ts'
import type { WorkedCase } from './remote-use.ts'
import { absent, casesOf, licence, none, officer } from './worked.ts'

/** An accelerator below both tiers, in 3A991.p, and in 3A090. */
const small = chip(8, { ioGBps: 100 })
const middling = chip(800)
const large = chip(16_000)
const use = (changes: Partial<EndUse>) => ({ endUse: { ...clearTransfer.endUse, ...changes } })

/** An accelerator of 3A991.p from one country to another, with an organisation where it goes unless stated. */
function ship(
  from: string,
  to: string | null,
  changes: Partial<HardwareTransferFacts> = {},
): HardwareTransferFacts {
  return {
    ...clearTransfer,
    accelerators: [middling],
    exportedFrom: inCountry(from),
    destinationCountry: to === null ? null : inCountry(to),
    organisations: [organisation(to ?? 'KE')],
    ...changes,
  }
}

const withBroker = { organisations: [organisation('KE'), organisation('MY')] }
const siteIn = (code: string, changes: Partial<RemoteUseFacts> = {}): RemoteUseFacts => ({
  ...clearRemoteUse,
  site: { ...clearRemoteUse.site, country: inCountry(code) },
  ...changes,
})
const technology = (from: string, changes: Partial<ReleaseFacts> = {}) => give(from, 'KE', changes)
const listed = { eccn: '3E003', subjectToEar: false } as const
const open = chip(2000, { ioGBps: 100, applicableDieAreaMm2: null })
const memory = {
  accelerators: [],
  hbm: [{ name: 'stack', bandwidthGBps: 10, areaMm2: 100, coPackagedForProcessing: false }],
}

/** Malaysia's Strategic Trade Act. */
export const malaysiaCases: readonly WorkedCase[] = casesOf('malaysia', [
  ['ai-chips', 'a chip of 3A991.p to Kenya', ship('MY', 'KE'), officer],
  ['ai-chips', 'a chip of 3A090 to Kenya', ship('MY', 'KE', { accelerators: [large] }), licence],
  ['ai-chips', 'a chip below both tiers', ship('MY', 'KE', { accelerators: [small] }), none, absent],
  ['ai-chips', 'within Malaysia nothing leaves', ship('MY', 'MY'), none, absent],
  ['ai-chips', 'where it goes is not stated', ship('MY', null), officer],
  ['ai-chips', 'a class that is open', ship('MY', 'KE', { accelerators: [open] }), officer],
  ['ai-chips', 'no accelerator is stated', ship('MY', 'KE', { accelerators: [] }), officer],
  ['ai-chips', 'memory alone', ship('MY', 'KE', memory), none, absent],
  ['ai-chips', 'from Kenya', ship('KE', 'UG'), none, absent],
  ['ai-chips', 'to Kenya, the day before', ship('MY', 'KE'), none, { asOf: '2025-07-13', absent: true }],
  ['ai-chips', 'to Kenya, on the first day', ship('MY', 'KE'), officer, { asOf: '2025-07-14' }],
  ['ai-chips-through', 'a broker in Malaysia', ship('SG', 'KE', withBroker), officer],
  ['ai-chips-through', 'where it goes is not stated', ship('SG', null, withBroker), officer],
  [
    'ai-chips-through',
    'a broker, chips below both tiers',
    ship('SG', 'KE', { ...withBroker, accelerators: [small] }),
    none,
    absent,
  ],
  ['ai-chips-through', 'chips come to Malaysia to stay', ship('SG', 'MY'), none, absent],
  [
    'ai-chips-through',
    'a party with its headquarters in Malaysia alone',
    ship('SG', 'KE', { organisations: [organisation('KE', 'MY')] }),
    none,
    absent,
  ],
  ['other-chips', 'a chip below both tiers', ship('MY', 'KE', { accelerators: [small] }), none],
  ['other-chips', 'a chip of 3A991.p', ship('MY', 'KE'), officer, absent],
  ['other-chips', 'within Malaysia', ship('MY', 'MY', { accelerators: [small] }), none, absent],
  ['red-flag', 'a military end use at a site', siteIn('MY', use({ militaryOrIntelligence: true })), officer],
  ['red-flag', 'a civil use at a site', siteIn('MY'), none, absent],
  ['not-read', 'a Kenyan university at a site in Malaysia', siteIn('MY'), none],
  ['release', 'technology of a listed entry', technology('MY', listed), officer],
  ['release', 'the same, published', technology('MY', { ...listed, published: true }), none, absent],
  ['release', 'the same from Uganda', give('UG', 'KE', listed), none, absent],
  ['not-read', 'technology given from Malaysia', technology('MY'), none],
  ['not-read', 'a site in Germany', siteIn('DE'), none, absent],
  ['outside', 'a site in Germany', siteIn('DE'), none],
  [
    'nexus-open',
    'an organisation of a country not stated',
    ship('KE', 'UG', {
      organisations: [{ ...organisation('UG'), country: null }],
    }),
    officer,
  ],
])
