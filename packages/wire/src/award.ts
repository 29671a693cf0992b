import { z } from 'zod'
import { applicationState } from './apply.ts'
import { standing } from './clear.ts'
import { route } from './contract.ts'
import { holdShape } from './law.ts'
import {
  id,
  idParams,
  instant,
  line,
  pageOf,
  pageQuery,
  proofShape,
  shortOfReviewers,
  slug,
} from './shapes.ts'

const room = 'award'
export const projectShape = z.object({
  id: slug,
  name: z.string(),
  member: slug,
  application: id,
  state: z.enum(['canary', 'active', 'suspended', 'ended']),
  lead: z.object({ id, name: z.string() }).nullable(),
  awardedAcceleratorMs: z.int(),
  usedAcceleratorMs: z.int(),
  reservedAcceleratorMs: z.int(),
  from: instant,
  until: instant,
  conditions: z.array(z.string()),
  /** Why it was awarded, in the words of who awarded it. */
  reason: z.string(),
  sites: z.array(
    z.object({
      site: slug,
      siteName: z.string(),
      standing,
      canary: z.enum(['waiting', 'ran', 'failed', 'none']),
      hold: holdShape.nullable(),
    }),
  ),
  proofs: z.array(proofShape),
})
const panelCaseShape = z.object({
  application: id,
  number: z.string(),
  title: z.string(),
  state: applicationState,
  summary: z.string(),
  plan: z.record(z.string(), z.unknown()).nullable(),
  organisation: z.string().nullable(),
  /** The name of the member through which it was applied. */
  member: z.string().nullable(),
  callTitle: z.string(),
  askedAcceleratorMs: z.int(),
  maxAcceleratorMs: z.int(),
  clock: z.object({ since: instant, by: instant.nullable() }),
  team: z.array(z.object({ name: z.string(), affiliation: z.string().nullable(), lead: z.boolean() })),
  reviews: z.array(
    z.object({
      reviewer: z.string(),
      state: z.enum(['assigned', 'submitted']),
      score: z.int().nullable(),
      comment: z.string().nullable(),
    }),
  ),
  sites: z.array(z.object({ site: slug, siteName: z.string(), standing })),
})

export const awardRoutes = {
  listPanel: route({
    operation: 'listPanel',
    room,
    method: 'get',
    path: '/panel',
    summary: 'Reviewed applications that wait for the panel',
    who: 'person',
    scope: 'decide',
    reply: z.object({
      items: z.array(
        z.object({
          application: id,
          number: z.string(),
          title: z.string(),
          member: slug.nullable(),
          askedAcceleratorMs: z.int(),
          scores: z.array(z.int()),
          reviewersDue: z.int(),
          clearedSites: z.int(),
          since: instant,
          by: instant.nullable(),
        }),
      ),
      /** In review, and nobody is left to ask who has no conflict of interest. */
      short: z.array(shortOfReviewers),
    }),
    status: 200,
  }),
  getPanelCase: route({
    operation: 'getPanelCase',
    room,
    method: 'get',
    path: '/panel/{id}',
    summary: 'One application with everything that the panel decides by',
    who: 'person',
    scope: 'decide',
    params: idParams,
    reply: panelCaseShape,
    status: 200,
  }),
  awardApplication: route({
    operation: 'awardApplication',
    room,
    method: 'post',
    path: '/applications/{id}/award',
    summary: 'Award; announced only after a canary job ran',
    who: 'person',
    scope: 'decide',
    params: idParams,
    body: z.object({
      acceleratorMs: z.int().min(1),
      days: z.int().min(1).max(1095),
      conditions: z.array(line(500)).max(20).default([]),
      reason: line(4000),
    }),
    reply: projectShape,
    status: 201,
  }),
  refuseApplication: route({
    operation: 'refuseApplication',
    room,
    method: 'post',
    path: '/applications/{id}/refusal',
    summary: 'Refuse, with the reason and what would change it',
    who: 'person',
    scope: 'decide',
    params: idParams,
    body: z.object({ reason: line(4000) }),
    reply: z.object({ refused: z.literal(true) }),
    status: 200,
  }),
  listProjects: route({
    operation: 'listProjects',
    room,
    method: 'get',
    path: '/projects',
    summary: 'Projects that you may see',
    who: 'person',
    scope: 'read',
    query: pageQuery,
    reply: pageOf(projectShape.omit({ sites: true, proofs: true, conditions: true, reason: true })),
    status: 200,
  }),
  getProject: route({
    operation: 'getProject',
    room,
    method: 'get',
    path: '/projects/{id}',
    summary: 'One project: what is left, where it may run',
    who: 'person',
    scope: 'read',
    params: z.object({ id: slug }),
    reply: projectShape,
    status: 200,
  }),
}
