import { z } from 'zod'
import { lane } from './alliance.ts'
import { route } from './contract.ts'
import { heldWhy } from './people.ts'
import {
  acceleratorMs,
  country,
  id,
  idParams,
  instant,
  line,
  pageOf,
  pageQuery,
  proofShape,
  prose,
  questionShape,
  slug,
} from './shapes.ts'

const room = 'apply'

export const applicationState = z.enum([
  'draft',
  'submitted',
  'clearing',
  'review',
  'panel',
  'awarded',
  'refused',
  'withdrawn',
])
const answer = z.enum(['yes', 'no']).nullable()

/** What will be done with the compute. Null is "not stated yet": a question, never a "no". */
export const endUse = z.object({
  purpose: z.enum(['civil-research', 'civil-commercial', 'public-service', 'other']).nullable(),
  description: prose(4000),
  militaryOrIntelligence: answer,
  weaponsOfMassDestruction: answer,
  /** A model will be trained for an organisation other than the ones named. */
  forOtherOrganisation: answer,
})

/** Who owns part of the organisation, or of another owner of it; or has the say over it. */
export const ownerInput = z.object({
  name: line(200),
  kind: z.enum(['person', 'organisation']),
  country: country.nullable().default(null),
  /** Percent; null where it is not known. */
  share: z.number().gt(0).max(100).nullable().default(null),
  /** Has the say, by whatever means. */
  controls: z.boolean().default(false),
  /** The owner named here of which this is a part; null for the organisation itself. */
  of: line(200).nullable().default(null),
})

export const organisation = z.object({
  name: line(200),
  country,
  headquartersCountry: country.nullable(),
  ultimateParentCountry: country.nullable(),
  /** Its LEI, or its number in a register. */
  registration: line(100).nullable().default(null),
  /** Owners of a tenth or more, and whoever has the say. */
  owners: z.array(ownerInput).max(50).default([]),
})

/** What a person states for themselves; seen by officers only. */
export const statementInput = z.object({
  passportName: line(200),
  otherNames: z.array(line(200)).max(10).default([]),
  birthDate: z.iso.date(),
  nationalities: z.array(country).min(1).max(10),
  residence: country,
  affiliation: line(200),
  usPerson: answer,
  /** Numbers of documents, "passport:AB123456" or bare: an exact one tells apart who has the same name. Kept sealed. */
  identifiers: z.array(line(100)).max(5).default([]),
})

export const applicationInput = z.object({
  title: prose(160),
  summary: prose(8000),
  askedAcceleratorMs: acceleratorMs,
  plan: z.record(z.string(), z.unknown()).nullable(),
  organisation: organisation.nullable(),
  endUse,
})

const teamMember = z.object({ id, name: z.string(), state: z.enum(['invited', 'stated']), you: z.boolean() })

export const applicationShape = z.object({
  id,
  number: z.string(),
  call: slug,
  callTitle: z.string(),
  /** The most that the call gives to one application. */
  callMaxAcceleratorMs: acceleratorMs,
  lane,
  member: slug.nullable(),
  lead: z.object({ id, name: z.string() }),
  state: applicationState,
  version: z.int(),
  content: applicationInput,
  team: z.array(teamMember),
  /** Open questions of the rules, to be answered by the applicant. */
  questions: z.array(questionShape),
  /** What officers asked in their own words. */
  enquiries: z.array(
    z.object({
      id,
      text: z.string(),
      askedAt: instant,
      answer: z.string().nullable(),
      answeredAt: instant.nullable(),
    }),
  ),
  clock: z.object({
    since: instant,
    by: instant.nullable(),
    /** Who has it: "you", the lead's name, "the rules", "a compliance officer", "reviewers", "the panel chair", … */
    who: z.string(),
  }),
  /** The link of the chain at which it ended without an award; null where it did not. */
  stoppedAt: z.enum(['apply', 'clear', 'review', 'award']).nullable(),
  refusal: z.string().nullable(),
  project: slug.nullable(),
  createdAt: instant,
  submittedAt: instant.nullable(),
  proofs: z.array(proofShape),
  can: z.object({ edit: z.boolean(), submit: z.boolean(), withdraw: z.boolean(), invite: z.boolean() }),
})

export const applicationRow = z.object({
  id,
  number: z.string(),
  title: z.string(),
  call: slug,
  state: applicationState,
  member: slug.nullable(),
  askedAcceleratorMs: acceleratorMs,
  submittedAt: instant.nullable(),
  by: instant.nullable(),
})

