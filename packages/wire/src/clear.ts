import { z } from 'zod'
import { route } from './contract.ts'
import { decisionShape, hitRoutes, hitShape, proposalShape, reasonText } from './hits.ts'
import { heldRule } from './law.ts'
import { listRoutes, listShape } from './lists.ts'
import { enquiryShape, officerRoutes } from './officers.ts'
import {
  calendarDate,
  citationShape,
  comparisonShape,
  country,
  determinationShape,
  factorShape,
  id,
  idParams,
  instant,
  outcome,
  pageOf,
  pageQuery,
  proofShape,
  questionShape,
  slug,
} from './shapes.ts'

const room = 'clear'

export const standing = z.enum(['open', 'cleared', 'refused'])
export const clearanceShape = z.object({ application: id, site: slug, standing, outcome, at: instant })

/** Where a fact comes from. */
const factShape = z.object({
  /** The fact's name; a person or an organisation by its number, from 1. */
  fact: z.string(),
  number: z.int().nullable(),
  value: z.string(),
  statedBy: z.enum(['lead', 'person', 'site', 'alliance', 'screening', 'nobody']),
})

const partyShape = z.object({
  id,
  kind: z.string(),
  name: z.string(),
  birthDate: z.string().nullable(),
  countries: z.array(z.string()),
  affiliation: z.string().nullable(),
  screenedAt: instant.nullable(),
  /** Numbers of documents or registers that were stated. */
  identifiers: z.array(z.string()),
  /** Of an owner: what it holds of whom. Empty for who takes part. */
  holdings: z.array(
    z.object({
      of: z.string(),
      /** Percent; null where it is not known. */
      share: z.number().nullable(),
      controls: z.boolean(),
      source: z.string(),
    }),
  ),
  hits: z.array(hitShape),
})

/** Whether an organisation counts as listed because listed parties own it, by the rule that extends a list. */
const ownershipShape = z.object({
  organisation: z.string(),
  rule: z.string(),
  outcome: z.enum(['owned', 'not-owned', 'unknown']),
  /** Percent: with shares that are not known as nothing, and as all that is left. */
  least: z.number(),
  most: z.number(),
  /** Percent of it that no known share accounts for. */
  unstated: z.number(),
  chain: z.array(
    z.object({
      owner: z.string(),
      owned: z.string(),
      share: z.number().nullable(),
      counted: z.enum(['listed', 'owned-by-listed']),
    }),
  ),
  citation: citationShape,
})

export const caseShape = z.object({
  application: id,
  number: z.string(),
  title: z.string(),
  member: slug.nullable(),
  state: z.string(),
  clock: z.object({ since: instant, by: instant.nullable(), who: z.string() }),
  endUse: z.record(z.string(), z.unknown()),
  organisation: z.record(z.string(), z.unknown()).nullable(),
  /** Why nothing can be screened now, in words: a list that is missing or too old. */
  waitsFor: z.array(z.string()),
  /** Facts that hold wherever it runs. */
  facts: z.array(factShape),
  enquiries: z.array(enquiryShape),
  parties: z.array(partyShape),
  ownership: z.array(ownershipShape),
  sites: z.array(
    z.object({
      site: slug,
      siteName: z.string(),
      determination: id,
      result: determinationShape,
      standing,
      decision: decisionShape.nullable(),
      /** Facts of this site. */
      facts: z.array(factShape),
      /** A rule asks for two officers to clear it. */
      fourEyes: z.boolean(),
      proposal: proposalShape.nullable(),
      /** Whether you may decide, and second what is proposed; why not, where you may not. */
      can: z.object({ clear: z.boolean(), refuse: z.boolean(), because: z.string().nullable() }),
    }),
  ),
  proofs: z.array(proofShape),
})

const screeningQuery = z.object({
  name: z.string().max(20_000),
  kind: z.enum(['person', 'organisation', 'vessel']).nullable().default(null),
  birthDate: z.string().max(10).nullable().default(null),
  countries: z.array(country).default([]),
  identifiers: z.array(z.string().max(200)).default([]),
})
const freeHit = z.object({
  listEntityId: z.string(),
  list: z.string(),
  entryName: z.string(),
  score: z.number(),
  match: z.boolean(),
  factors: z.array(factorShape),
})

