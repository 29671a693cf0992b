import { routes, type ReplyOf } from '@allmende/wire'
import {
  Chain,
  DataTable,
  EmptyState,
  Figures,
  HoldNotice,
  Pager,
  Proof,
  Sheet,
  Tag,
} from '../../components/index.ts'
import { formatDate, formatHours, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Pages, Shown, Visit } from '../../web.ts'
import { mayRun } from '../jobs/may-run.ts'
import { manages, nextStates, projectTone, setProjectState, showProjectState } from './project-state.tsx'
import { siteColumns } from './site-columns.tsx'

type Project = ReplyOf<typeof routes.getProject>

async function showProjects(visit: Visit): Promise<Shown> {
  const { t } = visit
  const after = visit.query('after')
  const page = await visit.api.call(routes.listProjects, { query: after ? { after } : {} })
  return {
    title: t('nav.projects'),
    at: 'projects',
    body: (
      <>
        <h1>{t('nav.projects')}</h1>
        <DataTable
          t={t}
          id="projects"
          caption={t('award.caption')}
          rows={page.items}
          empty={
            <EmptyState title={t('award.none')} action={{ href: pathPatterns.calls, label: t('nav.calls') }}>
              {t('award.noneHint')}
            </EmptyState>
          }
          columns={[
            {
              key: 'name',
              head: t('jobs.project'),
              rowHead: true,
              cell: (p) => (
                <a href={pathTo('project', { id: p.id })}>
                  <bdi>{p.name}</bdi>
                </a>
              ),
            },
            {
              key: 'state',
              head: t('sites.state'),
              cell: (p) => <Tag tone={projectTone[p.state]}>{t(`award.state.${p.state}`)}</Tag>,
            },
            {
              key: 'left',
              head: t('award.left'),
              numeric: true,
              cell: (p) =>
                formatHours(t.lang, p.awardedAcceleratorMs - p.usedAcceleratorMs - p.reservedAcceleratorMs),
            },
            { key: 'until', head: t('award.until'), cell: (p) => formatDate(t.lang, p.until) },
          ]}
        />
        <Pager
          t={t}
          shown={page.items.length}
          firstHref={after ? pathPatterns.projects : null}
          nextHref={page.next ? pathTo('projects', {}, { after: page.next }) : null}
        />
      </>
    ),
  }
}

/** What was awarded, what was used, what running jobs may still use, and what is left. */
function Accounts({ t, project }: { readonly t: Translator; readonly project: Project }) {
  const left = project.awardedAcceleratorMs - project.usedAcceleratorMs - project.reservedAcceleratorMs
  return (
    <Figures
      items={[
        {
          label: t('award.awarded'),
          value: formatHours(t.lang, project.awardedAcceleratorMs),
          basis: t('award.untilDate', { date: formatDate(t.lang, project.until) }),
        },
        {
          label: t('award.used'),
          value: formatHours(t.lang, project.usedAcceleratorMs),
          basis: t('award.usedBasis'),
        },
        {
          label: t('award.reserved'),
          value: formatHours(t.lang, project.reservedAcceleratorMs),
          basis: t('award.reservedBasis'),
        },
        { label: t('award.left'), value: formatHours(t.lang, left), basis: t('award.leftBasis') },
      ]}
    />
  )
}

async function showProject(visit: Visit): Promise<Shown> {
  const { t } = visit
  const project = await visit.api.call(routes.getProject, { params: { id: visit.param('id') } })
  return {
    title: project.name,
    at: 'projects',
    breadcrumb: [{ label: t('nav.projects'), href: pathPatterns.projects }, { label: project.name }],
    body: (
      <>
        <h1>
          <bdi>{project.name}</bdi>{' '}
          <Tag tone={projectTone[project.state]}>{t(`award.state.${project.state}`)}</Tag>
        </h1>
        <Chain t={t} at={project.state === 'canary' ? 'award' : 'submit'} />
        {project.sites.map((s) => (s.hold ? <HoldNotice t={t} site={s.siteName} hold={s.hold} /> : null))}
        <Accounts t={t} project={project} />
        <p>
          {project.state === 'active' && mayRun(visit, project.id) ? (
            <a class="btn" href={pathTo('newJob', {}, { project: project.id })}>
              {t('jobs.new')}
            </a>
          ) : null}{' '}
          <a class="btn quiet" href={pathTo('jobs', {}, { project: project.id })}>
            {t('nav.jobs')}
          </a>{' '}
          {nextStates[project.state].length > 0 && manages(visit) ? (
            <a class="btn quiet" href={pathTo('projectState', { id: project.id })}>
              {t('state.change')}
            </a>
          ) : null}
        </p>
        <DataTable
          t={t}
          id="project-sites"
          caption={t('award.sites')}
          rows={project.sites}
          empty={<p>{t('award.noSites')}</p>}
          columns={[
            ...siteColumns<Project['sites'][number]>(t),
            { key: 'canary', head: t('award.canary'), cell: (s) => t(`award.canary.${s.canary}`) },
          ]}
        />
        {project.conditions.length > 0 ? (
          <Sheet title={t('award.conditions')}>
            <ul>
              {project.conditions.map((condition) => (
                <li>{condition}</li>
              ))}
            </ul>
          </Sheet>
        ) : null}
        {project.reason ? (
          <Sheet title={t('award.reason')}>
            <p class="letter">{project.reason}</p>
          </Sheet>
        ) : null}
        <Proof
          t={t}
          entries={project.proofs}
          verifyHref={pathTo('logEntry', { index: project.proofs.at(-1)?.index ?? 0 })}
        />
      </>
    ),
  }
}

export const projectPages: Pages = (pages) => {
  pages.get('projectState', (visit) => showProjectState(visit))
  pages.post('projectState', setProjectState)
  pages.get('projects', showProjects)
  pages.get('project', showProject)
}
