import type { Factor, Question, Reason } from '../components/law.ts'

/** Invented cases for the gallery. The law cited is real; the people, projects and figures are not. */
const hour = 3_600_000

export const now = Date.parse('2026-11-23T18:40:00Z')

export const reasons: readonly Reason[] = [
  {
    code: 'us-ear.chip-controlled',
    outcome: 'licence-required',
    finding: 'The chip is controlled as 3A090.a.1.',
    arithmetic: ['dense TOPS × bit length = 989.5 × 16 = 15,832 TPP', '15,832 ≥ 4,800'],
    citations: [
      {
        instrument: '15 CFR 774 Supp. 1',
        paragraph: '3A090.a.1',
        version: '88 FR 73458',
        from: '2023-11-17',
        until: null,
        status: 'in-force',
        text: 'Integrated circuits having one or more digital processing units having a total processing performance of 4800 or more.',
      },
    ],
  },
  {
    code: 'us-ear.end-user',
    outcome: 'needs-officer',
    finding: 'The end user is not fully stated.',
    arithmetic: [],
    citations: [
      {
        instrument: '15 CFR',
        paragraph: '744.22',
        version: '85 FR 23459',
        from: '2020-06-29',
        until: null,
        status: 'in-force',
      },
      {
        instrument: 'BIS statement of policy',
        paragraph: 'II',
        version: '2025-05-13',
        from: '2025-05-13',
        until: '2026-06-30',
        status: 'unverified',
      },
    ],
  },
  {
    code: 'alliance.share',
    outcome: 'no-requirement-found',
    finding: 'Remote use of this chip at this site meets no further requirement on the stated facts.',
    arithmetic: [],
    citations: [
      {
        instrument: 'alliance rulebook',
        paragraph: '4.2',
        version: 'version 12',
        from: '2026-05-01',
        until: null,
        status: 'in-force',
      },
    ],
  },
]

export const questions: readonly Question[] = [
  {
    fact: 'endUse.militaryOrIntelligence',
    ask: 'Will any military or intelligence body use the model or its results?',
    whyAsked: 'The answer decides whether 15 CFR 744.22 applies.',
    answers: [
      { answer: 'yes', outcome: 'prohibited' },
      { answer: 'no', outcome: 'no-requirement-found' },
    ],
  },
  {
    fact: 'organisation.ultimateParentCountry',
    ask: 'Where is the headquarters of the ultimate parent?',
    whyAsked: 'Some rules look at the parent and not at the place of work.',
    answers: [
      { answer: 'in a member country', outcome: 'exception-may-apply' },
      { answer: 'elsewhere', outcome: 'licence-required' },
    ],
  },
]

export const factors: readonly Factor[] = [
  {
    code: 'spelling',
    side: 'for',
    what: 'Spelled nearly the same',
    queryPart: 'Halim Benyoussef',
    entryPart: 'Halim Benyousef',
    weight: 0.97,
  },
  {
    code: 'birth-other',
    side: 'against',
    what: 'Another birth date',
    queryPart: '1979',
    entryPart: '1961',
    weight: -0.3,
  },
  {
    code: 'country-other',
    side: 'against',
    what: 'No country in common',
    queryPart: 'MA',
    entryPart: 'LY, TN',
    weight: -0.06,
  },
]

export const members = [
  { label: 'Brazil', country: 'BR', given: 48_100 * hour, used: 58_300 * hour, share: 57_000 * hour },
  { label: 'Germany', country: 'DE', given: 137_900 * hour, used: 69_200 * hour, share: 71_000 * hour },
  { label: 'Indonesia', country: 'ID', given: 30_800 * hour, used: 54_500 * hour, share: 53_000 * hour },
  { label: 'Kenya', country: 'KE', given: 3900 * hour, used: 47_500 * hour, share: 46_000 * hour },
  { label: 'Morocco', country: 'MA', given: 67_300 * hour, used: 29_500 * hour, share: 30_000 * hour },
  { label: 'Singapore', country: 'SG', given: 0, used: 28_200 * hour, share: null },
] as const

export const sites = [
  { country: 'MA', name: 'Rabat', longitude: -6.8, latitude: 34 },
  { country: 'DE', name: 'Jena', longitude: 11.6, latitude: 50.9 },
  { country: 'BR', name: 'Recife', longitude: -34.9, latitude: -8 },
] as const

export const losses = [3.91, 3.02, 2.61, 2.38, 2.21, 2.12, 2.04, 1.99, 2.06, 1.95, 1.92, 1.9]

export const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11']

export const hold = {
  since: '2026-11-24T00:00:10.000Z',
  until: '2026-11-24T01:00:10.000Z',
  rules: [
    {
      code: 'us-ear.training-for-d5',
      finding: 'It is not stated whether a model is trained for a party of Country Group D:5.',
      instrument: 'BIS policy statement on training AI models',
      paragraph: 'IaaS and 744.6',
    },
  ],
}
