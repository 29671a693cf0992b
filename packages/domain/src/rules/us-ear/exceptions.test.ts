import { day } from '@allmende/domain/terms'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chip, clearTransfer, inCountry, organisation } from '../cases/clear-facts.ts'
import { evaluate } from '../determine.ts'
import { exceptionRules } from './exceptions.ts'
import { usEar } from './index.ts'

const codes = new Set(exceptionRules.map((rule) => rule.code))
const withThem = [usEar]
const without = [{ ...usEar, rules: usEar.rules.filter((rule) => !codes.has(rule.code)) }]

test('an exception changes no answer, neither by text nor as enforced: it lowers no licence and asks for none', () => {
  const country = fc.constantFrom('KE', 'DE', 'US', 'CN', 'HK', 'MO', 'AE', 'IL', 'VN', 'MY', 'CY')
  const on = fc.constantFrom(
    '2023-11-16',
    '2023-11-17',
    '2024-04-04',
    '2025-01-13',
    '2025-05-15',
    '2026-11-24',
  )
  const item = fc.constantFrom(chip(800), chip(2400), chip(16_000), chip(5280, { datacenterMarketed: false }))
  const memory = { name: 'a stack', bandwidthGBps: 300, areaMm2: 100, coPackagedForProcessing: false }
  let spoken = 0
  fc.assert(
    fc.property(
      country,
      country,
      country,
      item,
      on,
      fc.boolean(),
      fc.boolean(),
      (to, seat, from, one, asOf, hbm, uae) => {
        const facts = {
          ...clearTransfer,
          accelerators: [one],
          hbm: hbm ? [memory] : [],
          destinationCountry: inCountry(to),
          exportedFrom: inCountry(from),
          organisations: [organisation(to, seat)],
          approvedUaeEntities: uae,
        }
        const [all, fewer] = [withThem, without].map((run) => evaluate(facts, day(asOf), 'stricter', run))
        expect([all?.byText, all?.asEnforced]).toEqual([fewer?.byText, fewer?.asEnforced])
        spoken += all?.reasons.filter((reason) => codes.has(reason.code)).length ?? 0
      },
    ),
    { numRuns: 1500 },
  )
  expect(spoken).toBeGreaterThan(200)
})
