import type { ScreeningStatus } from '@allmende/domain/rules'
import { dateOf } from './gather-facts.ts'
import { isOwner } from '../apply/index.ts'
import { isBinding, ownershipOf } from './owners.ts'
import { isDenial } from './screener.ts'
import type { HitCounts } from './standing.ts'
import type { HitRow, PartyRow } from './store.ts'

/** What the hits of all parties come to: those of owners by what they own, all others as they are. */
export function weighHits(
  parties: readonly PartyRow[],
  hits: readonly HitRow[],
  now: Date,
): { readonly status: ScreeningStatus; readonly counts: HitCounts } {
  // A list that only informs is shown, and counts for nothing.
  const binding = hits.filter(isBinding)
  const owners = new Set(parties.filter(isOwner).map(({ id }) => id))
  const own = binding.filter((hit) => !owners.has(hit.party) && hit.state === 'confirmed')
  const { owned, listedOwners } = ownershipOf(parties, hits, dateOf(now))
  const isOwned = owned.some(({ outcome }) => outcome === 'owned')
  const counts = {
    open: binding.filter((hit) => hit.state === 'open').length,
    confirmed: own.length + (isOwned ? 1 : 0),
  }
  const status = own.some((hit) => isDenial(hit.entry))
    ? 'denied-person'
    : counts.confirmed > 0
      ? 'confirmed-match'
      : counts.open > 0
        ? 'hold'
        : listedOwners > 0
          ? 'listed-owner'
          : 'clear'
  return { status, counts }
}
