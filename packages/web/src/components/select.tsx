import { controlAttributes, Field } from './field.tsx'
import type { FieldBase } from './field.tsx'

export type Option = { readonly value: string; readonly label: string; readonly hint?: string | undefined }

export type SelectProps = FieldBase & {
  readonly options: readonly Option[]
  readonly value?: string | null | undefined
}

/** One of many. For few, `Radios` shows them all. Nothing is chosen beforehand. */
export function Select(props: SelectProps) {
  const { t, options, value } = props
  return (
    <Field {...props}>
      <select {...controlAttributes(props)}>
        <option value="">{t('form.chooseOne')}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
