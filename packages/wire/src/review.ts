import { z } from 'zod'
import { route } from './contract.ts'
import { id, idParams, instant, line, slug } from './shapes.ts'

const room = 'review'
const conflict = z.object({ kind: z.enum(['same-institution', 'same-team', 'declared']), detail: z.string() })
export const reviewShape = z.object({
  id,
  application: id,
  number: z.string(),
  title: z.string(),
  summary: z.string(),
  askedAcceleratorMs: z.int(),
  plan: z.record(z.string(), z.unknown()).nullable(),
  organisation: z.string().nullable(),
  /** "closed" was asked for and is wanted no more: the application left review before it was written. */
  state: z.enum(['assigned', 'submitted', 'declined', 'closed']),
  score: z.int().nullable(),
  comment: z.string().nullable(),
  assignedAt: instant,
  submittedAt: instant.nullable(),
  /** By when the application is to be decided, and so the review is due. */
  by: instant.nullable(),
})

/** Whom a reviewer must know of to declare a conflict: the team by name and institution, nothing else of theirs. */
const reviewed = z.object({ name: z.string(), affiliation: z.string().nullable(), lead: z.boolean() })
export const reviewDetail = reviewShape.extend({ team: z.array(reviewed) })

export const reviewRoutes = {
  listReviews: route({
    operation: 'listReviews',
    room,
    method: 'get',
    path: '/reviews',
    summary: 'Reviews assigned to you',
    who: 'person',
    scope: 'read',
    reply: z.object({ items: z.array(reviewShape) }),
    status: 200,
  }),
  getReview: route({
    operation: 'getReview',
    room,
    method: 'get',
    path: '/reviews/{id}',
    summary: 'One review with what to read',
    who: 'person',
    scope: 'read',
    params: idParams,
    reply: reviewDetail,
    status: 200,
  }),
  submitReview: route({
    operation: 'submitReview',
    room,
    method: 'post',
    path: '/reviews/{id}/submit',
    summary: 'Score an application from 1 to 5, with a comment',
    who: 'person',
    scope: 'decide',
    params: idParams,
    body: z.object({ score: z.int().min(1).max(5), comment: line(8000) }),
    reply: reviewShape,
    status: 200,
  }),
  declineReview: route({
    operation: 'declineReview',
    room,
    method: 'post',
    path: '/reviews/{id}/decline',
    summary: 'Declare a conflict; somebody else is asked',
    who: 'person',
    scope: 'decide',
    params: idParams,
    body: z.object({ reason: line(2000) }),
    reply: reviewShape,
    status: 200,
  }),
  listCandidates: route({
    operation: 'listCandidates',
    room,
    method: 'get',
    path: '/applications/{id}/reviewers',
    summary: 'Reviewers with the conflicts already found',
    who: 'person',
    scope: 'decide',
    params: idParams,
    reply: z.object({
      items: z.array(
        z.object({
          person: id,
          name: z.string(),
          member: slug.nullable(),
          conflicts: z.array(conflict),
          assigned: z.boolean(),
          score: z.int().nullable(),
          comment: z.string().nullable(),
        }),
      ),
    }),
    status: 200,
  }),
}
