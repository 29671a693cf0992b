import { routes, type ReplyOf } from '@allmende/wire'
import { DataTable, EmptyState, Tag } from '../../components/index.ts'
import { formatHours, formatInstant } from '../../messages/index.ts'
import { pathTo } from '../../paths.ts'
import type { Pages, Shown, Visit } from '../../web.ts'
import { decideCase, showPanelCase } from './panel-case.tsx'

type Short = ReplyOf<typeof routes.listPanel>['short'][number]

/** Applications in review that lack somebody to review them, with what is missing and who can mend it. */
export function ShortTable({ visit, rows }: { readonly visit: Visit; readonly rows: readonly Short[] }) {
  const { t, me } = visit
  const gives = me?.grants.some((grant) => grant.role === 'secretariat') ?? false
  return (
    <DataTable
      t={t}
      id="short"
      caption={t('award.short')}
      rows={rows}
      empty={<p>{t('award.shortNone')}</p>}
      columns={[
        {
          key: 'title',
          head: t('apply.title'),
          rowHead: true,
          cell: (row) => (
            <a href={pathTo('panelCase', { id: row.application })}>
              <bdi>{row.title || row.number}</bdi>
            </a>
          ),
        },
        {
          key: 'missing',
          head: t('award.missing'),
          cell: (row) => (
            <>
              <Tag tone="wait">{t('award.missingReviewers', { count: row.missing })}</Tag>{' '}
              {gives ? (
                <a href={pathTo('secretariatPeople', {}, { role: 'reviewer' })}>{t('award.giveRole')}</a>
              ) : (
                t('award.secretariatGives')
              )}
            </>
          ),
        },
        { key: 'since', head: t('clock.waiting'), cell: (row) => formatInstant(t.lang, row.since) },
        { key: 'by', head: t('clock.by'), cell: (row) => (row.by ? formatInstant(t.lang, row.by) : '–') },
      ]}
    />
  )
}

async function showPanel(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { items, short } = await visit.api.call(routes.listPanel, {})
  return {
    title: t('nav.panel'),
    at: 'panel',
    body: (
      <>
        <h1>{t('nav.panel')}</h1>
        <DataTable
          t={t}
          id="panel"
          caption={t('award.panelCaption')}
          rows={items}
          empty={<EmptyState title={t('award.panelNone')}>{t('award.panelNoneHint')}</EmptyState>}
          columns={[
            {
              key: 'title',
              head: t('apply.title'),
              rowHead: true,
              cell: (row) => (
                <a href={pathTo('panelCase', { id: row.application })}>
                  <bdi>{row.title}</bdi>
                </a>
              ),
            },
            { key: 'scores', head: t('award.scores'), cell: (row) => row.scores.join(', ') || '–' },
            {
              key: 'hours',
              head: t('apply.hours'),
              numeric: true,
              cell: (row) => formatHours(t.lang, row.askedAcceleratorMs),
            },
            { key: 'by', head: t('clock.by'), cell: (row) => (row.by ? formatInstant(t.lang, row.by) : '–') },
          ]}
        />
        <ShortTable visit={visit} rows={short} />
      </>
    ),
  }
}

export const panelPages: Pages = (pages) => {
  pages.get('panel', showPanel)
  pages.get('panelCase', (visit) => showPanelCase(visit))
  pages.post('panelCase', decideCase)
}
