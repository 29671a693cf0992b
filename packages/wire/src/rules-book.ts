import { z } from 'zod'
import { route } from './contract.ts'
import { citationShape, outcome, slug } from './shapes.ts'

const room = 'clear'

const bookRegimeRow = z.object({
  name: slug,
  /** What ties a case to this law, in words. */
  reach: z.string(),
  rules: z.int(),
  cases: z.int(),
  values: z.int(),
})

const bookRule = z.object({
  code: z.string(),
  /** The rule in words. */
  logic: z.string(),
  cite: citationShape,
  layer: z.enum(['text', 'enforcement', 'both']),
  fourEyes: z.boolean(),
  cases: z.array(z.object({ name: z.string(), asOf: z.string(), outcome, absent: z.boolean() })),
})

const bookValue = z.object({
  cite: z.string(),
  unit: z.string(),
  versions: z.array(
    z.object({
      from: z.string(),
      value: z.string(),
      cite: z.string(),
      status: citationShape.shape.status,
      text: z.string().nullable(),
    }),
  ),
})

export const rulesBookRoutes = {
  getRulesBook: route({
    operation: 'getRulesBook',
    room,
    method: 'get',
    path: '/rules/book',
    summary: 'The rules that run, by regime: the contents of the book',
    who: 'public',
    scope: 'read',
    reply: z.object({ rulesVersion: z.string(), regimes: z.array(bookRegimeRow) }),
    status: 200,
  }),
  getRegimeBook: route({
    operation: 'getRegimeBook',
    room,
    method: 'get',
    path: '/rules/book/{regime}',
    summary: 'One regime: its rules in words, with sources, worked cases, and values with their history',
    who: 'public',
    scope: 'read',
    params: z.object({ regime: slug }),
    reply: z.object({
      rulesVersion: z.string(),
      name: slug,
      reach: z.string(),
      scope: citationShape,
      rules: z.array(bookRule),
      values: z.array(bookValue),
    }),
    status: 200,
  }),
}
