import type { EndUse } from '../facts.ts'
import { clearTransfer } from './clear-facts.ts'
import { members, party, ship, small, technology, useIn } from './eu-facts.ts'
import { give } from './release-facts.ts'
import type { WorkedCase } from './remote-use.ts'
import { absent, begins, casesOf, licence, type Line, none, officer } from './worked.ts'

const use = (changes: Partial<EndUse>) => ({ endUse: { ...clearTransfer.endUse, ...changes } })
const weapons = use({ wmd: true })
const military = use({ militaryOrIntelligence: true })
const toKenya = ship('DE', 'KE')
const below = { accelerators: [small] }

const ofMembers = members.flatMap((code): readonly Line[] => [
  ['advanced-computing', `chips from ${code} to Kenya`, ship(code, 'KE'), officer],
  ['advanced-computing', `chips from ${code} to France`, ship(code, 'FR'), none, absent],
])
const ofGeneral = 'AU CA IS JP LI NZ NO CH GB US'
  .split(' ')
  .map((code): Line => ['general-authorisation', `chips to ${code}`, ship('DE', code), officer])

/** The Union's dual-use regulation. */
export const euDualUseCases: readonly WorkedCase[] = casesOf('eu-dual-use', [
  ...ofMembers,
  ['advanced-computing', 'chips from Germany to Norway', ship('DE', 'NO'), officer],
  ['advanced-computing', 'chips from Norway to Kenya', ship('NO', 'KE'), none, absent],
  ['advanced-computing', 'chips below both tiers', ship('DE', 'KE', below), none, absent],
  ['advanced-computing', 'where chips go is not stated', ship('DE', null), officer],
  ...begins('advanced-computing', toKenya, '2025-11-14', '2025-11-15'),
  ['computers', 'chips before the 500-series', toKenya, officer, { asOf: '2025-11-14' }],
  ['computers', 'no accelerator is stated', ship('DE', 'KE', { accelerators: [] }), officer],
  ['computers', 'within the Union', ship('DE', 'PL'), none, absent],
  ...begins('update-2026', toKenya, '2026-09-13', '2026-09-14'),
  ['update-2026', 'chips below both tiers', ship('DE', 'KE', below), none, absent],
  ['release', 'technology of a controlled entry to Kenya', technology(), officer],
  ['release', 'an entry that is not stated', technology({ eccn: null }), officer],
  ['release', 'where it is received is not stated', technology({ receivedIn: null }), officer],
  ['release', 'published technology', technology({ published: true }), none, absent],
  ['release', 'EAR99', technology({ eccn: 'EAR99' }), none, absent],
  ['release', 'within the Union', give('DE', 'FR', { eccn: '3E003', subjectToEar: false }), none, absent],
  ...ofGeneral,
  [
    'general-authorisation',
    'technology to Canada',
    give('DE', 'CA', { eccn: '3E003', subjectToEar: false }),
    officer,
  ],
  ['general-authorisation', 'chips to Kenya', toKenya, officer, absent],
  ['general-authorisation', 'chips below both tiers to Norway', ship('DE', 'NO', below), none, absent],
  ['weapons-end-use', 'weapons in a transfer out of the Union', ship('DE', 'KE', weapons), licence],
  ['weapons-end-use', 'weapons in a remote use', useIn('DE', weapons), licence],
  ['weapons-end-use', 'weapons in a transfer within the Union', ship('DE', 'FR', weapons), licence, absent],
  ['weapons-end-use', 'a civil end use', toKenya, officer, absent],
  ['military-end-use', 'an army in a transfer out of the Union', ship('DE', 'KE', military), officer],
  ['military-end-use', 'defence in a remote use', useIn('DE', use({ purpose: 'defence' })), officer],
  ['military-end-use', 'an army within the Union', ship('DE', 'FR', military), officer, absent],
  ['military-end-use', 'a civil end use', toKenya, officer, absent],
  ['cyber-surveillance', 'what leaves the Union', toKenya, officer],
  ['cyber-surveillance', 'within the Union', ship('DE', 'FR'), none, absent],
  ['national-lists', 'technology that leaves the Union', technology(), officer],
  ['national-lists', 'a remote use moves nothing', useIn('DE'), none, absent],
  ['remote-use', 'a Kenyan university at a site in Germany', useIn('DE'), none],
  ['remote-use', 'a German university at a site in Norway', useIn('NO', party('DE')), none],
  ['remote-use', 'a Kenyan university at a site in Norway', useIn('NO'), none, absent],
  ['nexus-open', 'a site in a country not stated', useIn(null), officer],
  ['nexus-open', 'where hardware leaves from is not stated', ship(null, 'KE'), officer],
  ['nexus-open', 'a German organisation settles it', ship(null, 'KE', party('DE')), officer, absent],
  ['outside', 'a Kenyan university at a site in Norway', useIn('NO'), none],
])
