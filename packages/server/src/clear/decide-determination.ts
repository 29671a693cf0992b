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

export type SiteVerdict = { readonly verdict: 'cleared' | 'refused'; readonly reason: string }

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
  if (screening === 'clear') return
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

/** Clears or refuses a site for an application, with the officer's reason. */
export async function decideDetermination(
  ctx: Context,
  officer: PersonActor,
  id: string,
  ask: SiteVerdict,
): Promise<{ decision: DecisionRow; clearance: ClearanceRow }> {
  const before = await findDetermination(ctx, id)
  if (!before) throw new Refusal('request.not-found', 'There is no such determination.')
  demand(officer, { action: 'case.decide', team: await teamPersons(ctx, before.determination.application) })
  const application = await lockApplication(ctx, before.determination.application)
  const found = await findDetermination(ctx, id)
  if (!application || !found) throw new Error('Invariant broken: a determination belongs to an application')
  const { determination } = found
  demandDecidable(application, determination, found.decision !== null)
  if (ask.verdict === 'cleared') await demandClearable(ctx, determination)
  const decision: DecisionRow = {
    id: newId(ctx.now()),
    officer: officer.person,
    hit: null,
    hitOpened: null,
    determination: determination.id,
    verdict: ask.verdict,
    reason: ask.reason,
    at: ctx.now(),
    standsFor: null,
  }
  if (!(await insertDecision(ctx, decision))) throw decidedAlready()
  await append(ctx, 'decision.made', [application.id], (hide) => ({
    application: application.id,
    subject: 'determination',
    site: determination.site,
    verdict: ask.verdict,
    officer: hide('officer', officer.person),
    reason: hide('reason', ask.reason),
  }))
  await evaluate(ctx, application)
  ctx.nudge('chain')
  const clearance = (await loadClearances(ctx, application.id)).find((c) => c.site === determination.site)
  if (!clearance) throw new Error('Invariant broken: every determined site has a clearance')
  return { decision, clearance }
}
