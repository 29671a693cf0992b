import type { NonEmpty } from './brand.ts'
import type { Citation } from './citation.ts'
import type { CalendarDate } from './dates.ts'

/** From laxest to strictest; the strictest of several answers wins. */
export const outcomes = [
  'no-requirement-found',
  'exception-may-apply',
  'needs-officer',
  'licence-required',
  'prohibited',
] as const
export type Outcome = (typeof outcomes)[number]

/** The stricter of two outcomes; order does not matter. */
export function strictest(a: Outcome, b: Outcome): Outcome {
  return outcomes.indexOf(a) >= outcomes.indexOf(b) ? a : b
}

/**
 * Which answer a reason belongs to where the text of law and its declared enforcement differ: the text alone, the
 * enforcement alone, or both.
 */
export type Layer = 'text' | 'enforcement' | 'both'

/** Which of the two answers binds an alliance: its rulebook says so, and the stricter is the default. */
export const bindings = ['stricter', 'text', 'enforcement'] as const
export type Binding = (typeof bindings)[number]

/** One finding, in words and as data. `arithmetic` shows how a figure came about. */
export type Reason = {
  /** Stable: "us-ear.chip-controlled". */
  readonly code: string
  readonly regime: string
  readonly outcome: Outcome
  /** One sentence, plain words, no verdict beyond the rule's. */
  readonly finding: string
  readonly arithmetic: readonly string[]
  readonly citations: NonEmpty<Citation>
  readonly layer: Layer
  /** The rule asks for two officers, who decide independently. */
  readonly fourEyes: boolean
}

/** A fact that is missing, and what each answer would do. */
export type Question = {
  /** Path into the facts: "endUse.militaryOrIntelligence". */
  readonly fact: string
  readonly ask: string
  readonly whyAsked: string
  readonly answers: readonly { readonly answer: string; readonly outcome: Outcome }[]
}

/** What one regime says. */
export type RegimeResult = {
  readonly regime: string
  readonly outcome: Outcome
  readonly reasons: readonly Reason[]
}

/** What the rules say of one use or transfer, as of a date. Never "permitted". */
export type Determination = {
  /** The answer that binds. */
  readonly outcome: Outcome
  /** By the text of law as it stands, whatever was announced about it. */
  readonly byText: Outcome
  /** As the authorities have declared to enforce it. */
  readonly asEnforced: Outcome
  readonly binds: Binding
  readonly regimes: readonly RegimeResult[]
  readonly reasons: NonEmpty<Reason>
  readonly questions: readonly Question[]
  readonly asOf: CalendarDate
  readonly rulesVersion: string
}
