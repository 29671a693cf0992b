import type { Desired } from '@allmende/wire'
import type { Seen } from './engines/engine.ts'

export type Veto = { readonly refuseProjects: readonly string[]; readonly refuseMembers: readonly string[] }
export type Step =
  | { readonly do: 'start'; readonly desired: Desired }
  | { readonly do: 'veto'; readonly desired: Desired }
  | { readonly do: 'decline'; readonly desired: Desired }
  | { readonly do: 'cancel'; readonly placement: string }
  | { readonly do: 'deliver'; readonly placement: string }
  | { readonly do: 'forget'; readonly placement: string }

/**
 * What to do next: what the server wants × what the engine sees. Pure. A placement that is seen is never started,
 * one that is not delivered is never forgotten, and the site's veto comes before the server's wish.
 */
export function reconcile(desired: readonly Desired[], seen: readonly Seen[], veto: Veto): Step[] {
  const known = new Map(seen.map((s) => [s.spec.placement, s]))
  const steps: Step[] = []
  for (const wish of desired) {
    const found = known.get(wish.placement)
    const refused = veto.refuseProjects.includes(wish.project) || veto.refuseMembers.includes(wish.member)
    if (wish.action === 'run' && !found) steps.push({ do: refused ? 'veto' : 'start', desired: wish })
    // Cancelled before it was ever taken over: it ends here without having run.
    if (wish.action === 'cancel' && !found) steps.push({ do: 'decline', desired: wish })
    if (wish.action === 'cancel' && found && found.state !== 'ended' && found.state !== 'lost')
      steps.push({ do: 'cancel', placement: wish.placement })
    if (wish.action === 'forget' && found && (found.delivered || found.state === 'lost'))
      steps.push({ do: 'forget', placement: wish.placement })
  }
  for (const found of seen)
    if (found.state === 'ended' && !found.delivered)
      steps.push({ do: 'deliver', placement: found.spec.placement })
  return steps
}
