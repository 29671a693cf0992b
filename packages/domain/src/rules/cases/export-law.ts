import type { EndUse, HardwareTransferFacts, ReleaseFacts, RemoteUseFacts } from '../facts.ts'
import { chip, clearRemoteUse, clearTransfer, inCountry, organisation } from './clear-facts.ts'
import { give } from './release-facts.ts'
import { absent, licence, type Line, none, officer } from './worked.ts'

/** An accelerator in no entry, not even of the lower tier. */
export const small = chip(8, { ioGBps: 100 })
export const use = (changes: Partial<EndUse>) => ({ endUse: { ...clearTransfer.endUse, ...changes } })

/** A chip of the lower tier from a country to Kenya. */
export function ship(from: string, changes: Partial<HardwareTransferFacts> = {}): HardwareTransferFacts {
  return { ...clearTransfer, exportedFrom: inCountry(from), ...changes }
}

/** Unpublished technology of a listed entry from a country to Kenya. */
export function technology(from: string, changes: Partial<ReleaseFacts> = {}): ReleaseFacts {
  return give(from, 'KE', { eccn: '3E003', subjectToEar: false, ...changes })
}

export function siteIn(code: string, changes: Partial<RemoteUseFacts> = {}): RemoteUseFacts {
  return { ...clearRemoteUse, site: { ...clearRemoteUse.site, country: inCountry(code) }, ...changes }
}

const hold = { screening: 'hold' } as const
const smallOnly = { accelerators: [small] }
const memory = {
  accelerators: [],
  hbm: [{ name: 'a stack', bandwidthGBps: 100, areaMm2: 100, coPackagedForProcessing: false }],
}
const openChip = { accelerators: [chip(2000, { applicableDieAreaMm2: null, ioGBps: 100 })] }
const within = (code: string) => ({
  destinationCountry: inCountry(code),
  organisations: [organisation('KE')],
})

/** What every export law says of which no text was read, on both sides of each rule. */
export function exportLawLines(code: string): readonly Line[] {
  return [
    ['chips', 'a chip of the lower tier', ship(code), officer],
    ['chips', 'a chip of 3A090', ship(code, { accelerators: [chip(2400)] }), officer],
    ['chips', 'memory alone', ship(code, memory), officer],
    ['chips', 'memory beside a chip in no entry', ship(code, { ...memory, ...smallOnly }), officer],
    ['chips', 'a chip whose class is open', ship(code, openChip), officer],
    ['chips', 'no chip is stated', ship(code, { accelerators: [] }), officer],
    ['chips', 'the destination is not stated', ship(code, { destinationCountry: null }), officer],
    ['chips', 'a chip in no entry', ship(code, smallOnly), none, absent],
    ['chips', 'a chip that stays in the country', ship(code, within(code)), none, absent],
    ['chips', 'a chip from Norway', ship('NO'), none, absent],
    [
      'nexus-open',
      'where hardware leaves from is not stated',
      { ...ship(code), exportedFrom: null },
      officer,
    ],
    ['chips', 'it may come from elsewhere', { ...ship(code), exportedFrom: null }, officer, absent],
    ['release', 'technology of a listed entry', technology(code), officer],
    ['release', 'an entry that is not stated', technology(code, { eccn: null }), officer],
    ['release', 'whether it is published is not stated', technology(code, { published: null }), officer],
    ['release', 'published technology', technology(code, { published: true }), none, absent],
    ['release', 'EAR99', technology(code, { eccn: 'EAR99' }), none, absent],
    ['release', 'an entry against terrorism alone', technology(code, { eccn: '3E991' }), none, absent],
    ['release', 'technology from Norway', technology('NO'), none, absent],
    ['red-flag', 'an army at a site there', siteIn(code, use({ militaryOrIntelligence: true })), officer],
    ['red-flag', 'defence at a site there', siteIn(code, use({ purpose: 'defence' })), officer],
    ['red-flag', 'weapons at a site there', siteIn(code, use({ wmd: true })), licence],
    [
      'red-flag',
      'an open hit on a chip in no entry',
      ship(code, { ...smallOnly, screening: 'hold' }),
      officer,
    ],
    ['red-flag', 'civil research at a site there', siteIn(code), none, absent],
    [
      'red-flag',
      'an army at a Brazilian site',
      siteIn('BR', use({ militaryOrIntelligence: true })),
      officer,
      absent,
    ],
    ['not-read', 'civil research at a site there', siteIn(code), none],
    ['release', 'it may come from elsewhere', technology(code, { releasedFrom: null }), officer, absent],
    ['red-flag', 'it may come from elsewhere', { ...ship(code, hold), exportedFrom: null }, officer, absent],
    ['not-read', 'it may come from elsewhere', { ...ship(code), exportedFrom: null }, officer, absent],
    ['not-read', 'a chip in no entry', ship(code, smallOnly), none],
    ['not-read', 'a site in Brazil', siteIn('BR'), none, absent],
  ]
}

/** A list of the country, which is compared where screening has a hit. */
export function listLines(rule: string, code: string): readonly Line[] {
  return [
    [rule, `${rule}, an open hit on hardware`, ship(code, hold), officer],
    [rule, `${rule}, an open hit on technology`, technology(code, hold), officer],
    [rule, `${rule}, a confirmed hit`, ship(code, { screening: 'confirmed-match' }), licence],
    [rule, `${rule}, a denied person`, ship(code, { screening: 'denied-person' }), 'prohibited'],
    [rule, `${rule}, no hit`, ship(code), officer, absent],
    [rule, `${rule}, screening is not done`, ship(code, { screening: 'unknown' }), officer, absent],
    [rule, `${rule}, from where is not stated`, { ...ship(code, hold), exportedFrom: null }, officer, absent],
    [rule, `${rule}, remote use`, siteIn(code, hold), officer, absent],
    [rule, `${rule}, hardware from Brazil`, ship('BR', hold), officer, absent],
  ]
}
