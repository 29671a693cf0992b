import { routes, type ReplyOf } from '@allmende/wire'
import { Code, DataTable, DefinitionList, EmptyState, Sheet, Tag } from '../../components/index.ts'
import { formatCountry, formatInstant, formatNumber } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import { savePolicy, showPolicy } from './policy.tsx'
import { nextStandings, setStanding, showStanding, StandingTag } from './standing.tsx'
import type { Pages, Shown, Visit } from '../../web.ts'

type Site = ReplyOf<typeof routes.getSite>
export const siteTones = { online: 'ok', offline: 'stop', enrolling: 'wait' } as const

async function showSites(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.listSites, {})
  return {
    title: t('nav.sites'),
    at: 'sites',
    body: (
      <>
        <h1>{t('nav.sites')}</h1>
        <DataTable
          t={t}
          id="sites"
          caption={t('sites.caption')}
          rows={items}
          empty={<EmptyState title={t('sites.none')}>{t('sites.noneHint')}</EmptyState>}
          columns={[
            {
              key: 'name',
              head: t('sites.site'),
              rowHead: true,
              cell: (s) => (
                <a href={pathTo('site', { id: s.id })}>
                  <bdi>{s.name}</bdi>
                </a>
              ),
            },
            {
              key: 'state',
              head: t('sites.state'),
              cell: (s) => (
                <>
                  <Tag tone={siteTones[s.state]}>{t(`sites.state.${s.state}`)}</Tag>{' '}
                  <StandingTag visit={visit} standing={s.standing} />
                </>
              ),
            },
            { key: 'country', head: t('alliance.country'), cell: (s) => formatCountry(t.lang, s.country) },
            {
              key: 'model',
              head: t('sites.accelerators'),
              cell: (s) => <bdi>{`${formatNumber(t.lang, s.accelerators)} × ${s.acceleratorModel}`}</bdi>,
            },
            {
              key: 'running',
              head: t('sites.running'),
              numeric: true,
              cell: (s) => formatNumber(t.lang, s.running),
            },
          ]}
        />
      </>
    ),
  }
}

function mayManage(visit: Visit, site: Site): boolean {
  return (
    visit.me?.grants.some(
      (g) => g.role === 'secretariat' || (g.role === 'site-operator' && g.scopeId === site.id),
    ) ?? false
  )
}

/** What its operator and the secretariat do with a site. */
function Manage({
  visit,
  site,
  code,
}: {
  readonly visit: Visit
  readonly site: Site
  /** The code with which an agent joins, just made. */
  readonly code: string | null
}) {
  const { t } = visit
  const origin = new URL(visit.c.req.url).origin
  return (
    <>
      <p>
        <a class="btn quiet" href={pathTo('sitePolicy', { id: site.id })}>
          {t('sites.policy')}
        </a>{' '}
        {nextStandings(visit, site.standing).length > 0 ? (
          <a class="btn quiet" href={pathTo('siteStanding', { id: site.id })}>
            {t('state.change')}
          </a>
        ) : null}
      </p>
      {site.standing === 'ended' ? null : (
        <Sheet title={t('sites.enrol')}>
          <p>{t('sites.enrolLead')}</p>
          {code ? (
            <Code
              t={t}
              text={`npx allmende agent --server ${origin} --state ./site --enrol ${code}`}
              label={t('sites.enrol')}
            />
          ) : null}
          <form method="post" action={pathTo('site', { id: site.id })}>
            <button class="btn quiet">{t('sites.makeCode')}</button>
          </form>
        </Sheet>
      )}
    </>
  )
}

async function showSite(visit: Visit, code: string | null = null): Promise<Shown> {
  const { t } = visit
  const site = await visit.api.call(routes.getSite, { params: { id: visit.param('id') } })
  return {
    title: site.name,
    at: 'sites',
    breadcrumb: [{ label: t('nav.sites'), href: pathPatterns.sites }, { label: site.name }],
    body: (
      <>
        <h1>
          <bdi>{site.name}</bdi> <Tag tone={siteTones[site.state]}>{t(`sites.state.${site.state}`)}</Tag>{' '}
          <StandingTag visit={visit} standing={site.standing} />
        </h1>
        <DefinitionList
          items={[
            { term: t('sites.operator'), detail: <bdi>{site.operator}</bdi> },
            { term: t('alliance.country'), detail: formatCountry(t.lang, site.country) },
            {
              term: t('sites.accelerators'),
              detail: <bdi>{`${formatNumber(t.lang, site.accelerators)} × ${site.acceleratorModel}`}</bdi>,
            },
            {
              term: t('sites.sandbox'),
              detail:
                site.sandbox === null ? (
                  '–'
                ) : site.sandbox === 'none' ? (
                  <Tag tone="wait">{t('sites.noSandbox')}</Tag>
                ) : (
                  <bdi>{site.sandbox}</bdi>
                ),
            },
            { term: t('sites.seen'), detail: site.lastSeenAt ? formatInstant(t.lang, site.lastSeenAt) : '–' },
            {
              term: t('sites.refusedMembers'),
              detail: <bdi>{site.policy.refusedMembers.join(', ') || '–'}</bdi>,
            },
            {
              term: t('sites.refusedCountries'),
              detail: <bdi>{site.policy.refusedCountries.join(', ') || '–'}</bdi>,
            },
            {
              term: t('sites.conditions'),
              detail: (
                <bdi>
                  {site.policy.licenceConditions ||
                    (site.policy.conditionsKnown ? t('sites.noConditions') : t('sites.conditionsUnknown'))}
                </bdi>
              ),
            },
            { term: t('sites.key'), detail: <code class="break">{site.publicKey ?? '–'}</code> },
          ]}
        />
        {mayManage(visit, site) ? <Manage visit={visit} site={site} code={code} /> : null}
      </>
    ),
  }
}

export const sitePages: Pages = (pages) => {
  pages.get('sitePolicy', (visit) => showPolicy(visit))
  pages.post('sitePolicy', savePolicy)
  pages.get('siteStanding', (visit) => showStanding(visit))
  pages.post('siteStanding', setStanding)
  pages.get('sites', showSites)
  pages.get('site', (visit) => showSite(visit))
  pages.post('site', async (visit) =>
    showSite(
      visit,
      (await visit.api.call(routes.enrolSite, { params: { id: visit.param('id') }, body: {} }))
        .enrolmentToken,
    ),
  )
}
