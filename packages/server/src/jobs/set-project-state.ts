import type { BodyOf, routes } from '@allmende/wire'
import { and, eq } from 'drizzle-orm'
import { lockProject, saveProject } from '../award/index.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { endJob } from './end-job.ts'
import { jobs } from './tables.ts'

type Ask = BodyOf<typeof routes.setProjectState>

/** From where each state is reached. An ended project stays ended, and one that nobody was told of is not resumed. */
const before: Readonly<Record<Ask['state'], readonly string[]>> = {
  active: ['suspended'],
  suspended: ['active'],
  ended: ['canary', 'active', 'suspended'],
}

/**
 * Suspends, resumes or ends a project. Sites stop what runs of it when they are next heard; what waits stays in the
 * queue of a suspended project, and ends with an ended one.
 */
export async function setProjectState(ctx: Context, person: string, id: string, ask: Ask): Promise<void> {
  const project = await lockProject(ctx, id)
  if (!project) throw new Refusal('request.not-found', `There is no project "${id}".`)
  if (!before[ask.state].includes(project.state))
    throw new Refusal(
      'jobs.project-state',
      `The project is ${project.state}, and cannot become ${ask.state}.`,
      {
        remedy: `It becomes ${ask.state} from: ${before[ask.state].join(', ')}.`,
      },
    )
  await saveProject(ctx, id, { state: ask.state, ...(ask.state === 'ended' ? { endedAt: ctx.now() } : {}) })
  if (ask.state === 'ended') {
    const waiting = await ctx.db.sql
      .select()
      .from(jobs)
      .where(and(eq(jobs.project, id), eq(jobs.state, 'queued')))
      .for('update')
    for (const job of waiting) await endJob(ctx, job, 'project-ended', null)
  }
  await append(ctx, 'project.state-set', [id, project.application], (hide) => ({
    project: id,
    state: ask.state,
    by: hide('by', person),
    reason: hide('reason', ask.reason),
  }))
  ctx.nudge('sites')
  ctx.nudge('place')
}
