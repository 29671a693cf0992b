import type { Determination, NonEmpty, Reason } from '@allmende/domain/terms'
import { namesOneOf, questionsForTheTeam, withheld } from '../apply/index.ts'

/** A reason, without what it tells of a country that only another person stated; the rule's own name may tell it too. */
function reasonForTheTeam(reason: Reason, countries: readonly string[]): Reason {
  if (!namesOneOf([reason.finding, ...reason.arithmetic].join(' '), countries)) return reason
  const [{ text: _, ...first }] = reason.citations
  return {
    ...reason,
    code: reason.regime,
    finding: withheld,
    arithmetic: [],
    citations: [{ ...first, paragraph: 'known to the officers' }],
  }
}

/**
 * A determination as the team reads it: where a person's own statement is private, it says that a statement leads
 * there and leaves the country, and a rule that names it, to officers. `countries` are those the reader must not learn.
 */
export function forTheTeam(determination: Determination, countries: readonly string[]): Determination {
  if (countries.length === 0) return determination
  const readable = (reasons: readonly Reason[]) => reasons.map((r) => reasonForTheTeam(r, countries))
  return {
    ...determination,
    reasons: readable(determination.reasons) as unknown as NonEmpty<Reason>,
    regimes: determination.regimes.map((r) => ({ ...r, reasons: readable(r.reasons) })),
    questions: questionsForTheTeam(determination.questions, countries),
  }
}
