import { routes, type ReplyOf } from '@allmende/wire'
import {
  errorAt,
  ErrorSummary,
  Evidence,
  type FormError,
  Sheet,
  SubmitBar,
  TextInput,
} from '../../components/index.ts'
import { pathPatterns } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'

/** One name against the loaded lists. */
export async function showScreen(visit: Visit, form: Form | null = null): Promise<Shown> {
  const { t } = visit
  let result: ReplyOf<typeof routes.screenName> | null = null
  let errors: FormError[] = []
  if (form) {
    try {
      result = await visit.api.call(routes.screenName, {
        body: {
          name: form.text('name'),
          birthDate: form.text('birthDate') || null,
          countries: form.text('country') ? [form.text('country').toUpperCase()] : [],
        },
      })
    } catch (error) {
      errors = formErrors(visit.t, error, (field) => (field.startsWith('countries') ? 'country' : field))
    }
  }
  const field = (name: 'name' | 'birthDate' | 'country', label: string) => ({
    t,
    name,
    label,
    value: form?.text(name) ?? '',
    error: errorAt(errors, name),
  })
  return {
    title: t('nav.screening'),
    at: 'screen',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <h1>{t('nav.screening')}</h1>
        <p>{t('clear.screenLead')}</p>
        <ErrorSummary t={t} errors={errors} />
        <form method="post" action={pathPatterns.screen}>
          <TextInput {...field('name', t('jobs.name'))} maxlength={1000} dir="auto" />
          <TextInput {...field('birthDate', t('apply.birthDate'))} maxlength={10} short optional />
          <TextInput {...field('country', t('secretariat.country'))} maxlength={2} short optional />
          <SubmitBar t={t} label={t('clear.screen')} />
        </form>
        {result ? (
          <>
            <p>
              {t('clear.searched', {
                count: result.hits.length,
                lists: result.lists.map((l) => `${l.name} (${l.publishedOn})`).join(', '),
              })}
            </p>
            {result.hits.map((hit) => (
              <Sheet title={hit.entryName}>
                <Evidence t={t} factors={hit.factors} score={hit.score} headingLevel={3} />
              </Sheet>
            ))}
          </>
        ) : null}
      </>
    ),
  }
}
