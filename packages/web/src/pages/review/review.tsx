import { routes, type ReplyOf } from '@allmende/wire'
import {
  Chain,
  DataTable,
  DefinitionList,
  EmptyState,
  errorAt,
  ErrorSummary,
  type FormError,
  Notice,
  Radios,
  Sheet,
  SubmitBar,
  Tag,
  TextArea,
} from '../../components/index.ts'
import { formatDate, formatHours, formatInstant, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Pages, Shown, Visit } from '../../web.ts'
import { planItems } from '../plan/plan-items.ts'
import { formErrors } from '../refused.ts'

type Review = ReplyOf<typeof routes.getReview>
const tones = { assigned: 'wait', submitted: 'ok', declined: 'info', closed: 'info' } as const

async function showReviews(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.listReviews, {})
  return {
    title: t('nav.reviews'),
    at: 'reviews',
    body: (
      <>
        <h1>{t('nav.reviews')}</h1>
        <DataTable
          t={t}
          id="reviews"
          caption={t('review.caption')}
          rows={items}
          empty={<EmptyState title={t('review.none')}>{t('review.noneHint')}</EmptyState>}
          columns={[
            {
              key: 'title',
              head: t('apply.title'),
              rowHead: true,
              cell: (r) => (
                <a href={pathTo('review', { id: r.id })}>
                  <bdi>{r.title}</bdi>
                </a>
              ),
            },
            {
              key: 'state',
              head: t('sites.state'),
              cell: (r) => <Tag tone={tones[r.state]}>{t(`review.state.${r.state}`)}</Tag>,
            },
            { key: 'since', head: t('review.since'), cell: (r) => formatDate(t.lang, r.assignedAt) },
            {
              key: 'by',
              head: t('review.by'),
              cell: (r) => (r.state === 'assigned' && r.by ? formatInstant(t.lang, r.by) : '–'),
            },
          ]}
        />
      </>
    ),
  }
}

/** Whom to look at for a conflict: the organisation and the people, by name and institution. */
function Applicants({ t, review }: { readonly t: Translator; readonly review: Review }) {
  return (
    <Sheet title={t('review.applicants')}>
      <p>{t('review.applicantsLead')}</p>
      <ul>
        <li>
          <strong>
            <bdi>{review.organisation ?? '–'}</bdi>
          </strong>{' '}
          ({t('review.applicantOrganisation')})
        </li>
        {review.team.map((person) => (
          <li>
            <bdi>{[person.name, person.affiliation].filter(Boolean).join(', ')}</bdi>{' '}
            {person.lead ? `(${t('review.lead')})` : ''}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

type FormProps = {
  readonly t: Translator
  readonly review: Review
  readonly form: Form | null
  readonly errors: readonly FormError[]
}

function ReviewForms({ t, review, form, errors }: FormProps) {
  return (
    <>
      <Sheet title={t('review.write')}>
        <form method="post" action={pathTo('review', { id: review.id })}>
          <Radios
            t={t}
            name="score"
            label={t('review.score')}
            hint={t('review.scoreHint')}
            value={form?.text('score') ?? ''}
            error={errorAt(errors, 'score')}
            options={(['5', '4', '3', '2', '1'] as const).map((value) => ({
              value,
              label: t(`review.score.${value}`),
            }))}
          />
          <TextArea
            t={t}
            name="comment"
            label={t('review.comment')}
            hint={t('review.commentHint')}
            rows={8}
            value={form?.text('comment') ?? ''}
            error={errorAt(errors, 'comment')}
            maxlength={8000}
          />
          <SubmitBar t={t} label={t('review.submit')} />
        </form>
      </Sheet>
      <Sheet title={t('review.decline')}>
        <form method="post" action={pathTo('review', { id: review.id })}>
          <input type="hidden" name="decline" value="yes" />
          <TextArea
            t={t}
            name="reason"
            label={t('review.conflict')}
            hint={t('review.conflictHint')}
            rows={3}
            value={form?.text('reason') ?? ''}
            error={errorAt(errors, 'reason')}
            maxlength={2000}
          />
          <button class="btn quiet">{t('review.decline')}</button>
        </form>
      </Sheet>
    </>
  )
}

/** What came of a review that is no longer to be written. */
function Outcome({ t, review, form }: Omit<FormProps, 'errors'>) {
  const written = form ? form.text('comment') || form.text('reason') : ''
  return (
    <>
      {review.state === 'closed' ? (
        <Notice tone="info" title={t('review.closedTitle')}>
          <p>{t('review.closedHint')}</p>
        </Notice>
      ) : (
        <p>
          {t('review.score')}: {review.score ?? '–'}. <bdi>{review.comment}</bdi>
        </p>
      )}
      {written ? (
        <Sheet title={t('review.notSent')}>
          <p class="letter">{written}</p>
        </Sheet>
      ) : null}
    </>
  )
}

async function showReview(
  visit: Visit,
  form: Form | null = null,
  errors: readonly FormError[] = [],
): Promise<Shown> {
  const { t } = visit
  const review = await visit.api.call(routes.getReview, { params: { id: visit.param('id') } })
  const open = review.state === 'assigned'
  return {
    title: review.title,
    at: 'reviews',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [{ label: t('nav.reviews'), href: pathPatterns.reviews }, { label: review.number }],
    body: (
      <>
        <h1>
          <bdi>{review.title}</bdi> <Tag tone={tones[review.state]}>{t(`review.state.${review.state}`)}</Tag>
        </h1>
        <Chain t={t} at="review" />
        <ErrorSummary t={t} errors={errors} />
        <p class="letter">{review.summary}</p>
        <DefinitionList
          items={[
            ...(open && review.by
              ? [{ term: t('review.by'), detail: formatInstant(t.lang, review.by) }]
              : []),
            { term: t('apply.hours'), detail: formatHours(t.lang, review.askedAcceleratorMs) },
            ...planItems(visit, review.plan),
          ]}
        />
        <Applicants t={t} review={review} />
        {open ? (
          <ReviewForms t={t} review={review} form={form} errors={errors} />
        ) : (
          <Outcome t={t} review={review} form={form} />
        )}
      </>
    ),
  }
}

export const reviewPages: Pages = (pages) => {
  pages.get('reviews', showReviews)
  pages.get('review', (visit) => showReview(visit))
  pages.post('review', async (visit, form) => {
    const id = visit.param('id')
    try {
      if (form.has('decline'))
        await visit.api.call(routes.declineReview, { params: { id }, body: { reason: form.text('reason') } })
      else
        await visit.api.call(routes.submitReview, {
          params: { id },
          body: { score: Number(form.text('score') || Number.NaN), comment: form.text('comment') },
        })
    } catch (error) {
      return showReview(
        visit,
        form,
        formErrors(visit.t, error).map((e) =>
          e.name ? { name: e.name, message: visit.t('jobs.wrong') } : e,
        ),
      )
    }
    return visit.c.redirect(pathPatterns.reviews, 303)
  })
}
