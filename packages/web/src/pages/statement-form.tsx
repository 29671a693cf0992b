import type { ReplyOf, routes } from '@allmende/wire'
import {
  DateInput,
  errorAt,
  ErrorSummary,
  type FormError,
  Radios,
  SubmitBar,
  TextInput,
} from '../components/index.ts'
import type { Translator } from '../messages/index.ts'
import type { Form } from '../web.ts'
import { formErrors } from './refused.ts'

type Statement = NonNullable<ReplyOf<typeof routes.getStatement>['statement']>

const parted = (text: string) =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
const list = (text: string) => text.split(/[\s,;]+/).filter(Boolean)

/** What somebody states for themselves, in a team or for a role, as the form has it. */
export function statementOf(form: Form): Statement {
  const usPerson = form.text('usPerson')
  return {
    passportName: form.text('passportName'),
    otherNames: parted(form.text('otherNames')),
    birthDate: form.text('birthDate'),
    nationalities: list(form.text('nationalities').toUpperCase()),
    residence: form.text('residence').toUpperCase(),
    affiliation: form.text('affiliation'),
    usPerson: usPerson === 'yes' || usPerson === 'no' ? usPerson : null,
    identifiers: parted(form.text('identifiers')),
  }
}

/** Why a statement was refused, each reason at its field: one of several values belongs to the field that holds them. */
export const statementErrors = (t: Translator, error: unknown): FormError[] =>
  formErrors(t, error, (name) => name.split('.')[0] ?? name)

/** The form: what was stated, or what was written and refused, with why. */
export function StatementForm({
  t,
  statement,
  form,
  errors,
  action,
  cancelHref,
  affiliationHint,
}: {
  readonly t: Translator
  readonly statement: Statement | null
  readonly form: Form | null
  readonly errors: readonly FormError[]
  readonly action: string
  readonly cancelHref: string
  /** Why it is asked where they belong, and who sees it. */
  readonly affiliationHint: string
}) {
  const field = (
    name:
      | 'passportName'
      | 'otherNames'
      | 'birthDate'
      | 'nationalities'
      | 'residence'
      | 'affiliation'
      | 'usPerson'
      | 'identifiers',
    value: string,
  ) => ({
    t,
    name,
    label: t(`apply.${name}`),
    hint: t(`apply.${name}Hint`),
    value: form ? form.text(name) : value,
    error: errorAt(errors, name),
  })
  return (
    <>
      <ErrorSummary t={t} errors={errors} />
      <form method="post" action={action} data-unsaved={t('form.unsaved')}>
        <TextInput
          {...field('passportName', statement?.passportName ?? '')}
          autocomplete="name"
          maxlength={200}
          dir="auto"
        />
        <TextInput
          {...field('otherNames', statement?.otherNames.join('; ') ?? '')}
          maxlength={1000}
          dir="auto"
          optional
        />
        <DateInput {...field('birthDate', statement?.birthDate ?? '')} autocomplete="bday" />
        <TextInput
          {...field('nationalities', statement?.nationalities.join(', ') ?? '')}
          maxlength={60}
          short
          dir="ltr"
        />
        <TextInput {...field('residence', statement?.residence ?? '')} maxlength={2} short dir="ltr" />
        <TextInput
          {...field('affiliation', statement?.affiliation ?? '')}
          hint={affiliationHint}
          autocomplete="organization"
          maxlength={200}
          dir="auto"
        />
        <TextInput
          {...field('identifiers', statement?.identifiers.join('; ') ?? '')}
          maxlength={500}
          autocomplete="off"
          dir="ltr"
          optional
        />
        <Radios
          {...field('usPerson', statement?.usPerson ?? '')}
          options={[
            { value: 'no', label: t('apply.no') },
            { value: 'yes', label: t('apply.yes') },
          ]}
          optional
        />
        <SubmitBar t={t} label={t('form.save')} cancelHref={cancelHref} />
      </form>
    </>
  )
}
