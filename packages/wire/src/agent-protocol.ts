import { z } from 'zod'
import { id, instant, slug } from './shapes.ts'

/** The shapes between a site's agent and the server. The agent only calls out; the server never calls in. */

export const exitReason = z.enum([
  'finished',
  'time-limit',
  'cancelled',
  'disk-limit',
  'output-limit',
  'memory-limit',
  'lost',
  'bundle-refused',
  'vetoed',
])

export const exitSchema = z.object({
  code: z.int().nullable(),
  signal: z.string().nullable(),
  reason: exitReason,
})
export type Exit = z.infer<typeof exitSchema>

/** What the site sees of one placement. `lost`: it was told of it, and can no longer say what became of it. */
export const observedSchema = z.object({
  placement: id,
  state: z.enum(['accepted', 'running', 'ended', 'lost']),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  exit: exitSchema.nullable(),
  logBytes: z.int().min(0),
})
export type Observed = z.infer<typeof observedSchema>

export const syncRequestSchema = z.object({
  agentVersion: z.string().max(40),
  observed: z.array(observedSchema).max(10_000),
  capacity: z.object({
    accelerators: z.int().min(0),
    acceleratorModel: z.string().max(100),
    cpus: z.int().min(1),
    memoryMiB: z.int().min(1),
  }),
  engine: z.object({ kind: z.string().max(40), sandbox: z.enum(['bubblewrap', 'none']) }),
  /** How long the server may hold the answer while there is nothing new to do. */
  waitMs: z.int().min(0).max(20_000),
})
export type SyncRequest = z.infer<typeof syncRequestSchema>

/** One thing the site should do. `forget`: everything it had was taken over. */
export const desiredSchema = z.object({
  placement: id,
  job: id,
  project: slug,
  member: slug,
  command: z.array(z.string()),
  env: z.record(z.string(), z.string()),
  bundle: z.object({ sha256: z.string(), bytes: z.int() }).nullable(),
  accelerators: z.int(),
  cpus: z.int(),
  memoryMiB: z.int(),
  diskMiB: z.int(),
  outputMiB: z.int(),
  timeLimitMs: z.int(),
  network: z.literal(false),
  action: z.enum(['run', 'cancel', 'forget']),
})
export type Desired = z.infer<typeof desiredSchema>

export const syncReplySchema = z.object({ desired: z.array(desiredSchema), serverTime: instant })
export type SyncReply = z.infer<typeof syncReplySchema>

/** What an agent signs to show that it holds the key with which it joins; no usage record reads so. */
export const enrolmentProofOf = (enrolmentToken: string): string => `allmende enrolment ${enrolmentToken}`

export const enrolRequestSchema = z.object({
  enrolmentToken: z.string().max(200),
  publicKey: z.string().max(64),
  /** Ed25519 signature with that key over `enrolmentProofOf` in UTF-8, base64. */
  proof: z.string().max(100),
  agentVersion: z.string().max(40),
})
export const enrolReplySchema = z.object({ site: slug, siteToken: z.string() })

/** What a placement used; `acceleratorMs` is accelerators × (endedAt − startedAt). */
export const usageRecordSchema = z.strictObject({
  v: z.literal(1),
  placement: id,
  job: id,
  project: slug,
  site: slug,
  accelerator: z.string().max(100),
  accelerators: z.int().min(0),
  cpus: z.int().min(0),
  startedAt: instant,
  endedAt: instant,
  acceleratorMs: z.int().min(0),
  cpuMs: z.int().min(0),
  maxRssMiB: z.int().min(0),
  energyWh: z.number().min(0).nullable(),
  reason: exitReason,
})
export type UsageRecord = z.infer<typeof usageRecordSchema>

/** The record, and the site key's Ed25519 signature over its RFC 8785 form, base64. */
export const usageDeliverySchema = z.object({ record: usageRecordSchema, signature: z.string().max(120) })
export type UsageDelivery = z.infer<typeof usageDeliverySchema>
