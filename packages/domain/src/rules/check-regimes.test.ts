import { dated } from '@allmende/domain/terms'
import { expect, test } from 'vitest'
import { checkedRegimes } from './check-regimes.ts'
import { cite } from './cite.ts'
import { regimes } from './regimes.ts'
import type { Regime, Rule } from './rule.ts'

const rule = (code: string, from: string, until?: string, version = 'Act 1'): Rule => ({
  code,
  logic: 'Where chips leave the lakes: an officer decides.',
  cite: cite('Trade Act', 's. 12', version, { from, ...(until === undefined ? {} : { until }) }),
  find: () => [],
})
const regime = (changes: Partial<Regime>): Regime => ({
  name: 'lakes',
  reach: 'This law looks at every case.',
  scope: cite('Trade Act', 'whole', 'Act 1'),
  data: [],
  rules: [],
  ...changes,
})
const limit = (value: number, from = '2024-01-01') =>
  dated({ cite: 'Trade Act, s. 12', unit: 'TPP', values: [{ from, value, cite: 'Act 1' }] })

test('the rules that ship contradict each other nowhere', () => {
  expect(() => checkedRegimes(regimes)).not.toThrow()
  expect(regimes.length).toBeGreaterThan(10)
})

test('two rules of one code that apply on one day are an error that names both and the day', () => {
  const rules = [
    rule('lakes.permit', '2024-01-01', '2025-01-01'),
    rule('lakes.permit', '2024-12-31', undefined, 'Act 2'),
  ]
  expect(() => checkedRegimes([regime({ rules })])).toThrow(
    'two rules are called lakes.permit and both apply on 2024-12-31: Act 1 and Act 2',
  )
})

test('a rule that ends on the day on which its successor begins contradicts nothing', () => {
  const rules = [rule('lakes.permit', '2024-01-01', '2025-01-01'), rule('lakes.permit', '2025-01-01')]
  expect(() => checkedRegimes([regime({ rules })])).not.toThrow()
})

test.each([
  [
    'a rule without a version',
    { rules: [rule('lakes.permit', '2024-01-01', undefined, ' ')] },
    'needs a citation',
  ],
  [
    'a rule that ends before it begins',
    { rules: [rule('lakes.permit', '2024-01-02', '2024-01-01')] },
    'ends on',
  ],
  ['a rule of another regime', { rules: [rule('rivers.permit', '2024-01-01')] }, 'must begin with "lakes."'],
  [
    'one paragraph with two values on one day',
    { data: [limit(4800), limit(4801)] },
    'has two values on 2024-01-01',
  ],
  [
    'two values that part later',
    { data: [limit(4800), limit(4801, '2025-06-01')] },
    'has two values on 2025-06-01: 4800 and 4801',
  ],
])('%s is refused', (_name, changes, message) => {
  expect(() => checkedRegimes([regime(changes)])).toThrow(message)
})

test('the same value stated twice is one value', () => {
  expect(() => checkedRegimes([regime({ data: [limit(4800), limit(4800)] })])).not.toThrow()
})

test('two regimes of one name are refused', () => {
  expect(() => checkedRegimes([regime({}), regime({})])).toThrow('two regimes have one name: lakes, lakes')
})
