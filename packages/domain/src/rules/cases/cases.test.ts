import { day } from '@allmende/domain/terms'
import { expect, test } from 'vitest'
import { determine } from '../determine.ts'
import { regimes } from '../regimes.ts'
import { cases } from './index.ts'

test.each(cases.map((one) => [`${one.name}, ${one.asOf}`, one] as const))('%s', (_name, one) => {
  const determination = determine(one.facts, day(one.asOf))
  const seen = determination.reasons.map((reason) => `${reason.code}: ${reason.outcome}`)
  expect(determination.outcome, seen.join('\n')).toBe(one.outcome)
  const codes = determination.reasons.map((reason) => reason.code)
  if (one.absent) expect(codes).not.toContain(one.rule)
  else expect(codes).toContain(one.rule)
})

test('every encoded rule has a worked case in which it speaks', () => {
  const covered = new Set(cases.filter((one) => !one.absent).map((one) => one.rule))
  const rules = regimes.flatMap((regime) => regime.rules.map((rule) => rule.code))
  expect(rules.filter((code) => !covered.has(code))).toEqual([])
})

test('every determination says in no word that something is allowed or permitted', () => {
  for (const one of cases) {
    expect(JSON.stringify(determine(one.facts, day(one.asOf)))).not.toMatch(/permit|allow/iu)
  }
})

test('every reason of every case carries a citation that was in effect on the day', () => {
  for (const one of cases) {
    for (const reason of determine(one.facts, day(one.asOf)).reasons) {
      for (const citation of reason.citations) {
        expect(citation.version).not.toBe('')
        expect(
          citation.from <= one.asOf,
          `${reason.code} cites ${citation.paragraph} from ${citation.from}`,
        ).toBe(true)
        expect(citation.until === null || one.asOf < citation.until).toBe(true)
      }
    }
  }
})
