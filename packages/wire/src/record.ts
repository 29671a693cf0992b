import { z } from 'zod'
import { lane } from './alliance.ts'
import { route } from './contract.ts'
import { instant, pageOf, shortOfReviewers, slug } from './shapes.ts'

const room = 'record'

export const logEntryShape = z.object({
  index: z.int(),
  kind: z.string(),
  at: instant,
  data: z.record(z.string(), z.unknown()),
})
export const logProofShape = logEntryShape.extend({
  size: z.int(),
  /** The entry's exact bytes, base64. */ entryB64: z.string(),
  proof: z.array(z.string()),
  checkpoint: z.string(),
  verifierKey: z.string(),
})

export const totalsShape = z.object({
  /** The log size these totals stand for. */
  size: z.int(),
  members: z.array(z.object({ member: slug, givenAcceleratorMs: z.int(), usedAcceleratorMs: z.int() })),
  jobsFinished: z.int(),
  usageRecords: z.int(),
  awards: z.int(),
  decisions: z.int(),
})

const setUpShape = z.object({
  members: z.int(),
  callsOpen: z.int(),
  /** How many people hold each role now. */
  holders: z.array(z.object({ role: z.string(), people: z.int() })),
  short: z.array(shortOfReviewers),
})

export const recordRoutes = {
  listEntries: route({
    operation: 'listEntries',
    room,
    method: 'get',
    path: '/log/entries',
    summary: 'Entries of the log, newest first',
    who: 'public',
    scope: 'read',
    query: z.object({
      before: z.coerce.number().int().min(0).optional().meta({ type: 'integer' }),
      kind: z.string().max(60).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50).meta({ type: 'integer' }),
    }),
    reply: pageOf(logEntryShape),
    status: 200,
  }),
  getEntry: route({
    operation: 'getEntry',
    room,
    method: 'get',
    path: '/log/entries/{index}',
    summary: 'One entry with its inclusion proof',
    who: 'public',
    scope: 'read',
    params: z.object({ index: z.coerce.number().int().min(0).meta({ type: 'integer' }) }),
    reply: logProofShape,
    status: 200,
  }),
  getSchema: route({
    operation: 'getSchema',
    room,
    method: 'get',
    path: '/log/schemas',
    summary: 'The JSON Schema of each kind of entry',
    who: 'public',
    scope: 'read',
    reply: z.record(z.string(), z.unknown()),
    status: 200,
  }),
}

const report = 'report'
export const reportRoutes = {
  getTotals: route({
    operation: 'getTotals',
    room: report,
    method: 'get',
    path: '/report/totals',
    summary: 'Published totals for a size of the log; anyone can recompute them from its entries',
    who: 'public',
    scope: 'read',
    query: z.object({ size: z.coerce.number().int().min(0).optional().meta({ type: 'integer' }) }),
    reply: totalsShape,
    status: 200,
  }),
  getSetUp: route({
    operation: 'getSetUp',
    room: report,
    method: 'get',
    path: '/report/set-up',
    summary: 'For the secretariat: how far the alliance is set up, and which applications lack a reviewer',
    who: 'person',
    scope: 'read',
    reply: setUpShape,
    status: 200,
  }),
  getSummary: route({
    operation: 'getSummary',
    room: report,
    method: 'get',
    path: '/report/summary',
    summary: 'What the alliance has, gave and decided',
    who: 'public',
    scope: 'read',
    status: 200,
    reply: z.object({
      accelerators: z.int(),
      acceleratorModels: z.array(z.string()),
      sites: z.int(),
      sitesOnline: z.int(),
      members: z.array(
        z.object({
          member: slug,
          name: z.string(),
          country: z.string(),
          shareBp: z.int(),
          pledgedAcceleratorMs: z.int(),
          givenAcceleratorMs: z.int(),
          usedAcceleratorMs: z.int(),
        }),
      ),
      givenAcceleratorMs: z.int(),
      medianHoursToFirstJob: z.number().nullable(),
      openCases: z.int(),
      oldestCaseSince: instant.nullable(),
      decisions: z.array(
        z.object({
          number: z.string(),
          /** Public only of what was awarded, as the form promises. */
          title: z.string().nullable(),
          lane,
          member: slug.nullable(),
          askedAt: instant,
          outcome: z.enum(['awarded', 'refused']),
          acceleratorMs: z.int(),
          at: instant,
        }),
      ),
      checkpoint: z.object({ size: z.int(), at: instant }).nullable(),
    }),
  }),
  getUsageCsv: route({
    operation: 'getUsageCsv',
    room: report,
    method: 'get',
    path: '/report/usage.csv',
    summary: 'Given and used by member, as CSV',
    who: 'public',
    scope: 'read',
    replyType: 'text/csv',
    status: 200,
  }),
}
