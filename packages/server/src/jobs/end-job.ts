import { settle } from '../award/index.ts'
import type { Context } from '../context.ts'
import { append } from '../record/index.ts'
import { endPlacement, saveJob, savePlacement, type JobRow, type PlacementRow } from './store.ts'

export type Exit = { readonly code: number | null; readonly signal: string | null; readonly reason: string }

/** What a job's end is called: a program that ended by itself with another code than 0 has failed. */
export function resultOf(exit: Exit): string {
  if (exit.reason !== 'finished') return exit.reason
  return exit.code === 0 ? 'finished' : 'failed'
}

/** Gives back what a placement reserved; once. */
export async function releaseReservation(
  ctx: Context,
  placement: PlacementRow,
  project: string,
  usedMs = 0,
): Promise<void> {
  await settle(ctx, project, placement.reservedMs, usedMs)
  await savePlacement(ctx, placement.id, { reservedMs: 0 })
}

/** Ends a job for good; the log says so once. */
export async function endJob(
  ctx: Context,
  job: JobRow,
  result: string,
  exitCode: number | null,
): Promise<void> {
  if (job.state === 'ended') return
  await saveJob(ctx, job.id, { state: 'ended', result, exitCode, endedAt: ctx.now() })
  await append(ctx, 'job.ended', [job.id, job.project], () => ({ job: job.id, result }))
  ctx.nudge('place')
  ctx.nudge('canary')
  ctx.nudge(`job:${job.id}`)
}

/** A site says that a placement has ended. Repeating it changes nothing. */
export async function endByExit(
  ctx: Context,
  found: { placement: PlacementRow; job: JobRow },
  observed: { startedAt: string | null; endedAt: string | null; exit: Exit },
): Promise<void> {
  const { placement, job } = found
  const moved = await endPlacement(ctx, placement.id, {
    state: 'ended',
    startedAt: observed.startedAt ? new Date(observed.startedAt) : placement.startedAt,
    endedAt: observed.endedAt ? new Date(observed.endedAt) : ctx.now(),
    exit: observed.exit,
  })
  if (!moved) return
  // Usage that was delivered has settled this; a placement that used nothing gives everything back.
  if (placement.reservedMs > 0) await releaseReservation(ctx, placement, job.project)
  if (placement.attempt !== job.attempt) return
  // A short job has ended before the site was ever asked while it ran: its end tells when it started.
  if (observed.startedAt !== null && job.startedAt === null)
    await saveJob(ctx, job.id, { startedAt: new Date(observed.startedAt) })
  const vetoed = observed.exit.reason === 'vetoed'
  const byLaw = job.lawStopAt !== null && job.cancelAskedAt === null && observed.exit.reason === 'cancelled'
  if (vetoed || byLaw) await endJob(ctx, job, vetoed ? 'vetoed' : 'clearance-lost', null)
  else await endJob(ctx, job, resultOf(observed.exit), observed.exit.code)
}

/** A placement is gone: the site forgot it or fell silent. The job waits again, until its attempts are used up. */
export async function losePlacement(
  ctx: Context,
  found: { placement: PlacementRow; job: JobRow },
  attemptsMax: number,
): Promise<void> {
  const { placement, job } = found
  const exit: Exit = { code: null, signal: null, reason: 'lost' }
  if (!(await endPlacement(ctx, placement.id, { state: 'lost', endedAt: ctx.now(), exit }))) return
  if (placement.reservedMs > 0) await releaseReservation(ctx, placement, job.project)
  if (placement.attempt !== job.attempt || job.state === 'ended') return
  if (job.cancelAskedAt) await endJob(ctx, job, 'cancelled', null)
  else if (job.lawStopAt) await endJob(ctx, job, 'clearance-lost', null)
  else if (job.attempt >= attemptsMax) await endJob(ctx, job, 'lost', null)
  else {
    await saveJob(ctx, job.id, { state: 'queued', startedAt: null })
    ctx.nudge('place')
  }
}
