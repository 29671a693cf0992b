import { routes, type ReplyOf } from '@allmende/wire'
import {
  Chain,
  Clock,
  Columns,
  DataTable,
  DefinitionList,
  errorAt,
  ErrorSummary,
  type FormError,
  Notice,
  Sheet,
  TextArea,
  TextInput,
} from '../../components/index.ts'
import { formatHours, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { planItems } from '../plan/plan-items.ts'
import { formErrors } from '../refused.ts'
import { siteColumns } from './site-columns.tsx'

type Case = ReplyOf<typeof routes.getPanelCase>

const hour = 3_600_000

type FormProps = {
  readonly t: Translator
  readonly file: Case
  readonly form: Form | null
  readonly errors: readonly FormError[]
}

function DecideForm({ t, file, form, errors }: FormProps) {
  const value = (name: string, otherwise: string) => form?.text(name) ?? otherwise
  return (
    <Sheet title={t('award.decide')}>
      <form method="post" action={pathTo('panelCase', { id: file.application })}>
        <input type="hidden" name="key" value={form?.text('key') ?? crypto.randomUUID()} />
        <TextInput
          t={t}
          name="hours"
          type="number"
          min={0}
          max={file.maxAcceleratorMs / hour}
          step="any"
          unit="h"
          short
          label={t('apply.hours')}
          hint={t('award.atMost', { hours: formatHours(t.lang, file.maxAcceleratorMs) })}
          value={value('hours', String(file.askedAcceleratorMs / hour))}
          error={errorAt(errors, 'hours')}
        />
        <TextInput
          t={t}
          name="days"
          type="number"
          min={1}
          max={1095}
          short
          label={t('award.days')}
          value={value('days', '90')}
          error={errorAt(errors, 'days')}
        />
        <TextArea
          t={t}
          name="conditions"
          label={t('award.conditions')}
          hint={t('award.conditionsHint')}
          value={value('conditions', '')}
          rows={3}
          error={errorAt(errors, 'conditions')}
          optional
        />
        <TextArea
          t={t}
          name="reason"
          label={t('clear.reason')}
          hint={t('award.reasonHint')}
          value={value('reason', '')}
          rows={4}
          error={errorAt(errors, 'reason')}
        />
        <p>
          <button class="btn" name="verdict" value="award">
            {t('award.award')}
          </button>{' '}
          <button class="btn quiet" name="verdict" value="refuse">
            {t('award.refuse')}
          </button>
        </p>
      </form>
    </Sheet>
  )
}

/** The form where the reader can decide, else why there is none; what was written stays to be read. */
function Decide(props: FormProps & { readonly visit: Visit }) {
  const { t, file, form, visit } = props
  const chair = visit.me?.grants.some((grant) => grant.role === 'panel-chair') ?? false
  if (file.state === 'panel' && chair) return <DecideForm {...props} />
  const written = form?.text('reason') ?? ''
  return (
    <>
      <Notice
        tone="info"
        title={file.state === 'panel' ? t('award.chairDecides') : t('award.decidedAlready')}
      >
        {file.state === 'panel' ? null : (
          <p>
            {t('apply.state')}: {t(`apply.state.${file.state}`)}.
          </p>
        )}
      </Notice>
      {written ? (
        <Sheet title={t('award.notSent')}>
          <p class="letter">{written}</p>
        </Sheet>
      ) : null}
    </>
  )
}

function Asked({ visit, file }: { readonly visit: Visit; readonly file: Case }) {
  const { t } = visit
  return (
    <>
      <p class="letter">{file.summary}</p>
      <DefinitionList
        items={[
          { term: t('award.call'), detail: <bdi>{file.callTitle}</bdi> },
          { term: t('apply.hours'), detail: formatHours(t.lang, file.askedAcceleratorMs) },
          { term: t('apply.member'), detail: <bdi>{file.member ?? '–'}</bdi> },
          { term: t('apply.organisationName'), detail: <bdi>{file.organisation ?? '–'}</bdi> },
          {
            term: t('apply.step.team'),
            detail: (
              <bdi>
                {file.team
                  .map(({ name, affiliation }) => (affiliation ? `${name} (${affiliation})` : name))
                  .join('; ')}
              </bdi>
            ),
          },
          ...planItems(visit, file.plan),
        ]}
      />
    </>
  )
}

function Reviews({ t, file }: { readonly t: Translator; readonly file: Case }) {
  return (
    <DataTable
      t={t}
      id="scores"
      caption={t('award.scores')}
      rows={file.reviews}
      empty={<p>{t('award.noScores')}</p>}
      columns={[
        { key: 'who', head: t('award.reviewer'), rowHead: true, cell: (r) => <bdi>{r.reviewer}</bdi> },
        { key: 'score', head: t('review.score'), numeric: true, cell: (r) => String(r.score ?? '–') },
        { key: 'comment', head: t('review.comment'), cell: (r) => <bdi>{r.comment ?? '–'}</bdi> },
      ]}
    />
  )
}

function Sites({ t, file }: { readonly t: Translator; readonly file: Case }) {
  return (
    <DataTable
      t={t}
      id="sites"
      caption={t('award.sitesCleared')}
      rows={file.sites}
      empty={<p>{t('award.noSites')}</p>}
      columns={siteColumns(t)}
    />
  )
}

export async function showPanelCase(
  visit: Visit,
  form: Form | null = null,
  refusal: readonly FormError[] = [],
): Promise<Shown> {
  const { t } = visit
  const file = await visit.api.call(routes.getPanelCase, { params: { id: visit.param('id') } })
  // The API counts in milliseconds; the form says it in hours.
  const most = t('award.atMost', { hours: formatHours(t.lang, file.maxAcceleratorMs) })
  const tooMuch = Number(form?.text('hours')) * hour > file.maxAcceleratorMs
  const errors = refusal.map((e) => (e.name === 'hours' && tooMuch ? { ...e, message: most } : e))
  const open = file.state === 'panel' || file.state === 'review'
  return {
    title: file.title,
    at: 'panel',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [{ label: t('nav.panel'), href: pathPatterns.panel }, { label: file.number }],
    body: (
      <>
        <h1>
          <bdi>{file.title}</bdi>
        </h1>
        {open ? <Chain t={t} at={file.state === 'review' ? 'review' : 'award'} /> : null}
        <ErrorSummary t={t} errors={errors} />
        <Columns
          main={
            <>
              <Asked visit={visit} file={file} />
              <Reviews t={t} file={file} />
              <Sites t={t} file={file} />
              <Decide visit={visit} t={t} file={file} form={form} errors={errors} />
            </>
          }
          aside={
            open ? (
              <Clock
                t={t}
                since={file.clock.since}
                by={file.clock.by}
                who={t(file.state === 'panel' ? 'apply.with.chair' : 'apply.with.reviewers')}
                now={visit.now}
              />
            ) : null
          }
        />
      </>
    ),
  }
}

async function send(visit: Visit, form: Form): Promise<void> {
  const params = { id: visit.param('id') }
  const reason = form.text('reason')
  const idempotencyKey = `${form.text('key') || crypto.randomUUID()}:${form.text('verdict')}`
  if (form.text('verdict') === 'refuse') {
    await visit.api.call(routes.refuseApplication, { params, body: { reason }, idempotencyKey })
    return
  }
  const conditions = form
    .text('conditions')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  await visit.api.call(routes.awardApplication, {
    params,
    body: {
      acceleratorMs: Math.round(Number(form.text('hours') || Number.NaN) * hour),
      days: Number(form.text('days') || Number.NaN),
      conditions,
      reason,
    },
    idempotencyKey,
  })
}

export async function decideCase(visit: Visit, form: Form): Promise<Shown | Response> {
  try {
    await send(visit, form)
  } catch (error) {
    const inForm = (name: string) => (name === 'acceleratorMs' ? 'hours' : (name.split('.')[0] ?? name))
    return showPanelCase(visit, form, formErrors(visit.t, error, inForm))
  }
  return visit.c.redirect(pathPatterns.panel, 303)
}
