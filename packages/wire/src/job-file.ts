import { z } from 'zod'

/** A job as a file (`job.yaml`): what to run in this folder, and what it needs. Unknown keys are refused. */
export const jobFileSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** Program and arguments, run in the folder of the file. */
  command: z.array(z.string().min(1).max(4000)).min(1).max(200),
  env: z.record(z.string().regex(/^[A-Z_][A-Z0-9_]*$/), z.string().max(4000)).default({}),
  needs: z
    .strictObject({
      accelerators: z.int().min(0).max(100_000).default(1),
      cpus: z.int().min(1).max(4096).default(1),
      memoryMiB: z.int().min(16).max(16_777_216).default(512),
      diskMiB: z.int().min(1).max(1_048_576).default(256),
      /** What it may print, at most. */
      outputMiB: z.int().min(1).max(1024).default(16),
      minutes: z.int().min(1).max(43_200).default(10),
    })
    .prefault({}),
})
export type JobFile = z.infer<typeof jobFileSchema>
