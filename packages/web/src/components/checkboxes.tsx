import { FieldGroup, fieldId } from './field.tsx'
import type { FieldBase } from './field.tsx'
import type { Option } from './select.tsx'

export type CheckboxesProps = FieldBase & {
  readonly options: readonly Option[]
  readonly values: readonly string[]
}

/** Any of a few. The name is posted once for each that is ticked. */
export function Checkboxes(props: CheckboxesProps) {
  const { name, options, values } = props
  return (
    <FieldGroup {...props}>
      {options.map((option, index) => {
        const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index}`
        return (
          <div class="choice">
            <input
              type="checkbox"
              id={id}
              name={name}
              value={option.value}
              checked={values.includes(option.value)}
              aria-describedby={option.hint ? `${id}-about` : undefined}
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

export type CheckboxProps = Omit<FieldBase, 'hint'> & {
  readonly hint?: string | undefined
  readonly checked?: boolean | undefined
  readonly value?: string | undefined
}

/** One statement to agree to. */
export function Checkbox({ t, name, label, hint, error, optional, checked, value = 'yes' }: CheckboxProps) {
  const id = fieldId(name)
  const notes = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ')
  return (
    <div class={error ? 'field bad' : 'field'}>
      {error ? (
        <p class="error" id={`${id}-error`}>
          <strong>{t('form.error')}</strong> {error}
        </p>
      ) : null}
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={checked}
          required={!optional}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={notes || undefined}
        />
        <label for={id}>{label}</label>
        {hint ? (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}
