import { Refusal } from '../http/problems.ts'

/** What an officer saw when they decided: where somebody proposed meanwhile, it is no longer that. */
export function demandSeen(proposal: object | null, seen: 'no-proposal' | 'proposal'): void {
  if (seen === 'no-proposal' && proposal !== null)
    throw new Refusal('clear.decided', 'Another officer proposed this while you looked at it.', {
      remedy: 'Open the case again, read the proposal, and second it or refuse.',
    })
}
