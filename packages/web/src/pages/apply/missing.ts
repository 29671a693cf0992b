import { routes, type Problem, type ReplyOf } from '@allmende/wire'
import { fieldId, type FormError } from '../../components/index.ts'
import { formatHours, type MessageKey } from '../../messages/index.ts'
import { pathTo } from '../../paths.ts'
import type { Visit } from '../../web.ts'
import { wordsOf } from '../refused.ts'
import { stepOfField } from './steps.tsx'

type Application = ReplyOf<typeof routes.getApplication>

/** Fields that a submission asks for: how the page names each, and its name in the form of its step. */
const fields: Readonly<Record<string, { readonly label: MessageKey; readonly name: string }>> = {
  title: { label: 'apply.title', name: 'title' },
  summary: { label: 'apply.summary', name: 'summary' },
  member: { label: 'apply.member', name: 'member' },
  askedAcceleratorMs: { label: 'apply.hours', name: 'hours' },
  organisation: { label: 'apply.organisationName', name: 'organisation.name' },
  'organisation.owners': { label: 'apply.owners', name: 'organisation.owners' },
  'endUse.purpose': { label: 'apply.purpose', name: 'endUse.purpose' },
  'endUse.description': { label: 'apply.useDescription', name: 'endUse.description' },
}

/** Where somebody states for themselves what law needs, where it is the reader; else the team as it is. */
function teamHref(application: Application): string {
  const own = application.team.some((member) => member.you && member.state === 'invited')
  return own
    ? pathTo('statement', { id: application.id })
    : pathTo('applicationStep', { id: application.id, step: 'team' })
}

/** What keeps an application from being submitted, each a link to the field that asks for it. */
export async function missingIn(visit: Visit, id: string, problem: Problem): Promise<FormError[]> {
  const { t } = visit
  if (!problem.fields || problem.fields.length === 0) return [{ name: null, message: wordsOf(t, problem) }]
  const application = await visit.api.call(routes.getApplication, { params: { id } })
  const tooMuch = application.content.askedAcceleratorMs > application.callMaxAcceleratorMs
  return problem.fields.map(({ field, message }) => {
    const step = t(`apply.step.${stepOfField(field)}`)
    const known = fields[field]
    if (!known) return { name: null, message: `${step}: ${message}`, href: teamHref(application) }
    const what =
      field === 'askedAcceleratorMs' && tooMuch
        ? t('apply.hoursMost', { hours: formatHours(t.lang, application.callMaxAcceleratorMs) })
        : field === 'organisation.owners'
          ? t('apply.ownersDangling')
          : t('fault.missing')
    const page = pathTo('applicationStep', { id, step: stepOfField(field) })
    return {
      name: null,
      message: `${step}, ${t(known.label)}: ${what}`,
      href: `${page}#${fieldId(known.name)}`,
    }
  })
}
