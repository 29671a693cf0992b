import { routes } from '@allmende/wire'
import {
  Checkbox,
  Checkboxes,
  errorAt,
  ErrorSummary,
  SubmitBar,
  TextArea,
  TextInput,
  type FormError,
} from '../../components/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { membersNow } from '../members-now.ts'
import { formErrors } from '../refused.ts'

type Refused = { readonly form: Form; readonly errors: readonly FormError[] } | null

/** The operator's own veto, as a form. */
export async function showPolicy(visit: Visit, refused: Refused = null): Promise<Shown> {
  const { t } = visit
  const site = await visit.api.call(routes.getSite, { params: { id: visit.param('id') } })
  const members = await membersNow(visit)
  const { form, errors } = refused ?? { form: null, errors: [] }
  return {
    title: t('sites.policy'),
    at: 'sites',
    failed: refused !== null,
    status: refused ? 422 : 200,
    breadcrumb: [
      { label: t('nav.sites'), href: pathPatterns.sites },
      { label: site.name, href: pathTo('site', { id: site.id }) },
      { label: t('sites.policy') },
    ],
    body: (
      <>
        <h1>{t('sites.policy')}</h1>
        <p>{t('sites.policyLead')}</p>
        <ErrorSummary t={t} errors={errors} />
        <form method="post" action={pathTo('sitePolicy', { id: site.id })}>
          <Checkboxes
            t={t}
            name="refusedMembers"
            label={t('sites.refusedMembers')}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
            values={form?.all('refusedMembers') ?? site.policy.refusedMembers}
            error={errorAt(errors, 'refusedMembers')}
            optional
          />
          <TextInput
            t={t}
            name="refusedCountries"
            label={t('sites.refusedCountries')}
            hint={t('sites.refusedCountriesHint')}
            value={form?.text('refusedCountries') ?? site.policy.refusedCountries.join(', ')}
            error={errorAt(errors, 'refusedCountries')}
            dir="ltr"
            maxlength={1000}
            optional
          />
          <TextArea
            t={t}
            name="licenceConditions"
            label={t('sites.conditions')}
            hint={t('sites.conditionsHint')}
            rows={5}
            value={form?.text('licenceConditions') ?? site.policy.licenceConditions}
            error={errorAt(errors, 'licenceConditions')}
            maxlength={2000}
            optional
          />
          <Checkbox
            t={t}
            name="conditionsKnown"
            label={t('sites.conditionsKnown')}
            checked={form ? form.has('conditionsKnown') : site.policy.conditionsKnown}
            optional
          />
          <SubmitBar t={t} label={t('sites.savePolicy')} cancelHref={pathTo('site', { id: site.id })} />
        </form>
      </>
    ),
  }
}

export async function savePolicy(visit: Visit, form: Form): Promise<Shown | Response> {
  const id = visit.param('id')
  try {
    await visit.api.call(routes.setSitePolicy, {
      params: { id },
      body: {
        refusedMembers: form.all('refusedMembers'),
        refusedCountries: form
          .text('refusedCountries')
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map((code) => code.toUpperCase()),
        licenceConditions: form.text('licenceConditions'),
        conditionsKnown: form.has('conditionsKnown'),
      },
    })
  } catch (error) {
    // Items of a list are named "refusedCountries.0"; the form has one field for all of them.
    return showPolicy(visit, {
      form,
      errors: formErrors(visit.t, error, (name) => name.split('.')[0] ?? name),
    })
  }
  return visit.c.redirect(pathTo('site', { id }), 303)
}
