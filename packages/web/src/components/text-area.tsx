import { controlAttributes, Field } from './field.tsx'
import type { FieldBase } from './field.tsx'

export type TextAreaProps = FieldBase & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  /** In characters; said in the hint. */
  readonly maxlength?: number | undefined
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { t, maxlength } = props
  const limit = maxlength === undefined ? null : t('form.atMost', { count: maxlength })
  const hint = props.hint && limit ? [props.hint, ' ', limit] : (props.hint ?? limit)
  const field = { ...props, hint }
  return (
    <Field {...field}>
      <textarea {...controlAttributes(field)} rows={props.rows ?? 6} maxlength={maxlength} dir="auto">
        {props.value ?? ''}
      </textarea>
    </Field>
  )
}
