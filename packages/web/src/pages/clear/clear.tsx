import { routes, type ReplyOf } from '@allmende/wire'
import {
  Chain,
  Clock,
  Columns,
  DataTable,
  EmptyState,
  errorAt,
  ErrorSummary,
  Evidence,
  type FormError,
  Notice,
  OutcomeTag,
  Proof,
  ReasonCard,
  Settles,
  Sheet,
  SubmitBar,
  Tag,
  TextArea,
  TextInput,
} from '../../components/index.ts'
import { formatInstant, formatNumber } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Pages, Shown, Visit } from '../../web.ts'
import { formErrors } from '../refused.ts'

type Case = ReplyOf<typeof routes.getCase>
type Hit = Case['parties'][number]['hits'][number]
type SiteCase = Case['sites'][number]
const hitTone = { open: 'wait', confirmed: 'stop', cleared: 'ok' } as const
const siteTone = { open: 'wait', cleared: 'ok', refused: 'stop' } as const

async function showQueue(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.listCases, { query: {} })
  return {
    title: t('nav.queue'),
    at: 'cases',
    body: (
      <>
        <h1>{t('nav.queue')}</h1>
        <p>
          <a href={pathPatterns.affected}>{t('affected.title')}</a>
        </p>
        <DataTable
          t={t}
          id="cases"
          caption={t('clear.caption')}
          rows={items}
          empty={<EmptyState title={t('clear.none')}>{t('clear.noneHint')}</EmptyState>}
          columns={[
            {
              key: 'title',
              head: t('apply.title'),
              rowHead: true,
              cell: (c) => (
                <a href={pathTo('case', { id: c.application })}>
                  <bdi>{c.title}</bdi>
                </a>
              ),
            },
            {
              key: 'hits',
              head: t('clear.openHits'),
              numeric: true,
              cell: (c) => formatNumber(t.lang, c.openHits),
            },
            {
              key: 'sites',
              head: t('clear.openSites'),
              numeric: true,
              cell: (c) => formatNumber(t.lang, c.openSites),
            },
            { key: 'by', head: t('clock.by'), cell: (c) => (c.by ? formatInstant(t.lang, c.by) : '–') },
          ]}
        />
      </>
    ),
  }
}

function Decide({
  visit,
  action,
  verdicts,
  name,
  errors,
}: {
  readonly visit: Visit
  readonly action: string
  readonly verdicts: readonly { readonly value: string; readonly label: string }[]
  readonly name: string
  readonly errors: readonly FormError[]
}) {
  const { t } = visit
  return (
    <form method="post" action={action}>
      <TextArea
        t={t}
        name={name}
        label={t('clear.reason')}
        hint={t('clear.reasonHint')}
        rows={3}
        value=""
        error={errorAt(errors, name)}
        maxlength={4000}
      />
      <p>
        {verdicts.map((verdict, at) => (
          <>
            <button class={at === 0 ? 'btn' : 'btn quiet'} name="verdict" value={verdict.value}>
              {verdict.label}
            </button>{' '}
          </>
        ))}
      </p>
    </form>
  )
}

function HitBox({
  visit,
  application,
  hit,
  errors,
}: {
  readonly visit: Visit
  readonly application: string
  readonly hit: Hit
  readonly errors: readonly FormError[]
}) {
  const { t } = visit
  return (
    <section>
      <h3>
        <bdi>{hit.entry.names[0] ?? hit.entry.id}</bdi>{' '}
        <Tag tone={hitTone[hit.state]}>{t(`clear.hit.${hit.state}`)}</Tag>
      </h3>
      <p class="soft">
        <bdi>
          {[hit.entry.list, ...hit.entry.programmes, ...hit.entry.countries, ...hit.entry.birthDates].join(
            ' · ',
          )}
        </bdi>
      </p>
      {hit.entry.names.length > 1 ? (
        <p>
          {t('clear.otherNames')}: <bdi>{hit.entry.names.slice(1).join('; ')}</bdi>
        </p>
      ) : null}
      <Evidence t={t} factors={hit.factors} score={hit.score} headingLevel={4} />
      {hit.decision ? (
        <p>
          {t('clear.decidedBy', { who: hit.decision.officer, at: formatInstant(t.lang, hit.decision.at) })}:{' '}
          <bdi>{hit.decision.reason}</bdi>
        </p>
      ) : null}
      {hit.state === 'open' ? (
        <Decide
          visit={visit}
          errors={errors}
          name={`reason-${hit.id}`}
          action={pathTo('decideHit', { id: application, hit: hit.id })}
          verdicts={[
            { value: 'cleared', label: t('clear.otherPerson') },
            { value: 'confirmed', label: t('clear.samePerson') },
          ]}
        />
      ) : null}
    </section>
  )
}

