import { routes } from '@allmende/wire'
import {
  DataTable,
  EmptyState,
  errorAt,
  ErrorSummary,
  type FormError,
  Sheet,
  SubmitBar,
  Tag,
  TextInput,
} from '../../components/index.ts'
import { formatCountry, formatDate, formatHours, formatNumber, formatShare } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import { startSession, type Form, type Pages, type Shown, type Visit, type WebOptions } from '../../web.ts'
import { formErrors } from '../refused.ts'
import { ListsTable } from './lists-table.tsx'

async function showMembers(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { members } = await visit.api.call(routes.getSummary, {})
  return {
    title: t('nav.members'),
    at: 'members',
    body: (
      <>
        <h1>{t('nav.members')}</h1>
        <p>{t('alliance.membersLead')}</p>
        <DataTable
          t={t}
          id="members"
          caption={t('alliance.membersCaption')}
          rows={members}
          csvHref={pathPatterns.usageCsv}
          empty={<EmptyState title={t('alliance.noMembers')}>{t('alliance.noMembersHint')}</EmptyState>}
          columns={[
            { key: 'name', head: t('alliance.member'), rowHead: true, cell: (m) => <bdi>{m.name}</bdi> },
            { key: 'country', head: t('alliance.country'), cell: (m) => formatCountry(t.lang, m.country) },
            {
              key: 'share',
              head: t('alliance.share'),
              numeric: true,
              cell: (m) => formatShare(t.lang, m.shareBp),
            },
            {
              key: 'pledged',
              head: t('alliance.pledged'),
              numeric: true,
              cell: (m) => formatHours(t.lang, m.pledgedAcceleratorMs),
            },
            {
              key: 'given',
              head: t('alliance.given'),
              numeric: true,
              cell: (m) => formatHours(t.lang, m.givenAcceleratorMs),
            },
            {
              key: 'used',
              head: t('alliance.used'),
              numeric: true,
              cell: (m) => formatHours(t.lang, m.usedAcceleratorMs),
            },
          ]}
        />
      </>
    ),
  }
}

async function showCalls(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.listCalls, {})
  const plan = visit.query('plan')
  return {
    title: t('nav.calls'),
    at: 'calls',
    body: (
      <>
        <h1>{t('nav.calls')}</h1>
        <p>{t('alliance.callsLead')}</p>
        {items.length === 0 ? (
          <EmptyState title={t('alliance.noCalls')}>{t('alliance.noCallsHint')}</EmptyState>
        ) : null}
        {items.map((call) => (
          <article class="sheet">
            <h2>
              <bdi>{call.title}</bdi>{' '}
              {call.open ? (
                <Tag tone="ok">{t('alliance.open')}</Tag>
              ) : (
                <Tag tone="stop">{t('alliance.closed')}</Tag>
              )}
            </h2>
            <p>{call.summary}</p>
            <p class="soft">
              {t(`alliance.lane.${call.lane}`)} ·{' '}
              {t('alliance.upTo', { hours: formatHours(t.lang, call.maxAcceleratorMs) })} ·{' '}
              {call.closesAt
                ? t('alliance.closes', { date: formatDate(t.lang, call.closesAt) })
                : t('alliance.neverCloses')}{' '}
              · {t('alliance.decided', { hours: formatNumber(t.lang, call.decideWithinHours) })}
            </p>
            {call.open ? (
              <form method="post" action={pathTo('call', { id: call.id })}>
                <input type="hidden" name="key" value={crypto.randomUUID()} />
                {plan ? <input type="hidden" name="plan" value={plan} /> : null}
                <button class="btn">{t('alliance.apply')}</button>
              </form>
            ) : null}
          </article>
        ))}
      </>
    ),
  }
}

function planOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

async function startApplication(visit: Visit, form: Form): Promise<Response> {
  const plan = planOf(form.text('plan'))
  const application = await visit.api.call(routes.createApplication, {
    body: { call: visit.param('id'), content: plan ? { plan } : {} },
    idempotencyKey: form.text('key') || crypto.randomUUID(),
  })
  return visit.c.redirect(pathTo('applicationStep', { id: application.id, step: 'project' }), 303)
}

