import { day, NoValueYet } from '@allmende/domain/terms'
import { expect, test } from 'vitest'
import { chip, clearRemoteUse, clearTransfer, inCountry } from './cases/clear-facts.ts'
import { compareDays } from './compare-days.ts'

const toEmirates = {
  ...clearTransfer,
  accelerators: [chip(2400)],
  destinationCountry: inCountry('AE'),
  approvedUaeEntities: true,
}
const versionsOf = (from: string, to: string, facts = toEmirates) =>
  compareDays(facts, day(from), day(to)).changes.flatMap((change) =>
    change.instruments.map((citation) => citation.version),
  )

test('the Emirates before and after 2026-07-10: what changed, and by which instrument', () => {
  const found = compareDays(toEmirates, day('2026-07-09'), day('2026-07-10'))
  expect(found).toMatchObject({ before: 'licence-required', after: 'exception-may-apply' })
  expect(found.changes.map((change) => change.code)).toEqual(
    expect.arrayContaining(['us-ear.3a090-destination-groups', 'us-ear.3a090-emirates']),
  )
  expect(new Set(versionsOf('2026-07-09', '2026-07-10'))).toEqual(new Set(['91 FR 43034']))
})

test('in the other direction the same change is told backwards', () => {
  const [there, back] = [
    compareDays(toEmirates, day('2026-07-09'), day('2026-07-10')),
    compareDays(toEmirates, day('2026-07-10'), day('2026-07-09')),
  ]
  expect(back.changes.map((change) => change.instruments)).toEqual(
    there.changes.map((change) => change.instruments),
  )
  expect(back.changes.map(({ code, before, after }) => [code, before?.finding, after?.finding])).toEqual(
    there.changes.map(({ code, before, after }) => [code, after?.finding, before?.finding]),
  )
})

test('between two days on which no law changed nothing is reported', () => {
  expect(compareDays(clearRemoteUse, day('2026-08-01'), day('2026-08-02')).changes).toEqual([])
})

test('a day before the first text is refused by name', () => {
  expect(() => compareDays(clearRemoteUse, day('2022-10-20'), day('2026-08-02'))).toThrow(NoValueYet)
})
