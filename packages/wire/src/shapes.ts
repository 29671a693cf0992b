import { bindings, isCountryCode } from '@allmende/domain/terms'
import { z } from 'zod'

/** Shapes that several rooms of the API share. The wire has its own; the domain's types are never serialised. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and dashes, 63 at most')
export const id = z.uuid()
export const instant = z.iso.datetime()
export const calendarDate = z.iso.date()
/** A code that ISO 3166-1 alpha-2 assigns; the rules know nothing of any other, so no other comes in. */
export const country = z
  .string()
  .min(1)
  .refine((code): boolean => isCountryCode(code), {
    message: 'This is no country code of ISO 3166-1, such as KE.',
    params: { fault: 'country' },
  })
  .meta({ pattern: '^[A-Z]{2}$' })
export const line = (max = 200) => z.string().trim().min(1).max(max)
export const prose = (max = 5000) => z.string().trim().max(max)
/** Accelerator time in whole milliseconds; 3,600,000 is one accelerator-hour. */
export const acceleratorMs = z.int().min(0)

export const idParams = z.object({ id })
export const slugParams = z.object({ id: slug })

export const pageQuery = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ type: 'integer' }),
})

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export const outcome = z.enum([
  'no-requirement-found',
  'exception-may-apply',
  'needs-officer',
  'licence-required',
  'prohibited',
])

export const citationShape = z.object({
  instrument: z.string(),
  paragraph: z.string(),
  version: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  status: z.enum(['in-force', 'announced', 'stayed', 'not-enforced', 'unverified']),
  text: z.string().optional(),
  /** What ended this version. */
  endedBy: z.string().optional(),
})

export const reasonShape = z.object({
  code: z.string(),
  regime: z.string(),
  outcome,
  finding: z.string(),
  arithmetic: z.array(z.string()),
  citations: z.array(citationShape),
  /** The text of law, its declared enforcement, or both, where the two differ. */
  layer: z.enum(['text', 'enforcement', 'both']).default('both'),
  /** The rule asks for two officers. */
  fourEyes: z.boolean().default(false),
})

export const questionShape = z.object({
  fact: z.string(),
  ask: z.string(),
  whyAsked: z.string(),
  answers: z.array(z.object({ answer: z.string(), outcome })),
})

/** Which answer binds where the text of law and its declared enforcement differ. */
export const binding = z.enum(bindings)

export const determinationShape = z.object({
  outcome,
  byText: outcome,
  asEnforced: outcome,
  binds: binding,
  regimes: z.array(z.object({ regime: z.string(), outcome, reasons: z.array(reasonShape) })),
  reasons: z.array(reasonShape),
  questions: z.array(questionShape),
  asOf: z.string(),
  rulesVersion: z.string(),
})

/** What the rules say of the same facts on two days, reason by reason, and the law that came between. */
export const comparisonShape = z.object({
  from: calendarDate,
  to: calendarDate,
  before: outcome,
  after: outcome,
  changes: z.array(
    z.object({
      code: z.string(),
      before: reasonShape.nullable(),
      after: reasonShape.nullable(),
      /** Empty where the reason changed because another one did. */
      instruments: z.array(
        z.object({
          instrument: z.string(),
          paragraph: z.string(),
          version: z.string(),
          effect: z.enum(['began', 'ended']),
          on: calendarDate,
        }),
      ),
    }),
  ),
})

export const factorShape = z.object({
  channel: z.string(),
  /** What kind of evidence; stable, and known in other languages. */
  code: z.string(),
  side: z.enum(['for', 'against']),
  what: z.string(),
  queryPart: z.string(),
  entryPart: z.string(),
  weight: z.number(),
})

/** An application in review for which too few could be asked who have no conflict of interest. */
export const shortOfReviewers = z.object({
  application: id,
  number: z.string(),
  title: z.string(),
  missing: z.int(),
  since: instant,
  by: instant.nullable(),
})

/** An entry of the public log that stands behind what is shown. */
export const proofShape = z.object({ index: z.int(), kind: z.string(), at: instant })

/** What signing in gives: a secret to send as "Bearer", and until when. */
export const sessionShape = z.object({ token: z.string(), expiresAt: instant })
