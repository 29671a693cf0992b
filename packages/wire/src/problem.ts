import { z } from 'zod'

/** What is wrong with one field. `fault` is stable, `limit` the number it names; absent where only words can say it. */
export const fieldFaultSchema = z.object({
  field: z.string(),
  message: z.string(),
  fault: z
    .enum([
      'missing',
      'number',
      'small',
      'large',
      'long',
      'choice',
      'date',
      'email',
      'country',
      'taken',
      'early',
      'form',
    ])
    .optional(),
  limit: z.number().optional(),
})
export type FieldFault = z.infer<typeof fieldFaultSchema>

/** RFC 9457 problem details, with a stable code and, for a form, what is wrong at each field. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  /** What the reader can do about it. */
  remedy: z.string().optional(),
  /** The page of this server on which they can do it: its path. */
  see: z.string().optional(),
  requestId: z.string().optional(),
  fields: z.array(fieldFaultSchema).optional(),
})
export type Problem = z.infer<typeof problemSchema>
