import type { Translator } from '../messages/index.ts'
import { fieldId } from './field.tsx'

export type FormError = {
  /** The field's name; null for an error of the whole form. */
  readonly name: string | null
  readonly message: string
  /** The field stands on another page: the address of it. */
  readonly href?: string | undefined
}

/** What to mend, at the top of the page, each line a link to its field. Nothing is drawn without errors. */
export function ErrorSummary({
  t,
  errors,
}: {
  readonly t: Translator
  readonly errors: readonly FormError[]
}) {
  if (errors.length === 0) return null
  return (
    <div class="notice stop" role="alert" tabindex={-1} aria-labelledby="errors-title" id="errors">
      <div>
        <h2 class="title" id="errors-title">
          {t('form.errorTitle', { count: errors.length })}
        </h2>
        <p>{t('form.errorLead')}</p>
        <ul>
          {errors.map(({ name, message, href = name === null ? null : `#${fieldId(name)}` }) => (
            <li>{href === null ? message : <a href={href}>{message}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** The message for one field, if it has any. */
export function errorAt(errors: readonly FormError[], name: string): string | undefined {
  return errors.find((error) => error.name === name)?.message
}
