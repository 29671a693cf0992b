import type { Child } from 'hono/jsx'
import { errorAt, ErrorSummary, type FormError, Radios, SubmitBar, TextArea } from '../components/index.ts'
import type { Form, Visit } from '../web.ts'

type Option = { readonly value: string; readonly label: string; readonly hint: string }

/** Changes what state a thing is in, with a reason: what was written stays in it when it is refused. */
export function StateForm({
  visit,
  title,
  thing,
  action,
  backHref,
  name,
  options,
  form,
  errors,
}: {
  readonly visit: Visit
  readonly title: string
  /** The thing, with the state it is in. */
  readonly thing: Child
  readonly action: string
  readonly backHref: string
  /** Of the field that takes the new state. */
  readonly name: string
  readonly options: readonly Option[]
  readonly form: Form | null
  readonly errors: readonly FormError[]
}) {
  const { t } = visit
  return (
    <>
      <h1>{title}</h1>
      <p>{thing}</p>
      <ErrorSummary t={t} errors={errors} />
      <form method="post" action={action}>
        <input type="hidden" name="key" value={form?.text('key') || crypto.randomUUID()} />
        <Radios
          t={t}
          name={name}
          label={t('state.new')}
          options={options}
          value={form?.text(name) ?? null}
          error={errorAt(errors, name)}
        />
        <TextArea
          t={t}
          name="reason"
          label={t('clear.reason')}
          hint={t('state.reasonHint')}
          rows={4}
          value={form?.text('reason') ?? ''}
          maxlength={1000}
          error={errorAt(errors, 'reason')}
        />
        <SubmitBar t={t} label={title} cancelHref={backHref} />
      </form>
    </>
  )
}
