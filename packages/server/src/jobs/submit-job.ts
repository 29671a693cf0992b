import type { BodyOf, routes } from '@allmende/wire'
import { loadMembersNow } from '../alliance/index.ts'
import { loadAllocation, loadProjectRow } from '../award/index.ts'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { demandHeld } from './demand-held.ts'
import { demandScreened } from './demand-screened.ts'
import { insertJob, loadBundle } from './store.ts'

export type JobRequest = BodyOf<typeof routes.submitJob>

const hours = (ms: number) => `${(ms / 3_600_000).toFixed(2)} accelerator-hours`

async function demandRoom(ctx: Context, request: JobRequest): Promise<void> {
  const allocation = await loadAllocation(ctx, request.project)
  const needed = request.accelerators * request.minutes * 60_000
  const left = allocation ? allocation.acceleratorMs - allocation.usedMs - allocation.reservedMs : 0
  if (!allocation || allocation.until < ctx.now())
    throw new Refusal('jobs.allocation', 'The allocation of this project has ended.', {
      remedy: 'Apply for a continuation.',
    })
  if (needed > left) {
    throw new Refusal(
      'jobs.allocation',
      `The job could use up to ${hours(needed)} (${request.accelerators} × ${request.minutes} min); ${hours(left)} are left.`,
      {
        remedy:
          'Ask for less time or fewer accelerators, or wait until running jobs end and give back what they did not use.',
      },
    )
  }
}

/** From the day on which a membership ends, its projects start nothing new. */
async function demandMember(ctx: Context, member: string): Promise<void> {
  if ((await loadMembersNow(ctx)).some(({ id }) => id === member)) return
  throw new Refusal('jobs.member-ended', `The membership of "${member}" has ended.`, {
    remedy: 'What runs goes on. Ask the secretariat what becomes of the project.',
  })
}

/** Puts a job into the queue. The broker looks at once. @returns the job's id */
export async function submitJob(
  ctx: Context,
  person: string,
  request: JobRequest,
  canary: { onlySite: string } | null = null,
): Promise<string> {
  const project = await loadProjectRow(ctx, request.project)
  if (!project) throw new Refusal('request.not-found', `There is no project "${request.project}".`)
  const runnable = canary
    ? project.state === 'canary' || project.state === 'active'
    : project.state === 'active'
  if (!runnable) {
    const waits = project.state === 'canary'
    throw new Refusal(
      'jobs.project-state',
      waits
        ? 'The project is awarded and waits for its canary job to prove that it runs.'
        : `The project is ${project.state}.`,
      { remedy: waits ? 'It becomes active by itself; you are told by e-mail.' : 'Ask the secretariat.' },
    )
  }
  if (!canary) await demandMember(ctx, project.member)
  // A canary is nobody's: it runs what we wrote, once everybody is cleared.
  if (!canary) await demandScreened(ctx, person, project.application)
  await demandHeld(ctx, project.application, request)
  await demandRoom(ctx, request)
  if (request.bundle && !(await loadBundle(ctx, request.bundle))) {
    throw new Refusal('jobs.bundle-missing', `No files with the SHA-256 ${request.bundle} are uploaded.`, {
      remedy: 'Upload them first: PUT /api/v1/bundles/{sha256}.',
    })
  }
  const id = newId(ctx.now())
  const { minutes, project: projectId, ...rest } = request
  await insertJob(ctx, {
    ...rest,
    id,
    project: projectId,
    person,
    timeLimitMs: minutes * 60_000,
    canary: canary !== null,
    onlySite: canary?.onlySite ?? null,
    state: 'queued',
    attempt: 0,
    submittedAt: ctx.now(),
  })
  await append(ctx, 'job.submitted', [id, projectId], (hide) => ({
    job: id,
    project: projectId,
    member: project.member,
    accelerators: request.accelerators,
    cpus: request.cpus,
    timeLimitMs: minutes * 60_000,
    canary: canary !== null,
    content: hide('content', {
      name: request.name,
      command: request.command,
      env: request.env,
      bundle: request.bundle,
    }),
    by: hide('by', person),
  }))
  ctx.nudge('place')
  return id
}
