import { routes, type ReplyOf } from '@allmende/wire'
import { packFiles } from '@allmende/wire/bundle'
import {
  Chain,
  type ChainLink,
  ConfirmBox,
  DataTable,
  DefinitionList,
  EmptyState,
  errorAt,
  ErrorSummary,
  FileInput,
  HoldNotice,
  type FormError,
  LogView,
  Notice,
  Pager,
  Proof,
  Select,
  SubmitBar,
  Tag,
  TextInput,
} from '../../components/index.ts'
import { formatHours, formatInstant, formatNumber } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Pages, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'
import { Explanation } from './explanation.tsx'
import { mayRun } from './may-run.ts'

type Job = ReplyOf<typeof routes.getJob>
const logBytesShown = 200_000

function linkOf(job: Job): ChainLink {
  if (job.state === 'ended') return job.usedAcceleratorMs === null ? 'meter' : 'report'
  return job.state === 'queued' ? 'place' : 'run'
}

function JobTag({ visit, job }: { readonly visit: Visit; readonly job: Pick<Job, 'state' | 'result'> }) {
  const tone = job.state !== 'ended' ? 'wait' : job.result === 'finished' ? 'ok' : 'stop'
  return <Tag tone={tone}>{visit.t(`jobs.${(job.result ?? job.state) as 'queued'}`)}</Tag>
}

async function showJobs(visit: Visit): Promise<Shown> {
  const { t } = visit
  const [after, project] = [visit.query('after'), visit.query('project')]
  const page = await visit.api.call(routes.listJobs, {
    query: { ...(after ? { after } : {}), ...(project ? { project } : {}) },
  })
  return {
    title: t('nav.jobs'),
    at: 'jobs',
    body: (
      <>
        <h1>{t('nav.jobs')}</h1>
        {mayRun(visit, project) ? (
          <p>
            <a class="btn" href={pathTo('newJob', {}, { project })}>
              {t('jobs.new')}
            </a>
          </p>
        ) : null}
        <DataTable
          t={t}
          id="jobs"
          caption={t('jobs.caption')}
          rows={page.items}
          empty={
            mayRun(visit, project) ? (
              <EmptyState title={t('jobs.none')} action={{ href: pathPatterns.newJob, label: t('jobs.new') }}>
                {t('jobs.noneHint')}
              </EmptyState>
            ) : (
              <EmptyState title={t('jobs.none')}>{t('jobs.noneToRead')}</EmptyState>
            )
          }
          columns={[
            {
              key: 'name',
              head: t('jobs.name'),
              rowHead: true,
              cell: (j) => (
                <a href={pathTo('job', { id: j.id })}>
                  <bdi>{j.name}</bdi>
                </a>
              ),
            },
            { key: 'state', head: t('sites.state'), cell: (j) => <JobTag visit={visit} job={j} /> },
            { key: 'site', head: t('sites.site'), cell: (j) => <bdi>{j.site ?? '–'}</bdi> },
            { key: 'at', head: t('jobs.submitted'), cell: (j) => formatInstant(t.lang, j.submittedAt) },
          ]}
        />
        <Pager
          t={t}
          shown={page.items.length}
          firstHref={after ? pathTo('jobs', {}, { project }) : null}
          nextHref={page.next ? pathTo('jobs', {}, { after: page.next, project }) : null}
        />
      </>
    ),
  }
}

