import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountryCode, day, outcomes } from '@allmende/domain/terms'
import { candidatesFor } from './answers.ts'
import { chip, clearRelease, clearRemoteUse, clearTransfer, inCountry, person } from './cases/clear-facts.ts'
import { determine, evaluate } from './determine.ts'
import { type Facts, releasedFor, releasedKinds } from './facts.ts'
import { withFact } from './questions.ts'
import { regimes } from './regimes.ts'

const now = day('2026-11-24')
/** `RULES_PROPERTY_RUNS=100000` runs each property as often as that. */
const runs = (usual: number) => Number(process.env['RULES_PROPERTY_RUNS'] ?? usual)
const rank = (facts: Facts, asOf = now) => outcomes.indexOf(evaluate(facts, asOf).outcome)

const country: fc.Arbitrary<CountryCode | null> = fc.constantFrom(
  ...[
    'KE',
    'DE',
    'US',
    'CN',
    'HK',
    'MO',
    'AE',
    'IL',
    'TW',
    'CY',
    'VN',
    'IR',
    'CU',
    'RU',
    'BY',
    'UA',
    'LB',
    'KH',
    'GB',
    'JP',
    'KR',
  ].map(inCountry),
  null,
)
const truth = fc.constantFrom(true, false, null)
const accelerator = fc.constantFrom(
  chip(800),
  chip(2400),
  chip(16_000),
  chip(2000, { applicableDieAreaMm2: null }),
  chip(2000, { applicableDieAreaMm2: 400, datacenterMarketed: null }),
  chip(2368, { name: 'NVIDIA H20' }),
)
const accelerators = fc.array(accelerator, { maxLength: 2 })
/** At, above and of unknown density, packaged with logic or not. */
const memory = fc.record({
  name: fc.constant('a made-up stack'),
  bandwidthGBps: fc.constantFrom(200, 201, null),
  areaMm2: fc.constantFrom(100, null),
  coPackagedForProcessing: truth,
})
const common = {
  organisations: fc.array(
    fc.record({ country, headquartersCountry: country, ultimateParentCountry: country }),
    { maxLength: 2 },
  ),
  people: fc.array(
    fc.record({
      locationCountry: country,
      residenceCountry: country,
      latestStatusCountry: country,
      usPerson: truth,
      nationalities: fc.constant([]),
    }),
    { maxLength: 2 },
  ),
  endUse: fc.record({
    purpose: fc.constantFrom('civil-research' as const, 'defence' as const, 'other' as const, null),
    militaryOrIntelligence: truth,
    wmd: truth,
    trainsModelForD5Entity: truth,
    supercomputer: truth,
    rocketsOrUnmannedAircraft: truth,
    rocketRangeKm: fc.constantFrom(299, 300, null),
  }),
  screening: fc.constantFrom('clear', 'hold', 'confirmed-match', 'denied-person', 'unknown' as const),
  ukraineOccupiedRegion: truth,
}
const remoteUse: fc.Arbitrary<Facts> = fc.record({
  transaction: fc.constant('remote-use' as const),
  ...common,
  accelerators,
  site: fc.record({
    country,
    operator: fc.record({ country, headquartersCountry: country }),
    licenceConditions: fc.constantFrom(null, 'none' as const, {
      excludedCountries: [inCountry('CN')],
      otherConditions: [],
      source: 'a licence',
    }),
    nationalPolicy: fc.constantFrom(null, 'none' as const, {
      excludedCountries: [inCountry('KE')],
      rule: 'a decree',
      from: day('2024-01-01'),
    }),
  }),
})
const transfer: fc.Arbitrary<Facts> = fc.record({
  transaction: fc.constant('hardware-transfer' as const),
  ...common,
  accelerators,
  hbm: fc.array(memory, { maxLength: 2 }),
  destinationCountry: country,
  exportedFrom: country,
  approvedUaeEntities: truth,
})
const release: fc.Arbitrary<Facts> = fc.record({
  transaction: fc.constant('release' as const),
  ...common,
  what: fc.constantFrom(...releasedKinds, null),
  eccn: fc.constantFrom('EAR99', '3E991', '4D090', '3E001', '4E001', '4E091', '5D002', null),
  published: truth,
  subjectToEar: truth,
  releasedFor: fc.constantFrom(...releasedFor, null),
  releasedFrom: country,
  receivedIn: country,
  trainingFlop: fc.constantFrom(1e25, 1e26, null),
})
const facts = fc.oneof(remoteUse, transfer, release)

