import {
  type CalendarDate,
  type Determination,
  isNonEmpty,
  type Outcome,
  outcomes,
  invariant,
  strictest,
} from '@allmende/domain/terms'
import { deniedPersons } from './denied-persons/index.ts'
import { embargoes } from './embargoes/index.ts'
import type { Facts } from './facts.ts'
import { questionsFor } from './questions.ts'
import { type MissingFact, type Regime, runRegime } from './rule.ts'
import { sitePolicy } from './site-policy/index.ts'
import { classify } from './us-ear/classify.ts'
import { usEar } from './us-ear/index.ts'

/** Names the edition of the rules; recorded with every Determination. */
export const rulesVersion = 'allmende-rules 2026-11-24'

/** Every regime that runs. None knows of another, so their order changes nothing. */
export const regimes: readonly Regime[] = [usEar, embargoes, deniedPersons, sitePolicy]

type Evaluation = Omit<Determination, 'questions'> & { readonly missing: readonly MissingFact[] }

const byStrictness = (a: { outcome: Outcome }, b: { outcome: Outcome }) =>
  outcomes.indexOf(b.outcome) - outcomes.indexOf(a.outcome)

/** Runs the regimes side by side, without questions. */
export function evaluate(facts: Facts, asOf: CalendarDate, run: readonly Regime[] = regimes): Evaluation {
  const classifications =
    facts.transaction === 'release'
      ? []
      : facts.accelerators.map((accelerator) => classify(accelerator, asOf))
  const results = run.map((regime) => runRegime(regime, { facts, asOf, classifications }))
  const reasons = results
    .flatMap(({ result }) => result.reasons)
    .toSorted((a, b) => byStrictness(a, b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  invariant(isNonEmpty(reasons), 'every regime gives at least one reason')
  return {
    outcome: results.map(({ result }) => result.outcome).reduce(strictest),
    regimes: results.map(({ result }) => result),
    reasons,
    asOf,
    rulesVersion,
    missing: results.flatMap(({ missing }) => missing),
  }
}

/**
 * What the rules say of one use or transfer on a day: every regime's reasons, the strictest outcome, and for
 * each missing fact a question with what each answer would do, found by running the rules again with it.
 *
 * @throws {NoValueYet} before 2022-10-21, the first day these rules answer for.
 */
export function determine(facts: Facts, asOf: CalendarDate): Determination {
  const { missing, ...determination } = evaluate(facts, asOf)
  const outcomeOf = (changed: Facts) => evaluate(changed, asOf)
  return { ...determination, questions: questionsFor(facts, asOf, missing, determination.outcome, outcomeOf) }
}
