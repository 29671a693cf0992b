import { day } from '@allmende/domain/terms'
import { expect, test } from 'vitest'
import { give } from '../cases/release-facts.ts'
import { determine } from '../determine.ts'

const outOfChina = give('CN', 'KE', { eccn: 'EAR99', subjectToEar: false })

test.each([
  ['suspended in law', '2026-11-09', 'no-requirement-found', 'no-requirement-found'],
  ['by the text it applies, as announced it does not', '2026-11-10', 'needs-officer', 'no-requirement-found'],
  ['the last day of what was announced', '2027-01-09', 'needs-officer', 'no-requirement-found'],
  ['neither holds any more', '2027-01-10', 'needs-officer', 'needs-officer'],
])('the announcements of October 2025: %s, %s', (_name, asOf, byText, asEnforced) => {
  const found = determine(outOfChina, day(asOf))
  expect([found.byText, found.asEnforced]).toEqual([byText, asEnforced])
})

test('both readings are shown, each as what it is, and the announcement is named', () => {
  const { reasons } = determine(outOfChina, day('2026-11-24'))
  const reading = (code: string) => reasons.find((reason) => reason.code === code)
  expect(reading('china.october-2025-text')?.layer).toBe('text')
  const announced = reading('china.october-2025-announced')
  expect(announced?.layer).toBe('enforcement')
  expect(announced?.finding).toContain('to 2027-01-10; by that announcement')
  expect(announced?.citations[0].status).toBe('unverified')
})
