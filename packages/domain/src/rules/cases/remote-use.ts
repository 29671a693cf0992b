import { day, type Outcome } from '@allmende/domain/terms'
import type { EndUse, Facts, SiteFacts } from '../facts.ts'
import { chip, clearRemoteUse, inCountry, organisation, person } from './clear-facts.ts'

/** A worked case: facts, a day, the outcome the law gives, and the rule that says so. */
export type WorkedCase = {
  readonly name: string
  readonly facts: Facts
  readonly asOf: string
  readonly outcome: Outcome
  /** A rule that must be among the reasons with the case's outcome, or, where `absent`, must not be. */
  readonly rule: string
  readonly absent?: boolean
  /** A version, as "paragraph version from", that must be cited. */
  readonly cites?: string
}

const site = (changes: Partial<SiteFacts>) => ({
  ...clearRemoteUse,
  site: { ...clearRemoteUse.site, ...changes },
})
const use = (changes: Partial<EndUse>) => ({
  ...clearRemoteUse,
  endUse: { ...clearRemoteUse.endUse, ...changes },
})
const by = (at: string, seat?: string, parent?: string) => ({
  ...clearRemoteUse,
  organisations: [organisation(at, seat, parent)],
})

const training = use({ trainsModelForD5Entity: true })
const excluding = (code: string, from: string) =>
  site({ nationalPolicy: { excludedCountries: [inCountry(code)], rule: 'Decree 12', from: day(from) } })
const military = { ...by('KH'), endUse: { ...clearRemoteUse.endUse, militaryOrIntelligence: true } }

