import { routes } from '@allmende/wire'
import {
  DateInput,
  errorAt,
  ErrorSummary,
  type FormError,
  Radios,
  SubmitBar,
  TextInput,
} from '../../components/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'

const parted = (text: string) =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean)
const list = (text: string) => text.split(/[\s,;]+/).filter(Boolean)

/** What one person states for themselves; officers see it, the team does not. */
export async function showStatement(
  visit: Visit,
  form: Form | null = null,
  errors: readonly FormError[] = [],
): Promise<Shown> {
  const { t } = visit
  const id = visit.param('id')
  const { statement } = await visit.api.call(routes.getStatement, { params: { id } })
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
  return {
    title: t('apply.yourStatement'),
    at: 'applications',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [
      { label: t('nav.applications'), href: pathPatterns.applications },
      { label: t('apply.application'), href: pathTo('application', { id }) },
      { label: t('apply.yourStatement') },
    ],
    body: (
      <>
        <h1>{t('apply.yourStatement')}</h1>
        <p>{t('apply.statementLead')}</p>
        <ErrorSummary t={t} errors={errors} />
        <form method="post" action={pathTo('statement', { id })} data-unsaved={t('form.unsaved')}>
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
          <SubmitBar t={t} label={t('form.save')} cancelHref={pathTo('application', { id })} />
        </form>
      </>
    ),
  }
}

export async function saveStatement(visit: Visit, form: Form): Promise<Shown | Response> {
  const id = visit.param('id')
  const usPerson = form.text('usPerson')
  try {
    await visit.api.call(routes.saveStatement, {
      params: { id },
      body: {
        passportName: form.text('passportName'),
        otherNames: parted(form.text('otherNames')),
        birthDate: form.text('birthDate'),
        nationalities: list(form.text('nationalities').toUpperCase()),
        residence: form.text('residence').toUpperCase(),
        affiliation: form.text('affiliation'),
        usPerson: usPerson === 'yes' || usPerson === 'no' ? usPerson : null,
        identifiers: parted(form.text('identifiers')),
      },
    })
  } catch (error) {
    return showStatement(
      visit,
      form,
      formErrors(visit.t, error, (name) => name.split('.')[0] ?? name),
    )
  }
  return visit.c.redirect(pathTo('application', { id }), 303)
}
