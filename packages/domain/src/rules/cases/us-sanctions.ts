import {
  clearRelease,
  clearRemoteUse,
  clearTransfer,
  inCountry,
  organisation,
  person,
} from './clear-facts.ts'
import type { WorkedCase } from './remote-use.ts'
import { absent, casesOf, licence, type Line, none, officer } from './worked.ts'

const by = (code: string) => ({ ...clearRemoteUse, organisations: [organisation(code)] })
const inUkraine = (ukraineOccupiedRegion: boolean | null, usPerson: boolean | null = false) => ({
  ...clearRemoteUse,
  people: [person('UA', { usPerson })],
  ukraineOccupiedRegion,
})
const american = { people: [person('KE', { usPerson: true })] }
const unstated = { people: [person('KE', { usPerson: null })] }

const each = ['CU', 'IR', 'KP', 'SY'].map((code): Line => [
  'country',
  `a party in ${code}`,
  by(code),
  licence,
])

/** Sanctions of the US Treasury. */
export const usSanctionsCases: readonly WorkedCase[] = casesOf('us-sanctions', [
  ...each,
  ['country', 'hardware for Iran', { ...clearTransfer, destinationCountry: inCountry('IR') }, licence],
  ['country', 'published code received in Cuba', { ...clearRelease, receivedIn: inCountry('CU') }, licence],
  ['country', 'no sanctioned country', clearRemoteUse, none, absent],
  [
    'nexus-open',
    'a country that is not stated',
    { ...clearRemoteUse, people: [{ ...person('KE'), locationCountry: null }] },
    officer,
  ],
  ['occupied-ukraine', 'a party in an occupied region', inUkraine(true), licence],
  ['occupied-ukraine', 'a region that is not stated', inUkraine(null), officer],
  ['occupied-ukraine', 'a party elsewhere in Ukraine', inUkraine(false), none, absent],
  ['us-person', 'a US person and Cuba', { ...by('CU'), ...american }, licence],
  ['us-person', 'whether a US person takes part is not stated', { ...by('CU'), ...unstated }, licence],
  ['us-person', 'none takes part', by('CU'), licence, absent],
  ['us-person', 'a US person in an occupied region', inUkraine(true, true), licence],
  ['us-person', 'a US person elsewhere in Ukraine', inUkraine(false, true), none, absent],
  ['us-person', 'a US person and no sanctioned country', { ...clearRemoteUse, ...american }, none, absent],
])
