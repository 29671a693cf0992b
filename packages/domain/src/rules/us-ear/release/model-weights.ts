import { cite, ear, firstDay } from '../../cite.ts'
import type { Finding, Rule } from '../../rule.ts'
import { type CalendarDate, citationOn, dated, valueOn } from '@allmende/domain/terms'
import { licenceFor, type Release, releaseRule } from './read-release.ts'

const compliance = '2025-05-15'
const announcedOn = '2025-05-13'

/** Read in the CCL of 2026-07-23: "trained utilizing 10^26 or more 'operations'". */
export const trainingOperations = dated<number | null>({
  cite: '15 CFR 774 Supp. 1, 4E091',
  unit: 'operations, as a power of ten, met at this value; null before there was such an entry',
  values: [
    { from: firstDay, cite: '90 FR 4544, before it', value: null },
    { from: '2025-01-13', cite: '90 FR 4544', value: 26 },
  ],
})

type Weights = {
  readonly answer: boolean | null
  readonly missing: readonly string[]
  readonly arithmetic: readonly string[]
}
const notWeights: Weights = { answer: false, missing: [], arithmetic: [] }

/** Whether the release is of weights in 4E091; an entry and a figure that contradict each other leave it open. */
function weightsOf({ facts, scope }: Release, asOf: CalendarDate): Weights {
  const { what, eccn, trainingFlop } = facts
  const stated = eccn === '4E091'
  const exponent = valueOn(trainingOperations, asOf)
  if (exponent === null || scope.answer === false || (what !== 'model-weights' && !stated)) return notWeights
  if (trainingFlop === null)
    return { answer: stated ? true : null, missing: stated ? [] : ['trainingFlop'], arithmetic: [] }
  const reaches = trainingFlop >= 10 ** exponent
  const arithmetic = [`${trainingFlop} operations ${reaches ? '≥' : '<'} 10^${exponent}`]
  if (reaches) return { answer: true, missing: [], arithmetic }
  return stated ? { answer: null, missing: ['trainingFlop', 'eccn'], arithmetic } : notWeights
}

const entry: Rule = releaseRule(
  {
    code: 'us-ear.model-weights-entry',
    logic:
      'Where model weights are at or over the training operations of 4E091, are stated to be of 4E091, or may be of it: it is shown that they are in the entry, or that this depends on the operations spent on training. It decides nothing by itself.',
    cite: cite('15 CFR 774 Supp. 1', '4E091', 'eCFR as of 2026-07-23'),
  },
  (release, asOf) => {
    const weights = weightsOf(release, asOf)
    if (weights.answer === false) return []
    const finding =
      weights.answer === true
        ? 'The weights are in 4E091, which leaves out published ones.'
        : 'Whether the weights are in 4E091 depends on the operations spent on training.'
    const { arithmetic } = weights
    const citations = [citationOn(trainingOperations, asOf)]
    return [{ outcome: 'no-requirement-found', finding, arithmetic, citations }]
  },
)

/** The worldwide requirement by its text: still in the CFR, announced not to be enforced, never rescinded. */
const text: Rule = releaseRule(
  {
    code: 'us-ear.model-weights-text',
    logic:
      'Where model weights of 4E091 are released to any destination or status outside the United States: by the text a licence is required, though BIS said that it does not enforce this. Where the training operations, scope, place or status is not stated, or entry and figure contradict each other, an officer decides and it is asked.',
    cite: ear('742', '742.6(a)(13)', { from: compliance, status: 'not-enforced' }),
    layer: 'text',
  },
  (release, asOf) => {
    const weights = weightsOf(release, asOf)
    if (weights.answer === false) return []
    const what =
      'By its text, which BIS said on 2025-05-13 it does not enforce, the release of weights in 4E091 to any destination'
    const citations = [text.cite, citationOn(trainingOperations, asOf)]
    return licenceFor(release, what, citations, () => true, weights.missing).map((finding): Finding => ({
      ...finding,
      arithmetic: weights.arithmetic,
    }))
  },
)

const announcedFinding: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'A worldwide licence requirement for model weights in 4E091 has been published, with compliance from 2025-05-15.',
  },
]

/** The same text before its compliance date. */
const announced: Rule = releaseRule(
  {
    code: 'us-ear.model-weights-announced',
    logic:
      'Where model weights are released and the EAR reach them, or may: it is shown that a worldwide licence requirement for those of 4E091 has been published, with compliance from 2025-05-15. It decides nothing before that day.',
    cite: cite('15 CFR 742', '742.6(a)(13)', '90 FR 4544', {
      from: '2025-01-13',
      until: compliance,
      status: 'announced',
    }),
  },
  ({ facts, scope }) => (facts.what === 'model-weights' && scope.answer !== false ? announcedFinding : []),
)

const notEnforced: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'As enforced, no licence is asked for model weights in 4E091: BIS said so on 2025-05-13. No published rescission of the text was seen up to September 2026.',
  },
]

const enforcement: Rule = releaseRule(
  {
    code: 'us-ear.model-weights-not-enforced',
    logic:
      'Where model weights are in 4E091, or may be: it is shown that as enforced no licence is asked for them, and that no published rescission of the text was seen up to September 2026.',
    cite: cite('BIS announcement', 'AI Diffusion not enforced', 'BIS, 2025-05-13', { from: announcedOn }),
    layer: 'enforcement',
  },
  (release, asOf) => (weightsOf(release, asOf).answer === false ? [] : notEnforced),
)

const exclusionsFinding: readonly Finding[] = [
  {
    outcome: 'exception-may-apply',
    finding:
      'To confirm: Notes 1 and 2 to 4E091 leave out weights derived from published ones with little further training, and models that published methods can equal; 742.6(a)(13) leaves out deemed exports to permanent regular employees of entities headquartered in 740 Supp. 5(a); License Exception AIA is named for 4E091.',
  },
]

/** Conditions to confirm, never an answer. */
const exclusions: Rule = releaseRule(
  {
    code: 'us-ear.model-weights-exclusions',
    logic:
      'Where model weights of 4E091 are released over a border, within another country or to people of another country: an exception may apply, once the Notes to 4E091, the exclusion for employees or License Exception AIA is confirmed. It takes no requirement away.',
    cite: cite('15 CFR 774 Supp. 1', 'Notes 1 and 2 to 4E091', 'eCFR as of 2026-07-23', {
      from: compliance,
      status: 'not-enforced',
    }),
    layer: 'text',
  },
  (release, asOf) =>
    release.routes.length > 0 && weightsOf(release, asOf).answer === true ? exclusionsFinding : [],
)

export const modelWeightsRules: readonly Rule[] = [entry, text, announced, enforcement, exclusions]
