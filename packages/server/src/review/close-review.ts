import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { closeReview, loadReview, type ReviewView } from './store.ts'

function demandOpen(view: ReviewView): void {
  const { review, application } = view
  if (review.state !== 'assigned')
    throw new Refusal('review.state', `This review is ${review.state} already.`)
  if (application.state !== 'review')
    throw new Refusal(
      'review.state',
      `The application is in the state "${application.state}" and takes no more reviews.`,
    )
}

async function reload(ctx: Context, id: string): Promise<ReviewView> {
  const view = await loadReview(ctx, id)
  if (!view) throw new Error('Invariant broken: a review that was closed is there')
  return view
}

/** Keeps a reviewer's score (1 to 5) and comment. */
export async function submitReview(
  ctx: Context,
  view: ReviewView,
  ask: { score: number; comment: string },
): Promise<ReviewView> {
  demandOpen(view)
  const { id, application, reviewer } = view.review
  if (
    !(await closeReview(ctx, id, {
      state: 'submitted',
      score: ask.score,
      comment: ask.comment,
      submittedAt: ctx.now(),
    }))
  )
    throw new Refusal('review.state', 'This review was closed meanwhile.')
  await append(ctx, 'review.submitted', [application], (hide) => ({
    application,
    reviewer: hide('reviewer', reviewer),
    score: ask.score,
    comment: hide('comment', ask.comment),
  }))
  ctx.nudge('chain')
  return reload(ctx, id)
}

/** A reviewer declares a conflict; the timer asks somebody else. */
export async function declineReview(ctx: Context, view: ReviewView, reason: string): Promise<ReviewView> {
  demandOpen(view)
  const { id, application, reviewer } = view.review
  if (
    !(await closeReview(ctx, id, { state: 'declined', score: null, comment: reason, submittedAt: ctx.now() }))
  )
    throw new Refusal('review.state', 'This review was closed meanwhile.')
  await append(ctx, 'review.declined', [application], (hide) => ({
    application,
    reviewer: hide('reviewer', reviewer),
    reason: hide('reason', reason),
  }))
  ctx.nudge('chain')
  return reload(ctx, id)
}
