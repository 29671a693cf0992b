import { routes } from '@allmende/wire'
import { bindingRules } from '../clear/index.ts'
import type { Room } from '../http/api.ts'
import { demandJob, holdOf } from '../jobs/index.ts'
import { loadExplanation } from './store.ts'
import { loadStanding } from './store-holds.ts'

/** Verdicts of the broker that law gave: their rules are shown beside them. */
const byLaw: readonly string[] = ['not-cleared', 'clearance-open']

export const placeRoom: Room = (serve, ctx) => {
  serve(routes.explainJob, async ({ actor, params }) => {
    const view = await demandJob(ctx, actor, params.id)
    const { job } = view
    const row = await loadExplanation(ctx, job.id)
    const waits = job.state === 'queued'
    const verdicts = (row?.sites ?? []) as { site: string; verdict: string }[]
    const standing = verdicts.some((v) => byLaw.includes(v.verdict))
      ? await loadStanding(ctx, job.project)
      : []
    const rulesAt = (site: string) => {
      const found = standing.find((s) => s.site === site)
      return found && found.standing !== 'cleared' ? bindingRules(found.result, found.refused) : []
    }
    return {
      body: {
        job: job.id,
        state: job.state,
        at: row?.at.toISOString() ?? null,
        rank: waits ? (row?.rank ?? null) : null,
        expectedStartAt: waits ? (row?.expectedStartAt?.toISOString() ?? null) : null,
        hold: holdOf(view),
        sites: verdicts.map((v) => ({
          ...v,
          rules: byLaw.includes(v.verdict) ? rulesAt(v.site) : [],
        })) as never,
      },
    }
  })
}
