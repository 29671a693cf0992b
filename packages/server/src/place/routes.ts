import { routes } from '@allmende/wire'
import type { Room } from '../http/api.ts'
import { demandJob } from '../jobs/index.ts'
import { loadExplanation } from './store.ts'

export const placeRoom: Room = (serve, ctx) => {
  serve(routes.explainJob, async ({ actor, params }) => {
    const { job } = await demandJob(ctx, actor, params.id)
    const row = await loadExplanation(ctx, job.id)
    const waits = job.state === 'queued'
    return {
      body: {
        job: job.id,
        state: job.state,
        at: row?.at.toISOString() ?? null,
        rank: waits ? (row?.rank ?? null) : null,
        expectedStartAt: waits ? (row?.expectedStartAt?.toISOString() ?? null) : null,
        sites: (row?.sites ?? []) as never,
      },
    }
  })
}
