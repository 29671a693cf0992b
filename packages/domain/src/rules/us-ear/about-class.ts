import { cite, ear } from '../cite.ts'
import type { Finding } from '../rule.ts'
import { anyControlled, isParagraphA } from './chips.ts'
import { texts } from './texts.ts'
import { nothing, type RuleHead, transferRule } from './transfer-rule.ts'

const caught: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'An item of 3A090 is taken to be subject to the EAR wherever it was made: of US origin (734.3), or the direct product of listed US technology, software or plant, for which 734.9(h) names any location. This is inferred. An officer would check where it was designed and made, with whose tools and software, and its US content (25 %, or 10 % for Groups E:1 and E:2).',
  },
]

const subjectToEar = transferRule(
  {
    code: 'us-ear.subject-to-ear',
    cite: ear('734', '734.3, 734.9(h)', { status: 'unverified' }),
    logic:
      'Where an accelerator is in 3A090, or its class is open: it is shown that the item is taken to be subject to the EAR wherever it was made, which an officer would check. Nothing is left out for its origin.',
  },
  (_facts, context) => (anyControlled(context).answer === false ? nothing : caught),
)

const foundryFinding = (designers: string): readonly Finding[] => [
  {
    outcome: 'no-requirement-found',
    finding: `Note 1 to 3A090.a presumes that advanced logic chips are in 3A090.a where a front-end fabricator or OSAT company sends them, unless an approved designer, or until ${designers} an authorized one, attests otherwise. It is not applied: a platform and its members are taken to be neither.`,
  },
]
const until2026April = foundryFinding('2026-04-13')
const until2026December = foundryFinding('2026-12-31')

const foundryRule = (head: RuleHead, said: readonly Finding[]) =>
  transferRule(head, (_facts, { classifications }) =>
    classifications.some((one) => !isParagraphA(one)) ? said : nothing,
  )

const note = ['15 CFR 774 Supp. 1', 'Note 1 to 3A090.a'] as const
const text = texts.foundryNote['2025-01-16']

/** The presumption for fabricators and assemblers: shown, not applied. */
export const aboutClassRules = [
  subjectToEar,
  foundryRule(
    {
      code: 'us-ear.foundry-presumption',
      cite: cite(...note, '90 FR 5298, corrected by 90 FR 9604 from 2025-02-11', {
        from: '2025-01-16',
        until: '2026-04-07',
        text,
      }),
      logic:
        'Where an accelerator is not in 3A090.a: the presumption of Note 1 for fabricators and assemblers is shown, with authorized designers until 2026-04-13. It is not applied, since a platform and its members are taken to be neither.',
    },
    until2026April,
  ),
  foundryRule(
    {
      code: 'us-ear.foundry-presumption-2026',
      cite: cite(...note, '91 FR 17851', { from: '2026-04-07', status: 'unverified', text }),
      logic:
        'Where an accelerator is not in 3A090.a: the presumption of Note 1 for fabricators and assemblers is shown, with authorized designers until 2026-12-31. It is not applied, since a platform and its members are taken to be neither.',
    },
    until2026December,
  ),
]
