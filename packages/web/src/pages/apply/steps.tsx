import { routes, type ReplyOf } from '@allmende/wire'
import {
  errorAt,
  ErrorSummary,
  type FormError,
  Radios,
  Select,
  Steps,
  SubmitBar,
  TextArea,
  TextInput,
} from '../../components/index.ts'
import { formatHours } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { membersNow } from '../members-now.ts'
import { ownersAsText, ownersIn } from './owners.ts'
import { formErrors } from '../refused.ts'

type Application = ReplyOf<typeof routes.getApplication>
type Content = Application['content']

export const stepNames = ['project', 'organisation', 'end-use', 'team'] as const
export type StepName = (typeof stepNames)[number]
const hour = 3_600_000

export function isStep(text: string): text is StepName {
  return stepNames.some((step) => step === text)
}

/** Which step asks for a field of the application, so that a list of what is missing leads there. */
export function stepOfField(field: string): StepName {
  if (field.startsWith('organisation')) return 'organisation'
  if (field.startsWith('endUse')) return 'end-use'
  return field.startsWith('team') || field.startsWith('statement') ? 'team' : 'project'
}

function isDone(application: Application, step: StepName): boolean {
  const { content } = application
  switch (step) {
    case 'project':
      return (
        content.title !== '' &&
        content.summary !== '' &&
        content.askedAcceleratorMs > 0 &&
        application.member !== null
      )
    case 'organisation':
      return content.organisation !== null
    case 'end-use':
      return content.endUse.purpose !== null && content.endUse.description !== ''
    case 'team':
      return application.team.length > 0 && application.team.every((member) => member.state === 'stated')
  }
}

const yesNo = (visit: Visit) => [
  { value: 'no', label: visit.t('apply.no') },
  { value: 'yes', label: visit.t('apply.yes') },
]

type Fields = {
  readonly visit: Visit
  readonly content: Content
  readonly application: Application
  readonly form: Form | null
  readonly errors: readonly FormError[]
}

function fieldOf({ visit, form, errors }: Fields) {
  const { t } = visit
  return (name: string, key: 'title', value: string) => ({
    t,
    name,
    label: t(`apply.${key}`),
    hint: t(`apply.${key}Hint`),
    value: form ? form.text(name) : value,
    error: errorAt(errors, name),
  })
}

async function ProjectFields(props: Fields) {
  const { visit, content, application } = props
  const field = fieldOf(props)
  const members = await membersNow(visit)
  const most = application.callMaxAcceleratorMs
  const { t } = visit
  return (
    <>
      <TextInput {...field('title', 'title', content.title)} maxlength={160} />
      <TextArea {...field('summary', 'summary' as 'title', content.summary)} rows={8} maxlength={8000} />
      <Select
        {...field('member', 'member' as 'title', application.member ?? '')}
        options={members.map((m) => ({ value: m.id, label: m.name }))}
      />
      <TextInput
        {...field(
          'hours',
          'hours' as 'title',
          content.askedAcceleratorMs > 0 ? String(content.askedAcceleratorMs / hour) : '',
        )}
        hint={`${t('apply.hoursHint')} ${t('apply.hoursMost', { hours: formatHours(t.lang, most) })}`}
        type="number"
        min={0}
        max={most / hour}
        step="any"
        unit="h"
        short
      />
    </>
  )
}

function OrganisationFields(props: Fields) {
  const field = fieldOf(props)
  const { organisation } = props.content
  return (
    <>
      <TextInput
        {...field('organisation.name', 'organisationName' as 'title', organisation?.name ?? '')}
        maxlength={200}
        autocomplete="organization"
      />
      <TextInput
        {...field('organisation.country', 'organisationCountry' as 'title', organisation?.country ?? '')}
        maxlength={2}
        short
        dir="ltr"
      />
      <TextInput
        {...field(
          'organisation.headquartersCountry',
          'headquartersCountry' as 'title',
          organisation?.headquartersCountry ?? '',
        )}
        maxlength={2}
        short
        dir="ltr"
        optional
      />
      <TextInput
        {...field(
          'organisation.ultimateParentCountry',
          'ultimateParentCountry' as 'title',
          organisation?.ultimateParentCountry ?? '',
        )}
        maxlength={2}
        short
        dir="ltr"
        optional
      />
      <TextInput
        {...field('organisation.registration', 'registration' as 'title', organisation?.registration ?? '')}
        maxlength={100}
        dir="ltr"
        optional
      />
      <TextArea
        {...field('organisation.owners', 'owners' as 'title', ownersAsText(organisation?.owners ?? []))}
        rows={4}
        optional
      />
    </>
  )
}

