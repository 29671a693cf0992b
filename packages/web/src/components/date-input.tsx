import { controlAttributes, Field } from './field.tsx'
import type { FieldBase } from './field.tsx'

export type DateInputProps = FieldBase & {
  /** Calendar dates: "1988-04-09". */
  readonly value?: string | null | undefined
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly autocomplete?: 'bday' | undefined
}

/** A calendar date. The browser shows it in the reader's own order and posts year-month-day. */
export function DateInput(props: DateInputProps) {
  return (
    <Field {...props}>
      <input
        {...controlAttributes(props)}
        type="date"
        class="short"
        value={props.value ?? undefined}
        min={props.min}
        max={props.max}
        autocomplete={props.autocomplete}
        dir="ltr"
      />
    </Field>
  )
}
