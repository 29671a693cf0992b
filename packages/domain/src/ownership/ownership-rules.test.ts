import { expect, test } from 'vitest'
import { citationOn, day, valueOn } from '@allmende/domain/terms'
import { ownershipRules } from './index.ts'

const rules = Object.values(ownershipRules)

test('every rule and version is cited, and what was not read in the law itself says so', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  for (const rule of rules) {
    expect(rule.covers).not.toBe('')
    for (const { from, cite, value } of rule.law.values) {
      expect(cite).not.toBe('')
      expect(value.percent).toBe(50)
      expect(citationOn(rule.law, from)).toMatchObject({ version: cite, from })
    }
  }
  const inForce = rules.flatMap(({ law }) => law.values.filter(({ status }) => status === 'in-force'))
  expect(inForce.map(({ cite }) => cite)).toEqual(['90 FR 47201'])
})

test('a citation ends where the next version begins, and says what ended it', () => {
  expect(citationOn(ownershipRules.bisAffiliates.law, day('2026-11-09'))).toEqual({
    instrument: '15 CFR 744',
    paragraph: '744.11(a)',
    version: '90 FR 50857',
    from: '2025-11-10',
    until: '2026-11-10',
    status: 'stayed',
    endedBy: '90 FR 50857, end of the stay',
  })
  expect(citationOn(ownershipRules.bisAffiliates.law, day('2026-11-10'))).toMatchObject({
    until: null,
    status: 'unverified',
  })
})

test.each([
  [ownershipRules.ofac, '2014-08-12', { test: 'at-least', aggregated: false, controlCounts: false }],
  [ownershipRules.ofac, '2014-08-13', { test: 'at-least', aggregated: true, controlCounts: false }],
  [ownershipRules.bisAffiliates, '2025-09-29', { test: 'at-least', aggregated: true, controlCounts: false }],
  [ownershipRules.eu, '2024-07-02', { test: 'more-than', aggregated: true, controlCounts: true }],
  [ownershipRules.eu, '2024-07-03', { test: 'at-least', aggregated: true, controlCounts: true }],
  [ownershipRules.uk, '2026-11-23', { test: 'more-than', aggregated: false, controlCounts: true }],
])('$name on %s', (rule, asOf, version) => {
  expect(valueOn(rule.law, day(asOf))).toMatchObject({ ...version, percent: 50 })
})
