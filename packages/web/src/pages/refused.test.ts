import type { Problem } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { expect, test } from 'vitest'
import { translator } from '../messages/index.ts'
import { formErrors } from './refused.ts'

const t = translator('en')
const refusal = (problem: Partial<Problem>) =>
  new ProblemError({ type: 'about:blank', title: 'Refused', status: 422, code: 'x', ...problem })

test('a limit is told in the unit of the form, not of the API', () => {
  const large = (field: string, limit: number) =>
    formErrors(t, refusal({ fields: [{ field, fault: 'large', limit, message: `at most ${limit}` }] }))
  expect(large('shareBp', 10_000)).toEqual([{ name: 'shareBp', message: 'Enter 100 or less.' }])
  expect(large('acceleratorMs', 72_000_000_000)[0]?.message).toBe('Enter 20,000 or less.')
  expect(large('days', 1095)[0]?.message).toBe('Enter 1,095 or less.')
})

test('a list that is too old is told in the form, which keeps what was written', () => {
  const stale = refusal({ status: 503, code: 'screening.list-stale', detail: 'List x is 9 days old.' })
  expect(formErrors(t, stale)).toEqual([{ name: null, message: 'List x is 9 days old.' }])
})

test('a fault of ours, and what the reader may not do at all, are no error of the form', () => {
  for (const status of [401, 403, 404, 500])
    expect(() => formErrors(t, refusal({ status }))).toThrow(ProblemError)
  expect(() => formErrors(t, new Error('broken'))).toThrow('broken')
})
