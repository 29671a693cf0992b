import { cite } from '../cite.ts'
import type { Finding, Regime, Rule } from '../rule.ts'
import type { ScreeningStatus } from '../facts.ts'

const generalProhibitionFour = cite('15 CFR 736', '736.2(b)(4)', 'known from secondary sources')
const entityList = cite('15 CFR 744', '744.11 and Supp. 4', 'known from secondary sources')

const findings: Readonly<Record<ScreeningStatus, readonly Finding[]>> = {
  clear: [
    {
      outcome: 'no-requirement-found',
      finding: 'Screening of every stated party found no open hit.',
    },
  ],
  'listed-owner': [
    {
      outcome: 'needs-officer',
      finding:
        'An owner of an organisation is listed, and does not own what makes the organisation listed as well, or how much it owns is not known.',
    },
  ],
  hold: [
    {
      outcome: 'needs-officer',
      finding: 'A list entry resembles a party and no officer has decided on it.',
    },
  ],
  'confirmed-match': [
    {
      outcome: 'licence-required',
      finding: 'An officer confirmed that a party is listed; the entry says for what a licence is needed.',
      citations: [entityList],
    },
  ],
  'denied-person': [
    { outcome: 'prohibited', finding: 'A party is a denied person; dealing with one is prohibited.' },
  ],
  unknown: [
    {
      outcome: 'needs-officer',
      finding: 'Screening of the parties has not been completed.',
      missing: ['screening'],
    },
  ],
}

/** The rule that hits, open and confirmed, come from. */
export const screeningRule = 'denied-persons.screening'

const screening: Rule = {
  code: screeningRule,
  logic:
    'Where a party is a denied person: prohibited. Where an officer confirmed that a party is listed: a licence is required, for what the entry says. Where a hit is open, or a listed party owns part of an organisation, an officer decides; where screening is not completed, an officer decides and it is asked. A clear screening is shown.',
  cite: generalProhibitionFour,
  find: ({ facts }) => findings[facts.screening],
}

const nothing: readonly Finding[] = []
const ownersFound: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'A party owned half or more by listed parties counts as listed; the screening must cover owners.',
  },
]
const ownersNote: Rule['find'] = ({ facts }) => (facts.screening === 'clear' ? ownersFound : nothing)

/** The affiliates rule before its stay. */
const ownersFirst: Rule = {
  code: 'denied-persons.owners-2025',
  logic:
    'Where screening found no open hit, before the stay of 2025-11-10: it is shown that a party owned half or more by listed parties counts as listed, so that screening must cover owners.',
  cite: cite('15 CFR 744', '744.11(a), 50 per cent rule', '90 FR 47201', {
    from: '2025-09-29',
    until: '2025-11-10',
  }),
  find: ownersNote,
}

/** While stayed, the rule's text does not operate; shown so that a reader knows it comes back. */
const ownersStayed: Rule = {
  code: 'denied-persons.owners-stayed',
  logic:
    'Where screening found no open hit, during the stay: it is shown that the 50 per cent ownership rule is stayed until 2026-11-09. It decides nothing.',
  cite: cite('15 CFR 744', '744.11(a), 50 per cent rule', '90 FR 50857', {
    from: '2025-11-10',
    until: '2026-11-10',
    status: 'stayed',
  }),
  find: ({ facts }) =>
    facts.screening === 'clear'
      ? [
          {
            outcome: 'no-requirement-found',
            finding: 'The 50 per cent ownership rule is stayed until 2026-11-09.',
          },
        ]
      : [],
}

/** After the stay's end; no later document was found, so the stricter reading is taken as unverified. */
const ownersAgain: Rule = {
  code: 'denied-persons.owners-2026',
  logic:
    'Where screening found no open hit, after the stay has ended: it is shown that owners count again, a party owned half or more by listed parties being read as listed, since no later document was found.',
  cite: cite('15 CFR 744', '744.11(a), 50 per cent rule', '90 FR 50857, end of the stay', {
    from: '2026-11-10',
    status: 'unverified',
  }),
  find: ownersNote,
}

export const deniedPersons: Regime = {
  name: 'denied-persons',
  reach: 'This law looks at every case and reads what the screening of its parties against the lists found.',
  scope: generalProhibitionFour,
  data: [],
  rules: [screening, ownersFirst, ownersStayed, ownersAgain],
}
