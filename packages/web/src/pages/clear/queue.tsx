import { routes, type ReplyOf } from '@allmende/wire'
import { DataTable, EmptyState, Pager, Tag } from '../../components/index.ts'
import { formatDuration, formatInstant, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Shown, Visit } from '../../web.ts'
import { AffectedLink } from './affected.tsx'

type Row = ReplyOf<typeof routes.listCases>['items'][number]

const kinds = [
  ['hits', 'openHits'],
  ['sites', 'openSites'],
  ['enquiries', 'openEnquiries'],
  ['proposals', 'proposals'],
] as const

/** What kind of case it is: what of it waits. */
function kindsOf(t: Translator, row: Row): string {
  return kinds
    .filter(([, count]) => row[count] > 0)
    .map(([kind, count]) => t(`clear.kind.${kind}`, { count: row[count] }))
    .join(' · ')
}

/** By when, how long is left or how late it is, and since when it waits. */
function RowClock({ visit, row }: { readonly visit: Visit; readonly row: Row }) {
  const { t, now } = visit
  const since = (
    <small>
      {t('clear.with', { who: t(`clear.who.${row.who}`) })},{' '}
      {t('clear.since', { date: formatInstant(t.lang, row.since) })}
    </small>
  )
  if (row.by === null)
    return (
      <>
        {t('clock.noLimit')}
        <br />
        {since}
      </>
    )
  const duration = formatDuration(t.lang, Date.parse(row.by) - now)
  return (
    <>
      <time datetime={row.by}>{formatInstant(t.lang, row.by)}</time>
      <br />
      {row.late ? (
        <Tag tone="stop">{t('clock.late', { duration })}</Tag>
      ) : (
        <Tag tone="wait">{t('clock.left', { duration })}</Tag>
      )}
      <br />
      {since}
    </>
  )
}

function Filter({ t, mine }: { readonly t: Translator; readonly mine: boolean }) {
  const choice = (href: string, label: string, current: boolean) =>
    current ? <strong aria-current="page">{label}</strong> : <a href={href}>{label}</a>
  return (
    <nav aria-label={t('clear.filter')}>
      <p>
        {choice(pathPatterns.cases, t('clear.all'), !mine)} ·{' '}
        {choice(pathTo('cases', {}, { mine: 'true' }), t('clear.mine'), mine)} ·{' '}
        <a href={pathPatterns.hits}>{t('hits.title')}</a> ·{' '}
        <a href={pathPatterns.delegations}>{t('clear.toDelegations')}</a> ·{' '}
        <a href={pathPatterns.queries}>{t('clear.toQueries')}</a>
      </p>
      <p class="soft">{t('clear.mineHint')}</p>
    </nav>
  )
}

/** Undecided cases, the most urgent first, with a clock on every row. */
export async function showQueue(visit: Visit): Promise<Shown> {
  const { t } = visit
  const mine = visit.query('mine') === 'true'
  const after = visit.query('after')
  const { items, next } = await visit.api.call(routes.listCases, {
    query: { ...(mine ? { mine: 'true' as const } : {}), ...(after ? { after } : {}) },
  })
  const own = mine ? { mine: 'true' } : {}
  return {
    title: t('nav.queue'),
    at: 'cases',
    body: (
      <>
        <h1>{t('nav.queue')}</h1>
        <Filter t={t} mine={mine} />
        <AffectedLink t={t} />
        <DataTable
          t={t}
          id="cases"
          caption={t('clear.caption')}
          rows={items}
          empty={
            <EmptyState title={t(mine ? 'clear.noneMine' : 'clear.none')}>{t('clear.noneHint')}</EmptyState>
          }
          columns={[
            {
              key: 'title',
              head: t('clear.case'),
              rowHead: true,
              cell: (c) => (
                <>
                  <a href={pathTo('case', { id: c.application })}>
                    <bdi>{c.title}</bdi>
                  </a>
                  <br />
                  <small>
                    <bdi>{c.number}</bdi> · {kindsOf(t, c)}
                  </small>
                </>
              ),
            },
            { key: 'by', head: t('clear.clock'), cell: (c) => <RowClock visit={visit} row={c} /> },
          ]}
        />
        <Pager
          t={t}
          shown={items.length}
          firstHref={after ? pathTo('cases', {}, own) : null}
          nextHref={next ? pathTo('cases', {}, { ...own, after: next }) : null}
        />
      </>
    ),
  }
}
