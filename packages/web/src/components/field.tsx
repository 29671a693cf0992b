import type { Child } from 'hono/jsx'
import type { Translator } from '../messages/index.ts'

/** What every field has. `hint` says why it is asked or what form the answer takes. */
export type FieldBase = {
  readonly t: Translator
  /** The name in the posted form: "endUse.description". */
  readonly name: string
  readonly label: string
  readonly hint?: Child
  /** What is wrong and what to do; shown at the field. */
  readonly error?: string | undefined
  /** Fields are required unless this is set; only the optional ones are marked. */
  readonly optional?: boolean | undefined
}

/** The id of a field's control, and the target of the error summary's link. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`
}

function describedBy({ name, hint, error }: Pick<FieldBase, 'name' | 'hint' | 'error'>): string | undefined {
  const ids = [...(hint ? [`${fieldId(name)}-hint`] : []), ...(error ? [`${fieldId(name)}-error`] : [])]
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** Attributes that tie a control to its label, hint and error. */
export function controlAttributes(field: FieldBase) {
  return {
    id: fieldId(field.name),
    name: field.name,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error ? 'true' : undefined,
    required: !field.optional,
  }
}

function Notes({ t, name, hint, error }: FieldBase) {
  return (
    <>
      {hint ? (
        <p class="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${fieldId(name)}-error`}>
          <strong>{t('form.error')}</strong> {error}
        </p>
      ) : null}
    </>
  )
}

/** Label, hint and error around one control; the control takes `controlAttributes`. */
export function Field({ children, ...field }: FieldBase & { readonly children: Child }) {
  return (
    <div class={field.error ? 'field bad' : 'field'}>
      <label for={fieldId(field.name)}>
        {field.label} {field.optional ? <span class="soft">{field.t('form.optional')}</span> : null}
      </label>
      <Notes {...field} />
      {children}
    </div>
  )
}

/** Legend, hint and error around a group of controls. */
export function FieldGroup({ children, ...field }: FieldBase & { readonly children: Child }) {
  return (
    <fieldset class={field.error ? 'field bad' : 'field'} aria-describedby={describedBy(field)}>
      <legend>
        {field.label} {field.optional ? <span class="soft">{field.t('form.optional')}</span> : null}
      </legend>
      <Notes {...field} />
      {children}
    </fieldset>
  )
}
