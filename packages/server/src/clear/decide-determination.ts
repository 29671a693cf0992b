import { loadRulebook } from '../alliance/index.ts'
import { teamPersons } from '../apply/index.ts'
import type { Context } from '../context.ts'
import type { PersonActor } from '../http/actor.ts'
import { newId } from '../http/ids.ts'
import { demand } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { decidedAlready } from './decide-hit.ts'
import { evaluate, liveStates } from './evaluate.ts'
import { screeningHolds } from './list-age.ts'
import { demandSeen } from './seen.ts'
import { hideStandsFor, standsFor } from './stands-for.ts'
import { findProposal, insertProposal, type ProposalRow } from './store-officers.ts'
import {
  findDetermination,
  insertDecision,
  loadClearances,
  loadLists,
  lockApplication,
  type ApplicationRow,
  type ClearanceRow,
  type DecisionRow,
  type DeterminationRow,
} from './store.ts'

export type SiteVerdict = {
  readonly verdict: 'cleared' | 'refused'
  readonly reason: string
  /** What the officer had before their eyes: so that nobody seconds what they did not read. */
  readonly seen: 'no-proposal' | 'proposal'
}

/** No officer clears against a prohibition, or past screening that is open or cannot be done. */
async function demandClearable(ctx: Context, determination: DeterminationRow): Promise<void> {
  if (determination.outcome === 'prohibited') {
    const code = determination.result.reasons[0].code
    throw new Refusal(
      'clear.no-override',
      `The rule ${code} prohibits this use, and no officer can clear it.`,
      { remedy: 'Correct a fact that was stated wrongly; the rules are then asked again.' },
    )
  }
  const { screening } = determination.facts as { screening: string }
  if (screening === 'clear' || screening === 'listed-owner') return
  if (screening === 'unknown') {
    const { listMaxAgeDays } = await loadRulebook(ctx)
    const [hold] = screeningHolds(await loadLists(ctx), ctx.now(), listMaxAgeDays)
    throw new Refusal(
      hold?.code ?? 'clear.no-override',
      hold?.text ?? 'A party of this application is not screened yet.',
      { remedy: hold?.remedy ?? 'Wait until screening has run.' },
    )
  }
  throw new Refusal(
    'clear.no-override',
    screening === 'hold'
      ? 'A hit of this application is still open.'
      : 'A party of this application is confirmed to be on a list.',
    { remedy: 'Decide the hits first.' },
  )
}

function demandDecidable(
  application: ApplicationRow,
  determination: DeterminationRow,
  decided: boolean,
): void {
  if (determination.supersededAt !== null) {
    throw new Refusal(
      'clear.superseded',
      'A fact, a list or a rule changed; this determination no longer stands.',
      { remedy: 'Open the case again and look at the new one.' },
    )
  }
  if (decided) throw decidedAlready()
  if (!liveStates.includes(application.state))
    throw new Refusal('clear.decided', `The application is ${application.state}; nothing is left to decide.`)
}

/** Whether a rule asks for two officers before this site is cleared. */
export function asksForTwo(determination: DeterminationRow): boolean {
  return determination.result.reasons.some((reason) => reason.fourEyes)
}

type Decided = {
  readonly decision: DecisionRow | null
  readonly proposal: ProposalRow | null
  readonly clearance: ClearanceRow
}

async function standingAt(ctx: Context, application: string, site: string): Promise<ClearanceRow> {
  const clearance = (await loadClearances(ctx, application)).find((c) => c.site === site)
  if (!clearance) throw new Error('Invariant broken: every determined site has a clearance')
  return clearance
}

/** The first of two officers: the site stays open until a second one, independent of the first, has looked. */
async function propose(
  ctx: Context,
  officer: PersonActor,
  determination: DeterminationRow,
  reason: string,
): Promise<Decided> {
  const { application, site } = determination
  const proposal: ProposalRow = {
    determination: determination.id,
    officer: officer.person,
    standsFor: standsFor(officer),
    reason,
    at: ctx.now(),
  }
  await insertProposal(ctx, proposal)
  await append(ctx, 'decision.proposed', [application], (hide) => ({
    application,
    site,
    officer: hide('officer', officer.person),
    ...hideStandsFor(hide, proposal.standsFor),
    reason: hide('reason', reason),
  }))
  return { decision: null, proposal, clearance: await standingAt(ctx, application, site) }
}

async function decide(
  ctx: Context,
  officer: PersonActor,
  { determination, application, proposal }: Looked,
  ask: SiteVerdict,
): Promise<Decided> {
  const decision: DecisionRow = {
    id: newId(ctx.now()),
    officer: officer.person,
    hit: null,
    hitOpened: null,
    determination: determination.id,
    verdict: ask.verdict,
    reason: ask.reason,
    at: ctx.now(),
    standsFor: standsFor(officer),
  }
  if (!(await insertDecision(ctx, decision))) throw decidedAlready()
  await append(ctx, 'decision.made', [application.id], (hide) => ({
    application: application.id,
    subject: 'determination',
    site: determination.site,
    verdict: ask.verdict,
    officer: hide('officer', officer.person),
    ...hideStandsFor(hide, decision.standsFor),
    reason: hide('reason', ask.reason),
  }))
  await evaluate(ctx, application)
  ctx.nudge('chain')
  return { decision, proposal, clearance: await standingAt(ctx, application.id, determination.site) }
}

type Looked = {
  readonly determination: DeterminationRow
  readonly application: ApplicationRow
  readonly proposal: ProposalRow | null
}

/**
 * Clears or refuses a site for an application, with the officer's reason. Where a rule asks for two officers, the
 * first proposes and the second decides; refusing takes one. A second who disagrees refuses the site: were it left
 * open, the first could ask one officer after the other until one agrees.
 */
export async function decideDetermination(
  ctx: Context,
  officer: PersonActor,
  id: string,
  ask: SiteVerdict,
): Promise<Decided> {
  const before = await findDetermination(ctx, id)
  if (!before) throw new Refusal('request.not-found', 'There is no such determination.')
  const team = await teamPersons(ctx, before.determination.application)
  demand(officer, { action: 'case.decide', team })
  const application = await lockApplication(ctx, before.determination.application)
  const found = await findDetermination(ctx, id)
  if (!application || !found) throw new Error('Invariant broken: a determination belongs to an application')
  const { determination } = found
  demandDecidable(application, determination, found.decision !== null)
  const proposal = await findProposal(ctx, id)
  const looked = { determination, application, proposal }
  // Whoever refuses refuses, whatever was proposed meanwhile.
  if (ask.verdict === 'refused') return decide(ctx, officer, looked, ask)
  demandSeen(proposal, ask.seen)
  await demandClearable(ctx, determination)
  if (!asksForTwo(determination)) return decide(ctx, officer, looked, ask)
  if (!proposal) return propose(ctx, officer, determination, ask.reason)
  const first = { officer: proposal.officer, standsFor: proposal.standsFor }
  demand(officer, { action: 'case.second', team, first })
  return decide(ctx, officer, looked, ask)
}
