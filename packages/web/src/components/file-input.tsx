import { formatBytes } from '../messages/index.ts'
import { controlAttributes, Field } from './field.tsx'
import type { FieldBase } from './field.tsx'

export type FileInputProps = FieldBase & {
  /** Endings or media types: [".csv"]. */
  readonly accept?: readonly string[] | undefined
  readonly maxBytes: number
}

/** A file to upload; the form needs `enctype="multipart/form-data"`. The limit is said before the choice. */
export function FileInput(props: FileInputProps) {
  const { t, accept } = props
  const size = formatBytes(t.lang, props.maxBytes)
  const limit = accept
    ? t('form.fileLimit', { types: accept.join(', '), size })
    : t('form.fileLimitSize', { size })
  const field = { ...props, hint: props.hint ? [props.hint, ' ', limit] : limit }
  return (
    <Field {...field}>
      <input {...controlAttributes(field)} type="file" multiple accept={accept?.join(',')} />
    </Field>
  )
}