function EndUseFields(props: Fields) {
  const { visit, content } = props
  const { t } = visit
  const field = fieldOf(props)
  const purposes = ['civil-research', 'civil-commercial', 'public-service', 'other'] as const
  return (
    <>
      <Radios
        {...field('endUse.purpose', 'purpose' as 'title', content.endUse.purpose ?? '')}
        options={purposes.map((value) => ({ value, label: t(`apply.purpose.${value}`) }))}
      />
      <TextArea
        {...field('endUse.description', 'useDescription' as 'title', content.endUse.description)}
        rows={6}
        maxlength={4000}
      />
      <Radios
        {...field(
          'endUse.militaryOrIntelligence',
          'military' as 'title',
          content.endUse.militaryOrIntelligence ?? '',
        )}
        options={yesNo(visit)}
        optional
      />
      <Radios
        {...field(
          'endUse.weaponsOfMassDestruction',
          'weapons' as 'title',
          content.endUse.weaponsOfMassDestruction ?? '',
        )}
        options={yesNo(visit)}
        optional
      />
      <Radios
        {...field(
          'endUse.forOtherOrganisation',
          'others' as 'title',
          content.endUse.forOtherOrganisation ?? '',
        )}
        options={yesNo(visit)}
        optional
      />
    </>
  )
}

function TeamFields({ visit, application, form, errors }: Fields) {
  const { t } = visit
  return (
    <>
      <ul>
        {application.team.map((member) => (
          <li>
            <bdi>{member.name}</bdi>: {member.state === 'stated' ? t('apply.stated') : t('apply.notStated')}{' '}
            {member.you ? (
              <a href={pathTo('statement', { id: application.id })}>{t('apply.yourStatement')}</a>
            ) : null}
          </li>
        ))}
      </ul>
      <h2>{t('apply.invite')}</h2>
      <p>{t('apply.inviteLead')}</p>
      <TextInput
        t={t}
        name="name"
        label={t('apply.inviteName')}
        value={form?.text('name') ?? ''}
        error={errorAt(errors, 'name')}
        maxlength={200}
        optional
      />
      <TextInput
        t={t}
        name="email"
        type="email"
        label={t('apply.inviteEmail')}
        value={form?.text('email') ?? ''}
        error={errorAt(errors, 'email')}
        maxlength={254}
        optional
      />
    </>
  )
}

/** One step of the form. What was written is saved with every step, and can be gone on with on another device. */
export async function showStep(
  visit: Visit,
  step: StepName,
  form: Form | null = null,
  errors: readonly FormError[] = [],
): Promise<Shown | Response> {
  const { t } = visit
  const application = await visit.api.call(routes.getApplication, { params: { id: visit.param('id') } })
  if (!application.can.edit) return visit.c.redirect(pathTo('application', { id: application.id }), 303)
  const at = stepNames.indexOf(step)
  const before = stepNames[at - 1]
  const props: Fields = { visit, content: application.content, application, form, errors }
  const fields = {
    project: await ProjectFields(props),
    organisation: OrganisationFields(props),
    'end-use': EndUseFields(props),
    team: TeamFields(props),
  }[step]
  return {
    title: t(`apply.step.${step}`),
    at: 'applications',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [
      { label: t('nav.applications'), href: pathPatterns.applications },
      { label: application.number, href: pathTo('application', { id: application.id }) },
      { label: t(`apply.step.${step}`) },
    ],
    body: (
      <>
        <h1>{t(`apply.step.${step}`)}</h1>
        <Steps
          t={t}
          current={at}
          items={stepNames.map((name) => ({
            label: t(`apply.step.${name}`),
            href: pathTo('applicationStep', { id: application.id, step: name }),
            done: isDone(application, name),
          }))}
        />
        <ErrorSummary t={t} errors={errors} />
        <form
          method="post"
          action={pathTo('applicationStep', { id: application.id, step })}
          data-unsaved={t('form.unsaved')}
        >
          <input type="hidden" name="version" value={application.version} />
          {fields}
          <SubmitBar
            t={t}
            label={step === 'team' ? t('apply.toOverview') : t('form.continue')}
            canSave={step !== 'team'}
            backHref={before ? pathTo('applicationStep', { id: application.id, step: before }) : undefined}
          />
        </form>
      </>
    ),
  }
}

