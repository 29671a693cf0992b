import { outcomes } from '@allmende/domain/terms'
import { screeningStatuses } from '@allmende/domain/rules'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from './standing.ts'

const noHits = { open: 0, confirmed: 0 }
const outcome = fc.constantFrom(...outcomes)
const status = fc.constantFrom(...screeningStatuses)
const verdict = fc.constantFrom('cleared' as const, 'refused' as const, null)
const count = fc.nat(3)

test('a site clears by itself only where no requirement was found and nobody is open', () => {
  expect(standingOf('no-requirement-found', 'clear', noHits, null)).toBe('cleared')
  expect(standingOf('needs-officer', 'clear', noHits, null)).toBe('open')
  expect(standingOf('exception-may-apply', 'clear', noHits, null)).toBe('open')
  expect(standingOf('licence-required', 'clear', noHits, null)).toBe('refused')
})

test('an officer clears what the rules leave open, and what a licence covers', () => {
  expect(standingOf('needs-officer', 'clear', noHits, 'cleared')).toBe('cleared')
  expect(standingOf('licence-required', 'clear', noHits, 'cleared')).toBe('cleared')
})

test('nothing clears while a hit is open, a party is unscreened or a match is confirmed, whatever anybody decided', () => {
  fc.assert(
    fc.property(outcome, status, count, count, verdict, (o, s, open, confirmed, v) => {
      const standing = standingOf(o, s, { open, confirmed }, v)
      if (open > 0 || confirmed > 0 || s === 'unknown' || o === 'prohibited' || v === 'refused')
        expect(standing).not.toBe('cleared')
      if (confirmed > 0 || o === 'prohibited') expect(standing).toBe('refused')
    }),
  )
})

test('without a decision nothing stricter than "no requirement found" clears', () => {
  fc.assert(
    fc.property(outcome, status, count, (o, s, open) => {
      if (standingOf(o, s, { open, confirmed: 0 }, null) === 'cleared') expect(o).toBe('no-requirement-found')
    }),
  )
})
