import { ProblemError } from '@allmende/wire/client'
import type { FieldFault, Problem } from '@allmende/wire'
import type { FormError } from '../components/index.ts'
import { formatNumber, refusalIn, sayIn, type Translator } from '../messages/index.ts'

/** The fault in the reader's language; what only the server's words can say is said in them. */
function sentenceOf(t: Translator, { fault, limit, message }: FieldFault, inUnit: number): string {
  if (!fault || fault === 'form') return refusalIn(t.lang, message).text
  return t(`fault.${fault}`, { limit: limit === undefined ? '' : formatNumber(t.lang, limit / inUnit, 2) })
}

/** Fields that a form takes in another unit than the API: hours for milliseconds, percent for basis points. */
const units: Readonly<Record<string, number>> = {
  acceleratorMs: 3_600_000,
  askedAcceleratorMs: 3_600_000,
  maxAcceleratorMs: 3_600_000,
  pledgedAcceleratorMs: 3_600_000,
  shareBp: 100,
}

/** A refusal in the reader's language; where its own words are not known there, they stand in English behind its name. */
export function wordsOf(t: Translator, { code, detail, title, remedy }: Problem): string {
  const words = [detail ?? title, remedy].filter(Boolean).join(' ')
  const own = refusalIn(t.lang, words)
  if (own.lang === t.lang) return own.text
  const said = sayIn(t.lang, [`problem.${code}`], words)
  return said.lang === 'en' ? words : `${said.text}. (${words})`
}

/**
 * What a refused form shows: the problem's fields, named as in the form, or the problem as a whole. A list that is
 * too old or a server that stops is a refusal too: what was written must not be lost with it. Anything else is
 * thrown on.
 */
export function formErrors(
  t: Translator,
  error: unknown,
  nameOf: (field: string) => string = (field) => field,
): FormError[] {
  if (
    !(error instanceof ProblemError) ||
    (error.problem.status >= 500 && error.problem.status !== 503) ||
    [401, 403, 404].includes(error.problem.status)
  )
    throw error
  const { fields } = error.problem
  if (fields && fields.length > 0)
    return fields.map((f) => ({ name: nameOf(f.field), message: sentenceOf(t, f, units[f.field] ?? 1) }))
  return [{ name: null, message: wordsOf(t, error.problem) }]
}
