import { routes, type ReplyOf } from '@allmende/wire'
import { BarChart, WorldMap } from '../../charts/index.ts'
import { Columns, DataTable, EmptyState, Figures, Sheet, Tag } from '../../components/index.ts'
import {
  formatDate,
  formatDuration,
  formatHours,
  formatInstant,
  formatNumber,
  type Translator,
} from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Pages, Shown, Visit } from '../../web.ts'

type Call = ReplyOf<typeof routes.listCalls>['items'][number]
type Summary = ReplyOf<typeof routes.getSummary>

function MainFigures({ visit, summary }: { readonly visit: Visit; readonly summary: Summary }) {
  const { t, now } = visit
  return (
    <Figures
      items={[
        {
          label: t('front.accelerators'),
          value: formatNumber(t.lang, summary.accelerators),
          basis: <bdi>{summary.acceleratorModels.join(', ')}</bdi>,
        },
        {
          label: t('front.given'),
          value: formatHours(t.lang, summary.givenAcceleratorMs),
          basis: t('front.givenBasis'),
        },
        {
          label: t('front.firstHour'),
          value:
            summary.medianHoursToFirstJob === null
              ? '–'
              : formatDuration(t.lang, summary.medianHoursToFirstJob * 3_600_000),
          basis: summary.medianHoursToFirstJob === null ? t('front.noJobYet') : t('front.median'),
        },
        {
          label: t('front.waiting'),
          value: t('front.cases', { count: summary.openCases }),
          basis: summary.oldestCaseSince
            ? t('front.oldest', {
                duration: formatDuration(t.lang, now - Date.parse(summary.oldestCaseSince)),
              })
            : t('front.nobodyWaits'),
        },
      ]}
    />
  )
}

function Decisions({ visit, summary }: { readonly visit: Visit; readonly summary: Summary }) {
  const { t } = visit
  return (
    <DataTable
      t={t}
      id="decisions"
      caption={t('front.decisions')}
      rows={summary.decisions}
      empty={
        <EmptyState
          title={t('front.noDecisions')}
          action={{ href: pathPatterns.calls, label: t('nav.calls') }}
        >
          {t('front.noDecisionsHint')}
        </EmptyState>
      }
      columns={[
        {
          key: 'title',
          head: t('front.project'),
          rowHead: true,
          cell: (row) => <bdi>{row.title ?? row.number}</bdi>,
        },
        {
          key: 'member',
          head: t('alliance.member'),
          cell: (row) => <bdi>{summary.members.find((m) => m.member === row.member)?.name ?? '–'}</bdi>,
        },
        { key: 'asked', head: t('front.asked'), cell: (row) => formatDate(t.lang, row.askedAt) },
        {
          key: 'outcome',
          head: t('front.outcome'),
          cell: (row) =>
            row.outcome === 'awarded' ? (
              <Tag tone="ok">{t('front.awarded')}</Tag>
            ) : (
              <Tag tone="stop">{t('front.refused')}</Tag>
            ),
        },
        {
          key: 'hours',
          head: t('front.hours'),
          numeric: true,
          cell: (row) => formatHours(t.lang, row.acceleratorMs),
        },
      ]}
    />
  )
}

function OpenCalls({ t, calls }: { readonly t: Translator; readonly calls: readonly Call[] }) {
  return (
    <Sheet title={t('front.openCalls')}>
      {calls
        .filter((call) => call.open)
        .map((call) => (
          <>
            <h3>
              <a href={pathPatterns.calls}>
                <bdi>{call.title}</bdi>
              </a>
            </h3>
            <p>
              {t('alliance.upTo', { hours: formatHours(t.lang, call.maxAcceleratorMs) })} ·{' '}
              {call.closesAt
                ? t('alliance.closes', { date: formatDate(t.lang, call.closesAt) })
                : t('alliance.neverCloses')}
            </p>
          </>
        ))}
      {calls.some((call) => call.open) ? null : <p>{t('alliance.noCalls')}</p>}
    </Sheet>
  )
}

async function showFront(visit: Visit): Promise<Shown | Response> {
  const { t, alliance } = visit
  if (!alliance.founded) return visit.c.redirect(pathPatterns.found, 303)
  const summary = await visit.api.call(routes.getSummary, {})
  const { items: sites } = await visit.api.call(routes.listSites, {})
  const { items: calls } = await visit.api.call(routes.listCalls, {})
  const total = summary.members.reduce((sum, m) => sum + m.usedAcceleratorMs, 0)
  return {
    title: t('front.title'),
    at: 'home',
    body: (
      <>
        <h1>{t('front.heading', { members: summary.members.length, sites: summary.sites })}</h1>
        <p>{t('front.lead')}</p>
        <p>
          <a class="btn" href={pathPatterns.plan}>
            {t('front.plan')}
          </a>{' '}
          <a class="btn quiet" href={pathPatterns.calls}>
            {t('front.apply')}
          </a>
        </p>
        <MainFigures visit={visit} summary={summary} />
        <Columns
          main={
            <>
              <BarChart
                t={t}
                id="given-used"
                title={t('front.givenUsed')}
                note={t('front.givenUsedNote')}
                csvHref={pathPatterns.usageCsv}
                format={(value) => formatHours(t.lang, value)}
                rows={summary.members.map((m) => ({
                  label: m.name,
                  given: m.givenAcceleratorMs,
                  used: m.usedAcceleratorMs,
                  share: total === 0 ? null : Math.round((m.shareBp / 10_000) * total),
                }))}
              />
              <Decisions visit={visit} summary={summary} />
            </>
          }
          aside={<OpenCalls t={t} calls={calls} />}
        />
        <WorldMap
          t={t}
          id="world"
          title={t('front.map')}
          members={summary.members.map((m) => ({ country: m.country, name: m.name }))}
          sites={sites.map((s) => ({ country: s.country, name: s.name }))}
        />
        <p class="proof">
          {summary.checkpoint
            ? t('front.checkpoint', {
                size: formatNumber(t.lang, summary.checkpoint.size),
                at: formatInstant(t.lang, summary.checkpoint.at),
              })
            : t('front.noCheckpoint')}{' '}
          <a href={pathTo('log')}>{t('front.check')}</a>
        </p>
      </>
    ),
  }
}

export const reportPages: Pages = (pages) => {
  pages.get('home', showFront)
}