async function showRules(visit: Visit): Promise<Shown> {
  const { t } = visit
  const book = await visit.api.call(routes.getRulebook, {})
  const { items: lists } = await visit.api.call(routes.listLists, {})
  const { items: chips } = await visit.api.call(routes.listAccelerators, {})
  return {
    title: t('nav.rules'),
    at: 'rules',
    body: (
      <>
        <h1>{t('nav.rules')}</h1>
        <Sheet title={t('alliance.rulebook', { version: book.version })}>
          <p class="soft">{t('alliance.adopted', { date: formatDate(t.lang, book.adoptedAt) })}</p>
          <dl class="pairs">
            {Object.entries(book.params).map(([key, value]) => (
              <div>
                <dt>{t(`rulebook.${key as keyof typeof book.params}`)}</dt>
                <dd>
                  {key === 'trialMaxAcceleratorMs' ? formatHours(t.lang, Number(value)) : String(value)}
                </dd>
              </div>
            ))}
          </dl>
        </Sheet>
        <ListsTable t={t} lists={lists} />
        <DataTable
          t={t}
          id="chips"
          caption={t('alliance.chips')}
          rows={chips}
          empty={<p>{t('alliance.chips')}</p>}
          columns={[
            { key: 'name', head: t('alliance.chip'), rowHead: true, cell: (chip) => <bdi>{chip.name}</bdi> },
            {
              key: 'tpp',
              head: 'TPP',
              numeric: true,
              cell: (chip) => (chip.tpp === null ? '–' : formatNumber(t.lang, chip.tpp)),
            },
            {
              key: 'pd',
              head: t('alliance.density'),
              numeric: true,
              cell: (chip) =>
                chip.performanceDensity === null ? '–' : formatNumber(t.lang, chip.performanceDensity, 2),
            },
            {
              key: 'paragraphs',
              head: t('alliance.paragraphs'),
              cell: (chip) => chip.paragraphs.join(', ') || '–',
            },
            {
              key: 'confidence',
              head: t('alliance.confidence'),
              cell: (chip) => <span lang="en">{chip.confidence}</span>,
            },
          ]}
        />
      </>
    ),
  }
}

function showFound(visit: Visit, form: Form | null, errors: readonly FormError[]): Shown | Response {
  const { t } = visit
  if (visit.alliance.founded) return visit.c.redirect(pathPatterns.home, 303)
  const field = (name: string) => ({
    t,
    name,
    label: t(`found.${name as 'name'}`),
    hint: t(`found.${name as 'name'}Hint`),
    value: form?.text(name) ?? '',
    error: errorAt(errors, name),
  })
  return {
    title: t('found.title'),
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <h1>{t('found.title')}</h1>
        <p>{t('found.lead')}</p>
        <ErrorSummary t={t} errors={errors} />
        <form method="post" action={pathPatterns.found}>
          <TextInput {...field('name')} maxlength={120} />
          <TextInput {...field('secretariatName')} autocomplete="name" maxlength={200} />
          <TextInput {...field('secretariatEmail')} type="email" autocomplete="email" maxlength={254} />
          <TextInput {...field('setupCode')} autocomplete="off" maxlength={100} dir="ltr" />
          <SubmitBar t={t} label={t('found.submit')} />
        </form>
      </>
    ),
  }
}

async function found(visit: Visit, form: Form, options: WebOptions): Promise<Shown | Response> {
  try {
    const { session } = await visit.api.call(routes.foundAlliance, {
      body: {
        name: form.text('name'),
        secretariatName: form.text('secretariatName'),
        secretariatEmail: form.text('secretariatEmail'),
        setupCode: form.text('setupCode'),
      },
    })
    startSession(visit, options, session.token)
  } catch (error) {
    return showFound(
      visit,
      form,
      formErrors(visit.t, error).map((e) => ({ ...e, message: e.name ? visit.t('found.wrong') : e.message })),
    )
  }
  return visit.c.redirect(pathPatterns.secretariat, 303)
}

export const alliancePages: Pages = (pages, options) => {
  pages.get('members', showMembers)
  pages.get('calls', showCalls)
  pages.post('call', startApplication)
  pages.get('call', async (visit) => visit.c.redirect(pathPatterns.calls, 303))
  pages.get('rules', showRules)
  pages.get('found', async (visit) => showFound(visit, null, []))
  pages.post('found', (visit, form) => found(visit, form, options))
}
