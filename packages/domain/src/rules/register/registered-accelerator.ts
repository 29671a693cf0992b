import type { Accelerator } from '@allmende/domain/terms'

/** An accelerator with where its figures come from and how far they can be relied on. */
export type RegisteredAccelerator = Accelerator & {
  readonly confidence: 'high' | 'medium' | 'low'
  readonly sources: readonly string[]
  /** What a reader should know before relying on a figure; empty where there is nothing to add. */
  readonly note: string
}
