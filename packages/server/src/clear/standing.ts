import type { ScreeningStatus } from '@allmende/domain/rules'
import { unreachable, type Outcome } from '@allmende/domain/terms'

export type Standing = 'open' | 'cleared' | 'refused'

/** What screening found among the parties that take part now. */
export type HitCounts = { readonly open: number; readonly confirmed: number }

/**
 * What hits, the determination and an officer's decision about it add up to at one site. A decision counts only
 * for the determination it was made on. Nothing clears while a party is unscreened or a hit is undecided, and no
 * decision clears what is prohibited or a confirmed match.
 */
export function standingOf(
  outcome: Outcome,
  screening: ScreeningStatus,
  hits: HitCounts,
  verdict: 'cleared' | 'refused' | null,
): Standing {
  if (hits.confirmed > 0 || outcome === 'prohibited' || verdict === 'refused') return 'refused'
  if (hits.open > 0 || screening === 'unknown') return outcome === 'licence-required' ? 'refused' : 'open'
  if (verdict === 'cleared') return 'cleared'
  switch (outcome) {
    case 'no-requirement-found':
      return 'cleared'
    case 'exception-may-apply':
    case 'needs-officer':
      return 'open'
    case 'licence-required':
      return 'refused'
    default:
      return unreachable(outcome)
  }
}
