import { routes, type ReplyOf } from '@allmende/wire'
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
  const asOf = asked === '' ? {} : { asOf: asked }
  let [page, errors]: [Page | null, FormError[]] = [null, []]
  try {
    page = await visit.api.call(routes.listAffected, { query: { ...asOf, ...(after ? { after } : {}) } })
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
          <SubmitBar t={t} label={t('affected.show')} />
        </form>
        {page ? (
          <>
            <AffectedTable visit={visit} page={page} />
            <Pager
              t={t}
              shown={page.items.length}
              firstHref={after ? pathTo('affected', {}, { asOf: asked }) : null}
              nextHref={page.next ? pathTo('affected', {}, { asOf: asked, after: page.next }) : null}
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
