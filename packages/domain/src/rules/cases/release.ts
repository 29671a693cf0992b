import { clearRelease, clearRemoteUse, inCountry } from './clear-facts.ts'
import { advancedReleaseCases } from './release-advanced.ts'
import {
  absent,
  give,
  licence,
  national,
  none,
  of,
  officer,
  type Row,
  row,
  today,
  toPerson,
} from './release-facts.ts'
import type { WorkedCase } from './remote-use.ts'

const scopeCases: readonly Row[] = [
  ['published source code', clearRelease, none, 'release-scope'],
  [
    'technology from Norway, stated not to be subject to the EAR',
    give('NO', 'KE', { ...national, subjectToEar: false }),
    none,
    'release-scope',
  ],
  [
    'technology from the United States is subject to the EAR, whatever is stated',
    give('US', 'KE', { ...national, subjectToEar: false }),
    licence,
    'release-national-security',
  ],
  [
    'technology from an unknown place, stated not to be subject to the EAR',
    give('DE', 'KE', { ...national, subjectToEar: false, releasedFrom: null }),
    officer,
    'release-national-security',
  ],
  [
    'controlled technology of which nobody says whether it is published',
    give('US', 'KE', { ...national, published: null }),
    officer,
    'release-national-security',
  ],
  [
    'controlled technology from Germany of which nobody says whether the EAR reach it',
    give('DE', 'KE', { ...national, subjectToEar: null }),
    officer,
    'release-national-security',
  ],
  [
    'published encryption software stays subject to the EAR',
    { ...clearRelease, eccn: '5D002', subjectToEar: true },
    officer,
    'release-entry',
  ],
  [
    'published software without an entry may be encryption software',
    { ...clearRelease, eccn: null },
    officer,
    'release-entry',
  ],
  [
    'published technology without an entry',
    { ...clearRelease, what: 'technology', eccn: null },
    none,
    'release-entry',
    absent,
  ],
]

const entryCases: readonly Row[] = [
  ['technology with anti-terrorism controls only', give('US', 'KE'), none, 'release-kind'],
  ['passing access information is shown', give('US', 'KE'), none, 'access-information'],
  ['the carve-out of encrypted transfer is shown', give('US', 'KE'), none, 'encrypted-transfer'],
  ['technology without an entry', give('US', 'KE', { eccn: null }), officer, 'release-entry'],
  ['something that nobody names', give('US', 'KE', { what: null }), officer, 'release-entry'],
  ['an entry that is not encoded', give('US', 'KE', { eccn: '3E905' }), officer, 'release-entry'],
  ['technology under an entry of software', give('US', 'KE', { eccn: '4D994' }), officer, 'release-entry'],
  [
    'software under an entry of technology',
    give('US', 'KE', { what: 'object-code' }),
    officer,
    'release-entry',
  ],
  [
    'technology for 3A090 under EAR99',
    give('US', 'KE', { eccn: 'EAR99', releasedFor: '3A090.b' }),
    officer,
    'release-entry',
  ],
  ['NS column 1 to Kenya', give('US', 'KE', national), licence, 'release-national-security'],
  ['NS column 1 to Canada', give('US', 'CA', national), none, 'release-national-security', absent],
  [
    'NS column 1 to Canada, before others lost their mark',
    give('US', 'CA', national),
    none,
    'release-national-security',
    { asOf: '2024-04-18', absent: true },
  ],
  [
    'NS column 1 to Australia the day before it lost its mark',
    give('US', 'AU', national),
    licence,
    'release-national-security',
    { asOf: '2024-04-18' },
  ],
  [
    'NS column 1 to Australia since it lost its mark',
    give('US', 'AU', national),
    none,
    'release-national-security',
    { asOf: '2024-04-19', absent: true },
  ],
  [
    'NS column 1 to the United Kingdom',
    give('NO', 'GB', national),
    none,
    'release-national-security',
    absent,
  ],
  [
    'technology for 3A090 itself has no national security control',
    give('US', 'KE', { eccn: '3E001', releasedFor: '3A090.b' }),
    none,
    'release-national-security',
    absent,
  ],
  [
    'technology for a .z paragraph has one',
    give('US', 'KE', { eccn: '3E001', releasedFor: 'z-3A090.b' }),
    licence,
    'release-national-security',
  ],
  [
    'technology of 3E001 for another commodity',
    give('US', 'KE', { eccn: '3E001', releasedFor: 'other' }),
    licence,
    'release-national-security',
  ],
  [
    'technology of 3E001 for nobody says what',
    give('US', 'KE', { eccn: '3E001' }),
    officer,
    'release-national-security',
  ],
  [
    'software of 4D001, controlled as a whole',
    give('US', 'KE', { what: 'object-code', eccn: '4D001', releasedFor: 'other' }),
    licence,
    'release-national-security',
  ],
  ['listed technology to Russia', give('US', 'RU'), licence, 'release-russia-belarus'],
  ['listed technology to Belarus', give('DE', 'BY'), licence, 'release-russia-belarus'],
  [
    'EAR99 technology to Russia is for an officer',
    give('US', 'RU', { eccn: 'EAR99' }),
    officer,
    'release-russia-belarus',
    absent,
  ],
]