/** Remote use of accelerators at a site. */
export const remoteUseCases: readonly WorkedCase[] = [
  {
    name: 'civil research with every fact stated',
    facts: clearRemoteUse,
    asOf: '2026-11-24',
    outcome: 'no-requirement-found',
    rule: 'us-ear.remote-use-no-hardware-export',
  },
  {
    name: 'the class of the chip is shown',
    facts: clearRemoteUse,
    asOf: '2026-11-24',
    outcome: 'no-requirement-found',
    rule: 'us-ear.classification',
  },
  {
    name: 'nationality of an embargoed country alone weighs nothing',
    facts: { ...clearRemoteUse, people: [person('DE', { nationalities: [inCountry('IR')] })] },
    asOf: '2026-11-24',
    outcome: 'no-requirement-found',
    rule: 'us-ear.nationality',
  },
  {
    name: 'training for a D:5 party the day before the policy statement',
    facts: training,
    asOf: '2025-05-12',
    outcome: 'no-requirement-found',
    rule: 'us-ear.training-for-d5',
    absent: true,
  },
  {
    name: 'training for a D:5 party since the policy statement',
    facts: training,
    asOf: '2025-05-13',
    outcome: 'needs-officer',
    rule: 'us-ear.training-for-d5',
  },
  {
    name: 'training for a D:5 party on a chip below 3A090',
    facts: { ...training, accelerators: [chip(800)] },
    asOf: '2026-11-24',
    outcome: 'no-requirement-found',
    rule: 'us-ear.training-for-d5',
    absent: true,
  },
  {
    name: 'unknown training on controlled chips',
    facts: use({ trainsModelForD5Entity: null }),
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'us-ear.training-for-d5',
  },
  {
    name: 'licence conditions not stated for controlled chips',
    facts: site({ licenceConditions: null }),
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'us-ear.site-licence-conditions',
  },
  {
    name: 'a licence that excludes the parent of the applicant',
    facts: {
      ...by('MY', 'MY', 'CN'),
      site: {
        ...clearRemoteUse.site,
        licenceConditions: {
          excludedCountries: [inCountry('CN')],
          otherConditions: [],
          source: 'BIS licence D0000000',
        },
      },
    },
    asOf: '2026-11-24',
    outcome: 'licence-required',
    rule: 'us-ear.site-licence-conditions',
  },
  {
    name: 'controlled chips in the Emirates stated to carry no conditions',
    facts: site({ country: inCountry('AE') }),
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'us-ear.hardware-origin',
  },
  {
    name: 'controlled chips in Taiwan',
    facts: site({ country: inCountry('TW') }),
    asOf: '2026-11-24',
    outcome: 'no-requirement-found',
    rule: 'us-ear.hardware-origin',
    absent: true,
  },
  {
    name: 'a site operated from Macau',
    facts: site({ operator: { country: inCountry('DE'), headquartersCountry: inCountry('MO') } }),
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'us-ear.hardware-origin',
  },
  {
    name: 'Ascend 910C the day before the guidance',
    facts: { ...clearRemoteUse, accelerators: [chip(12_800, { name: 'Huawei Ascend 910C' })] },
    asOf: '2025-05-12',
    outcome: 'no-requirement-found',
    rule: 'us-ear.gp10-ascend',
    absent: true,
  },
  {
    name: 'Ascend 910C since the guidance',
    facts: { ...clearRemoteUse, accelerators: [chip(12_800, { name: 'Huawei Ascend 910C' })] },
    asOf: '2025-05-13',
    outcome: 'needs-officer',
    rule: 'us-ear.gp10-ascend',
  },
  {
    name: 'the remote access bill the day before it passed the House',
    facts: clearRemoteUse,
    asOf: '2026-01-11',
    outcome: 'no-requirement-found',
    rule: 'us-ear.pending-remote-access-bill',
    absent: true,
  },
  {
    name: 'the remote access bill is shown and not applied',
    facts: clearRemoteUse,
    asOf: '2026-01-12',
    outcome: 'no-requirement-found',
    rule: 'us-ear.pending-remote-access-bill',
  },
  {
    name: 'military use in Cambodia with no US person',
    facts: military,
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'us-ear.us-person-support',
  },
  {
    name: 'military use in Cambodia supported by a US person',
    facts: { ...military, people: [person('KE', { usPerson: true })] },
    asOf: '2026-11-24',
    outcome: 'licence-required',
    rule: 'us-ear.us-person-support',
  },
  {
    name: 'military use in Kenya goes to an officer',
    facts: use({ militaryOrIntelligence: true }),
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'us-ear.military-use',
  },
  {
    name: 'a purpose of defence counts as military whatever the flag says',
    facts: use({ purpose: 'defence' }),
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'us-ear.military-use',
  },
  {
    name: 'weapons of mass destruction',
    facts: use({ wmd: true }),
    asOf: '2026-11-24',
    outcome: 'licence-required',
    rule: 'us-ear.wmd-end-use',
  },
  {
    name: 'an unstated purpose is a red flag',
    facts: use({ purpose: null }),
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'us-ear.purpose-stated',
  },
  {
    name: 'a resident of Iran',
    facts: { ...clearRemoteUse, people: [person('DE', { residenceCountry: inCountry('IR') })] },
    asOf: '2026-11-24',
    outcome: 'licence-required',
    rule: 'embargoes.comprehensive',
  },
  {
    name: 'an organisation in Cuba',
    facts: by('CU'),
    asOf: '2026-11-24',
    outcome: 'licence-required',
    rule: 'embargoes.comprehensive',
  },
  {
    name: 'an unstated ultimate parent',
    facts: { ...clearRemoteUse, organisations: [{ ...organisation('KE'), ultimateParentCountry: null }] },
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'embargoes.country-unknown',
  },
  {
    name: 'no person stated',
    facts: { ...clearRemoteUse, people: [] },
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'embargoes.country-unknown',
  },
  {
    name: 'a person in Belarus',
    facts: { ...clearRemoteUse, people: [person('BY')] },
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'embargoes.russia-belarus',
  },
  {
    name: 'a person in Ukraine, region not stated',
    facts: { ...clearRemoteUse, people: [person('UA')] },
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'embargoes.occupied-ukraine',
  },
  {
    name: 'a person in Ukraine outside the occupied regions',
    facts: { ...clearRemoteUse, people: [person('UA')], ukraineOccupiedRegion: false },
    asOf: '2026-11-24',
    outcome: 'no-requirement-found',
    rule: 'embargoes.occupied-ukraine',
    absent: true,
  },
  {
    name: 'military use in Lebanon, under a UN arms embargo',
    facts: { ...by('LB'), endUse: { ...clearRemoteUse.endUse, militaryOrIntelligence: true } },
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'embargoes.un-arms',
  },
  {
    name: 'a denied person',
    facts: { ...clearRemoteUse, screening: 'denied-person' },
    asOf: '2026-11-24',
    outcome: 'prohibited',
    rule: 'denied-persons.screening',
  },
  {
    name: 'an unresolved hit',
    facts: { ...clearRemoteUse, screening: 'hold' },
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'denied-persons.screening',
  },
  {
    name: 'a confirmed match',
    facts: { ...clearRemoteUse, screening: 'confirmed-match' },
    asOf: '2026-11-24',
    outcome: 'licence-required',
    rule: 'denied-persons.screening',
  },
  {
    name: 'owners the day before the 50 per cent rule',
    facts: clearRemoteUse,
    asOf: '2025-09-28',
    outcome: 'no-requirement-found',
    rule: 'denied-persons.owners-2025',
    absent: true,
  },
  {
    name: 'owners under the 50 per cent rule',
    facts: clearRemoteUse,
    asOf: '2025-09-29',
    outcome: 'no-requirement-found',
    rule: 'denied-persons.owners-2025',
  },
  {
    name: 'owners on the last day before the stay',
    facts: clearRemoteUse,
    asOf: '2025-11-09',
    outcome: 'no-requirement-found',
    rule: 'denied-persons.owners-2025',
  },
  {
    name: 'owners on the first day of the stay',
    facts: clearRemoteUse,
    asOf: '2025-11-10',
    outcome: 'no-requirement-found',
    rule: 'denied-persons.owners-stayed',
  },
  {
    name: 'owners on the last day of the stay',
    facts: clearRemoteUse,
    asOf: '2026-11-09',
    outcome: 'no-requirement-found',
    rule: 'denied-persons.owners-stayed',
  },
  {
    name: 'owners after the stay, unverified',
    facts: clearRemoteUse,
    asOf: '2026-11-10',
    outcome: 'no-requirement-found',
    rule: 'denied-persons.owners-2026',
  },
  {
    name: 'a national rule that excludes the applicant',
    facts: excluding('KE', '2026-01-01'),
    asOf: '2026-01-01',
    outcome: 'prohibited',
    rule: 'site-policy.national-rule',
  },
  {
    name: 'a national rule the day before it starts',
    facts: excluding('KE', '2026-01-01'),
    asOf: '2025-12-31',
    outcome: 'no-requirement-found',
    rule: 'site-policy.national-rule',
    absent: true,
  },
  {
    name: 'no declaration of a national rule',
    facts: site({ nationalPolicy: null }),
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'site-policy.national-rule',
  },
  {
    name: 'a site without a country',
    facts: site({ country: null }),
    asOf: '2026-11-24',
    outcome: 'needs-officer',
    rule: 'site-policy.jurisdiction',
  },
]
