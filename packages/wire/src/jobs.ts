import { z } from 'zod'
import { route } from './contract.ts'
import { heldRule, holdShape } from './law.ts'
import { id, idParams, instant, line, pageOf, pageQuery, proofShape, slug } from './shapes.ts'

const room = 'jobs'

export const jobState = z.enum(['queued', 'placed', 'running', 'ended'])
export const jobResult = z.enum([
  'finished',
  'failed',
  'cancelled',
  'time-limit',
  'disk-limit',
  'output-limit',
  'memory-limit',
  'lost',
  'bundle-refused',
  'vetoed',
  'project-ended',
  /** Its project lost the clearance at the site it ran at. */
  'clearance-lost',
])

export const jobInput = z.object({
  project: slug,
  name: line(120),
  command: z.array(z.string().min(1).max(4000)).min(1).max(200),
  env: z
    .record(
      z.string().regex(/^[A-Z_][A-Z0-9_]*$/, 'capital letters, digits and underscores'),
      z.string().max(4000),
    )
    .default({}),
  /** The SHA-256 of an uploaded bundle, in hex. */
  bundle: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  accelerators: z.int().min(0).max(100_000).default(1),
  cpus: z.int().min(1).max(4096).default(1),
  memoryMiB: z.int().min(16).max(16_777_216).default(512),
  diskMiB: z.int().min(1).max(1_048_576).default(256),
  outputMiB: z.int().min(1).max(1024).default(16),
  minutes: z.int().min(1).max(43_200).default(10),
})

/** Why a site does or does not run a job now: a code with its parameters, and the sentence in English. */
export const verdictShape = z.object({
  site: slug,
  verdict: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  sentence: z.string(),
  whatWouldChangeIt: z.string().nullable(),
  expectedStartAt: instant.nullable(),
  /** The rules that keep the project from the site; empty where none does. */
  rules: z.array(heldRule),
})

export const jobShape = z.object({
  id,
  project: slug,
  projectName: z.string(),
  name: z.string(),
  submittedBy: z.string(),
  command: z.array(z.string()),
  state: jobState,
  result: jobResult.nullable(),
  exitCode: z.int().nullable(),
  canary: z.boolean(),
  accelerators: z.int(),
  cpus: z.int(),
  memoryMiB: z.int(),
  diskMiB: z.int(),
  timeLimitMs: z.int(),
  site: slug.nullable(),
  siteName: z.string().nullable(),
  attempt: z.int(),
  submittedAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  expectedStartAt: instant.nullable(),
  rank: z.int().nullable(),
  cancelRequested: z.boolean(),
  logBytes: z.int(),
  hasOutputs: z.boolean(),
  usedAcceleratorMs: z.int().nullable(),
  sandbox: z.string().nullable(),
  /** Why its site must stop it and until when; of an ended job, what it was stopped for. */
  hold: holdShape.nullable(),
  proofs: z.array(proofShape),
})
export const jobRow = jobShape.pick({
  id: true,
  project: true,
  name: true,
  state: true,
  result: true,
  site: true,
  submittedAt: true,
  startedAt: true,
  endedAt: true,
  expectedStartAt: true,
  accelerators: true,
})

export const jobRoutes = {
  uploadBundle: route({
    operation: 'uploadBundle',
    room,
    method: 'put',
    path: '/bundles/{sha256}',
    summary: 'Upload the files of a job as a gzip tar; checked before it is kept',
    who: 'person',
    scope: 'jobs',
    params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    bodyType: 'application/gzip',
    reply: z.object({ sha256: z.string(), bytes: z.int(), files: z.int() }),
    status: 200,
    transaction: false,
  }),
  submitJob: route({
    operation: 'submitJob',
    room,
    method: 'post',
    path: '/jobs',
    summary: 'Submit a job',
    who: 'person',
    scope: 'jobs',
    body: jobInput,
    reply: jobShape,
    status: 201,
  }),
  setProjectState: route({
    operation: 'setProjectState',
    room,
    method: 'post',
    path: '/projects/{id}/state',
    summary: 'Suspend, resume or end a project, with the reason; what runs of it is stopped',
    who: 'person',
    scope: 'manage',
    params: z.object({ id: slug }),
    body: z.object({ state: z.enum(['active', 'suspended', 'ended']), reason: line(1000) }),
    reply: z.object({ project: slug, state: z.enum(['active', 'suspended', 'ended']) }),
    status: 200,
  }),
  listJobs: route({
    operation: 'listJobs',
    room,
    method: 'get',
    path: '/jobs',
    summary: 'Jobs of your projects',
    who: 'person',
    scope: 'read',
    query: pageQuery.extend({ project: slug.optional(), state: jobState.optional() }),
    reply: pageOf(jobRow),
    status: 200,
  }),
  getJob: route({
    operation: 'getJob',
    room,
    method: 'get',
    path: '/jobs/{id}',
    summary: 'One job',
    who: 'person',
    scope: 'read',
    params: idParams,
    reply: jobShape,
    status: 200,
  }),
  explainJob: route({
    operation: 'explainJob',
    room,
    method: 'get',
    path: '/jobs/{id}/explanation',
    summary: 'Why a job waits or runs where it does, for every site',
    who: 'person',
    scope: 'read',
    params: idParams,
    reply: z.object({
      job: id,
      state: jobState,
      at: instant.nullable(),
      rank: z.int().nullable(),
      expectedStartAt: instant.nullable(),
      /** Where the job is placed or runs and its project lost the clearance. */
      hold: holdShape.nullable(),
      sites: z.array(verdictShape),
    }),
    status: 200,
  }),
  cancelJob: route({
    operation: 'cancelJob',
    room,
    method: 'post',
    path: '/jobs/{id}/cancel',
    summary: 'Cancel; a running job is stopped at its site',
    who: 'person',
    scope: 'jobs',
    params: idParams,
    body: z.object({}),
    reply: jobShape,
    status: 200,
  }),
  readLog: route({
    operation: 'readLog',
    room,
    method: 'get',
    path: '/jobs/{id}/log',
    summary:
      "A job's output from an offset in bytes; the header allmende-next says where to go on, allmende-end whether more can come",
    who: 'person',
    scope: 'read',
    params: idParams,
    query: z.object({
      offset: z.coerce.number().int().min(0).default(0).meta({ type: 'integer' }),
      waitMs: z.coerce.number().int().min(0).max(20_000).default(0).meta({ type: 'integer' }),
    }),
    replyType: 'text/plain',
    status: 200,
    transaction: false,
  }),
  getOutputs: route({
    operation: 'getOutputs',
    room,
    method: 'get',
    path: '/jobs/{id}/outputs',
    summary: 'The files a job left in its output folder, as a gzip tar',
    who: 'person',
    scope: 'read',
    params: idParams,
    replyType: 'application/gzip',
    status: 200,
    transaction: false,
  }),
}