const statusCases: readonly Row[] = [
  [
    'technology within Germany among Germans',
    give('DE', 'DE', national),
    none,
    'release-national-security',
    absent,
  ],
  [
    'technology within Germany, its origin place not stated',
    give('DE', 'DE', { ...national, releasedFrom: null }),
    officer,
    'release-national-security',
  ],
  [
    'a deemed export: technology in the United States to a Kenyan',
    give('US', 'US', { ...national, ...toPerson('US', 'KE') }),
    licence,
    'release-national-security',
  ],
  [
    'technology in the United States to a citizen, whatever they were before',
    give('US', 'US', { ...national, ...toPerson('US', 'US') }),
    none,
    'release-kind',
  ],
  [
    'a deemed export is attributed to the status taken last: a Canadian born elsewhere',
    give('US', 'US', { ...national, ...toPerson('US', 'CA') }),
    none,
    'release-national-security',
    absent,
  ],
  [
    'technology brought into the United States for a Kenyan there',
    give('DE', 'US', { ...national, ...toPerson('US', 'KE') }),
    licence,
    'release-national-security',
  ],
  [
    'technology in the United States to someone whose status is not stated',
    give('US', 'US', { ...national, ...toPerson('US', null) }),
    officer,
    'release-national-security',
  ],
  [
    'technology in the United States to nobody stated',
    give('US', 'US', { ...national, people: [] }),
    officer,
    'release-national-security',
  ],
  [
    'source code in the United States to a Kenyan',
    give('US', 'US', { what: 'source-code', eccn: '4D001', releasedFor: 'other', ...toPerson('US', 'KE') }),
    licence,
    'release-national-security',
  ],
  [
    'object code in the United States to a Kenyan is no deemed export',
    give('US', 'US', { what: 'object-code', eccn: '4D001', releasedFor: 'other', ...toPerson('US', 'KE') }),
    none,
    'object-code-not-deemed',
  ],
  [
    'a deemed reexport: technology within Germany to a Kenyan',
    give('DE', 'DE', { ...national, ...toPerson('DE', 'KE') }),
    licence,
    'release-national-security',
  ],
  [
    'the carve-outs of 734.20 are shown to confirm',
    give('DE', 'DE', { ...national, ...toPerson('DE', 'KE') }),
    licence,
    'deemed-reexport-conditions',
  ],
  [
    'a deemed export has no such carve-outs',
    give('US', 'US', { ...national, ...toPerson('US', 'KE') }),
    licence,
    'deemed-reexport-conditions',
    absent,
  ],
  [
    'technology within Germany to a citizen of the United States',
    give('DE', 'DE', { ...national, ...toPerson('DE', 'US') }),
    none,
    'release-national-security',
    absent,
  ],
  [
    'a resident of Hong Kong in China is at home',
    give('CN', 'HK', { ...national, ...toPerson('CN', 'HK') }),
    officer,
    'release-national-security',
    absent,
  ],
  [
    'someone who receives it elsewhere than stated',
    give('US', 'CA', { ...national, ...toPerson('KE', 'CA') }),
    licence,
    'release-national-security',
  ],
  [
    'EAR99 technology to an Iranian in Germany',
    give('DE', 'DE', { eccn: 'EAR99', ...toPerson('DE', 'IR') }),
    licence,
    'embargoes.comprehensive',
  ],
  [
    'object code to an Iranian in Germany',
    give('DE', 'DE', { what: 'object-code', eccn: 'EAR99', ...toPerson('DE', 'IR') }),
    none,
    'embargoes.comprehensive',
    absent,
  ],
  [
    'published source code to an Iranian in Germany',
    { ...clearRelease, receivedIn: inCountry('DE'), ...toPerson('DE', 'IR') },
    none,
    'embargoes.comprehensive',
    absent,
  ],
  [
    'EAR99 technology to someone whose status is not stated',
    give('US', 'KE', { eccn: 'EAR99', ...toPerson('KE', null) }),
    officer,
    'embargoes.country-unknown',
  ],
  [
    'published source code received in Iran',
    { ...clearRelease, receivedIn: inCountry('IR') },
    licence,
    'embargoes.comprehensive',
  ],
]

/** The same person who makes a release a deemed one changes nothing about the use of hardware. */
const remoteUse: WorkedCase = {
  name: 'remote use by someone whose last citizenship is of an embargoed country',
  facts: { ...clearRemoteUse, people: [of('DE', 'IR')] },
  asOf: today,
  outcome: none,
  rule: 'embargoes.comprehensive',
  absent: true,
}

/** Releases of technology, source code, object code and model weights. */
export const releaseCases: readonly WorkedCase[] = [
  ...[...scopeCases, ...entryCases, ...statusCases].map(row),
  ...advancedReleaseCases,
  remoteUse,
]