async function showNew(
  visit: Visit,
  form: Form | null = null,
  errors: readonly FormError[] = [],
): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.listProjects, { query: {} })
  const own = items.filter((project) => project.state === 'active' && mayRun(visit, project.id))
  const field = (name: string, key: 'name', value: string) => ({
    t,
    name,
    label: t(`jobs.${key}`),
    hint: t(`jobs.${key}Hint` as 'jobs.nameHint'),
    value: form ? form.text(name) : value,
    error: errorAt(errors, name),
  })
  return {
    title: t('jobs.new'),
    at: 'jobs',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [{ label: t('nav.jobs'), href: pathPatterns.jobs }, { label: t('jobs.new') }],
    body: (
      <>
        <h1>{t('jobs.new')}</h1>
        <ErrorSummary t={t} errors={errors} />
        {own.length === 0 ? (
          <Notice tone="info" title={t('jobs.noProject')}>
            <p>{t('jobs.noProjectHint')}</p>
          </Notice>
        ) : null}
        <form method="post" action={pathPatterns.newJob} enctype="multipart/form-data">
          <input type="hidden" name="key" value={form?.text('key') ?? crypto.randomUUID()} />
          <Select
            {...field('project', 'project' as 'name', visit.query('project') ?? own[0]?.id ?? '')}
            options={own.map((p) => ({ value: p.id, label: p.name }))}
          />
          <TextInput {...field('name', 'name', '')} maxlength={120} />
          <TextInput {...field('command', 'command' as 'name', 'node main.mjs')} maxlength={4000} dir="ltr" />
          <FileInput
            t={t}
            name="files"
            label={t('jobs.files')}
            hint={t('jobs.filesHint')}
            maxBytes={64_000_000}
            error={errorAt(errors, 'files')}
            optional
          />
          <TextInput {...field('accelerators', 'accelerators' as 'name', '1')} type="number" min={0} short />
          <TextInput {...field('cpus', 'cpus' as 'name', '1')} type="number" min={1} short />
          <TextInput
            {...field('memoryMiB', 'memory' as 'name', '1024')}
            type="number"
            min={16}
            unit="MiB"
            short
          />
          <TextInput
            {...field('minutes', 'minutes' as 'name', '10')}
            type="number"
            min={1}
            unit="min"
            short
          />
          <SubmitBar t={t} label={t('jobs.submit')} cancelHref={pathPatterns.jobs} />
        </form>
      </>
    ),
  }
}

/** Words of a command line; quotes hold words together. Nothing is expanded: no shell runs. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  )
}

async function uploadFiles(visit: Visit, form: Form): Promise<string | null> {
  const files = form.files('files')
  if (files.length === 0) return null
  const packed = await packFiles(
    await Promise.all(
      files.map(async (file) => ({
        path: file.name,
        data: new Uint8Array(await file.arrayBuffer()),
        executable: false,
      })),
    ),
  )
  await visit.api.call(routes.uploadBundle, { params: { sha256: packed.sha256 }, raw: packed.data })
  return packed.sha256
}

async function submit(visit: Visit, form: Form): Promise<Shown | Response> {
  try {
    const bundle = await uploadFiles(visit, form)
    const number = (name: string) => Number(form.text(name) || Number.NaN)
    const job = await visit.api.call(routes.submitJob, {
      body: {
        project: form.text('project'),
        name: form.text('name'),
        command: wordsOf(form.text('command')),
        bundle,
        accelerators: number('accelerators'),
        cpus: number('cpus'),
        memoryMiB: number('memoryMiB'),
        minutes: number('minutes'),
      },
      idempotencyKey: form.text('key') || crypto.randomUUID(),
    })
    return visit.c.redirect(pathTo('job', { id: job.id }), 303)
  } catch (error) {
    return showNew(
      visit,
      form,
      formErrors(visit.t, error, (name) => name.split('.')[0] ?? name).map((e) =>
        e.name ? { name: e.name, message: visit.t('jobs.wrong') } : e,
      ),
    )
  }
}

async function Output({ visit, job }: { readonly visit: Visit; readonly job: Job }) {
  const offset = Math.max(0, job.logBytes - logBytesShown)
  const response = await visit.api.send(routes.readLog, { params: { id: job.id }, query: { offset } })
  const text = await response.text()
  const over = response.headers.get('allmende-end') === 'yes'
  return (
    <LogView
      t={visit.t}
      text={text}
      tailHref={over ? null : pathTo('jobLog', { id: job.id })}
      offset={Number(response.headers.get('allmende-next'))}
      refreshHref={pathTo('job', { id: job.id })}
    />
  )
}

/** What happened when, as far as it happened; an expected start only where none has come. */
function whens({ t }: Visit, job: Job): { readonly term: string; readonly detail: string }[] {
  const expected = job.startedAt === null && job.endedAt === null ? job.expectedStartAt : null
  const rows = [
    [t('jobs.started'), job.startedAt],
    [t('jobs.ended'), job.endedAt],
    [t('jobs.expected'), expected],
  ] as const
  return rows.flatMap(([term, at]) => (at === null ? [] : [{ term, detail: formatInstant(t.lang, at) }]))
}

