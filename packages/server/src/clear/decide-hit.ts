import { teamPersons } from '../apply/index.ts'
import type { Context } from '../context.ts'
import type { PersonActor } from '../http/actor.ts'
import { newId } from '../http/ids.ts'
import { demand } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { evaluate, liveStates } from './evaluate.ts'
import { hideStandsFor, standsFor } from './stands-for.ts'
import { demandSeen } from './seen.ts'
import { findHitProposal, insertHitProposal, type HitProposalRow } from './store-officers.ts'
import { lockSite } from './store-operators.ts'
import { lockParties } from './store-role-holders.ts'
import { subjectsOf } from './screen-parties.ts'
import {
  findHit,
  insertDecision,
  lockApplication,
  setHitState,
  type ApplicationRow,
  type DecisionRow,
  type HitRow,
} from './store.ts'

export type HitVerdict = {
  readonly verdict: 'confirmed' | 'cleared' | 'reopened'
  readonly reason: string
  /** What the officer had before their eyes: so that nobody seconds what they did not read. */
  readonly seen: 'no-proposal' | 'proposal'
}

export type DecidedHit = {
  readonly hit: HitRow
  /** Null where two officers clear it and this was the first. */
  readonly decision: DecisionRow | null
  readonly proposal: HitProposalRow | null
}

export function decidedAlready(): Refusal {
  return new Refusal('clear.decided', 'Another officer decided this while you looked at it.', {
    remedy: 'Open the case again to read the decision.',
  })
}

/** What a verdict makes of a hit; opening it again is an opening of its own, and so is the decision that then follows. */
function afterVerdict(hit: HitRow, { verdict }: HitVerdict): Pick<HitRow, 'state' | 'opened'> {
  return verdict === 'reopened'
    ? { state: 'open', opened: hit.opened + 2 }
    : { state: verdict, opened: hit.opened }
}

type Found = NonNullable<Awaited<ReturnType<typeof findHit>>>

/** The first of two officers: the hit stays open until a second one, independent of the first, has looked. */
async function propose(
  ctx: Context,
  officer: PersonActor,
  { hit, application, site }: Found,
  reason: string,
): Promise<DecidedHit> {
  const proposal: HitProposalRow = {
    hit: hit.id,
    opened: hit.opened,
    officer: officer.person,
    standsFor: standsFor(officer),
    reason,
    at: ctx.now(),
  }
  await insertHitProposal(ctx, proposal)
  await append(ctx, 'decision.proposed', subjectsOf({ application, site }), (hide) => ({
    application,
    site,
    officer: hide('officer', officer.person),
    ...hideStandsFor(hide, proposal.standsFor),
    reason: hide('reason', reason),
  }))
  return { hit, decision: null, proposal }
}

/**
 * Locks what the hit is about, so that it is decided by one at a time: an application, a site for its operator, or who
 * holds a role.
 */
async function lockSubject(ctx: Context, { hit, application, site }: Found): Promise<ApplicationRow | null> {
  if (application === null) {
    if (site === null) await lockParties(ctx, [hit.party])
    else await lockSite(ctx, site)
    return null
  }
  const row = await lockApplication(ctx, application)
  if (!row) throw new Error('Invariant broken: a hit belongs to an application or a site')
  return row
}

/** Whether this is the first of the two officers that the hit takes; a second one must have read what was proposed. */
function isFirst(
  officer: PersonActor,
  team: readonly string[],
  { hit, proposal }: { readonly hit: HitRow; readonly proposal: HitProposalRow | null },
  { verdict, seen }: HitVerdict,
): boolean {
  if (verdict !== 'cleared' || !hit.fourEyes) return false
  demandSeen(proposal, seen)
  if (proposal === null) return true
  demand(officer, {
    action: 'case.second',
    team,
    first: { officer: proposal.officer, standsFor: proposal.standsFor },
  })
  return false
}

/** Everybody whom a hit is about or who is in a team with them: none of them decides about it. */
export async function teamOf(ctx: Context, { application, person }: Found): Promise<string[]> {
  if (application !== null) return teamPersons(ctx, application)
  return person === null ? [] : [person]
}

/**
 * Confirms or clears an open hit, or opens again one that was confirmed by mistake, with the officer's reason; every
 * site of the application is then determined again. Where the rulebook asks for two officers, the first who clears
 * only proposes; confirming takes one. Of two officers at once the second is told that it was decided.
 */
export async function decideHit(
  ctx: Context,
  officer: PersonActor,
  id: string,
  ask: HitVerdict,
): Promise<DecidedHit> {
  const before = await findHit(ctx, id)
  if (!before) throw new Refusal('request.not-found', 'There is no such hit.')
  const team = await teamOf(ctx, before)
  demand(officer, { action: 'case.decide', team })
  const application = await lockSubject(ctx, before)
  const found = await findHit(ctx, id)
  if (!found) throw new Error('Invariant broken: a hit does not go away')
  const { hit } = found
  const reopens = ask.verdict === 'reopened'
  if (hit.state !== (reopens ? 'confirmed' : 'open')) throw decidedAlready()
  if (hit.goneAt !== null)
    throw new Refusal('clear.superseded', 'The lists no longer hold this entry for this party.', {
      remedy: 'Open the case again.',
    })
  if (application && !liveStates.includes(application.state))
    throw new Refusal('clear.decided', `The application is ${application.state}; nothing is left to decide.`)
  const proposal = await findHitProposal(ctx, hit)
  if (isFirst(officer, team, { hit, proposal }, ask)) return propose(ctx, officer, found, ask.reason)
  const decision: DecisionRow = {
    id: newId(ctx.now()),
    officer: officer.person,
    hit: hit.id,
    hitOpened: reopens ? hit.opened + 1 : hit.opened,
    determination: null,
    verdict: ask.verdict,
    reason: ask.reason,
    at: ctx.now(),
    standsFor: standsFor(officer),
  }
  if (!(await insertDecision(ctx, decision))) throw decidedAlready()
  const after = afterVerdict(hit, ask)
  await setHitState(ctx, hit.id, after)
  await append(ctx, 'decision.made', subjectsOf(found), (hide) => ({
    application: found.application,
    subject: 'hit',
    site: found.site,
    verdict: ask.verdict,
    officer: hide('officer', officer.person),
    ...hideStandsFor(hide, decision.standsFor),
    reason: hide('reason', ask.reason),
  }))
  // What runs at a site whose operator was decided about is looked at by the timer: it may be many projects. So are
  // the roles of whoever holds some.
  if (application) await evaluate(ctx, application)
  ctx.nudge('chain')
  return { hit: { ...hit, ...after }, decision, proposal: null }
}
