import { day } from '@allmende/domain/terms'
import { expect, test } from 'vitest'
import { clearTransfer, inCountry } from '../cases/clear-facts.ts'
import { determine } from '../determine.ts'
import type { HbmStack } from '../facts.ts'
import { classifyHbm } from './classify-hbm.ts'

const stack = (changes: Partial<HbmStack>): HbmStack => ({
  name: 'a made-up stack',
  bandwidthGBps: 300,
  areaMm2: 100,
  coPackagedForProcessing: false,
  ...changes,
})
const now = '2026-11-24'
/** The class in short: its paragraph, "none", or "open: facts that decide". */
function check(changes: Partial<HbmStack>, asOf = now): string {
  const one = classifyHbm(stack(changes), day(asOf))
  return one.outcome === 'needs-officer' ? `open: ${one.missing.join(', ')}` : (one.paragraphs[0] ?? 'none')
}

test.each([
  ['at 2 GB/s per mm²', { bandwidthGBps: 200 }, 'none'],
  ['just above', { bandwidthGBps: 200.01 }, '3A090.c'],
  ['without bandwidth', { bandwidthGBps: null }, 'open: bandwidthGBps'],
  ['without area', { areaMm2: null }, 'open: areaMm2'],
  ['packaging open', { coPackagedForProcessing: null }, 'open: coPackagedForProcessing'],
  ['packaging open where it does not matter', { bandwidthGBps: 200, coPackagedForProcessing: null }, 'none'],
  ['in one package for processing', { coPackagedForProcessing: true }, 'none'],
  ['in one package for processing, no figures', { coPackagedForProcessing: true, areaMm2: null }, 'none'],
])('memory %s', (_name, changes, expected) => {
  expect(check(changes)).toBe(expected)
})

test('3A090.c begins on 2024-12-02', () => {
  expect(check({}, '2024-12-01')).toBe('none')
  expect(check({}, '2024-12-02')).toBe('3A090.c')
})

test('the arithmetic is shown', () => {
  const [reason] = classifyHbm(stack({}), day(now)).reasons
  expect(reason?.arithmetic).toEqual(['300 GB/s ÷ 100 mm² = 3 > 2'])
})

test('a missing figure is asked, with both answers', () => {
  const facts = {
    ...clearTransfer,
    accelerators: [],
    hbm: [stack({ bandwidthGBps: null })],
    destinationCountry: inCountry('CN'),
  }
  const [question, ...more] = determine(facts, day(now)).questions
  expect(more).toEqual([])
  expect(question?.ask).toBe('What is the bandwidth of the memory stack or package, in GB/s?')
  expect(question?.answers).toEqual([
    { answer: '200 GB/s or less', outcome: 'no-requirement-found' },
    { answer: 'more than 200 GB/s', outcome: 'licence-required' },
  ])
})

test('memory alone is a shipment: no accelerator is asked for', () => {
  const facts = { ...clearTransfer, accelerators: [], hbm: [stack({ bandwidthGBps: 100 })] }
  const { outcome, questions } = determine(facts, day(now))
  expect([outcome, questions]).toEqual(['no-requirement-found', []])
})
