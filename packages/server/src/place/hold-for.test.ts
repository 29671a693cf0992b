import { screeningRule } from '@allmende/domain/rules'
import { expect, test } from 'vitest'
import { holdFor } from './enforce-law.ts'
import type { HoldRow, Seen } from './store-holds.ts'

test('an undecided hit has its own grace while it stands alone; with a law beside it the shorter one holds, and stays', () => {
  const graces = { lawMs: 3_600_000, hitMs: 72 * 3_600_000 }
  const now = new Date('2026-03-02T12:00:00Z')
  const until = (codes: readonly string[], hold: HoldRow | null, at = now, blocked = false) => {
    const reasons = codes.map((code) => ({
      code,
      finding: 'found',
      outcome: 'needs-officer',
      citations: [{ instrument: 'a law', paragraph: '1' }],
    }))
    const result = { outcome: 'needs-officer', reasons, regimes: [] }
    const seen = {
      site: 'jena',
      standing: 'open',
      determination: 'd',
      result,
      screening: 'hold',
      refused: false,
      blocked,
    }
    return holdFor('p', { ...seen, hold, live: true } as unknown as Seen, at, graces)
  }
  const hours = (hold: HoldRow | null) => ((hold?.until?.getTime() ?? 0) - now.getTime()) / 3_600_000
  const alone = until([screeningRule], null)
  expect(hours(alone)).toBe(72)
  const later = new Date(now.getTime() + 3_600_000)
  const both = until([screeningRule, 'us-ear.3a090'], alone, later)
  expect(hours(both), 'from when the law was seen').toBe(2)
  expect(hours(until([screeningRule], both, later)), 'it only ever gets shorter').toBe(2)
  expect(hours(until([screeningRule], null, now, true)), 'a list that blocks').toBe(0)
})
