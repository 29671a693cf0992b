import { person } from './clear-facts.ts'
import { members, party, ship, technology, useIn } from './eu-facts.ts'
import type { WorkedCase } from './remote-use.ts'
import { absent, begins, casesOf, licence, type Line, none, officer } from './worked.ts'

const russian = party('RU')
const atSite = useIn('DE', russian)

const ofMembers = members.map((code): Line => [
  'services',
  `a Russian organisation at a site in ${code}`,
  useIn(code, russian),
  officer,
])

/** Sanctions of the Union on Russia and Belarus. */
export const euSanctionsCases: readonly WorkedCase[] = casesOf('eu-sanctions', [
  ...ofMembers,
  ['services', 'an organisation with its parent in Russia', useIn('DE', party('KE', 'KE', 'RU')), officer],
  ['services', 'technology for a Russian organisation', technology(russian), officer],
  ['services', 'hardware for a Russian organisation', ship('DE', 'KE', russian), licence],
  ['services', 'a Russian organisation at a site in Norway', useIn('NO', russian), officer, absent],
  ['services', 'a Kenyan organisation at a site in Germany', useIn('DE'), none, absent],
  ['services', 'an organisation of Belarus at a site in Germany', useIn('DE', party('BY')), officer, absent],
  ...begins('ai-services', atSite, '2026-01-21', '2026-01-22'),
  ['ai-services', 'technology for a Russian organisation', technology(russian), officer, absent],
  ['ai-services', 'a Kenyan organisation', useIn('DE'), none, absent],
  ['other-ties', 'an organisation of Belarus', useIn('DE', party('BY')), officer],
  ['other-ties', 'a person in Russia', useIn('DE', { people: [person('RU')] }), officer],
  ['other-ties', 'a Russian organisation, of which another rule speaks', atSite, officer, absent],
  ['other-ties', 'a person in Kenya', useIn('DE'), none, absent],
  ['nothing-found', 'a Kenyan organisation at a site in Germany', useIn('DE'), none],
  ['outside', 'a Kenyan organisation at a site in Norway', useIn('NO'), none],
])
