import { routes } from '@allmende/wire'
import type { FormError } from '../../components/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { StatementForm, statementErrors, statementOf } from '../statement-form.tsx'

/** What one person states for themselves; officers see it, the team does not. */
export async function showStatement(
  visit: Visit,
  form: Form | null = null,
  errors: readonly FormError[] = [],
): Promise<Shown> {
  const { t } = visit
  const id = visit.param('id')
  const { statement } = await visit.api.call(routes.getStatement, { params: { id } })
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
        <StatementForm
          t={t}
          statement={statement}
          form={form}
          errors={errors}
          action={pathTo('statement', { id })}
          cancelHref={pathTo('application', { id })}
          affiliationHint={t('apply.affiliationHint')}
        />
      </>
    ),
  }
}

export async function saveStatement(visit: Visit, form: Form): Promise<Shown | Response> {
  const id = visit.param('id')
  try {
    await visit.api.call(routes.saveStatement, { params: { id }, body: statementOf(form) })
  } catch (error) {
    return showStatement(visit, form, statementErrors(visit.t, error))
  }
  return visit.c.redirect(pathTo('application', { id }), 303)
}
