import { unreachable } from '@allmende/domain/terms'
import { loadCall, loadRulebook } from '../alliance/index.ts'
import { loadPrivateCountries, setApplicationState } from '../apply/index.ts'
import { awardApplication, refuseApplication } from '../award/index.ts'
import {
  evaluate,
  forTheTeam,
  listDue,
  loadDeterminations,
  loadLists,
  rescreen,
  todayOf,
  tryLockApplication,
  type ApplicationRow,
  type Evaluation,
} from '../clear/index.ts'
import type { Context } from '../context.ts'
import { assignReviews, listReviewsDue } from '../review/index.ts'
import { explainRefusal } from './explain-refusal.ts'

/** How long a project runs that the trial lane awards. */
const trialDays = 30
const hours = (ms: number) => Math.round(ms / 36_000) / 100

async function refuse(ctx: Context, application: ApplicationRow, found: Evaluation): Promise<void> {
  // The letter is for the whole team, so it tells nobody what another stated.
  const hidden = await loadPrivateCountries(ctx, application.id, null)
  const sites = (await loadDeterminations(ctx, application.id)).map(({ determination, decision }) => ({
    site: determination.site,
    determination: forTheTeam(determination.result, hidden),
    officerReason: decision?.verdict === 'refused' ? decision.reason : null,
  }))
  await refuseApplication(ctx, application.id, {
    by: null,
    reason: explainRefusal(sites, found.confirmedHits),
  })
}

/** The trial lane is decided by rule, up to the size that the rulebook gives; anything else is reviewed. */
async function leaveClearing(ctx: Context, application: ApplicationRow): Promise<void> {
  const { trialMaxAcceleratorMs, version } = await loadRulebook(ctx)
  const call = await loadCall(ctx, application.call)
  const asked = application.askedAcceleratorMs
  if (
    call?.lane === 'trial' &&
    application.member !== null &&
    asked <= Math.min(trialMaxAcceleratorMs, call.maxAcceleratorMs)
  ) {
    const reason = `Trial lane of rulebook ${version}: up to ${hours(trialMaxAcceleratorMs)} accelerator-hours are awarded once a site is cleared and no hit is open; ${hours(asked)} were asked for.`
    await awardApplication(ctx, application.id, {
      by: null,
      acceleratorMs: asked,
      days: trialDays,
      conditions: [],
      reason,
    })
    return
  }
  await setApplicationState(ctx, application.id, ['clearing'], 'review', ctx.now())
  ctx.nudge('chain')
}

/** What clearing has come to: refused everywhere, cleared somewhere with nothing open about the parties, or neither. */
async function decideClearing(
  ctx: Context,
  application: ApplicationRow,
  found: Evaluation,
): Promise<boolean> {
  const sites = found.cleared.length + found.open.length + found.refused.length
  if (sites > 0 && found.refused.length === sites) {
    await refuse(ctx, application, found)
    return true
  }
  if (application.state !== 'clearing' || found.cleared.length === 0 || found.openHits > 0) return false
  await leaveClearing(ctx, application)
  return true
}

async function stepReview(ctx: Context, application: ApplicationRow): Promise<boolean> {
  const { reviewersPerApplication } = await loadRulebook(ctx)
  const { asked, submitted } = await assignReviews(ctx, application, reviewersPerApplication)
  if (submitted < reviewersPerApplication) return asked > 0
  await setApplicationState(ctx, application.id, ['review'], 'panel', ctx.now())
  return true
}

/** Moves one application by what stands now; its row is locked, and whoever comes second finds nothing to do. */
async function step(ctx: Context, id: string): Promise<boolean> {
  const row = await tryLockApplication(ctx, id)
  if (!row) return false
  const submitted = row.state === 'submitted'
  if (submitted) await setApplicationState(ctx, id, ['submitted'], 'clearing', ctx.now())
  const application: ApplicationRow = submitted ? { ...row, state: 'clearing' } : row
  switch (application.state) {
    case 'clearing':
    case 'review':
    case 'panel': {
      const found = await evaluate(ctx, application)
      if (await decideClearing(ctx, application, found)) return true
      const moved = application.state === 'review' && (await stepReview(ctx, application))
      return moved || found.changed || submitted
    }
    case 'awarded':
      return (await evaluate(ctx, application)).changed
    case 'draft':
    case 'submitted':
    case 'refused':
    case 'withdrawn':
      return false
    default:
      return unreachable(application.state)
  }
}

/**
 * Moves every application as far as rules and decisions allow: submitted → clearing → awarded by rule, or review →
 * panel, or refused. It looks at what stands and never at what happened, each application in a transaction of its
 * own: a run that is killed loses nothing, and a second run changes nothing. @returns whether anything moved
 */
export async function advanceChain(ctx: Context): Promise<boolean> {
  const { reviewersPerApplication } = await loadRulebook(ctx)
  let moved = await rescreen(ctx)
  const due = await listDue(ctx, await todayOf(ctx, await loadLists(ctx)))
  const reviews = await listReviewsDue(ctx, reviewersPerApplication)
  for (const id of new Set([...due, ...reviews])) {
    try {
      moved = (await ctx.db.transaction(() => step(ctx, id))) || moved
    } catch (error) {
      // One application that cannot move must not hold up the others; it is tried again on the next run.
      ctx.logger.error({ application: id, err: error }, 'an application could not be moved')
    }
  }
  return moved
}
