import type { ReplyOf, routes } from '@allmende/wire'
import { DataTable, Tag } from '../../components/index.ts'
import { formatDate, formatNumber, type Translator } from '../../messages/index.ts'

export type ListsTableProps = {
  readonly t: Translator
  readonly lists: ReplyOf<typeof routes.listLists>['items']
}

/** The screening lists in use, with where each comes from and how old it is. */
export function ListsTable({ t, lists }: ListsTableProps) {
  return (
    <DataTable
      t={t}
      id="lists"
      caption={t('alliance.lists')}
      rows={lists}
      empty={<p>{t('alliance.noLists')}</p>}
      columns={[
        { key: 'name', head: t('alliance.list'), rowHead: true, cell: (row) => <bdi>{row.name}</bdi> },
        { key: 'source', head: t('alliance.source'), cell: (row) => <bdi>{row.source}</bdi> },
        {
          key: 'published',
          head: t('alliance.published'),
          cell: (row) => formatDate(t.lang, row.publishedOn),
        },
        {
          key: 'entries',
          head: t('alliance.entries'),
          numeric: true,
          cell: (row) => formatNumber(t.lang, row.entries),
        },
        {
          key: 'age',
          head: t('alliance.age'),
          cell: (row) => (
            <>
              {row.stale ? (
                <Tag tone="stop">{t('alliance.stale', { days: row.ageDays })}</Tag>
              ) : (
                t('alliance.days', { days: row.ageDays })
              )}
              {row.check?.problem ? (
                <>
                  {' '}
                  <Tag tone="wait">
                    {t('alliance.checkFailed', { date: formatDate(t.lang, row.check.at) })}
                  </Tag>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )
}
