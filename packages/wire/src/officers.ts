import { z } from 'zod'
import { route } from './contract.ts'
import { id, idParams, instant, line, pageOf, pageQuery, prose } from './shapes.ts'

const room = 'clear'

export const enquiryShape = z.object({
  id,
  /** The fact that the rules ask for; null where the officer asks in their own words. */
  fact: z.string().nullable(),
  text: z.string(),
  officer: z.string(),
  askedAt: instant,
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
})

const delegationShape = z.object({
  id,
  deputy: z.string(),
  officer: z.string(),
  from: instant,
  until: instant,
  reason: z.string(),
  state: z.enum(['to-come', 'now', 'ended']),
  canEnd: z.boolean(),
})

/** What officers do besides deciding: they ask, they delegate, they see who asked the rules. */
export const officerRoutes = {
  askApplicant: route({
    operation: 'askApplicant',
    room,
    method: 'post',
    path: '/clear/cases/{id}/enquiries',
    summary:
      'Ask whoever leads the application: in your own words, or an open question of the rules by its fact',
    who: 'person',
    scope: 'decide',
    params: idParams,
    body: z.object({ text: prose(2000).default(''), fact: line(200).nullable().default(null) }),
    reply: enquiryShape,
    status: 201,
  }),
  answerEnquiry: route({
    operation: 'answerEnquiry',
    room,
    method: 'post',
    path: '/applications/{id}/enquiries/{enquiry}/answer',
    summary: "Answer an officer's question",
    who: 'person',
    scope: 'apply',
    params: z.object({ id, enquiry: id }),
    body: z.object({ answer: line(4000) }),
    reply: enquiryShape,
    status: 201,
  }),
  listDelegations: route({
    operation: 'listDelegations',
    room,
    method: 'get',
    path: '/clear/delegations',
    summary: 'Who stands in for which officer, from when until when',
    who: 'person',
    scope: 'read',
    reply: z.object({ items: z.array(delegationShape), canDelegate: z.boolean() }),
    status: 200,
  }),
  delegateRole: route({
    operation: 'delegateRole',
    room,
    method: 'post',
    path: '/clear/delegations',
    summary: 'Let somebody stand in for you as an officer, for at most 90 days',
    who: 'person',
    scope: 'decide',
    body: z.object({
      name: line(200),
      email: z.email().max(254),
      /** From now where it is null. */
      from: instant.nullable().default(null),
      until: instant,
      reason: line(1000),
    }),
    reply: delegationShape,
    status: 201,
  }),
  endDelegation: route({
    operation: 'endDelegation',
    room,
    method: 'delete',
    path: '/clear/delegations/{id}',
    summary: 'End a delegation before its day',
    who: 'person',
    scope: 'decide',
    params: idParams,
    status: 204,
  }),
  listQueries: route({
    operation: 'listQueries',
    room,
    method: 'get',
    path: '/clear/queries',
    summary:
      'Queries to the rules and the screening lists: who asked, when, what kind, what came out; no facts',
    who: 'person',
    scope: 'read',
    query: pageQuery,
    reply: pageOf(
      z.object({
        id,
        at: instant,
        who: z.string(),
        kind: z.enum(['rules', 'screening']),
        resource: z.string(),
        outcome: z.string(),
      }),
    ),
    status: 200,
  }),
}
