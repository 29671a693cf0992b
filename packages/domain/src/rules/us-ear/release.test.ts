import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountryCode, day, NoValueYet, valueOn } from '@allmende/domain/terms'
import { candidatesFor } from '../answers.ts'
import { chip, clearRelease, clearRemoteUse, clearTransfer, inCountry, person } from '../cases/clear-facts.ts'
import { give, national, toPerson } from '../cases/release-facts.ts'
import { determine, evaluate } from '../determine.ts'
import { type Facts, releasedFor, releasedKinds, type ReleaseFacts } from '../facts.ts'
import { withFact } from '../questions.ts'
import { endUseData } from './end-use/index.ts'
import { releaseData } from './release.ts'

const now = day('2026-11-24')
const codes = ['KE', 'DE', 'CA', 'US', 'CN', 'HK', 'MO', 'AE', 'VN', 'IL', 'IN', 'RU'].map(inCountry)
const country: fc.Arbitrary<CountryCode | null> = fc.constantFrom(...codes, null)
const truth = fc.constantFrom(true, false, null)

const release: fc.Arbitrary<ReleaseFacts> = fc.record({
  transaction: fc.constant('release' as const),
  what: fc.constantFrom(...releasedKinds, null),
  eccn: fc.constantFrom('EAR99', '3E991', '3E003', '4D090', '4D001', '3E001', '4E091', '5D002', null),
  published: truth,
  subjectToEar: truth,
  releasedFor: fc.constantFrom(...releasedFor, null),
  releasedFrom: country,
  receivedIn: country,
  trainingFlop: fc.constantFrom(1e25, 1e26, null),
  organisations: fc.constant(clearRelease.organisations),
  people: fc.array(
    country.map((latestStatusCountry) => person('KE', { latestStatusCountry })),
    { minLength: 1, maxLength: 2 },
  ),
  endUse: fc.constant(clearRelease.endUse),
  screening: fc.constant('clear' as const),
})

const paths = [
  'what',
  'eccn',
  'published',
  'subjectToEar',
  'releasedFor',
  'releasedFrom',
  'receivedIn',
  'trainingFlop',
]

test('a release with a fact open is never without a finding that some answer to it would bring', () => {
  const asOf = fc.constantFrom(day('2022-10-21'), day('2024-06-01'), day('2025-05-15'), now)
  fc.assert(
    fc.property(release, asOf, fc.constantFrom(...paths), (stated, date, path) => {
      const open = withFact(stated, path, null)
      if (evaluate(open, date).outcome !== 'no-requirement-found') return
      for (const { answer, value } of candidatesFor(path, open, date)) {
        const { outcome, reasons } = evaluate(withFact(open, path, value), date)
        // An answer that the stated entry rules out contradicts it, and is no answer to a question.
        if (path === 'releasedFor' && reasons.some(({ code }) => code === 'us-ear.release-entry')) continue
        expect(outcome, `${path}: ${answer}`).toBe('no-requirement-found')
      }
    }),
    { numRuns: 2000 },
  )
})

test('citizenship weighs for a release of technology, and never for remote use or a transfer of hardware', () => {
  const uses: readonly Facts[] = [clearRemoteUse, { ...clearTransfer, accelerators: [chip(16_000)] }]
  fc.assert(
    fc.property(fc.constantFrom(...uses), fc.constantFrom(...codes, inCountry('IR')), (use, status) => {
      const changed = {
        ...use,
        people: [person('KE', { latestStatusCountry: status, nationalities: [status] })],
      }
      expect(evaluate(changed, now).reasons).toEqual(evaluate(use, now).reasons)
    }),
  )
  const outcome = (status: string) =>
    evaluate(give('US', 'US', { ...national, ...toPerson('US', status) }), now).outcome
  expect([outcome('US'), outcome('CA'), outcome('KE')]).toEqual([
    'no-requirement-found',
    'no-requirement-found',
    'licence-required',
  ])
})

test('earlier nationalities weigh nothing: a release is attributed to the status taken last', () => {
  const facts = give('US', 'US', { ...national, ...toPerson('US', 'CA') })
  const born = (code: string) => ({
    ...facts,
    people: facts.people.map((one) => ({ ...one, nationalities: [inCountry(code)] })),
  })
  expect(evaluate(born('IR'), now).reasons).toEqual(evaluate(born('CA'), now).reasons)
})

test('model weights and technology for 3A090.a show the text and what is enforced, and the rulebook chooses', () => {
  const weights = give('US', 'KE', { what: 'model-weights', eccn: '4E091', trainingFlop: 1e26 })
  const design = give('US', 'KE', { eccn: '3E001', releasedFor: '3A090.a' })
  for (const facts of [weights, design]) {
    const { byText, asEnforced, outcome } = determine(facts, now)
    expect({ byText, asEnforced, outcome }).toEqual({
      byText: 'licence-required',
      asEnforced: 'no-requirement-found',
      outcome: 'licence-required',
    })
    expect(determine(facts, now, 'enforcement').outcome).toBe('no-requirement-found')
  }
})

test('the questions of a release name only what could change it', () => {
  const asked = (facts: Facts) => determine(facts, now).questions.map((question) => question.fact)
  expect(asked(give('US', 'KE', { ...national, published: null }))).toEqual(['published'])
  expect(asked(give('DE', 'DE', { ...national, ...toPerson('DE', null) }))).toEqual([
    'people.0.latestStatusCountry',
  ])
  expect(asked(give('US', 'VN', { eccn: '3E001' }))).toEqual(['releasedFor'])
})

test('no value of part 744 or of a release is had before the first day of these rules', () => {
  for (const value of [...endUseData, ...releaseData])
    expect(() => valueOn(value, day('2022-10-20')), value.cite).toThrow(NoValueYet)
})
