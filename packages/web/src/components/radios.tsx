import { FieldGroup, fieldId } from './field.tsx'
import type { FieldBase } from './field.tsx'
import type { Option } from './select.tsx'

export type RadiosProps = FieldBase & {
  readonly options: readonly Option[]
  readonly value?: string | null | undefined
}

/** One of a few, all in sight. Nothing is chosen beforehand: no answer is a question, never a "no". */
export function Radios(props: RadiosProps) {
  const { name, options, value, optional, error } = props
  return (
    <FieldGroup {...props}>
      {options.map((option, index) => {
        const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`
        return (
          <div class="choice">
            <input
              type="radio"
              id={id}
              name={name}
              value={option.value}
              checked={option.value === value}
              required={!optional}
              aria-describedby={option.hint ? `${id}-about` : error ? `${fieldId(name)}-error` : undefined}
            />
            <label for={id}>{option.label}</label>
            {option.hint ? (
              <p class="hint" id={`${id}-about`}>
                {option.hint}
              </p>
            ) : null}
          </div>
        )
      })}
    </FieldGroup>
  )
}
