import { binding, routes, type ReplyOf } from '@allmende/wire'
import {
  DataTable,
  DateInput,
  EmptyState,
  errorAt,
  ErrorSummary,
  type FormError,
  HeldRules,
  OutcomeTag,
  Pager,
  Select,
  SubmitBar,
} from '../../components/index.ts'
import { formatDate, formatNumber, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Pages, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'

/** The way from the queue to this page. */
export function AffectedLink({ t }: { readonly t: Translator }) {
  return (
    <p>
      <a href={pathPatterns.affected}>{t('affected.title')}</a>
    </p>
  )
}

type Page = ReplyOf<typeof routes.listAffected>
type Answer = NonNullable<Page['items'][number]['before']>

function AnswerTag({ visit, answer }: { readonly visit: Visit; readonly answer: Answer | null }) {
  const { t } = visit
  if (!answer) return <>–</>
  return (
    <>
      <OutcomeTag t={t} outcome={answer.outcome} /> {t(`apply.standing.${answer.standing}`)}
    </>
  )
}

function AffectedTable({ visit, page }: { readonly visit: Visit; readonly page: Page }) {
  const { t } = visit
  return (
    <DataTable
      t={t}
      id="affected"
      caption={t('affected.caption', { version: page.rulesVersion, date: formatDate(t.lang, page.asOf) })}
      rows={page.items}
      empty={
        <EmptyState title={t('affected.none')}>{t('affected.examined', { count: page.examined })}</EmptyState>
      }
      columns={[
        {
          key: 'title',
          head: t('apply.title'),
          rowHead: true,
          cell: (row) => (
            <a href={pathTo('case', { id: row.application })}>
              <bdi>{row.title}</bdi>
            </a>
          ),
        },
        { key: 'site', head: t('sites.site'), cell: (row) => <bdi>{row.siteName}</bdi> },
        {
          key: 'before',
          head: t('affected.before'),
          cell: (row) => <AnswerTag visit={visit} answer={row.before} />,
        },
        {
          key: 'after',
          head: t('affected.after'),
          cell: (row) => <AnswerTag visit={visit} answer={row.after} />,
        },
        {
          key: 'rules',
          head: t('affected.newRules'),
          cell: (row) => <HeldRules t={t} rules={row.newRules} />,
        },
        {
          key: 'jobs',
          head: t('affected.jobs'),
          cell: (row) =>
            [row.runningJobs, row.placedJobs, row.queuedJobs].map((n) => formatNumber(t.lang, n)).join(' · '),
        },
      ]}
    />
  )
}

async function showAffected(visit: Visit): Promise<Shown> {
  const { t } = visit
  const [asked, after] = [visit.query('asOf') ?? '', visit.query('after')]
  const binds = binding.options.find((one) => one === visit.query('binds'))
  const query = { ...(asked === '' ? {} : { asOf: asked }), ...(binds ? { enforcement: binds } : {}) }
  const own = { asOf: asked, ...(binds ? { binds } : {}) }
  let [page, errors]: [Page | null, FormError[]] = [null, []]
  try {
    page = await visit.api.call(routes.listAffected, { query: { ...query, ...(after ? { after } : {}) } })
  } catch (error) {
    errors = formErrors(t, error, () => 'asOf')
  }
  return {
    title: t('affected.title'),
    at: 'cases',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [{ label: t('nav.queue'), href: pathPatterns.cases }, { label: t('affected.title') }],
    body: (
      <>
        <h1>{t('affected.title')}</h1>
        <p>{t('affected.lead')}</p>
        <ErrorSummary t={t} errors={errors} />
        <form method="get" action={pathPatterns.affected}>
          <DateInput
            t={t}
            name="asOf"
            label={t('affected.asOf')}
            hint={t('affected.asOfHint')}
            value={asked || (page?.asOf ?? null)}
            error={errorAt(errors, 'asOf')}
          />
          <Select
            t={t}
            name="binds"
            label={t('rulebook.enforcement')}
            hint={t('affected.bindsHint')}
            value={binds ?? null}
            options={binding.options.map((one) => ({ value: one, label: t(`rulebook.enforcement.${one}`) }))}
            optional
          />
          <SubmitBar t={t} label={t('affected.show')} />
        </form>
        {page ? (
          <>
            <AffectedTable visit={visit} page={page} />
            <Pager
              t={t}
              shown={page.items.length}
              firstHref={after ? pathTo('affected', {}, own) : null}
              nextHref={page.next ? pathTo('affected', {}, { ...own, after: page.next }) : null}
            />
          </>
        ) : null}
      </>
    ),
  }
}

export const affectedPages: Pages = (pages) => {
  pages.get('affected', showAffected)
}