export const applyRoutes = {
  createApplication: route({
    operation: 'createApplication',
    room,
    method: 'post',
    path: '/applications',
    summary: 'Start an application; it is saved as you go',
    who: 'person',
    scope: 'apply',
    body: z.object({
      call: slug,
      member: slug.nullable().default(null),
      content: applicationInput.partial().default({}),
    }),
    reply: applicationShape,
    status: 201,
  }),
  listApplications: route({
    operation: 'listApplications',
    room,
    method: 'get',
    path: '/applications',
    summary: 'Applications that you may see',
    who: 'person',
    scope: 'read',
    query: pageQuery.extend({ state: applicationState.optional() }),
    reply: pageOf(applicationRow),
    status: 200,
  }),
  getApplication: route({
    operation: 'getApplication',
    room,
    method: 'get',
    path: '/applications/{id}',
    summary: 'One application, with its clock and questions',
    who: 'person',
    scope: 'read',
    params: idParams,
    reply: applicationShape,
    status: 200,
  }),
  saveApplication: route({
    operation: 'saveApplication',
    room,
    method: 'patch',
    path: '/applications/{id}',
    summary: 'Save a draft; If-Match guards against two devices',
    who: 'person',
    scope: 'apply',
    params: idParams,
    body: applicationInput.partial().extend({ member: slug.nullable().optional() }),
    reply: applicationShape,
    status: 200,
  }),
  submitApplication: route({
    operation: 'submitApplication',
    room,
    method: 'post',
    path: '/applications/{id}/submit',
    summary: 'Submit; names every field that is still missing',
    who: 'person',
    scope: 'apply',
    params: idParams,
    body: z.object({}),
    reply: applicationShape,
    status: 200,
  }),
  withdrawApplication: route({
    operation: 'withdrawApplication',
    room,
    method: 'post',
    path: '/applications/{id}/withdraw',
    summary: 'Withdraw',
    who: 'person',
    scope: 'apply',
    params: idParams,
    body: z.object({}),
    reply: applicationShape,
    status: 200,
  }),
  answerQuestions: route({
    operation: 'answerQuestions',
    room,
    method: 'post',
    path: '/applications/{id}/answers',
    summary: 'Answer open questions of the rules',
    who: 'person',
    scope: 'apply',
    params: idParams,
    body: z.object({ answers: z.record(z.string(), z.enum(['yes', 'no'])) }),
    reply: applicationShape,
    status: 200,
  }),
  inviteTeamMember: route({
    operation: 'inviteTeamMember',
    room,
    method: 'post',
    path: '/applications/{id}/team',
    summary: 'Invite somebody into the team; they state what law needs for themselves',
    who: 'person',
    scope: 'apply',
    params: idParams,
    body: z.object({ name: line(200), email: z.email().max(254) }),
    reply: teamMember,
    status: 201,
  }),
  removeTeamMember: route({
    operation: 'removeTeamMember',
    room,
    method: 'delete',
    path: '/applications/{id}/team/{entry}',
    summary: 'Remove somebody from the team',
    who: 'person',
    scope: 'apply',
    params: z.object({ id, entry: id }),
    status: 204,
  }),
  getStatement: route({
    operation: 'getStatement',
    room,
    method: 'get',
    path: '/applications/{id}/statement',
    summary: 'Your own statement in this team',
    who: 'person',
    scope: 'read',
    params: idParams,
    reply: z.object({ statement: statementInput.nullable() }),
    status: 200,
  }),
  saveStatement: route({
    operation: 'saveStatement',
    room,
    method: 'put',
    path: '/applications/{id}/statement',
    summary: 'State for yourself what law needs',
    who: 'person',
    scope: 'apply',
    params: idParams,
    body: statementInput,
    status: 204,
  }),
  getOwnStatement: route({
    operation: 'getOwnStatement',
    room,
    method: 'get',
    path: '/me/statement',
    summary:
      'What you stated for the roles that you hold outside of teams, and whether a hit holds them back',
    who: 'person',
    scope: 'read',
    reply: z.object({
      /** Whether you hold such a role; law asks nothing of you where you hold none. */
      holdsRole: z.boolean(),
      held: heldWhy.nullable(),
      statement: statementInput.nullable(),
    }),
    status: 200,
  }),
  saveOwnStatement: route({
    operation: 'saveOwnStatement',
    room,
    method: 'put',
    path: '/me/statement',
    summary: 'State for yourself what law needs, for the roles that you hold outside of teams',
    who: 'person',
    scope: 'apply',
    body: statementInput,
    status: 204,
  }),
}
