import { day } from '@allmende/domain/terms'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidatesFor } from './answers.ts'
import { chip, clearRemoteUse, clearTransfer, inCountry, organisation, person } from './cases/clear-facts.ts'
import { determine, evaluate } from './determine.ts'
import type { Facts } from './facts.ts'
import { withFact } from './questions.ts'

const now = day('2026-11-24')
const asked = (facts: Facts) => determine(facts, now).questions.map((question) => question.fact)

test('where a party is a denied person nothing is asked, since no answer changes that', () => {
  const facts: Facts = {
    ...clearRemoteUse,
    screening: 'denied-person',
    endUse: { ...clearRemoteUse.endUse, wmd: null },
  }
  expect(determine(facts, now)).toMatchObject({ outcome: 'prohibited', questions: [] })
})

test('a fact that every answer leaves where another rule put the case is not asked', () => {
  const military = { ...clearTransfer, endUse: { ...clearTransfer.endUse, wmd: null } }
  expect(asked(military)).toEqual(['endUse.wmd'])
  expect(asked({ ...military, accelerators: [chip(16_000)], destinationCountry: inCountry('CN') })).toEqual(
    [],
  )
})

test('of several open facts the one that can settle the case comes first', () => {
  const facts: Facts = {
    ...clearRemoteUse,
    screening: 'unknown',
    endUse: { ...clearRemoteUse.endUse, militaryOrIntelligence: null },
  }
  expect(asked(facts)).toEqual(['screening', 'endUse.militaryOrIntelligence'])
})

const places = ['KE', 'DE', 'US', 'CN', 'MO', 'AE', 'VN', 'IR', 'RU', 'UA'].map(inCountry)
const place = fc.constantFrom(...places)
const bases: fc.Arbitrary<Facts> = fc
  .record({
    transfer: fc.boolean(),
    tpp: fc.constantFrom(800, 2400, 16_000),
    at: place,
    seat: place,
    home: place,
    where: place,
    military: fc.boolean(),
    wmd: fc.boolean(),
    screening: fc.constantFrom('clear' as const, 'hold' as const, 'denied-person' as const),
  })
  .map(({ transfer, tpp, at, seat, home, where, military, wmd, screening }): Facts => {
    const stated = {
      accelerators: [chip(tpp)],
      organisations: [organisation(at, seat)],
      people: [person(home)],
      screening,
    }
    const endUse = { militaryOrIntelligence: military, wmd }
    return transfer
      ? {
          ...clearTransfer,
          ...stated,
          destinationCountry: where,
          endUse: { ...clearTransfer.endUse, ...endUse },
        }
      : {
          ...clearRemoteUse,
          ...stated,
          site: { ...clearRemoteUse.site, country: where },
          endUse: { ...clearRemoteUse.endUse, ...endUse },
        }
  })
const forgotten = [
  'organisations.0.country',
  'organisations.0.headquartersCountry',
  'people.0.locationCountry',
  'people.0.usPerson',
  'endUse.militaryOrIntelligence',
  'endUse.wmd',
  'endUse.trainsModelForD5Entity',
  'endUse.supercomputer',
  'endUse.purpose',
  'accelerators.0.applicableDieAreaMm2',
  'accelerators.0.datacenterMarketed',
  'ukraineOccupiedRegion',
  'approvedUaeEntities',
]

function forget(facts: Facts, paths: readonly string[]): Facts {
  const unstated = paths.filter(
    (path) => path !== 'approvedUaeEntities' || facts.transaction === 'hardware-transfer',
  )
  return unstated.reduce((known, path) => withFact(known, path, null), facts)
}

test('once nothing is asked any more, nothing that is still unknown decides anything', () => {
  fc.assert(
    fc.property(
      bases,
      fc.subarray(forgotten, { minLength: 2 }),
      fc.infiniteStream(fc.nat()),
      (base, gone, dice) => {
        const roll = <T>(list: readonly T[]) => list[(dice.next().value ?? 0) % Math.max(1, list.length)]
        const answer = (facts: Facts, paths: readonly string[]) =>
          paths.reduce((known, path) => {
            const chosen = roll(candidatesFor(path, known, now))
            return chosen === undefined ? known : withFact(known, path, chosen.value)
          }, facts)
        let facts = forget(base, gone)
        for (let round = 0; round < 10 && asked(facts).length > 0; round += 1)
          facts = answer(facts, asked(facts))
        expect(asked(facts)).toEqual([])
        const { outcome, missing } = evaluate(facts, now)
        const unknown = [...new Set(missing.map((one) => one.path))]
        for (let more = 0; more < 5; more += 1)
          expect(evaluate(answer(facts, unknown), now).outcome, unknown.join(', ')).toBe(outcome)
      },
    ),
    { numRuns: 600 },
  )
})