/** Technology that is not published and that no entry controls, every fact stated: no requirement is found. */
const clearTechnology: Facts = {
  ...clearRelease,
  what: 'technology',
  eccn: '3E991',
  published: false,
  subjectToEar: true,
}
const asOf = fc.constantFrom(day('2022-10-21'), day('2023-12-01'), day('2025-03-01'), day('2026-06-01'), now)

const unknownable: readonly (readonly [string, unknown])[] = [
  ['organisations', []],
  ['people', []],
  ['accelerators', []],
  ['organisations.0.country', null],
  ['organisations.0.headquartersCountry', null],
  ['organisations.0.ultimateParentCountry', null],
  ['people.0.locationCountry', null],
  ['people.0.residenceCountry', null],
  ['people.0.usPerson', null],
  ['site.country', null],
  ['site.operator.country', null],
  ['site.operator.headquartersCountry', null],
  ['site.nationalPolicy', null],
  ['site.licenceConditions', null],
  ['destinationCountry', null],
  ['exportedFrom', null],
  ['approvedUaeEntities', null],
  ['ukraineOccupiedRegion', null],
  ['screening', 'unknown'],
  ['endUse.purpose', null],
  ['endUse.militaryOrIntelligence', null],
  ['endUse.wmd', null],
  ['endUse.trainsModelForD5Entity', null],
  ['endUse.supercomputer', null],
  ['endUse.rocketsOrUnmannedAircraft', null],
  ['endUse.rocketRangeKm', null],
  ['what', null],
  ['eccn', null],
  ['published', null],
  ['subjectToEar', null],
  ['releasedFor', null],
  ['releasedFrom', null],
  ['receivedIn', null],
  ['trainingFlop', null],
  ['people.0.latestStatusCountry', null],
  ['hbm.0.bandwidthGBps', null],
  ['hbm.0.areaMm2', null],
  ['hbm.0.coPackagedForProcessing', null],
  ['accelerators.0.applicableDieAreaMm2', null],
  ['accelerators.0.nonplanar', null],
  ['accelerators.0.datacenterMarketed', null],
]

function has(value: Facts, path: string): boolean {
  const keys = path.split('.')
  let node: unknown = value
  for (const key of keys.slice(0, -1)) node = (node as Record<string, unknown> | undefined)?.[key]
  return (
    node !== undefined && keys[0] !== undefined && (keys[0] in value || keys[0] === 'ukraineOccupiedRegion')
  )
}

test('an unknown fact never gives a laxer outcome than every known value of it', () => {
  fc.assert(
    fc.property(facts, asOf, fc.constantFrom(...unknownable), (stated, date, [path, unknown]) => {
      if (!has(stated, path)) return
      const open = withFact(stated, path, unknown)
      const known = candidatesFor(path, open, date).map(({ value }) =>
        rank(withFact(open, path, value), date),
      )
      if (known.length > 0) expect(rank(open, date)).toBeGreaterThanOrEqual(Math.min(...known))
    }),
    { numRuns: runs(500) },
  )
})

test('on facts without a finding, forgetting any one fact needs an officer or changes nothing', () => {
  const clear: readonly Facts[] = [clearRemoteUse, clearTransfer, clearRelease, clearTechnology]
  for (const stated of clear) {
    for (const [path, unknown] of unknownable) {
      if (!has(stated, path)) continue
      const open = withFact(stated, path, unknown)
      const { outcome, questions } = determine(open, now)
      if (outcome === 'no-requirement-found') {
        for (const { value } of candidatesFor(path, open, now)) {
          const changed = evaluate(withFact(open, path, value), now)
          expect(changed.outcome, `${path} was forgotten without a question`).toBe('no-requirement-found')
        }
      } else {
        expect(outcome).toBe('needs-officer')
        expect(questions.map((question) => question.fact)).toContain(path)
      }
    }
  }
})

test('the order of regimes changes no outcome, reason or question', () => {
  fc.assert(
    fc.property(
      facts,
      asOf,
      fc.shuffledSubarray([...regimes], { minLength: regimes.length }),
      (stated, date, order) => {
        const [one, other] = [evaluate(stated, date), evaluate(stated, date, 'stricter', order)]
        expect(other.outcome).toBe(one.outcome)
        expect(other.reasons.map((reason) => reason.code)).toEqual(one.reasons.map((reason) => reason.code))
      },
    ),
    { numRuns: runs(150) },
  )
})

