import { routes, type ReplyOf } from '@allmende/wire'
import { errorAt, type FormError, Sheet, SubmitBar, Tag, TextArea } from '../../components/index.ts'
import { formatDuration, formatInstant } from '../../messages/index.ts'
import { pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'

type Application = ReplyOf<typeof routes.getApplication>
type Enquiry = Application['enquiries'][number]
type Inside = {
  readonly visit: Visit
  readonly application: Application
  readonly errors: readonly FormError[]
}

const fieldOf = (enquiry: string) => `enquiry-${enquiry}`

function Answered({ visit, enquiry }: { readonly visit: Visit; readonly enquiry: Enquiry }) {
  const { t } = visit
  return (
    <>
      <p>
        <bdi>{enquiry.answer}</bdi>
      </p>
      {enquiry.answeredAt ? (
        <p class="soft">{t('apply.enquiryAnswered', { date: formatInstant(t.lang, enquiry.answeredAt) })}</p>
      ) : null}
    </>
  )
}

function One({ visit, application, enquiry, errors }: Inside & { readonly enquiry: Enquiry }) {
  const { t } = visit
  const open = enquiry.answer === null
  const leads = visit.me?.id === application.lead.id
  return (
    <article class={`reason ${open ? 'wait' : 'ok'}`}>
      <p>
        <strong>
          <bdi>{enquiry.text}</bdi>
        </strong>{' '}
        {open ? <Tag tone="wait">{t('apply.enquiryOpen')}</Tag> : null}
      </p>
      <p class="soft">
        {t('apply.enquiryAsked', {
          date: formatInstant(t.lang, enquiry.askedAt),
          duration: formatDuration(t.lang, visit.now - Date.parse(enquiry.askedAt)),
        })}
      </p>
      {open ? null : <Answered visit={visit} enquiry={enquiry} />}
      {open && leads ? (
        <form
          method="post"
          action={pathTo('applicationEnquiry', { id: application.id, enquiry: enquiry.id })}
        >
          <TextArea
            t={t}
            name={fieldOf(enquiry.id)}
            label={t('apply.enquiryAnswer')}
            hint={t('apply.enquiryAnswerHint')}
            rows={3}
            value=""
            error={errorAt(errors, fieldOf(enquiry.id))}
            maxlength={4000}
          />
          <SubmitBar t={t} label={t('apply.sendAnswers')} />
        </form>
      ) : null}
    </article>
  )
}

/** What officers asked in their own words: who waits for whom, since when, and a form to answer in. */
export function Enquiries(props: Inside) {
  const { visit, application } = props
  if (application.enquiries.length === 0) return null
  return (
    <Sheet title={visit.t('apply.enquiries')} id="enquiries">
      <p>{visit.t('apply.enquiriesLead')}</p>
      {application.enquiries.map((enquiry) => (
        <One {...props} enquiry={enquiry} />
      ))}
    </Sheet>
  )
}

/** Sends an answer; a refused one stands at the field. */
export async function answerEnquiry(
  visit: Visit,
  form: Form,
  show: (errors: readonly FormError[]) => Promise<Shown>,
): Promise<Shown | Response> {
  const id = visit.param('id')
  const enquiry = visit.param('enquiry')
  try {
    await visit.api.call(routes.answerEnquiry, {
      params: { id, enquiry },
      body: { answer: form.text(fieldOf(enquiry)) },
    })
  } catch (error) {
    return show(formErrors(visit.t, error, () => fieldOf(enquiry)))
  }
  return visit.c.redirect(pathTo('application', { id }), 303)
}