/** What keeps a site from being cleared stands open; what was checked besides is folded. */
function sortReasons({ result }: SiteCase) {
  const matters = (reason: SiteCase['result']['reasons'][number]) => reason.outcome !== 'no-requirement-found'
  return {
    toDecide: result.reasons.filter(matters),
    rest: result.reasons.filter((reason) => !matters(reason)),
  }
}

function SiteBox({
  visit,
  application,
  site,
  errors,
}: {
  readonly visit: Visit
  readonly application: string
  readonly site: SiteCase
  readonly errors: readonly FormError[]
}) {
  const { t } = visit
  const reasons = sortReasons(site)
  return (
    <Sheet title={t('clear.atSite', { site: site.siteName })}>
      <p>
        <OutcomeTag t={t} outcome={site.result.outcome} />{' '}
        <Tag tone={siteTone[site.standing]}>{t(`apply.standing.${site.standing}`)}</Tag>
      </p>
      {reasons.toDecide.map((reason) => (
        <ReasonCard t={t} reason={reason} />
      ))}
      {reasons.rest.length > 0 ? (
        <details open={reasons.toDecide.length === 0}>
          <summary>{t('clear.alsoChecked', { count: reasons.rest.length })}</summary>
          {reasons.rest.map((reason) => (
            <ReasonCard t={t} reason={reason} />
          ))}
        </details>
      ) : null}
      {site.result.questions.length > 0 ? <Settles t={t} questions={site.result.questions} /> : null}
      {site.decision ? (
        <p>
          {t('clear.decidedBy', { who: site.decision.officer, at: formatInstant(t.lang, site.decision.at) })}:{' '}
          <bdi>{site.decision.reason}</bdi>
        </p>
      ) : null}
      {site.standing === 'open' ? (
        <Decide
          visit={visit}
          errors={errors}
          name={`reason-${site.determination}`}
          action={pathTo('decideSite', { id: application, determination: site.determination })}
          verdicts={[
            { value: 'cleared', label: t('clear.clearSite') },
            { value: 'refused', label: t('clear.refuseSite') },
          ]}
        />
      ) : null}
    </Sheet>
  )
}

async function showCase(visit: Visit, errors: readonly FormError[] = []): Promise<Shown> {
  const { t } = visit
  const file = await visit.api.call(routes.getCase, { params: { id: visit.param('id') } })
  return {
    title: file.title,
    at: 'cases',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [{ label: t('nav.queue'), href: pathPatterns.cases }, { label: file.number }],
    body: (
      <>
        <h1>
          <bdi>{file.title}</bdi>
        </h1>
        <Chain t={t} at="clear" />
        <ErrorSummary t={t} errors={errors} />
        {file.waitsFor.map((why) => (
          <Notice tone="wait" title={why} />
        ))}
        <Columns
          main={
            <>
              <Sheet title={t('clear.parties')}>
                {file.parties.map((party) => (
                  <>
                    <h2>
                      <bdi>{party.name}</bdi>{' '}
                      {party.hits.length === 0 ? <Tag tone="ok">{t('clear.noHit')}</Tag> : null}
                    </h2>
                    <p class="soft">
                      <bdi>
                        {[party.birthDate, ...party.countries, party.affiliation].filter(Boolean).join(' · ')}
                      </bdi>{' '}
                      ·{' '}
                      {party.screenedAt
                        ? t('clear.screened', { at: formatInstant(t.lang, party.screenedAt) })
                        : t('clear.notScreened')}
                    </p>
                    {party.hits.map((hit) => (
                      <HitBox visit={visit} application={file.application} hit={hit} errors={errors} />
                    ))}
                  </>
                ))}
              </Sheet>
              {file.sites.map((site) => (
                <SiteBox visit={visit} application={file.application} site={site} errors={errors} />
              ))}
              <Proof
                t={t}
                entries={file.proofs}
                verifyHref={pathTo('logEntry', { index: file.proofs.at(-1)?.index ?? 0 })}
              />
            </>
          }
          aside={
            <Clock t={t} since={file.clock.since} by={file.clock.by} who={file.clock.who} now={visit.now} />
          }
        />
      </>
    ),
  }
}

