import { routes } from '@allmende/wire'
import type { Context } from '../context.ts'
import type { Room } from '../http/api.ts'
import type { Actor } from '../http/actor.ts'
import { noSuchPlace, pageOf } from '../http/page.ts'
import { demand, readableJobs } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { cancelJob } from './cancel-job.ts'
import { describeJob, describeJobRow } from './describe-job.ts'
import { readJobLog } from './read-log.ts'
import { loadJob, loadPlacement, pageOfJobs } from './store.ts'
import { setProjectState } from './set-project-state.ts'
import { submitJob } from './submit-job.ts'
import { syncSite } from './sync-site.ts'
import { receiveBundle, receiveLog, receiveOutputs, sendBlob } from './transfer-files.ts'

/** Loads a job for somebody who may read it; to others it does not exist. */
export async function demandJob(ctx: Context, actor: Actor, id: string) {
  const view = await loadJob(ctx, id)
  if (!view) throw new Refusal('request.not-found', 'There is no such job.')
  demand(actor, { action: 'job.read', project: view.job.project, member: view.member })
  return view
}

function userRoutes(serve: Parameters<Room>[0], ctx: Context): void {
  const show = async (actor: Actor, id: string) => ({ body: describeJob(await demandJob(ctx, actor, id)) })
  serve(routes.uploadBundle, async ({ actor, params, request }) => ({
    body: await receiveBundle(ctx, request, params.sha256, actor.person),
  }))
  serve(routes.submitJob, async ({ actor, body }) => {
    demand(actor, { action: 'job.submit', project: body.project })
    return show(actor, await submitJob(ctx, actor.person, body))
  })
  serve(routes.setProjectState, async ({ actor, params, body }) => {
    demand(actor, { action: 'alliance.manage' })
    await setProjectState(ctx, actor.person, params.id, body)
    return { body: { project: params.id, state: body.state } }
  })
  serve(routes.listJobs, async ({ actor, query }) => {
    const after = query.after === undefined ? undefined : Number(query.after)
    if (after !== undefined && !Number.isSafeInteger(after)) throw noSuchPlace(query.after ?? '')
    const found = await pageOfJobs(ctx, {
      readable: readableJobs(actor),
      after,
      limit: query.limit + 1,
      project: query.project,
      state: query.state,
    })
    const { rows, next } = pageOf(found, query.limit, (last) => String(last.sequence))
    return { body: { items: rows.map(describeJobRow), next } }
  })
  serve(routes.getJob, async ({ actor, params }) => show(actor, params.id))
  serve(routes.cancelJob, async ({ actor, params }) => {
    const view = await demandJob(ctx, actor, params.id)
    demand(actor, { action: 'job.cancel', project: view.job.project })
    await cancelJob(ctx, params.id, actor.person)
    return show(actor, params.id)
  })
  serve(routes.readLog, async ({ actor, params, query, request }) =>
    readJobLog(ctx, await demandJob(ctx, actor, params.id), query.offset, query.waitMs, request.signal),
  )
  serve(routes.getOutputs, async ({ actor, params }) => {
    const view = await demandJob(ctx, actor, params.id)
    if (!view.placement?.outputsSha256)
      throw new Refusal(
        'request.not-found',
        view.job.state === 'ended'
          ? 'The job left no files in its output folder.'
          : 'The job has not ended; its files come afterwards.',
      )
    return sendBlob(ctx, view.placement.outputsSha256, `${view.job.id}.tar.gz`)
  })
}

function agentRoutes(serve: Parameters<Room>[0], ctx: Context): void {
  serve(routes.syncSite, async ({ actor, body, request }) => ({
    body: await syncSite(ctx, actor, body, request.signal),
  }))
  serve(routes.getPlacementBundle, async ({ actor, params }) => {
    const found = await loadPlacement(ctx, actor.site, params.id)
    if (!found?.job.bundle)
      throw new Refusal('request.not-found', 'There is no such placement with files at this site.')
    return sendBlob(ctx, found.job.bundle, 'bundle.tar.gz')
  })
  serve(routes.putPlacementLog, async ({ actor, params, query, request }) => ({
    body: await receiveLog(ctx, actor.site, params.id, query.offset, request),
  }))
  serve(routes.putPlacementOutputs, async ({ actor, params, request }) => ({
    body: await receiveOutputs(ctx, actor.site, params.id, request),
  }))
}

export const jobsRoom: Room = (serve, ctx) => {
  userRoutes(serve, ctx)
  agentRoutes(serve, ctx)
}
