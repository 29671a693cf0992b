import { expect, test } from 'vitest'
import { day } from './holdings-of.ts'
import { ownershipCitationOn, ownershipRules, versionOn } from './index.ts'
import { ownershipRule } from './ownership-rules.ts'

const rules = Object.values(ownershipRules)

test('every rule and version is cited, and what was not read in the law itself says so', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  for (const rule of rules) {
    expect(rule.covers).not.toBe('')
    for (const { from, cite } of rule.versions) {
      expect(cite).not.toBe('')
      expect(ownershipCitationOn(rule, from)).toMatchObject({ version: cite, from })
    }
  }
  const inForce = rules.flatMap(({ versions }) => versions.filter(({ status }) => status === 'in-force'))
  expect(inForce.map(({ cite }) => cite)).toEqual(['90 FR 47201'])
})

test('a citation ends where the next version begins, and says what ended it', () => {
  expect(ownershipCitationOn(ownershipRules.bisAffiliates, day('2026-11-09'))).toEqual({
    instrument: '15 CFR 744',
    paragraph: '744.11(a)',
    version: '90 FR 50857',
    from: '2025-11-10',
    until: '2026-11-10',
    status: 'stayed',
    endedBy: '90 FR 50857, end of the stay',
  })
  expect(ownershipCitationOn(ownershipRules.bisAffiliates, day('2026-11-10'))).toMatchObject({
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
  expect(versionOn(rule, day(asOf))).toMatchObject({ ...version, percent: 50 })
})

test('a rule without a citation, or whose versions are out of order, is a bug', () => {
  const { ofac } = ownershipRules
  const [first, second] = ofac.versions
  if (!second) throw new Error('OFAC has two versions')
  expect(() => ownershipRule({ ...ofac, cite: 'guidance' })).toThrow('citation')
  expect(() => ownershipRule({ ...ofac, versions: [second, first] })).toThrow('must follow')
  expect(() => ownershipRule({ ...ofac, versions: [first, first] })).toThrow('must follow')
  expect(() => ownershipRule({ ...ofac, versions: [] })).toThrow('at least one version')
  expect(() => ownershipRule({ ...ofac, versions: [{ ...first, from: '2008-02-30' }] })).toThrow(
    'calendar date',
  )
  expect(() => ownershipRule({ ...ofac, versions: [{ ...first, cite: ' ' }] })).toThrow('brought it in')
})
