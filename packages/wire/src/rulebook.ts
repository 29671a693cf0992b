import { z } from 'zod'
import { route } from './contract.ts'
import { acceleratorMs, binding, instant } from './shapes.ts'

const room = 'alliance'

/**
 * What a list, one list within it, or a programme of entries is called in the rulebook: "us-csl", "us-csl/sdn",
 * "programme:CMIC-EO13959".
 */
const listKey = z
  .string()
  .max(120)
  .regex(/^(?:programme:)?[\p{L}\p{N}][\p{L}\p{N} .:()&[\]/_-]*$/u, 'a list, list/part or programme:NAME')

export const listEffect = z.enum(['block', 'hold', 'inform'])

const threshold = z.number().min(0.5).max(1)

/** The voted parameters of an alliance. */
export const rulebookParams = z.strictObject({
  /** A list older than this makes screening fail closed. */
  listMaxAgeDays: z.int().min(1).max(36_500),
  /** Score from which an entry is a hit where somebody joins or changes what they stated. */
  joiningThreshold: threshold,
  /** The same where a list or the engine changed and everybody is looked at again. */
  batchThreshold: threshold,
  /** The same for the organisations that operate sites. */
  siteThreshold: threshold,
  /** What a hit on a list or programme does, where it is not as by default. */
  listEffects: z
    .record(listKey, listEffect)
    .refine((effects) => Object.keys(effects).length <= 200, '200 lists at most'),
  /** Lists and programmes a hit of which is cleared by two officers. */
  hitFourEyes: z.array(listKey).max(200),
  trialMaxAcceleratorMs: acceleratorMs,
  reviewersPerApplication: z.int().min(1).max(9),
  siteOfflineAfterMs: z.int().min(5_000).max(86_400_000),
  maxAttemptsPerJob: z.int().min(1).max(20),
  /** Decayed usage for shares: half-life in days. */
  shareHalfLifeDays: z.int().min(1).max(3650),
  /** Which answer binds where the text of law and its declared enforcement differ. */
  enforcement: binding,
  /** How long a job runs on at a site that its project lost the clearance for; a prohibition stops it at once. */
  clearanceGraceMinutes: z.int().min(0).max(10_080),
  /** The same where an undecided hit is all that takes the clearance: what an officer has to decide in. */
  hitGraceMinutes: z.int().min(0).max(43_200),
  /** How long after its end an application keeps what people stated; it is then erased. */
  retentionDays: z.int().min(1).max(36_500),
})
export type RulebookParams = Readonly<z.infer<typeof rulebookParams>>
export type RulebookKey = keyof RulebookParams
export const rulebookKeys = Object.keys(rulebookParams.shape) as RulebookKey[]

const thresholdKeys = ['joiningThreshold', 'batchThreshold', 'siteThreshold'] as const

/** Whether a parameter is a score, with false positives to expect at it. */
export const isThresholdKey = (key: RulebookKey): key is (typeof thresholdKeys)[number] =>
  thresholdKeys.some((one) => one === key)

export const rulebookShape = z.object({
  version: z.int(),
  adoptedAt: instant,
  params: rulebookParams,
  /**
   * Of people who are on no list, the share that is shown at each threshold: measured on labelled data, 0 to 1; null
   * below what was measured.
   */
  expectedFalsePositives: z.object({
    joiningThreshold: z.number().nullable(),
    batchThreshold: z.number().nullable(),
    siteThreshold: z.number().nullable(),
  }),
})

export const rulebookRoutes = {
  getRulebook: route({
    operation: 'getRulebook',
    room,
    method: 'get',
    path: '/rulebook',
    summary: 'The rulebook in force',
    who: 'public',
    scope: 'read',
    reply: rulebookShape,
    status: 200,
  }),
  listRulebooks: route({
    operation: 'listRulebooks',
    room,
    method: 'get',
    path: '/rulebook/versions',
    summary: 'Every version of the rulebook with what it changed, the newest first',
    who: 'public',
    scope: 'read',
    reply: z.object({
      items: z.array(
        z.object({
          version: z.int(),
          adoptedAt: instant,
          /** What this version set otherwise than the one before it, by key. */
          changed: z.array(z.object({ key: z.string(), before: z.unknown(), after: z.unknown() })),
        }),
      ),
    }),
    status: 200,
  }),
  adoptRulebook: route({
    operation: 'adoptRulebook',
    room,
    method: 'post',
    path: '/rulebook',
    summary:
      'Adopt a new version of the rulebook; every live application, project and job is looked at again by it',
    who: 'person',
    scope: 'manage',
    body: z.object({
      /** The version that was looked at; refused where another one is in force. */
      replaces: z.int().min(1),
      /** What changes; the rest stays. */
      params: rulebookParams.partial(),
    }),
    reply: rulebookShape,
    status: 201,
  }),
}
