import { routes, type ReplyOf } from '@allmende/wire'
import { type FormError, Tag } from '../../components/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Answer, Form, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'
import { StateForm } from '../state-form.tsx'

type State = ReplyOf<typeof routes.getProject>['state']

/** What a project in each state can become, in the order in which it is offered. */
export const nextStates: Readonly<Record<State, readonly ('active' | 'suspended' | 'ended')[]>> = {
  canary: ['ended'],
  active: ['suspended', 'ended'],
  suspended: ['active', 'ended'],
  ended: [],
}

export const projectTone = { canary: 'wait', active: 'ok', suspended: 'stop', ended: 'info' } as const

/** Whether the reader may suspend, resume and end projects. */
export function manages({ me }: Visit): boolean {
  return me?.grants.some((grant) => grant.role === 'secretariat') ?? false
}

/** The form that suspends, resumes or ends a project; what was written stays in it when it is refused. */
export async function showProjectState(
  visit: Visit,
  form: Form | null = null,
  errors: readonly FormError[] = [],
): Promise<Shown> {
  const { t } = visit
  const project = await visit.api.call(routes.getProject, { params: { id: visit.param('id') } })
  const here = pathTo('project', { id: project.id })
  return {
    title: t('state.change'),
    at: 'projects',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [
      { label: t('nav.projects'), href: pathPatterns.projects },
      { label: project.name, href: here },
      { label: t('state.change') },
    ],
    body: (
      <StateForm
        visit={visit}
        title={t('state.change')}
        thing={
          <>
            <bdi>{project.name}</bdi>{' '}
            <Tag tone={projectTone[project.state]}>{t(`award.state.${project.state}`)}</Tag>
          </>
        }
        action={pathTo('projectState', { id: project.id })}
        backHref={here}
        name="state"
        options={nextStates[project.state].map((state) => ({
          value: state,
          label: t(`award.become.${state}`),
          hint: t(`award.becomeHint.${state}`),
        }))}
        form={form}
        errors={errors}
      />
    ),
  }
}

/** Changes the state as asked, and shows the project. */
export async function setProjectState(visit: Visit, form: Form): Promise<Answer> {
  const id = visit.param('id')
  try {
    await visit.api.call(routes.setProjectState, {
      params: { id },
      body: { state: form.text('state') as 'active', reason: form.text('reason') },
      idempotencyKey: form.text('key') || crypto.randomUUID(),
    })
  } catch (error) {
    return showProjectState(visit, form, formErrors(visit.t, error))
  }
  return visit.c.redirect(pathTo('project', { id }), 303)
}
