import { z } from 'zod'
import { route } from './contract.ts'
import { id, instant } from './shapes.ts'

const room = 'privacy'

const row = z.record(z.string(), z.unknown())

/** Everything of one person, by what it is; the person's own copy. */
export const personalData = z.object({
  exportedAt: instant,
  person: row,
  /** How they sign in, without secrets. */
  signIn: z.object({
    identities: z.array(row),
    passkeys: z.array(row),
    sessions: z.array(row),
    tokens: z.array(row),
  }),
  roles: z.array(row),
  /** What they stated of themselves, with each screening and the list entries that were compared with it. */
  statements: z.array(row),
  applications: z.array(row),
  jobs: z.array(row),
  reviews: z.array(row),
  mails: z.array(row),
  /** What they asked of the server and what it decided. */
  requests: z.array(row),
})

export const erasureShape = z.object({
  erasedAt: instant,
  /** Statements that were erased at once. */
  erasedStatements: z.int(),
  /** Statements that the rulebook has kept until a day; they are erased by themselves then. */
  kept: z.array(
    z.object({
      /** Its number; null where it was stated for a role. */
      application: z.string().nullable(),
      until: instant,
    }),
  ),
})

export const privacyRoutes = {
  exportMyData: route({
    operation: 'exportMyData',
    room,
    method: 'get',
    path: '/me/data',
    summary: 'Everything that is stored about you',
    who: 'person',
    scope: 'read',
    reply: personalData,
    status: 200,
  }),
  eraseMyData: route({
    operation: 'eraseMyData',
    room,
    method: 'post',
    path: '/me/erasure',
    summary:
      'Erase your account and what you stated; refused while you take part in something. Cannot be undone',
    who: 'person',
    scope: 'manage',
    body: z.object({ confirm: z.literal('erase') }),
    reply: erasureShape,
    status: 201,
  }),
  erasePerson: route({
    operation: 'erasePerson',
    room,
    method: 'post',
    path: '/people/{id}/erasure',
    summary: 'The same for somebody who asked the secretariat',
    who: 'person',
    scope: 'manage',
    params: z.object({ id }),
    body: z.object({ confirm: z.literal('erase') }),
    reply: erasureShape,
    status: 201,
  }),
}
