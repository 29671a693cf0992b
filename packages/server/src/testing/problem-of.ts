import type { Problem } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'

/** The problem that a call ended in; null where it did what was asked. Whatever else was thrown goes on. */
export async function problemOf(work: Promise<unknown>): Promise<Problem | null> {
  return work.then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error
      return error.problem
    },
  )
}

/** The code of that problem, or "no problem". */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await problemOf(work))?.code ?? 'no problem'
}