async function showJob(visit: Visit): Promise<Shown> {
  const { t } = visit
  const job = await visit.api.call(routes.getJob, { params: { id: visit.param('id') } })
  return {
    title: job.name,
    at: 'jobs',
    breadcrumb: [{ label: t('nav.jobs'), href: pathPatterns.jobs }, { label: job.name }],
    body: (
      <>
        <h1>
          <bdi>{job.name}</bdi> <JobTag visit={visit} job={job} />
        </h1>
        <Chain t={t} at={linkOf(job)} stopped={job.state === 'ended' && job.result !== 'finished'} />
        {job.hold ? <HoldNotice t={t} site={job.siteName ?? job.hold.site} hold={job.hold} /> : null}
        <DefinitionList
          items={[
            {
              term: t('jobs.project'),
              detail: (
                <a href={pathTo('project', { id: job.project })}>
                  <bdi>{job.projectName}</bdi>
                </a>
              ),
            },
            { term: t('sites.site'), detail: <bdi>{job.siteName ?? '–'}</bdi> },
            { term: t('jobs.command'), detail: <code class="break">{job.command.join(' ')}</code> },
            { term: t('jobs.submitted'), detail: formatInstant(t.lang, job.submittedAt) },
            ...whens(visit, job),
            {
              term: t('jobs.used'),
              detail:
                job.usedAcceleratorMs === null
                  ? '–'
                  : `${formatHours(t.lang, job.usedAcceleratorMs)} (${formatNumber(t.lang, job.usedAcceleratorMs / 1000, 1)} s)`,
            },
          ]}
        />
        <p>
          {job.hasOutputs ? (
            <a class="btn" href={pathTo('jobOutputs', { id: job.id })}>
              {t('jobs.outputs')}
            </a>
          ) : null}{' '}
          {job.state !== 'ended' && !job.cancelRequested && mayRun(visit, job.project) ? (
            <a class="btn quiet" href={pathTo('jobCancel', { id: job.id })}>
              {t('jobs.cancel')}
            </a>
          ) : null}
        </p>
        <h2>{t('jobs.output')}</h2>
        {await Output({ visit, job })}
        {await Explanation({ visit, job })}
        <Proof
          t={t}
          entries={job.proofs}
          verifyHref={pathTo('logEntry', { index: job.proofs.at(-1)?.index ?? 0 })}
        />
      </>
    ),
  }
}

function showCancel(visit: Visit): Shown {
  const { t } = visit
  const id = visit.param('id')
  return {
    title: t('jobs.cancel'),
    at: 'jobs',
    body: (
      <>
        <h1>{t('jobs.cancel')}</h1>
        <ConfirmBox
          t={t}
          title={t('jobs.cancel')}
          effects={[t('jobs.cancelEffect')]}
          action={pathTo('jobCancel', { id })}
          label={t('jobs.cancel')}
          cancelHref={pathTo('job', { id })}
          undoable={false}
        />
      </>
    ),
  }
}

export const jobPages: Pages = (pages) => {
  pages.get('jobs', showJobs)
  pages.get('newJob', (visit) => showNew(visit))
  pages.post('newJob', submit)
  pages.get('job', showJob)
  pages.get('jobLog', (visit) =>
    visit.api.send(routes.readLog, {
      params: { id: visit.param('id') },
      query: {
        offset: Number(visit.query('offset') ?? 0),
        waitMs: Math.min(20_000, Number(visit.query('waitMs') ?? 0)),
      },
    }),
  )
  pages.get('jobOutputs', (visit) => visit.api.send(routes.getOutputs, { params: { id: visit.param('id') } }))
  pages.get('jobCancel', async (visit) => showCancel(visit))
  pages.post('jobCancel', async (visit) => {
    await visit.api.call(routes.cancelJob, { params: { id: visit.param('id') }, body: {} })
    return visit.c.redirect(pathTo('job', { id: visit.param('id') }), 303)
  })
}
