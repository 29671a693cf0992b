import { type CalendarDate, type Citation, type Dated, invariant } from '@allmende/domain/terms'
import type { Regime, Rule } from './rule.ts'

type Period = { readonly from: CalendarDate; readonly until: CalendarDate | null }

/** The first day that two periods share; null where they share none. An end is the first day it no longer applies. */
function firstSharedDay(a: Period, b: Period): CalendarDate | null {
  const start = a.from > b.from ? a.from : b.from
  const ended = (one: Period) => one.until !== null && one.until <= start
  return ended(a) || ended(b) ? null : start
}

function checkCitation(where: string, cite: Citation): void {
  for (const name of ['instrument', 'paragraph', 'version'] as const)
    invariant(cite[name].trim() !== '', `${where} needs a citation; its ${name} is empty`)
  invariant(
    cite.until === null || cite.from < cite.until,
    `${where} ends on ${cite.until}, which is not after its start on ${cite.from}`,
  )
}

function checkRules(regime: Regime): void {
  regime.rules.forEach((rule, at) => {
    checkCitation(rule.code, rule.cite)
    invariant(
      rule.code.startsWith(`${regime.name}.`),
      `the rule ${rule.code} stands in the regime ${regime.name}; its code must begin with "${regime.name}."`,
    )
    for (const other of regime.rules.slice(at + 1)) checkNoContradiction(rule, other)
  })
}

/** One code says one thing on one day: of two rules of the same code at most one is operative. */
function checkNoContradiction(rule: Rule, other: Rule): void {
  if (rule.code !== other.code) return
  const shared = firstSharedDay(rule.cite, other.cite)
  invariant(
    shared === null,
    `two rules are called ${rule.code} and both apply on ${shared}: ${rule.cite.version} and ${other.cite.version}`,
  )
}

/** Two values of one paragraph and unit, stated apart, must say the same on every day they share. */
function checkNoContradictingValues(one: Dated<unknown>, other: Dated<unknown>): void {
  if (one === other || one.cite !== other.cite || one.unit !== other.unit) return
  const days = [...one.values, ...other.values].map((version) => version.from).toSorted()
  const on = (value: Dated<unknown>, day: CalendarDate) =>
    value.values.findLast((version) => version.from <= day)?.value
  for (const day of days) {
    const [a, b] = [on(one, day), on(other, day)]
    invariant(
      a === undefined || b === undefined || JSON.stringify(a) === JSON.stringify(b),
      `${one.cite} (${one.unit}) has two values on ${day}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`,
    )
  }
}

/**
 * The regimes, once nothing in them contradicts itself.
 *
 * @throws where a citation is missing, a period ends before it begins, a code is not the regime's own, two rules of
 * one code apply on one day, or one paragraph has two values on one day: an error at load, never a silent winner.
 */
export function checkedRegimes(regimes: readonly Regime[]): readonly Regime[] {
  const names = regimes.map((regime) => regime.name)
  invariant(new Set(names).size === names.length, `two regimes have one name: ${names.toSorted().join(', ')}`)
  const values = regimes.flatMap((regime) => regime.data)
  for (const regime of regimes) {
    checkCitation(regime.name, regime.scope)
    checkRules(regime)
  }
  values.forEach((value, at) => {
    for (const other of values.slice(at + 1)) checkNoContradictingValues(value, other)
  })
  return regimes
}
