import {
  type CalendarDate,
  type Citation,
  isNonEmpty,
  type NonEmpty,
  type Outcome,
  type Reason,
  type RegimeResult,
  strictest,
} from '@allmende/domain/terms'
import type { Facts } from './facts.ts'
import type { Classification } from './us-ear/classification.ts'

/** What rules read: the facts, the day, and the class of each accelerator on that day. */
export type Context = {
  readonly facts: Facts
  readonly asOf: CalendarDate
  readonly classifications: readonly Classification[]
}

/** What one rule found. `missing` holds paths into the facts that this rule needed and did not have. */
export type Finding = {
  readonly outcome: Outcome
  readonly finding: string
  readonly arithmetic?: readonly string[]
  readonly citations?: readonly Citation[]
  readonly missing?: readonly string[]
}

/** A rule runs on days from its citation's `from` up to, not including, its `until`. */
export type Rule = {
  readonly code: string
  readonly cite: Citation
  readonly find: (context: Context) => readonly Finding[]
}

/** One body of law or policy, run on its own beside the others. */
export type Regime = {
  readonly name: string
  /** Cited when no rule of the regime found anything. */
  readonly scope: Citation
  readonly rules: readonly Rule[]
}

/** A fact a rule needed, with why. */
export type MissingFact = { readonly path: string; readonly why: string }

/** Whether a rule applies on a day. */
export function isOperative(rule: Rule, asOf: CalendarDate): boolean {
  return rule.cite.from <= asOf && (rule.cite.until === null || asOf < rule.cite.until)
}

function reasonOf(regime: string, rule: Rule, finding: Finding): Reason {
  const citations = finding.citations ?? []
  return {
    code: rule.code,
    regime,
    outcome: finding.outcome,
    finding: finding.finding,
    arithmetic: finding.arithmetic ?? [],
    citations: isNonEmpty(citations) ? citations : [rule.cite],
  }
}

function nothingFound(regime: Regime): Reason {
  return {
    code: `${regime.name}.nothing-found`,
    regime: regime.name,
    outcome: 'no-requirement-found',
    finding: 'No requirement was found on the stated facts among the rules encoded for this regime.',
    arithmetic: [],
    citations: [regime.scope],
  }
}

/** Runs every operative rule of a regime; the strictest reason is the regime's outcome. */
export function runRegime(
  regime: Regime,
  context: Context,
): { readonly result: RegimeResult; readonly missing: readonly MissingFact[] } {
  const found = regime.rules
    .filter((rule) => isOperative(rule, context.asOf))
    .flatMap((rule) => rule.find(context).map((finding) => ({ rule, finding })))
  const reasons = found.map(({ rule, finding }) => reasonOf(regime.name, rule, finding))
  const all: NonEmpty<Reason> = isNonEmpty(reasons) ? reasons : [nothingFound(regime)]
  return {
    result: {
      regime: regime.name,
      outcome: all.map((reason) => reason.outcome).reduce(strictest),
      reasons: all,
    },
    missing: found.flatMap(({ finding }) =>
      (finding.missing ?? []).map((path) => ({ path, why: finding.finding })),
    ),
  }
}
