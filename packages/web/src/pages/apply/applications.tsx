import { routes, type ReplyOf } from '@allmende/wire'
import { DataTable, EmptyState, Pager, Tag } from '../../components/index.ts'
import { formatHours, formatInstant } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Shown, Visit } from '../../web.ts'

type State = ReplyOf<typeof routes.getApplication>['state']

/** How a state of an application looks. */
export const stateTones: Record<State, 'ok' | 'wait' | 'stop' | 'info'> = {
  draft: 'info',
  submitted: 'wait',
  clearing: 'wait',
  review: 'wait',
  panel: 'wait',
  awarded: 'ok',
  refused: 'stop',
  withdrawn: 'stop',
}

/** Officers, the panel's chair and the secretariat see every application; everybody else those they take part in. */
function seesAll({ me }: Visit): boolean {
  return me?.grants.some(({ role }) => ['officer', 'panel-chair', 'secretariat'].includes(role)) ?? false
}

/** The applications that the reader may see: their own, or all of them for who works on all. */
export async function showApplications(visit: Visit): Promise<Shown | Response> {
  const { t } = visit
  if (!visit.me) return visit.c.redirect(pathTo('signIn', {}, { next: pathPatterns.applications }), 303)
  const after = visit.query('after')
  const page = await visit.api.call(routes.listApplications, { query: after ? { after } : {} })
  return {
    title: t('nav.applications'),
    at: 'applications',
    body: (
      <>
        <h1>{t('nav.applications')}</h1>
        <DataTable
          t={t}
          id="applications"
          caption={t(seesAll(visit) ? 'apply.listAllCaption' : 'apply.listCaption')}
          rows={page.items}
          empty={
            <EmptyState title={t('apply.none')} action={{ href: pathPatterns.calls, label: t('nav.calls') }}>
              {t('apply.noneHint')}
            </EmptyState>
          }
          columns={[
            {
              key: 'title',
              head: t('apply.title'),
              rowHead: true,
              cell: (row) => (
                <a href={pathTo('application', { id: row.id })}>
                  <bdi>{row.title || row.number}</bdi>
                </a>
              ),
            },
            { key: 'number', head: t('apply.number'), cell: (row) => <bdi>{row.number}</bdi> },
            {
              key: 'state',
              head: t('apply.state'),
              cell: (row) => <Tag tone={stateTones[row.state]}>{t(`apply.state.${row.state}`)}</Tag>,
            },
            {
              key: 'hours',
              head: t('apply.hours'),
              numeric: true,
              cell: (row) => formatHours(t.lang, row.askedAcceleratorMs),
            },
            { key: 'by', head: t('clock.by'), cell: (row) => (row.by ? formatInstant(t.lang, row.by) : '–') },
          ]}
        />
        <Pager
          t={t}
          shown={page.items.length}
          firstHref={after ? pathPatterns.applications : null}
          nextHref={page.next ? pathTo('applications', {}, { after: page.next }) : null}
        />
      </>
    ),
  }
}
