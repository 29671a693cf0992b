import type { Outcome } from '@allmende/domain/terms'
import type { Facts } from '../facts.ts'
import type { WorkedCase } from './remote-use.ts'

export const now = '2026-11-24'

/** A case in a line: its rule by the part of the code after the regime; silent where `absent`. */
export type Line = readonly [
  rule: string,
  name: string,
  facts: Facts,
  outcome: Outcome,
  more?: { readonly asOf?: string; readonly absent?: true },
]

export const none = 'no-requirement-found'
export const officer = 'needs-officer'
export const licence = 'licence-required'
export const absent = { absent: true } as const

/** The worked cases of a regime, from lines. */
export const casesOf = (regime: string, lines: readonly Line[]): readonly WorkedCase[] =>
  lines.map(([rule, name, facts, outcome, { asOf = now, absent: silent } = {}]) => ({
    name: `${regime}: ${name}`,
    facts,
    asOf,
    outcome,
    rule: `${regime}.${rule}`,
    ...(silent && { absent: true }),
  }))

/** A rule is silent the day before its first day, and speaks on it. */
export const begins = (rule: string, facts: Facts, before: string, first: string): readonly Line[] => [
  [rule, `${rule}, the day before`, facts, officer, { asOf: before, absent: true }],
  [rule, `${rule}, on its first day`, facts, officer, { asOf: first }],
]

/** A rule speaks on its last day, and is silent the day after. */
export const ends = (rule: string, facts: Facts, last: string, after: string): readonly Line[] => [
  [rule, `${rule}, on its last day`, facts, officer, { asOf: last }],
  [rule, `${rule}, the day after`, facts, officer, { asOf: after, absent: true }],
]
