import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { queueMail } from '../people/index.ts'
import { append } from '../record/index.ts'
import { chooseReviewers } from './conflicts.ts'
import { insertReviews, loadApplicants, loadCandidates, loadEmails, loadReviewsFor } from './store.ts'

/**
 * Asks as many people as the rulebook wants to review an application, none of them with a conflict. Where too few
 * can be found, those there are are asked, and the rest once there are more. The caller holds the application's lock.
 * @returns how many were asked now, and how many reviews are in
 */
export async function assignReviews(
  ctx: Context,
  application: { id: string; number: string },
  perApplication: number,
): Promise<{ asked: number; submitted: number }> {
  const present = await loadReviewsFor(ctx, application.id)
  const active = present.filter((r) => r.state !== 'declined')
  const submitted = active.filter((r) => r.state === 'submitted').length
  if (active.length >= perApplication) return { asked: 0, submitted }
  const chosen = chooseReviewers(
    await loadCandidates(ctx),
    await loadApplicants(ctx, application.id),
    present.map((r) => r.reviewer),
    perApplication - active.length,
  )
  await insertReviews(
    ctx,
    chosen.map((c) => ({
      id: newId(ctx.now()),
      application: application.id,
      reviewer: c.person,
      state: 'assigned' as const,
      score: null,
      comment: null,
      assignedAt: ctx.now(),
      submittedAt: null,
    })),
  )
  const emails = await loadEmails(
    ctx,
    chosen.map((c) => c.person),
  )
  for (const { person } of chosen) {
    const to = emails.get(person)
    if (to)
      await queueMail(ctx, {
        to,
        subject: `Please review ${application.number}`,
        text: `You are asked to review application ${application.number}. No conflict of interest was found; if you have one, decline and somebody else is asked.\n\n${ctx.settings.publicUrl}/reviews\n`,
      })
  }
  for (const { person } of chosen)
    await append(ctx, 'review.assigned', [application.id], (hide) => ({
      application: application.id,
      reviewer: hide('reviewer', person),
    }))
  return { asked: chosen.length, submitted }
}
