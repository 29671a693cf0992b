import { controlAttributes, Field, fieldId } from './field.tsx'
import type { FieldBase } from './field.tsx'

export type TextInputProps = FieldBase & {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'number' | 'search' | 'tel' | 'url' | undefined
  /** A token of HTML's autocomplete list, so that the browser can fill it in. */
  readonly autocomplete?: string | undefined
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | undefined
  readonly maxlength?: number | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly step?: number | 'any' | undefined
  /** Stands after the field: "A100-hours". */
  readonly unit?: string | undefined
  readonly suggestions?: readonly string[] | undefined
  readonly short?: boolean | undefined
  /** Names, identifiers and code keep their own direction. */
  readonly dir?: 'auto' | 'ltr' | undefined
}

/** One line of text or a number. */
export function TextInput(props: TextInputProps) {
  const { name, unit, suggestions, short } = props
  const listId = suggestions ? `${fieldId(name)}-list` : undefined
  return (
    <Field {...props}>
      <span class="with-unit">
        <input
          {...controlAttributes(props)}
          type={props.type ?? 'text'}
          class={short ? 'short' : undefined}
          value={props.value}
          autocomplete={props.autocomplete}
          inputmode={props.inputmode}
          maxlength={props.maxlength}
          min={props.min}
          max={props.max}
          step={props.step}
          list={listId}
          dir={props.dir ?? 'auto'}
        />
        {unit ? <span class="unit">{unit}</span> : null}
      </span>
      {suggestions ? (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option value={suggestion}>{suggestion}</option>
          ))}
        </datalist>
      ) : null}
    </Field>
  )
}
