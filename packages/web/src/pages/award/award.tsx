import { routes, type ReplyOf } from '@allmende/wire'
import {
  Chain,
  DataTable,
  DefinitionList,
  EmptyState,
  errorAt,
  ErrorSummary,
  Figures,
  type FormError,
  HoldNotice,
  Pager,
  Proof,
  Sheet,
  Tag,
  TextArea,
  TextInput,
} from '../../components/index.ts'
import { formatDate, formatHours, formatInstant, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Pages, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'

type Application = ReplyOf<typeof routes.getApplication>
type Project = ReplyOf<typeof routes.getProject>

const hour = 3_600_000
const standingTone = { open: 'wait', cleared: 'ok', refused: 'stop' } as const
const projectTone = { canary: 'wait', active: 'ok', suspended: 'stop', ended: 'info' } as const

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
          <a class="btn" href={pathTo('newJob', {}, { project: project.id })}>
            {t('jobs.new')}
          </a>{' '}
          <a class="btn quiet" href={pathTo('jobs', {}, { project: project.id })}>
            {t('nav.jobs')}
          </a>
        </p>
        <DataTable
          t={t}
          id="project-sites"
          caption={t('award.sites')}
          rows={project.sites}
          empty={<p>{t('award.noSites')}</p>}
          columns={[
            { key: 'site', head: t('sites.site'), rowHead: true, cell: (s) => <bdi>{s.siteName}</bdi> },
            {
              key: 'standing',
              head: t('award.standing'),
              cell: (s) => <Tag tone={standingTone[s.standing]}>{t(`apply.standing.${s.standing}`)}</Tag>,
            },
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
        <Proof
          t={t}
          entries={project.proofs}
          verifyHref={pathTo('logEntry', { index: project.proofs.at(-1)?.index ?? 0 })}
        />
      </>
    ),
  }
}

async function showPanel(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.listPanel, {})
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
      </>
    ),
  }
}

function DecideForm({
  t,
  application,
  form,
  errors,
}: {
  readonly t: Translator
  readonly application: Application
  readonly form: Form | null
  readonly errors: readonly FormError[]
}) {
  const value = (name: string, otherwise: string) => form?.text(name) ?? otherwise
  return (
    <Sheet title={t('award.decide')}>
      <form method="post" action={pathTo('panelCase', { id: application.id })}>
        <input type="hidden" name="key" value={form?.text('key') ?? crypto.randomUUID()} />
        <TextInput
          t={t}
          name="hours"
          type="number"
          min={0}
          step="any"
          unit="h"
          short
          label={t('apply.hours')}
          value={value('hours', String(application.content.askedAcceleratorMs / hour))}
          error={errorAt(errors, 'hours')}
        />
        <TextInput
          t={t}
          name="days"
          type="number"
          min={1}
          max={1095}
          short
          label={t('award.days')}
          value={value('days', '90')}
          error={errorAt(errors, 'days')}
        />
        <TextArea
          t={t}
          name="conditions"
          label={t('award.conditions')}
          hint={t('award.conditionsHint')}
          value={value('conditions', '')}
          rows={3}
          error={errorAt(errors, 'conditions')}
          optional
        />
        <TextArea
          t={t}
          name="reason"
          label={t('clear.reason')}
          hint={t('award.reasonHint')}
          value={value('reason', '')}
          rows={4}
          error={errorAt(errors, 'reason')}
        />
        <p>
          <button class="btn" name="verdict" value="award">
            {t('award.award')}
          </button>{' '}
          <button class="btn quiet" name="verdict" value="refuse">
            {t('award.refuse')}
          </button>
        </p>
      </form>
    </Sheet>
  )
}

async function showPanelCase(
  visit: Visit,
  form: Form | null = null,
  errors: readonly FormError[] = [],
): Promise<Shown> {
  const { t } = visit
  const id = visit.param('id')
  const application = await visit.api.call(routes.getApplication, { params: { id } })
  const { items: reviewers } = await visit.api.call(routes.listCandidates, { params: { id } })
  return {
    title: application.content.title,
    at: 'panel',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [{ label: t('nav.panel'), href: pathPatterns.panel }, { label: application.number }],
    body: (
      <>
        <h1>
          <bdi>{application.content.title}</bdi>
        </h1>
        <Chain t={t} at="award" />
        <ErrorSummary t={t} errors={errors} />
        <p class="letter">{application.content.summary}</p>
        <DefinitionList
          items={[
            { term: t('apply.hours'), detail: formatHours(t.lang, application.content.askedAcceleratorMs) },
            {
              term: t('apply.organisationName'),
              detail: <bdi>{application.content.organisation?.name ?? '–'}</bdi>,
            },
          ]}
        />
        <DataTable
          t={t}
          id="scores"
          caption={t('award.scores')}
          rows={reviewers.filter((r) => r.assigned)}
          empty={<p>{t('award.noScores')}</p>}
          columns={[
            { key: 'who', head: t('nav.reviews'), rowHead: true, cell: (r) => <bdi>{r.name}</bdi> },
            { key: 'score', head: t('review.score'), numeric: true, cell: (r) => String(r.score ?? '–') },
            { key: 'comment', head: t('review.comment'), cell: (r) => <bdi>{r.comment ?? '–'}</bdi> },
          ]}
        />
        <DecideForm t={t} application={application} form={form} errors={errors} />
      </>
    ),
  }
}

async function decide(visit: Visit, form: Form): Promise<Shown | Response> {
  const id = visit.param('id')
  const idempotencyKey = `${form.text('key') || crypto.randomUUID()}:${form.text('verdict')}`
  try {
    if (form.text('verdict') === 'refuse')
      await visit.api.call(routes.refuseApplication, {
        params: { id },
        body: { reason: form.text('reason') },
        idempotencyKey,
      })
    else {
      const conditions = form
        .text('conditions')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      await visit.api.call(routes.awardApplication, {
        params: { id },
        body: {
          acceleratorMs: Math.round(Number(form.text('hours') || Number.NaN) * hour),
          days: Number(form.text('days') || Number.NaN),
          conditions,
          reason: form.text('reason'),
        },
        idempotencyKey,
      })
    }
  } catch (error) {
    return showPanelCase(
      visit,
      form,
      formErrors(visit.t, error, (name) =>
        name === 'acceleratorMs' ? 'hours' : (name.split('.')[0] ?? name),
      ),
    )
  }
  return visit.c.redirect(pathPatterns.panel, 303)
}

export const panelPages: Pages = (pages) => {
  pages.get('projects', showProjects)
  pages.get('project', showProject)
  pages.get('panel', showPanel)
  pages.get('panelCase', (visit) => showPanelCase(visit))
  pages.post('panelCase', decide)
}