test('more throughput never gives a laxer outcome, all else equal', () => {
  const tpp = fc.integer({ min: 8, max: 9000 })
  fc.assert(
    fc.property(facts, asOf, tpp, tpp, truth, (stated, date, one, other, datacenterMarketed) => {
      if (stated.transaction === 'release') return
      const of = (value: number) =>
        rank({ ...stated, accelerators: [chip(value, { datacenterMarketed })] }, date)
      expect(of(Math.max(one, other))).toBeGreaterThanOrEqual(of(Math.min(one, other)))
    }),
    { numRuns: runs(400) },
  )
})

test('the outcome is the strictest of the regimes, and the first reason carries it', () => {
  fc.assert(
    fc.property(facts, (stated) => {
      const one = evaluate(stated, now)
      const strict = Math.max(...one.regimes.map((regime) => outcomes.indexOf(regime.outcome)))
      expect(outcomes.indexOf(one.outcome)).toBe(strict)
      expect(one.reasons[0].outcome).toBe(one.outcome)
    }),
    { numRuns: runs(150) },
  )
})

test('each answer to a question shows the outcome that the rules give with it', () => {
  const open: Facts = {
    ...clearRemoteUse,
    organisations: [
      { country: inCountry('KE'), headquartersCountry: null, ultimateParentCountry: inCountry('KE') },
    ],
  }
  const { outcome, questions } = determine(open, now)
  expect(outcome).toBe('needs-officer')
  const [question] = questions
  expect(question?.fact).toBe('organisations.0.headquartersCountry')
  expect(question?.ask).toBe('In which country is the organisation headquartered?')
  expect(question?.answers).toContainEqual({
    answer: 'a country that no encoded rule names',
    outcome: 'no-requirement-found',
  })
  expect(question?.answers).toContainEqual({
    answer: 'a country under comprehensive embargo (Group E:1 or E:2)',
    outcome: 'licence-required',
  })
})

test('the question that can settle the case comes before one that cannot', () => {
  const open: Facts = {
    ...clearRemoteUse,
    screening: 'unknown',
    endUse: { ...clearRemoteUse.endUse, wmd: null },
  }
  const { questions } = determine(open, now)
  expect(questions.map((question) => question.fact)).toEqual(['screening', 'endUse.wmd'])
  expect(questions[0]?.answers.find((one) => one.answer === 'a denied person')?.outcome).toBe('prohibited')
})

test('a missing die area is asked with areas that stand for each class', () => {
  const open: Facts = {
    ...clearRemoteUse,
    accelerators: [chip(3040, { applicableDieAreaMm2: null })],
    endUse: { ...clearRemoteUse.endUse, trainsModelForD5Entity: null },
  }
  const question = determine(open, now).questions.find(
    (one) => one.fact === 'accelerators.0.applicableDieAreaMm2',
  )
  expect(question?.answers).toEqual([
    { answer: 'up to 513.51 mm² (PD 5.92 or more)', outcome: 'needs-officer' },
    { answer: 'up to 950 mm² (PD 3.2 or more)', outcome: 'no-requirement-found' },
    { answer: 'up to 1900 mm² (PD 1.6 or more)', outcome: 'no-requirement-found' },
    { answer: 'larger (PD below 1.6)', outcome: 'no-requirement-found' },
  ])
})

test('text and enforcement are both shown where they differ, and the stricter wins', () => {
  const { outcome, reasons } = determine({ ...clearTransfer, accelerators: [chip(16_000)] }, now)
  expect(outcome).toBe('licence-required')
  const status = (code: string) => reasons.find((reason) => reason.code === code)?.citations[0].status
  expect(status('us-ear.3a090-a-worldwide-text')).toBe('not-enforced')
  expect(status('us-ear.3a090-a-enforced-scope')).toBe('in-force')
})

test('no words of a determination, its questions included, say that something is allowed or permitted', () => {
  fc.assert(
    fc.property(facts, (stated) => {
      expect(JSON.stringify(determine(stated, now))).not.toMatch(/permit|allow/iu)
    }),
    { numRuns: runs(60) },
  )
})

test('a second person changes what is asked about that person only', () => {
  const open: Facts = {
    ...clearRemoteUse,
    people: [person('KE'), { ...person('KE'), locationCountry: null }],
  }
  expect(determine(open, now).questions.map((question) => question.fact)).toEqual([
    'people.1.locationCountry',
  ])
})
