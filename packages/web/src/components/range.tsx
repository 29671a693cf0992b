import { formatNumber } from '../messages/index.ts'
import { controlAttributes, Field, fieldId } from './field.tsx'
import type { FieldBase } from './field.tsx'

export type RangeProps = FieldBase & {
  readonly min: number
  readonly max: number
  readonly step?: number | undefined
  readonly value: number
  readonly unit?: string | undefined
}

/** A number field that always posts; where script runs, a slider beside it moves the same number. */
export function Range(props: RangeProps) {
  const { t, label, min, max, step, value, unit } = props
  const limits = t('form.range', { min: formatNumber(t.lang, min, 3), max: formatNumber(t.lang, max, 3) })
  const field = { ...props, hint: props.hint ? [props.hint, ' ', limits] : limits }
  return (
    <Field {...field}>
      <span class="with-unit">
        <input
          {...controlAttributes(field)}
          type="number"
          class="short"
          min={min}
          max={max}
          step={step}
          value={value}
        />
        {unit ? <span class="unit">{unit}</span> : null}
        <input
          type="range"
          hidden
          data-slides={fieldId(props.name)}
          aria-label={t('form.slider', { label })}
          min={min}
          max={max}
          step={step}
          value={value}
        />
      </span>
    </Field>
  )
}
