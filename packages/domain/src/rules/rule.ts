import {
  type CalendarDate,
  type Citation,
  type Dated,
  isNonEmpty,
  type Layer,
  type NonEmpty,
  type Outcome,
  outcomes,
  type Reason,
  type RegimeResult,
} from '@allmende/domain/terms'
import type { Facts } from './facts.ts'
import type { CountryFact } from './parties.ts'
import type { Classification } from './us-ear/classification.ts'

/** Outcomes as places in `outcomes`, from laxest to strictest. */
export const rank: Readonly<Record<Outcome, number>> = Object.fromEntries(
  outcomes.map((outcome, index) => [outcome, index]),
) as Record<Outcome, number>

/** What rules read: the facts, the day, the class of each accelerator on that day, and every country of the case. */
export type Context = {
  readonly facts: Facts
  readonly asOf: CalendarDate
  readonly classifications: readonly Classification[]
  readonly countries: readonly CountryFact[]
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
  /** When it speaks and what it then says, in words: what the book of rules prints. */
  readonly logic: string
  readonly cite: Citation
  /** Set where text and declared enforcement differ, on the rule of each; absent means both. */
  readonly layer?: Layer
  /** The one kind of transaction that it reads; absent means that it looks at all three. */
  readonly only?: Facts['transaction']
  /** A case in which this rule asks for an officer is decided by two. */
  readonly fourEyes?: true
  readonly find: (context: Context) => readonly Finding[]
}

/** Whether a regime reaches a case: yes, no, or open with the facts that would settle it. */
export type Nexus = { readonly reaches: boolean | null; readonly missing: readonly string[] }

/** One body of law or policy, run on its own beside the others. */
export type Regime = {
  readonly name: string
  /** What ties a case to this law, in words: what `nexus` finds, or that it looks at every case. */
  readonly reach: string
  /** Cited when no rule of the regime found anything. */
  readonly scope: Citation
  /** What ties a case to this law; absent where the regime looks at every case. */
  readonly nexus?: (context: Context) => Nexus
  readonly rules: readonly Rule[]
  /** The values of law that the rules read, with their history: the book shows each, and each must have its cases. */
  readonly data: readonly Dated<unknown>[]
}

/** A fact a rule needed, with why. */
export type MissingFact = { readonly path: string; readonly why: string }

/** Whether a rule applies on a day. */
export function isOperative(rule: Rule, asOf: CalendarDate): boolean {
  return rule.cite.from <= asOf && (rule.cite.until === null || asOf < rule.cite.until)
}

/** A rule with the reasons of its last findings: one that stands in the rule as it is need not be told anew. */
type OnDay = { readonly rule: Rule; readonly said: { finding: Finding; reason: Reason }[] }
const saidMax = 4

/** A regime on one day: its operative rules by code, and what it says where none of them speaks. */
export type RegimeOnDay = {
  readonly name: string
  readonly nexus: Regime['nexus']
  readonly scope: Citation
  readonly rules: Readonly<Record<Facts['transaction'], readonly OnDay[]>>
  readonly nothingFound: NonEmpty<Reason>
  /** What it says of a case that it does not reach: the same each time, and most laws do not reach most cases. */
  readonly outside: RegimeResult & { readonly reasons: NonEmpty<Reason> }
}

const byCode = (a: Rule, b: Rule) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

function ownReason(regime: Regime, code: string, finding: string): Reason {
  return {
    code: `${regime.name}.${code}`,
    regime: regime.name,
    outcome: 'no-requirement-found',
    finding,
    arithmetic: [],
    citations: [regime.scope],
    layer: 'both',
    fourEyes: false,
  }
}

/** What of a regime applies on a day. */
export function regimeOn(regime: Regime, asOf: CalendarDate): RegimeOnDay {
  const operative = regime.rules.filter((rule) => isOperative(rule, asOf)).toSorted(byCode)
  const of = (transaction: Facts['transaction']): OnDay[] =>
    operative
      .filter((rule) => rule.only === undefined || rule.only === transaction)
      .map((rule) => ({ rule, said: [] }))
  return {
    name: regime.name,
    nexus: regime.nexus,
    scope: regime.scope,
    rules: {
      'remote-use': of('remote-use'),
      'hardware-transfer': of('hardware-transfer'),
      release: of('release'),
    },
    nothingFound: [
      ownReason(
        regime,
        'nothing-found',
        `No requirement was found on the stated facts among the rules encoded of ${regime.scope.instrument}, ${regime.scope.paragraph}.`,
      ),
    ],
    outside: {
      regime: regime.name,
      outcome: 'no-requirement-found',
      reasons: [ownReason(regime, 'outside', 'Nothing in the stated facts ties this case to this law.')],
    },
  }
}

function newReason(regime: string, rule: Rule, finding: Finding): Reason {
  const citations = finding.citations ?? []
  return {
    code: rule.code,
    regime,
    outcome: finding.outcome,
    finding: finding.finding,
    arithmetic: finding.arithmetic ?? [],
    citations: isNonEmpty(citations) ? citations : [rule.cite],
    layer: rule.layer ?? 'both',
    fourEyes: rule.fourEyes === true && finding.outcome === 'needs-officer',
  }
}

function reasonOf(regime: string, { rule, said }: OnDay, finding: Finding): Reason {
  for (const known of said) if (known.finding === finding) return known.reason
  const reason = newReason(regime, rule, finding)
  if (said.length < saidMax) said.push({ finding, reason })
  else said[saidMax - 1] = { finding, reason }
  return reason
}

/** What is open in a case, gathered while its rules run. */
export type Open = {
  readonly missing: MissingFact[]
  /** The strictest outcome that depends on no missing fact, as a place in `outcomes`. */
  settled: number
}

/** Runs the rules of a regime on a case. Its reasons come in the order of their codes. */
export function runRegime(regime: RegimeOnDay, context: Context, open: Open): NonEmpty<Reason> {
  const nexus = regime.nexus?.(context)
  if (nexus?.reaches === false) return regime.outside.reasons
  const reasons: Reason[] = []
  if (nexus?.reaches === null) {
    const why = `Whether the law of "${regime.name}" reaches this case depends on facts that are not stated.`
    reasons.push({
      ...regime.nothingFound[0],
      code: `${regime.name}.nexus-open`,
      outcome: 'needs-officer',
      finding: why,
    })
    for (const path of nexus.missing) open.missing.push({ path, why })
  }
  for (const onDay of regime.rules[context.facts.transaction]) {
    for (const finding of onDay.rule.find(context)) {
      reasons.push(reasonOf(regime.name, onDay, finding))
      if (finding.missing && finding.missing.length > 0)
        for (const path of finding.missing) open.missing.push({ path, why: finding.finding })
      else if (rank[finding.outcome] > open.settled) open.settled = rank[finding.outcome]
    }
  }
  return isNonEmpty(reasons) ? reasons : regime.nothingFound
}
