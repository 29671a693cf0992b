import type { CalendarDate, Citation, Dated, Layer, LegalStatus, Outcome } from '@allmende/domain/terms'
import { cases } from '../cases/index.ts'
import type { WorkedCase } from '../cases/remote-use.ts'
import { rulesVersion } from '../determine.ts'
import { regimes } from '../regimes.ts'
import type { Regime, Rule } from '../rule.ts'

/** One worked case of a rule: what was stated, when, and what came of it. */
export type BookCase = {
  readonly name: string
  readonly asOf: string
  readonly outcome: Outcome
  /** The case shows that the rule does not speak. */
  readonly absent: boolean
}

export type BookRule = {
  readonly code: string
  /** The rule in words: when it speaks and what it then says. */
  readonly logic: string
  readonly cite: Citation
  readonly layer: Layer
  readonly fourEyes: boolean
  readonly cases: readonly BookCase[]
}

/** A value of law with its history, as words. */
export type BookValue = {
  readonly cite: string
  readonly unit: string
  readonly versions: readonly {
    readonly from: CalendarDate
    readonly value: string
    readonly cite: string
    readonly status: LegalStatus
    readonly text: string | null
  }[]
}

export type BookRegime = {
  readonly name: string
  /** What ties a case to this law, in words. */
  readonly reach: string
  readonly scope: Citation
  readonly rules: readonly BookRule[]
  readonly values: readonly BookValue[]
}

/** The whole rule set, for people: text, logic in words, cases and history. */
export type Book = { readonly rulesVersion: string; readonly regimes: readonly BookRegime[] }

/** A letter says itself what it asks of whom. */
const isLetter = (value: unknown): value is { readonly finding: { readonly finding: string } } =>
  typeof value === 'object' && value !== null && 'finding' in value

/** A value as a reader writes it: 4,800 stays a number, a list of countries is a list of codes. */
function wordsOf(value: unknown): string {
  if (value === null) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  if (Array.isArray(value)) return value.map(wordsOf).join(' ')
  if (isLetter(value)) return value.finding.finding
  return Object.entries(value as object)
    .map(([name, part]) => `${name} ${wordsOf(part)}`)
    .join(', ')
}

function valueOf(value: Dated<unknown>): BookValue {
  return {
    cite: value.cite,
    unit: value.unit,
    versions: value.values.map((version) => ({
      from: version.from,
      value: wordsOf(version.value),
      cite: version.cite,
      status: version.status,
      text: version.text ?? null,
    })),
  }
}

function ruleOf(rule: Rule, worked: readonly WorkedCase[]): BookRule {
  return {
    code: rule.code,
    logic: rule.logic,
    cite: rule.cite,
    layer: rule.layer ?? 'both',
    fourEyes: rule.fourEyes === true,
    cases: worked
      .filter((one) => one.rule === rule.code)
      .map(({ name, asOf, outcome, absent }) => ({ name, asOf, outcome, absent: absent === true })),
  }
}

function regimeOf(regime: Regime): BookRegime {
  return {
    name: regime.name,
    reach: regime.reach,
    scope: regime.scope,
    rules: regime.rules
      .toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
      .map((rule) => ruleOf(rule, cases)),
    values: regime.data.map(valueOf),
  }
}

/** The rule set that runs, as a book. */
export function book(): Book {
  return {
    rulesVersion,
    regimes: regimes.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).map(regimeOf),
  }
}
