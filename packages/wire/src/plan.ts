import { z } from 'zod'
import { route } from './contract.ts'
import { citationShape, slug } from './shapes.ts'

const room = 'plan'
const positive = z.number().positive().finite()
const interval = z.object({ low: z.number(), likely: z.number(), high: z.number() })

/** What a training run is described by. */
export const planInput = z.object({
  /** Trainable parameters of the model. */
  parameters: positive.max(1e15),
  tokens: positive.max(1e18),
  sequenceLength: positive.max(1e8),
  precisionBits: z.union([z.literal(4), z.literal(8), z.literal(16), z.literal(32)]),
  accelerator: z.string().max(100),
  accelerators: z.int().min(1).max(1_000_000),
})

/** A line of the arithmetic: a stable code, the figures in it, and the line in English. */
const stepShape = z.object({
  step: z.string(),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
  sentence: z.string(),
})

export const estimateShape = z.object({
  accelerator: z.string(),
  trainingFlop: z.number(),
  acceleratorHours: interval,
  wallHours: interval,
  memoryGiB: interval,
  minimumAccelerators: z.int().nullable(),
  energyKWh: interval.nullable(),
  thresholds: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      flop: z.number(),
      met: z.boolean(),
      citation: z.string(),
      status: citationShape.shape.status,
    }),
  ),
  arithmetic: z.array(stepShape),
  assumptions: z.array(stepShape),
})

export const acceleratorShape = z.object({
  id: slug,
  name: z.string(),
  tpp: z.number().nullable(),
  performanceDensity: z.number().nullable(),
  paragraphs: z.array(z.string()),
  outcome: z.string(),
  confidence: z.string(),
})

export const planRoutes = {
  estimate: route({
    operation: 'estimate',
    room,
    method: 'post',
    path: '/plan',
    summary: 'Estimate what a training run needs',
    who: 'public',
    scope: 'read',
    body: planInput,
    reply: estimateShape,
    status: 200,
  }),
  listAccelerators: route({
    operation: 'listAccelerators',
    room,
    method: 'get',
    path: '/accelerators',
    summary: 'Accelerators with published figures, classified as of today',
    who: 'public',
    scope: 'read',
    reply: z.object({ items: z.array(acceleratorShape) }),
    status: 200,
  }),
}
