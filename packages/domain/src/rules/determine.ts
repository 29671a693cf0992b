import {
  type Accelerator,
  type Binding,
  type CalendarDate,
  type Determination,
  invariant,
  isNonEmpty,
  type Outcome,
  outcomes,
  type Reason,
  type RegimeResult,
  unreachable,
} from '@allmende/domain/terms'
import type { Facts } from './facts.ts'
import { allCountries } from './parties.ts'
import { questionsFor } from './questions.ts'
import { regimes } from './regimes.ts'
import {
  type Context,
  type MissingFact,
  type Open,
  rank,
  type Regime,
  type RegimeOnDay,
  regimeOn,
  runRegime,
} from './rule.ts'
import type { Classification } from './us-ear/classification.ts'
import { classify } from './us-ear/classify.ts'

/** Names the edition of the rules; recorded with every Determination. */
export const rulesVersion = 'allmende-rules 2026-11-25'

export type Evaluation = Omit<Determination, 'questions'> & {
  readonly missing: readonly MissingFact[]
  /** The strictest outcome that depends on no missing fact: no answer makes it laxer. */
  readonly settled: Outcome
}

/** Regimes as they stand on the days asked about last; a day holds for a million cases. */
const compiled = new WeakMap<readonly Regime[], Map<CalendarDate, readonly RegimeOnDay[]>>()
const daysKept = 64

function regimesOn(run: readonly Regime[], asOf: CalendarDate): readonly RegimeOnDay[] {
  const days = compiled.get(run) ?? new Map<CalendarDate, readonly RegimeOnDay[]>()
  compiled.set(run, days)
  const known = days.get(asOf)
  if (known !== undefined) return known
  const found = run
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map((regime) => regimeOn(regime, asOf))
  if (days.size >= daysKept) days.clear()
  days.set(asOf, found)
  return found
}

/** The class of an accelerator on the day asked about last; sites have few models, and cases are many. */
let classified: { readonly asOf: CalendarDate; readonly of: WeakMap<Accelerator, Classification> } | null =
  null

function classOf(accelerator: Accelerator, asOf: CalendarDate): Classification {
  if (classified?.asOf !== asOf) classified = { asOf, of: new WeakMap() }
  const known = classified.of.get(accelerator)
  if (known !== undefined) return known
  const found = classify(accelerator, asOf)
  classified.of.set(accelerator, found)
  return found
}

function contextOf(facts: Facts, asOf: CalendarDate): Context {
  return {
    facts,
    asOf,
    classifications:
      facts.transaction === 'release' ? [] : facts.accelerators.map((one) => classOf(one, asOf)),
    countries: allCountries(facts),
  }
}

type Answer = { readonly byText: number; readonly asEnforced: number }

/** The strictest of reasons by each layer, as places in `outcomes`. */
function answerOf(reasons: readonly Reason[]): Answer {
  let byText = 0
  let asEnforced = 0
  for (const { layer, outcome } of reasons) {
    const at = rank[outcome]
    if (at > byText && layer !== 'enforcement') byText = at
    if (at > asEnforced && layer !== 'text') asEnforced = at
  }
  return { byText, asEnforced }
}

/** What binds, where the text and its declared enforcement come to different answers. */
function bindingOf({ byText, asEnforced }: Answer, binds: Binding): Outcome {
  switch (binds) {
    case 'text':
      return outcomeAt(byText)
    case 'enforcement':
      return outcomeAt(asEnforced)
    case 'stricter':
      return outcomeAt(Math.max(byText, asEnforced))
    default:
      return unreachable(binds)
  }
}

const outcomeAt = (index: number) => outcomes[index] ?? 'prohibited'

/** Strictest first; within an outcome in the order of regimes and codes, in which they come. */
function inOrder(results: readonly RegimeResult[], most: number): Reason[] {
  const reasons: Reason[] = []
  for (let at = most; at >= 0; at -= 1)
    for (const result of results)
      for (const reason of result.reasons) if (rank[reason.outcome] === at) reasons.push(reason)
  return reasons
}

/**
 * Runs the regimes side by side, without questions.
 *
 * @throws {NoValueYet} before 2022-10-21, the first day these rules answer for.
 */
export function evaluate(
  facts: Facts,
  asOf: CalendarDate,
  binds: Binding = 'stricter',
  run: readonly Regime[] = regimes,
): Evaluation {
  const context = contextOf(facts, asOf)
  const open: Open = { missing: [], settled: 0 }
  const results: RegimeResult[] = []
  let byText = 0
  let asEnforced = 0
  for (const regime of regimesOn(run, asOf)) {
    const reasons = runRegime(regime, context, open)
    if (reasons === regime.outside.reasons) {
      results.push(regime.outside)
      continue
    }
    const answer = answerOf(reasons)
    byText = Math.max(byText, answer.byText)
    asEnforced = Math.max(asEnforced, answer.asEnforced)
    results.push({ regime: regime.name, outcome: bindingOf(answer, binds), reasons })
  }
  const reasons = inOrder(results, Math.max(byText, asEnforced))
  invariant(isNonEmpty(reasons), 'every regime gives at least one reason')
  return {
    outcome: bindingOf({ byText, asEnforced }, binds),
    byText: outcomeAt(byText),
    asEnforced: outcomeAt(asEnforced),
    binds,
    regimes: results,
    reasons,
    asOf,
    rulesVersion,
    missing: open.missing,
    settled: outcomeAt(open.settled),
  }
}

/**
 * What the rules say of one use or transfer on a day: every regime's reasons, the answer by the text and as
 * enforced, the one that binds, and the questions whose answers could change it, found by running the rules again.
 *
 * @throws {NoValueYet} before 2022-10-21, the first day these rules answer for.
 */
export function determine(facts: Facts, asOf: CalendarDate, binds: Binding = 'stricter'): Determination {
  const found = evaluate(facts, asOf, binds)
  const { missing, settled, outcome } = found
  const again = (changed: Facts) => evaluate(changed, asOf, binds)
  // Written out: copying the rest of an object costs a tenth of a determination.
  return {
    outcome,
    byText: found.byText,
    asEnforced: found.asEnforced,
    binds,
    regimes: found.regimes,
    reasons: found.reasons,
    questions:
      missing.length === 0 || settled === 'prohibited'
        ? []
        : questionsFor(facts, asOf, missing, outcome, again),
    asOf,
    rulesVersion,
  }
}
