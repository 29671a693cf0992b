import { expect, test } from 'vitest'
import { citationOn, dated, day, NoValueYet, valueOn } from './dated.ts'

const threshold = dated({
  cite: '15 CFR 999, 9.1(a)',
  unit: 'TPP',
  values: [
    { from: '2023-11-17', value: 4800, cite: '88 FR 1' },
    { from: '2025-01-01', value: 5000, cite: '90 FR 1', status: 'stayed' },
  ],
})

test('a value holds from its date up to the day before the next version', () => {
  expect(valueOn(threshold, day('2023-11-17'))).toBe(4800)
  expect(valueOn(threshold, day('2024-12-31'))).toBe(4800)
  expect(valueOn(threshold, day('2025-01-01'))).toBe(5000)
})

test('asking before the first date is an error that names both dates', () => {
  const ask = () => valueOn(threshold, day('2023-11-16'))
  expect(ask).toThrow(NoValueYet)
  expect(ask).toThrow(/15 CFR 999, 9\.1\(a\) has no value on 2023-11-16; its first date is 2023-11-17/)
})

test('a citation names instrument, paragraph, version, dates and status', () => {
  expect(citationOn(threshold, day('2024-01-01'))).toEqual({
    instrument: '15 CFR 999',
    paragraph: '9.1(a)',
    version: '88 FR 1',
    from: '2023-11-17',
    until: '2025-01-01',
    status: 'in-force',
    endedBy: '90 FR 1',
  })
  expect(citationOn(threshold, day('2025-01-01'))).toMatchObject({ until: null, status: 'stayed' })
})

const one = { from: '2023-11-17', value: 1, cite: '88 FR 1' }
const bad = (change: Partial<Parameters<typeof dated<number>>[0]>) => () =>
  dated({ cite: '15 CFR 999, 9.1', unit: 'TPP', values: [one], ...change })

test('a dated value without citation, unit or version, or with unordered or impossible dates, is refused', () => {
  expect(bad({ cite: '' })).toThrow(/citation/)
  expect(bad({ cite: '15 CFR 999' })).toThrow(/instrument, paragraph/)
  expect(bad({ unit: ' ' })).toThrow(/unit/)
  expect(bad({ values: [] })).toThrow(/at least one version/)
  expect(bad({ values: [{ ...one, cite: '' }] })).toThrow(/from 2023-11-17 needs the citation/)
  expect(bad({ values: [{ ...one, from: '2023-02-30' }] })).toThrow(/"2023-02-30" is not a calendar date/)
  expect(bad({ values: [one, one] })).toThrow(/must start after/)
  expect(bad({ values: [one, { ...one, from: '2022-01-01' }] })).toThrow(/must start after/)
})
