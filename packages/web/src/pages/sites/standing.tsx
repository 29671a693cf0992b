import { routes, type ReplyOf } from '@allmende/wire'
import { type FormError, Tag } from '../../components/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Answer, Form, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'
import { StateForm } from '../state-form.tsx'

type Standing = ReplyOf<typeof routes.getSite>['standing']

const standingTones = { active: 'ok', paused: 'wait', ended: 'info' } as const

/** That a site is paused or has ended; nothing of one that stands as sites do. */
export function StandingTag({ visit, standing }: { readonly visit: Visit; readonly standing: Standing }) {
  if (standing === 'active') return null
  return <Tag tone={standingTones[standing]}>{visit.t(`sites.standing.${standing}`)}</Tag>
}

/** What the reader can make of a site that stands so; only the secretariat ends one, once it is paused. */
export function nextStandings({ me }: Visit, standing: Standing): Standing[] {
  if (standing === 'active') return ['paused']
  const secretariat = me?.grants.some((grant) => grant.role === 'secretariat') ?? false
  return standing === 'paused' ? ['active', ...(secretariat ? (['ended'] as const) : [])] : []
}

/** The form that pauses, resumes or ends a site. */
export async function showStanding(
  visit: Visit,
  form: Form | null = null,
  errors: readonly FormError[] = [],
): Promise<Shown> {
  const { t } = visit
  const site = await visit.api.call(routes.getSite, { params: { id: visit.param('id') } })
  const here = pathTo('site', { id: site.id })
  return {
    title: t('state.change'),
    at: 'sites',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [
      { label: t('nav.sites'), href: pathPatterns.sites },
      { label: site.name, href: here },
      { label: t('state.change') },
    ],
    body: (
      <StateForm
        visit={visit}
        title={t('state.change')}
        thing={
          <>
            <bdi>{site.name}</bdi>{' '}
            <Tag tone={standingTones[site.standing]}>{t(`sites.standing.${site.standing}`)}</Tag>
          </>
        }
        action={pathTo('siteStanding', { id: site.id })}
        backHref={here}
        name="standing"
        options={nextStandings(visit, site.standing).map((standing) => ({
          value: standing,
          label: t(`sites.become.${standing}`),
          hint: t(`sites.becomeHint.${standing}`),
        }))}
        form={form}
        errors={errors}
      />
    ),
  }
}

export async function setStanding(visit: Visit, form: Form): Promise<Answer> {
  const id = visit.param('id')
  try {
    await visit.api.call(routes.setSiteStanding, {
      params: { id },
      body: { standing: form.text('standing') as Standing, reason: form.text('reason') },
      idempotencyKey: form.text('key') || crypto.randomUUID(),
    })
  } catch (error) {
    return showStanding(visit, form, formErrors(visit.t, error))
  }
  return visit.c.redirect(pathTo('site', { id }), 303)
}
