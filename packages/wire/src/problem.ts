import { z } from 'zod'

/** RFC 9457 problem details, with a stable code and, for a form, what is wrong at each field. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  /** What the reader can do about it. */
  remedy: z.string().optional(),
  requestId: z.string().optional(),
  fields: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problemSchema>