function contentOf(step: Exclude<StepName, 'team'>, form: Form) {
  const orNull = (name: string) => form.text(name) || null
  const answer = (name: string) => orNull(name) as 'yes' | 'no' | null
  switch (step) {
    case 'project':
      return {
        title: form.text('title'),
        summary: form.text('summary'),
        member: orNull('member'),
        askedAcceleratorMs: Math.round(Number(form.text('hours') || 0) * hour),
      }
    case 'organisation': {
      const code = (name: string) => form.text(name).toUpperCase() || null
      return {
        organisation: {
          name: form.text('organisation.name'),
          country: code('organisation.country') ?? '',
          headquartersCountry: code('organisation.headquartersCountry'),
          ultimateParentCountry: code('organisation.ultimateParentCountry'),
          registration: form.text('organisation.registration').trim() || null,
          owners: ownersIn(form.text('organisation.owners')),
        },
      }
    }
    case 'end-use':
      return {
        endUse: {
          purpose: orNull('endUse.purpose') as 'other' | null,
          description: form.text('endUse.description'),
          militaryOrIntelligence: answer('endUse.militaryOrIntelligence'),
          weaponsOfMassDestruction: answer('endUse.weaponsOfMassDestruction'),
          forOtherOrganisation: answer('endUse.forOtherOrganisation'),
        },
      }
  }
}

function tooManyHours({ t }: Visit, most: number): FormError {
  return { name: 'hours', message: t('apply.hoursMost', { hours: formatHours(t.lang, most) }) }
}

/** Saves a step and goes on; a refused one keeps what was written. */
export async function saveStep(visit: Visit, step: StepName, form: Form): Promise<Shown | Response> {
  const id = visit.param('id')
  try {
    if (step === 'team') {
      if (form.text('name') === '' && form.text('email') === '')
        return visit.c.redirect(pathTo('application', { id }), 303)
      await visit.api.call(routes.inviteTeamMember, {
        params: { id },
        body: { name: form.text('name'), email: form.text('email') },
      })
      return visit.c.redirect(pathTo('applicationStep', { id, step }), 303)
    }
    const saved = await visit.api.call(routes.saveApplication, {
      params: { id },
      body: contentOf(step, form),
      ...(form.text('version') ? { ifMatch: `"v${form.text('version')}"` } : {}),
    })
    const most = saved.callMaxAcceleratorMs
    // What was written is kept; only going on waits until the call can give what is asked for.
    if (step === 'project' && form.text('intent') !== 'save' && saved.content.askedAcceleratorMs > most)
      return await showStep(visit, step, form, [tooManyHours(visit, most)])
  } catch (error) {
    return showStep(
      visit,
      step,
      form,
      formErrors(visit.t, error, (field) => {
        if (field === 'askedAcceleratorMs') return 'hours'
        // Owners are lines of one field.
        return field.startsWith('organisation.owners.') ? 'organisation.owners' : field
      }),
    )
  }
  const next = stepNames[stepNames.indexOf(step) + 1]
  return visit.c.redirect(
    form.text('intent') === 'save' || !next
      ? pathTo('application', { id })
      : pathTo('applicationStep', { id, step: next }),
    303,
  )
}