export const clearRoutes = {
  listCases: route({
    operation: 'listCases',
    room,
    method: 'get',
    path: '/clear/cases',
    summary: 'Undecided cases, most urgent first',
    who: 'person',
    scope: 'decide',
    query: pageQuery.extend({ mine: z.enum(['true', 'false']).optional() }),
    reply: pageOf(
      z.object({
        application: id,
        number: z.string(),
        title: z.string(),
        member: slug.nullable(),
        openHits: z.int(),
        openSites: z.int(),
        /** Questions that the applicant has not answered. */
        openEnquiries: z.int(),
        /** Sites that wait for a second officer. */
        proposals: z.int(),
        since: instant,
        by: instant.nullable(),
        late: z.boolean(),
        who: z.enum(['officer', 'applicant']),
      }),
    ),
    status: 200,
  }),
  getCase: route({
    operation: 'getCase',
    room,
    method: 'get',
    path: '/clear/cases/{id}',
    summary: 'One case with facts, reasons, citations and evidence',
    who: 'person',
    scope: 'decide',
    params: idParams,
    reply: caseShape,
    status: 200,
  }),
  decideDetermination: route({
    operation: 'decideDetermination',
    room,
    method: 'post',
    path: '/clear/determinations/{id}/decision',
    summary: 'Clear or refuse a site for an application, with a reason',
    who: 'person',
    scope: 'decide',
    params: idParams,
    body: z.object({
      verdict: z.enum(['cleared', 'refused']),
      reason: reasonText,
      /** What you had before your eyes; where another officer proposed meanwhile, you are told. */
      seen: z.enum(['no-proposal', 'proposal']).default('no-proposal'),
    }),
    reply: z.object({
      /** Null where a rule asks for two officers and this was the first. */
      decision: decisionShape.nullable(),
      proposal: proposalShape.nullable(),
      clearance: clearanceShape,
    }),
    status: 201,
  }),
  ...hitRoutes,
  ...officerRoutes,
  ...listRoutes,
  listClearances: route({
    operation: 'listClearances',
    room,
    method: 'get',
    path: '/applications/{id}/clearances',
    summary: 'Where an application may run, as far as is known',
    who: 'person',
    scope: 'read',
    params: idParams,
    reply: z.object({
      items: z.array(
        clearanceShape.extend({
          siteName: z.string(),
          findings: z.array(z.string()),
          /** The rules behind it, where it is not cleared, and the reason of the officer who refused. */
          rules: z.array(heldRule),
          officerReason: z.string().nullable(),
          /** Open questions, and what each answer would do. */
          questions: z.array(questionShape),
        }),
      ),
    }),
    status: 200,
  }),
  screenName: route({
    operation: 'screenName',
    room,
    method: 'post',
    path: '/screen',
    summary: 'Screen one name against the loaded lists; logged with who asked',
    who: 'person',
    scope: 'decide',
    body: screeningQuery,
    reply: z.object({ engineVersion: z.string(), lists: z.array(listShape), hits: z.array(freeHit) }),
    status: 200,
  }),
  classifyAccelerator: route({
    operation: 'classifyAccelerator',
    room,
    method: 'post',
    path: '/classify',
    summary: 'Classify accelerators from their published figures',
    who: 'public',
    scope: 'read',
    body: z.object({
      chips: z.array(z.record(z.string(), z.unknown())).min(1).max(500),
      asOf: calendarDate.optional(),
    }),
    reply: z.array(
      z.object({
        name: z.string(),
        tpp: z.number().nullable(),
        pd: z.number().nullable(),
        paragraphs: z.array(z.string()),
        outcome: z.string(),
        reasons: z.array(z.unknown()),
        missing: z.array(z.string()),
      }),
    ),
    status: 200,
  }),
  determineFacts: route({
    operation: 'determineFacts',
    room,
    method: 'post',
    path: '/determine',
    summary: 'What the rules say of one use or transfer; logged with who asked',
    who: 'person',
    scope: 'decide',
    body: z.object({ facts: z.record(z.string(), z.unknown()), asOf: calendarDate.optional() }),
    reply: determinationShape,
    status: 200,
  }),
  compareFacts: route({
    operation: 'compareFacts',
    room,
    method: 'post',
    path: '/determine/compare',
    summary:
      'The same facts on two days: what changed, and which instrument changed it; logged with who asked',
    who: 'person',
    scope: 'decide',
    body: z.object({
      facts: z.record(z.string(), z.unknown()),
      since: calendarDate,
      asOf: calendarDate.optional(),
    }),
    reply: comparisonShape,
    status: 200,
  }),
}
