import { routes, type ReplyOf } from '@allmende/wire'
import {
  errorAt,
  type FormError,
  Said,
  Select,
  Sheet,
  SubmitBar,
  Tag,
  TextArea,
} from '../../components/index.ts'
import { askIn, formatInstant } from '../../messages/index.ts'
import { pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'

type Case = ReplyOf<typeof routes.getCase>

/** Open questions of the rules that yes or no answers, each once, and not asked already. */
function askable(file: Case) {
  const asked = new Set(file.enquiries.map((enquiry) => enquiry.fact))
  const open = file.sites
    .flatMap((site) => site.result.questions)
    .filter((q) => q.answers.length > 0 && q.answers.every((a) => ['yes', 'no'].includes(a.answer)))
  return [...new Map(open.map((q) => [q.fact, q])).values()].filter((q) => !asked.has(q.fact))
}

/** What was asked of the applicant, with their answers, and the form to ask more. */
export function Enquiries({
  visit,
  file,
  errors,
}: {
  readonly visit: Visit
  readonly file: Case
  readonly errors: readonly FormError[]
}) {
  const { t } = visit
  const facts = file.state === 'clearing' ? askable(file) : []
  const ended = ['refused', 'withdrawn', 'draft'].includes(file.state)
  return (
    <Sheet title={t('clear.enquiries')}>
      {file.enquiries.map((enquiry) => (
        <article class={`reason ${enquiry.answer === null ? 'wait' : 'ok'}`}>
          <p>
            <strong>
              {enquiry.fact === null ? (
                <bdi>{enquiry.text}</bdi>
              ) : (
                <Said t={t} said={askIn(t.lang, { fact: enquiry.fact, ask: enquiry.text })} />
              )}
            </strong>{' '}
            <Tag tone={enquiry.answer === null ? 'wait' : 'ok'}>
              {t(enquiry.answer === null ? 'clear.unanswered' : 'clear.answered')}
            </Tag>
          </p>
          <p class="soft">
            {t('clear.asked', { who: enquiry.officer, at: formatInstant(t.lang, enquiry.askedAt) })}
          </p>
          {enquiry.answer === null ? null : (
            <p>
              <bdi>
                {enquiry.fact !== null && (enquiry.answer === 'yes' || enquiry.answer === 'no')
                  ? t(`settles.${enquiry.answer}`)
                  : enquiry.answer}
              </bdi>
            </p>
          )}
        </article>
      ))}
      {ended ? null : (
        <form method="post" action={pathTo('askApplicant', { id: file.application })}>
          <TextArea
            t={t}
            name="text"
            label={t('clear.askText')}
            hint={t('clear.askHint')}
            rows={3}
            value=""
            optional
            error={errorAt(errors, 'text')}
            maxlength={2000}
          />
          {facts.length > 0 ? (
            <Select
              t={t}
              name="fact"
              label={t('clear.askFact')}
              hint={t('clear.askFactHint')}
              optional
              options={facts.map((q) => ({ value: q.fact, label: askIn(t.lang, q).text }))}
            />
          ) : null}
          <SubmitBar t={t} label={t('clear.askSend')} />
        </form>
      )}
    </Sheet>
  )
}

/** Sends a question; a refused one stands at the field. */
export async function ask(
  visit: Visit,
  form: Form,
  show: (errors: readonly FormError[]) => Promise<Shown>,
): Promise<Shown | Response> {
  const id = visit.param('id')
  try {
    await visit.api.call(routes.askApplicant, {
      params: { id },
      body: { text: form.text('text'), fact: form.text('fact') || null },
    })
  } catch (error) {
    return show(formErrors(visit.t, error))
  }
  return visit.c.redirect(pathTo('case', { id }), 303)
}
