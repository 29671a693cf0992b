import type { Hold } from '@allmende/wire'
import type { Context } from '../context.ts'
import { append } from '../record/index.ts'
import { losePlacement } from './end-job.ts'
import { saveJob, type JobRow, type PlacementRow } from './store.ts'

/**
 * Carries out a hold on what a project has at that site: what has not begun waits again at once, and what runs is
 * stopped once its grace is over. The caller holds their locks. Repeating it changes nothing; a running job that
 * somebody cancelled is left to that.
 * @returns entries to append at the end, one for each that moved
 */
export async function stopByLaw(
  ctx: Context,
  live: readonly { readonly placement: PlacementRow; readonly job: JobRow }[],
  hold: Hold,
): Promise<(() => Promise<unknown>)[]> {
  const pending: (() => Promise<unknown>)[] = []
  const isOver = Date.parse(hold.until) <= ctx.now().getTime()
  for (const { placement, job } of live) {
    const subjects = [job.id, job.project, hold.site]
    const entry = { job: job.id, placement: placement.id, site: hold.site }
    if (placement.state !== 'running') {
      // It is no fault of the site, so it does not use up the job's attempts.
      await losePlacement(ctx, { placement, job }, Number.POSITIVE_INFINITY)
      pending.push(() => append(ctx, 'job.taken-back', subjects, () => entry))
    } else if (isOver && job.lawStopAt === null && job.cancelAskedAt === null) {
      await saveJob(ctx, job.id, { lawStopAt: ctx.now(), lawHold: hold })
      const { outcome } = hold
      pending.push(() => append(ctx, 'job.stopped-by-law', subjects, () => ({ ...entry, outcome })))
    } else continue
    ctx.nudge(`job:${job.id}`)
  }
  if (pending.length > 0) ctx.nudge('sites')
  return pending
}
