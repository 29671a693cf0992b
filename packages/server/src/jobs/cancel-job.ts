import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { endJob } from './end-job.ts'
import { lockJob, saveJob } from './store.ts'

/** Cancels a job: at once while it waits, through its site once it is placed. Asking twice changes nothing. */
export async function cancelJob(ctx: Context, id: string, person: string): Promise<void> {
  const job = await lockJob(ctx, id)
  if (!job) throw new Refusal('request.not-found', 'There is no such job.')
  if (job.state === 'ended') throw new Refusal('jobs.state', `The job has ended already: ${job.result}.`)
  if (job.cancelAskedAt) return
  await saveJob(ctx, id, { cancelAskedAt: ctx.now() })
  if (job.state === 'queued') await endJob(ctx, job, 'cancelled', null)
  await append(ctx, 'job.cancel-asked', [id, job.project], (hide) => ({ job: id, by: hide('by', person) }))
  ctx.nudge('sites')
}
