import { z } from 'zod'
import { route } from './contract.ts'
import { binding, calendarDate, id, instant, outcome, pageQuery, slug } from './shapes.ts'

/** A rule that keeps a project from a site: what it found, and where it stands. */
export const heldRule = z.object({
  code: z.string(),
  finding: z.string(),
  instrument: z.string(),
  paragraph: z.string(),
})
export type HeldRule = z.output<typeof heldRule>

/** That a project lost its clearance at a site: nothing starts there, and what runs goes on until `until` at most. */
export const holdShape = z.object({
  site: slug,
  since: instant,
  until: instant,
  outcome,
  rules: z.array(heldRule),
})

export type Hold = z.output<typeof holdShape>

const standing = z.enum(['open', 'cleared', 'refused'])
const answer = z.object({ outcome, standing })

/** An application, or the project it became, whose answer at a site is another one. */
export const affectedShape = z.object({
  application: id,
  number: z.string(),
  title: z.string(),
  project: slug.nullable(),
  site: slug,
  siteName: z.string(),
  /** As it stands in the database; null where the site was not determined yet. */
  before: answer.nullable(),
  /** By the rules of the running program, as of the date. */
  after: answer,
  /** No longer cleared, or a stricter outcome. */
  stricter: z.boolean(),
  /** Reasons that were not there before. */
  newRules: z.array(heldRule.extend({ outcome })),
  /** Codes of reasons that are gone. */
  goneRules: z.array(z.string()),
  runningJobs: z.int(),
  placedJobs: z.int(),
  queuedJobs: z.int(),
})
export type Affected = z.output<typeof affectedShape>

export const lawRoutes = {
  listAffected: route({
    operation: 'listAffected',
    room: 'clear',
    method: 'get',
    path: '/clear/affected',
    summary:
      'Live applications and projects whose answer at a site differs by the rules of a date, or by another word of the rulebook; changes nothing, logged with who asked',
    who: 'person',
    scope: 'decide',
    query: pageQuery.extend({
      asOf: calendarDate.optional(),
      /** What would bind where text and declared enforcement differ; as the rulebook says where it is left out. */
      enforcement: binding.optional(),
    }),
    reply: z.object({
      asOf: calendarDate,
      rulesVersion: z.string(),
      /** Applications that this page looked at; those without a difference are not listed. */
      examined: z.int(),
      items: z.array(affectedShape),
      next: z.string().nullable(),
    }),
    status: 200,
  }),
}