async function decide(
  visit: Visit,
  form: Form,
  thing: string,
  send: (verdict: string, reason: string) => Promise<unknown>,
): Promise<Shown | Response> {
  const name = `reason-${thing}`
  try {
    await send(form.text('verdict'), form.text(name))
  } catch (error) {
    return showCase(
      visit,
      formErrors(visit.t, error, () => name).map((e) =>
        e.name ? { name: e.name, message: visit.t('clear.reasonMissing') } : e,
      ),
    )
  }
  return visit.c.redirect(pathTo('case', { id: visit.param('id') }), 303)
}

async function showScreen(visit: Visit, form: Form | null = null): Promise<Shown> {
  const { t } = visit
  let result: ReplyOf<typeof routes.screenName> | null = null
  let errors: FormError[] = []
  if (form) {
    try {
      result = await visit.api.call(routes.screenName, {
        body: {
          name: form.text('name'),
          birthDate: form.text('birthDate') || null,
          countries: form.text('country') ? [form.text('country').toUpperCase()] : [],
        },
      })
    } catch (error) {
      errors = formErrors(visit.t, error, (field) => (field.startsWith('countries') ? 'country' : field))
    }
  }
  const field = (name: 'name' | 'birthDate' | 'country', label: string) => ({
    t,
    name,
    label,
    value: form?.text(name) ?? '',
    error: errorAt(errors, name),
  })
  return {
    title: t('nav.screening'),
    at: 'screen',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <>
        <h1>{t('nav.screening')}</h1>
        <p>{t('clear.screenLead')}</p>
        <ErrorSummary t={t} errors={errors} />
        <form method="post" action={pathPatterns.screen}>
          <TextInput {...field('name', t('jobs.name'))} maxlength={1000} dir="auto" />
          <TextInput {...field('birthDate', t('apply.birthDate'))} maxlength={10} short optional />
          <TextInput {...field('country', t('secretariat.country'))} maxlength={2} short optional />
          <SubmitBar t={t} label={t('clear.screen')} />
        </form>
        {result ? (
          <>
            <p>
              {t('clear.searched', {
                count: result.hits.length,
                lists: result.lists.map((l) => `${l.name} (${l.publishedOn})`).join(', '),
              })}
            </p>
            {result.hits.map((hit) => (
              <Sheet title={hit.entryName}>
                <Evidence t={t} factors={hit.factors} score={hit.score} headingLevel={3} />
              </Sheet>
            ))}
          </>
        ) : null}
      </>
    ),
  }
}

export const clearPages: Pages = (pages) => {
  pages.get('cases', showQueue)
  pages.get('case', (visit) => showCase(visit))
  pages.post('decideHit', (visit, form) =>
    decide(visit, form, visit.param('hit'), (verdict, reason) =>
      visit.api.call(routes.decideHit, {
        params: { id: visit.param('hit') },
        body: { verdict: verdict as 'cleared', reason },
      }),
    ),
  )
  pages.post('decideSite', (visit, form) =>
    decide(visit, form, visit.param('determination'), (verdict, reason) =>
      visit.api.call(routes.decideDetermination, {
        params: { id: visit.param('determination') },
        body: { verdict: verdict as 'cleared', reason },
      }),
    ),
  )
  pages.get('screen', (visit) => showScreen(visit))
  pages.post('screen', (visit, form) => showScreen(visit, form))
}
