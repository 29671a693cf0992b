import type { EndUse, RemoteUseFacts } from '../facts.ts'
import { clearTransfer } from './clear-facts.ts'
import { party, ship, useIn } from './eu-facts.ts'
import type { WorkedCase } from './remote-use.ts'
import { absent, casesOf, licence, type Line, none, officer } from './worked.ts'

const use = (changes: Partial<EndUse>) => ({ endUse: { ...clearTransfer.endUse, ...changes } })
const military = use({ militaryOrIntelligence: true })
const army = (code: string): RemoteUseFacts => useIn('NO', { ...party(code), ...military })
const before = { asOf: '2025-09-27' } as const
const since = { asOf: '2025-09-28' } as const

/** Under comprehensive embargo of the United States too, which makes it a licence. */
const embargoed = ['IR', 'KP']
const outcomeIn = (code: string) => (embargoed.includes(code) ? licence : officer)

const ofCountries = 'SS YE CF CD IQ LB LY KP SO SD HT'.split(' ').flatMap((code): readonly Line[] => [
  ['arms-embargo', `an army in ${code}`, army(code), outcomeIn(code), before],
  ['arms-embargo', `an army in ${code}`, army(code), outcomeIn(code), since],
])

/** The arms embargoes of the United Nations. */
export const unSanctionsCases: readonly WorkedCase[] = casesOf('un-sanctions', [
  ...ofCountries,
  ['arms-embargo', 'an army in Iran, before the snapback', army('IR'), licence, { ...before, ...absent }],
  ['arms-embargo', 'an army in Iran, since the snapback', army('IR'), licence, since],
  ['arms-embargo', 'an army in Kenya', army('KE'), officer, absent],
  ['arms-embargo', 'an army in Eritrea, whose embargo ended', army('ER'), officer, absent],
  ['arms-embargo', 'a civil use in South Sudan', useIn('NO', party('SS')), none, absent],
  [
    'arms-embargo',
    'a use that may be military in Haiti',
    useIn('NO', { ...party('HT'), ...use({ militaryOrIntelligence: null }) }),
    officer,
  ],
  [
    'arms-embargo',
    'a purpose of defence in Yemen',
    useIn('NO', { ...party('YE'), ...use({ purpose: 'defence' }) }),
    officer,
  ],
  ['arms-embargo', 'hardware for an army in Haiti', ship('NO', 'HT', military), officer],
])
