import { invariant } from '@allmende/domain/terms'
import { setApplicationState, teamPersons } from '../apply/index.ts'
import { evaluate } from '../clear/index.ts'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { grantRole } from '../people/index.ts'
import { append } from '../record/index.ts'
import { nameProject } from './name-project.ts'
import { insertProject, lockAsked, type ProjectRow } from './store.ts'

export type AwardAsk = {
  /** Who awards; null where a rule does. */
  readonly by: string | null
  readonly acceleratorMs: number
  readonly days: number
  readonly conditions: readonly string[]
  readonly reason: string
}

const dayMs = 86_400_000
const hours = (ms: number) => `${Math.round(ms / 36_000) / 100} accelerator-hours`

async function demandAwardable(
  ctx: Context,
  asked: NonNullable<Awaited<ReturnType<typeof lockAsked>>>,
  ask: AwardAsk,
): Promise<string> {
  const { application, call } = asked
  const expected = ask.by === null ? 'clearing' : 'panel'
  if (application.state !== expected)
    throw new Refusal(
      'apply.state',
      `The application is in the state "${application.state}"; it is awarded from "${expected}".`,
    )
  if (application.member === null)
    throw new Refusal('apply.incomplete', 'The application names no member on whose share it would count.', {
      remedy: 'Ask the lead to name one.',
    })
  // Lists, sites and statements may have changed since the timer last looked.
  const { cleared } = await evaluate(ctx, application)
  if (cleared.length === 0)
    throw new Refusal(
      'award.no-site',
      'No site is cleared for this application, so it could not run anywhere.',
      { remedy: 'Wait for the officers, or refuse.' },
    )
  if (ask.acceleratorMs > call.maxAcceleratorMs) {
    throw new Refusal(
      'award.too-much',
      `${hours(ask.acceleratorMs)} were to be awarded; the call gives at most ${hours(call.maxAcceleratorMs)}.`,
      { fields: [{ field: 'acceleratorMs', message: `at most ${call.maxAcceleratorMs}` }] },
    )
  }
  return application.member
}

/**
 * Awards an application: a project with its allocation and the roles of its team. Nobody is told before a canary
 * job ran. @returns the project
 */
export async function awardApplication(ctx: Context, id: string, ask: AwardAsk): Promise<ProjectRow> {
  const asked = await lockAsked(ctx, id)
  if (!asked) throw new Refusal('request.not-found', 'There is no such application.')
  const member = await demandAwardable(ctx, asked, ask)
  const { application } = asked
  const now = ctx.now()
  const until = new Date(now.getTime() + ask.days * dayMs)
  const project: ProjectRow = {
    id: nameProject(application.title, application.number),
    name: application.title,
    member,
    application: id,
    state: 'canary',
    createdAt: now,
    announcedAt: null,
    endedAt: null,
  }
  await insertProject(ctx, {
    project,
    award: {
      id: newId(now),
      project: project.id,
      by: ask.by,
      reason: ask.reason,
      conditions: [...ask.conditions],
      at: now,
    },
    allocation: {
      id: newId(now),
      project: project.id,
      acceleratorMs: ask.acceleratorMs,
      usedMs: 0,
      reservedMs: 0,
      from: now,
      until,
    },
  })
  invariant(
    await setApplicationState(ctx, id, [application.state], 'awarded', now),
    'a locked application stands where it was read',
  )
  for (const person of new Set([application.lead, ...(await teamPersons(ctx, id))])) {
    await grantRole(ctx, {
      person,
      role: person === application.lead ? 'project-lead' : 'project-member',
      scopeKind: 'project',
      scopeId: project.id,
      until: null,
    })
  }
  await append(ctx, 'award.made', [id, project.id], (hide) => ({
    application: id,
    project: project.id,
    member,
    acceleratorMs: ask.acceleratorMs,
    from: now.toISOString(),
    until: until.toISOString(),
    by: hide('by', ask.by ?? 'rule'),
    conditions: ask.conditions.map((condition) => hide('condition', condition)),
  }))
  ctx.nudge('canary')
  return project
}
