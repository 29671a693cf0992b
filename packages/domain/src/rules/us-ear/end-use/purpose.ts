import { cite } from '../../cite.ts'
import type { Finding, Rule } from '../../rule.ts'
import { isMilitary } from './military.ts'

const redFlags = cite('15 CFR 732', 'Supp. 3, red flags', 'known from secondary sources', {
  status: 'unverified',
})

const unstated: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding: 'The purpose of the use is not stated.',
    missing: ['endUse.purpose'],
  },
]
const unclear: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding: 'The stated purpose fits no listed class, so an officer reads it.',
    missing: ['endUse.purpose'],
  },
]
const contradiction: readonly Finding[] = [
  {
    outcome: 'needs-officer',
    finding:
      'Red flag: a civil purpose is stated together with a military, intelligence or weapons end use. Knowledge includes reason to know.',
  },
]

const purposeStated: Rule = {
  code: 'us-ear.purpose-stated',
  logic:
    'Where the purpose of the use is not stated, or is none of the listed classes: an officer decides and it is asked.',
  cite: redFlags,
  find: ({ facts }) => {
    const { purpose } = facts.endUse
    return purpose === null ? unstated : purpose === 'other' ? unclear : []
  },
}

/** Statements that do not go together are a red flag, which a person resolves. */
const purposeFits: Rule = {
  code: 'us-ear.purpose-contradicted',
  logic:
    'Where a civil purpose is stated together with a military, intelligence or weapons end use: a red flag, on which an officer decides. A purpose that is not stated, or fits no listed class, is left to the rule on purposes.',
  cite: redFlags,
  find: ({ facts }) => {
    const { purpose, wmd } = facts.endUse
    if (purpose === null || purpose === 'other' || purpose === 'defence') return []
    return wmd === true || isMilitary(facts) === true ? contradiction : []
  },
}

export const purposeRules: readonly Rule[] = [purposeStated, purposeFits]
