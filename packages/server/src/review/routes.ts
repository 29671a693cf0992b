import { routes, type applicationInput } from '@allmende/wire'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { Actor } from '../http/actor.ts'
import type { Room } from '../http/api.ts'
import { demand } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { declineReview, submitReview } from './close-review.ts'
import { conflictsOf } from './conflicts.ts'
import {
  loadApplicants,
  loadCandidates,
  loadReview,
  loadReviewed,
  loadReviewsFor,
  loadReviewsOf,
  type ReviewView,
} from './store.ts'

/** What nobody waits for any more is closed, by whatever the application came to. */
function stateOf({ review, application }: ReviewView) {
  return review.state === 'assigned' && application.state !== 'review' ? ('closed' as const) : review.state
}

function describeReview(view: ReviewView) {
  const { review, application } = view
  const content = application.content as z.output<typeof applicationInput>
  return {
    id: review.id,
    application: application.id,
    number: application.number,
    title: application.title,
    summary: content.summary,
    askedAcceleratorMs: application.askedAcceleratorMs,
    plan: content.plan,
    organisation: content.organisation?.name ?? null,
    state: stateOf(view),
    score: review.score,
    comment: review.comment,
    assignedAt: review.assignedAt.toISOString(),
    submittedAt: review.submittedAt?.toISOString() ?? null,
    by: application.decideBy?.toISOString() ?? null,
  }
}

async function demandReview(
  ctx: Context,
  actor: Actor,
  id: string,
  action: 'review.read' | 'review.write',
): Promise<ReviewView> {
  const view = await loadReview(ctx, id)
  if (!view) throw new Refusal('request.not-found', 'There is no such review.')
  demand(actor, { action, reviewer: view.review.reviewer })
  return view
}

export const reviewRoom: Room = (serve, ctx) => {
  serve(routes.listReviews, async ({ actor }) => ({
    body: { items: (await loadReviewsOf(ctx, actor.person)).map(describeReview) },
  }))
  serve(routes.getReview, async ({ actor, params }) => {
    const view = await demandReview(ctx, actor, params.id, 'review.read')
    return { body: { ...describeReview(view), team: await loadReviewed(ctx, view.application) } }
  })
  serve(routes.submitReview, async ({ actor, params, body }) => ({
    body: describeReview(
      await submitReview(ctx, await demandReview(ctx, actor, params.id, 'review.write'), body),
    ),
  }))
  serve(routes.declineReview, async ({ actor, params, body }) => ({
    body: describeReview(
      await declineReview(ctx, await demandReview(ctx, actor, params.id, 'review.write'), body.reason),
    ),
  }))
  serve(routes.listCandidates, async ({ actor, params }) => {
    demand(actor, { action: 'panel.read' })
    const applicants = await loadApplicants(ctx, params.id)
    if (applicants.team.length === 0) throw new Refusal('request.not-found', 'There is no such application.')
    if (applicants.team.includes(actor.person))
      throw new Refusal('policy.denied', 'You belong to this team.', {
        remedy: 'Another member of the panel sees who reviews it.',
      })
    const reviews = new Map((await loadReviewsFor(ctx, params.id)).map((r) => [r.reviewer, r]))
    const items = (await loadCandidates(ctx)).map((c) => {
      const review = reviews.get(c.person)
      return {
        person: c.person,
        name: c.name,
        member: c.member,
        conflicts: conflictsOf(c, applicants),
        assigned: review !== undefined && review.state !== 'declined',
        score: review?.score ?? null,
        comment: review?.comment ?? null,
      }
    })
    return { body: { items } }
  })
}
