import { routes, type ReplyOf } from '@allmende/wire'
import {
  DataTable,
  DateInput,
  EmptyState,
  errorAt,
  ErrorSummary,
  type FormError,
  Pager,
  Sheet,
  SubmitBar,
  Tag,
  TextInput,
} from '../../components/index.ts'
import { formatInstant } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'

type Delegation = ReplyOf<typeof routes.listDelegations>['items'][number]
const stateTone = { 'to-come': 'info', now: 'wait', ended: 'ok' } as const

function DelegateForm({
  visit,
  form,
  errors,
}: {
  readonly visit: Visit
  readonly form: Form | null
  readonly errors: readonly FormError[]
}) {
  const { t } = visit
  const field = (name: string) => ({ t, name, value: form?.text(name) ?? '', error: errorAt(errors, name) })
  return (
    <Sheet title={t('clear.delegate')}>
      <form method="post" action={pathPatterns.delegations}>
        <TextInput {...field('name')} label={t('clear.deputyName')} maxlength={200} dir="auto" />
        <TextInput
          {...field('email')}
          label={t('clear.deputyEmail')}
          hint={t('clear.deputyEmailHint')}
          type="email"
          maxlength={254}
        />
        <DateInput {...field('from')} label={t('clear.fromDate')} hint={t('clear.fromDateHint')} optional />
        <DateInput {...field('until')} label={t('clear.untilDate')} hint={t('clear.untilDateHint')} />
        <TextInput
          {...field('reason')}
          label={t('clear.delegationReason')}
          hint={t('clear.delegationReasonHint')}
          maxlength={1000}
          dir="auto"
        />
        <SubmitBar t={t} label={t('clear.delegate')} />
      </form>
    </Sheet>
  )
}

function columnsOf({ t }: Visit) {
  return [
    { key: 'deputy', head: t('clear.deputy'), rowHead: true, cell: (d: Delegation) => <bdi>{d.deputy}</bdi> },
    { key: 'officer', head: t('clear.officer'), cell: (d: Delegation) => <bdi>{d.officer}</bdi> },
    { key: 'from', head: t('clear.from'), cell: (d: Delegation) => formatInstant(t.lang, d.from) },
    { key: 'until', head: t('clear.until'), cell: (d: Delegation) => formatInstant(t.lang, d.until) },
    { key: 'reason', head: t('clear.reason'), cell: (d: Delegation) => <bdi>{d.reason}</bdi> },
    {
      key: 'state',
      head: t('clear.state'),
      cell: (d: Delegation) => (
        <>
          <Tag tone={stateTone[d.state]}>{t(`clear.delegation.${d.state}`)}</Tag>
          {d.canEnd ? (
            <form method="post" action={pathTo('endDelegation', { id: d.id })}>
              <button class="btn quiet small" aria-label={`${t('clear.endNow')}: ${d.deputy}`}>
                {t('clear.endNow')}
              </button>
            </form>
          ) : null}
        </>
      ),
    },
  ]
}

/** Who stands in for which officer, and the form to name a deputy. */
export async function showDelegations(
  visit: Visit,
  form: Form | null = null,
  errors: readonly FormError[] = [],
): Promise<Shown> {
  const { t } = visit
  const { items, canDelegate } = await visit.api.call(routes.listDelegations, {})
  return {
    title: t('clear.delegations'),
    at: 'delegations',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <h1>{t('clear.delegations')}</h1>
        <p>{t('clear.delegationsLead')}</p>
        <p>
          <a href={pathPatterns.queries}>{t('clear.toQueries')}</a>
        </p>
        <ErrorSummary t={t} errors={errors} />
        <DataTable
          t={t}
          id="delegations"
          caption={t('clear.delegations')}
          rows={items}
          empty={<EmptyState title={t('clear.delegationsNone')}>{t('clear.delegationsNoneHint')}</EmptyState>}
          columns={columnsOf(visit)}
        />
        {canDelegate ? <DelegateForm visit={visit} form={form} errors={errors} /> : null}
      </>
    ),
  }
}

/** A day of the form as a moment, in UTC: its beginning, or its end. */
function momentOf(day: string, time: string): string | null {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? `${day}T${time}Z` : null
}

export async function delegate(visit: Visit, form: Form): Promise<Shown | Response> {
  try {
    await visit.api.call(routes.delegateRole, {
      body: {
        name: form.text('name'),
        email: form.text('email'),
        from: momentOf(form.text('from'), '00:00:00'),
        until: momentOf(form.text('until'), '23:59:59') ?? '',
        reason: form.text('reason'),
      },
    })
  } catch (error) {
    return showDelegations(visit, form, formErrors(visit.t, error))
  }
  return visit.c.redirect(pathPatterns.delegations, 303)
}

export async function endDelegation(visit: Visit): Promise<Response> {
  await visit.api.call(routes.endDelegation, { params: { id: visit.param('id') } })
  return visit.c.redirect(pathPatterns.delegations, 303)
}

/** Who asked the rules and the lists, when, and what came out; never what about. */
export async function showQueries(visit: Visit): Promise<Shown> {
  const { t } = visit
  const after = visit.query('after')
  const { items, next } = await visit.api.call(routes.listQueries, { query: after ? { after } : {} })
  return {
    title: t('clear.queries'),
    at: 'queries',
    body: (
      <>
        <h1>{t('clear.queries')}</h1>
        <p>{t('clear.queriesLead')}</p>
        <DataTable
          t={t}
          id="queries"
          caption={t('clear.queries')}
          rows={items}
          empty={<EmptyState title={t('clear.queriesNone')}>{t('clear.queriesNoneHint')}</EmptyState>}
          columns={[
            { key: 'at', head: t('clear.queryAt'), rowHead: true, cell: (q) => formatInstant(t.lang, q.at) },
            { key: 'who', head: t('clear.queryWho'), cell: (q) => <bdi>{q.who}</bdi> },
            { key: 'kind', head: t('clear.queryKind'), cell: (q) => t(`clear.queryKind.${q.kind}`) },
            { key: 'of', head: t('clear.queryResource'), cell: (q) => <bdi>{q.resource}</bdi> },
            { key: 'outcome', head: t('clear.queryOutcome'), cell: (q) => <bdi>{q.outcome}</bdi> },
          ]}
        />
        <Pager
          t={t}
          shown={items.length}
          firstHref={after ? pathPatterns.queries : null}
          nextHref={next ? pathTo('queries', {}, { after: next }) : null}
        />
      </>
    ),
  }
}
