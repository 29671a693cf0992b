import { ProblemError } from '@allmende/wire/client'
import type { FieldFault } from '@allmende/wire'
import type { FormError } from '../components/index.ts'
import { formatNumber, type Translator } from '../messages/index.ts'

/** The fault in the reader's language; what only the server's words can say is said in them. */
function sentenceOf(t: Translator, { fault, limit, message }: FieldFault): string {
  if (!fault || fault === 'form') return message
  return t(`fault.${fault}`, { limit: limit === undefined ? '' : formatNumber(t.lang, limit) })
}

/**
 * What a refused form shows: the problem's fields, named as in the form, or the problem as a whole. Anything but a
 * refusal is thrown on.
 */
export function formErrors(
  t: Translator,
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
  if (fields && fields.length > 0)
    return fields.map((f) => ({ name: nameOf(f.field), message: sentenceOf(t, f) }))
  return [{ name: null, message: [detail ?? title, remedy].filter(Boolean).join(' ') }]
}
