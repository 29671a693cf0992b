import { ProblemError } from '@allmende/wire/client'
import type { FormError } from '../components/index.ts'

/**
 * What a refused form shows: the problem's fields, named as in the form, or the problem as a whole. Anything but a
 * refusal is thrown on.
 */
export function formErrors(
  error: unknown,
  nameOf: (field: string) => string = (field) => field,
): FormError[] {
  if (
    !(error instanceof ProblemError) ||
    error.problem.status >= 500 ||
    [401, 403, 404].includes(error.problem.status)
  )
    throw error
  const { detail, title, remedy, fields } = error.problem
  if (fields && fields.length > 0) return fields.map((f) => ({ name: nameOf(f.field), message: f.message }))
  return [{ name: null, message: [detail ?? title, remedy].filter(Boolean).join(' ') }]
}
