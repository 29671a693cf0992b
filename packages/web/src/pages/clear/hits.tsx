import { routes, type ReplyOf } from '@allmende/wire'
import {
  DataTable,
  EmptyState,
  ErrorSummary,
  Evidence,
  type FormError,
  Notice,
  Pager,
  Sheet,
  SubmitBar,
  Tag,
  TextArea,
  errorAt,
} from '../../components/index.ts'
import { formatDuration, formatInstant, formatNumber, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Shown, Visit } from '../../web.ts'
import { Decide, ProposedBy } from './decide.tsx'
import { HeldRole } from '../held-role.tsx'
import { formErrors } from '../refused.ts'

type OpenHit = ReplyOf<typeof routes.listOpenHits>['items'][number]
type Cleared = ReplyOf<typeof routes.clearHits>

/** What one side states, as pairs of what and what it says; what is not stated is left out. */
function Stated({ pairs }: { readonly pairs: readonly (readonly [string, string])[] }) {
  return (
    <dl class="pairs">
      {pairs
        .filter(([, value]) => value !== '')
        .map(([head, value]) => (
          <div>
            <dt>{head}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  )
}

/** What the party stated beside what the list says, and under both how the parts of one met those of the other. */
function Comparison({ t, hit }: { readonly t: Translator; readonly hit: OpenHit }) {
  const { party, entry } = hit
  return (
    <>
      <div class="sides">
        <div>
          <h3>{t('hits.stated')}</h3>
          <Stated
            pairs={[
              [t('hits.name'), party.name],
              [t('clear.otherNames'), party.aliases.join('; ')],
              [t('hits.birth'), party.birthDate ?? ''],
              [t('hits.countries'), party.countries.join(', ')],
            ]}
          />
        </div>
        <div>
          <h3>{t('hits.listed')}</h3>
          <Stated
            pairs={[
              [t('hits.name'), entry.names[0] ?? entry.id],
              [t('clear.otherNames'), entry.names.slice(1).join('; ')],
              [t('hits.birth'), entry.birthDates.join(', ')],
              [t('hits.countries'), entry.countries.join(', ')],
              [t('hits.identifiers'), entry.identifiers.join('; ')],
              [t('hits.programmes'), [entry.list, ...entry.programmes].join(' · ')],
              [t('hits.remarks'), entry.remarks],
            ]}
          />
        </div>
      </div>
      <Evidence t={t} factors={hit.factors} score={hit.score} headingLevel={3} />
    </>
  )
}

/** What is not cleared together with others: decided, one's own team's, or for two officers. */
const isLeftOut = (hit: OpenHit) => hit.state === 'confirmed' || hit.ownTeam || hit.fourEyes

function RolesOf({ t, hit }: { readonly t: Translator; readonly hit: OpenHit }) {
  if (hit.roles.length === 0) return <>{t('hits.noRole')}</>
  return (
    <>
      {hit.roles.map((held, at) => (
        <>
          {at === 0 ? '' : ', '}
          <HeldRole t={t} held={held} />
        </>
      ))}
    </>
  )
}

function Row({ visit: { t }, hit }: { readonly visit: Visit; readonly hit: OpenHit }) {
  const id = `hit-${hit.id}`
  return (
    <li>
      {isLeftOut(hit) ? (
        <p>
          <bdi>{hit.party.name}</bdi>{' '}
          {hit.state === 'confirmed' ? (
            <Tag tone="stop">{t('clear.hit.confirmed')}</Tag>
          ) : (
            <Tag tone="wait">{t(hit.ownTeam ? 'hits.ownTeam' : 'hits.fourEyes')}</Tag>
          )}
        </p>
      ) : (
        <div class="choice">
          <input type="checkbox" id={id} name="hit" value={hit.id} checked />
          <label for={id}>
            <bdi>{hit.party.name}</bdi>
          </label>
        </div>
      )}
      <p class="soft">
        {hit.application !== null ? (
          <a href={pathTo('case', { id: hit.application })}>{hit.number}</a>
        ) : hit.site !== null ? (
          <a href={pathTo('site', { id: hit.site })}>{t('hits.ofSite', { site: hit.site })}</a>
        ) : (
          <RolesOf t={t} hit={hit} />
        )}{' '}
        · {t('clear.since', { date: formatInstant(t.lang, hit.since) })}{' '}
        {hit.late ? <Tag tone="stop">{t('hits.late')}</Tag> : null}{' '}
        {hit.effect === 'hold' ? null : <Tag tone="info">{t(`rulebook.effect.${hit.effect}`)}</Tag>}
      </p>
    </li>
  )
}

/** A hit of the operator of a site or of a role holder has no case: it is confirmed, or opened again, where it stands. */
function ApartHit({
  visit,
  hit,
  errors,
}: {
  readonly visit: Visit
  readonly hit: OpenHit
  readonly errors: readonly FormError[]
}) {
  const { t } = visit
  const clear = { value: 'cleared', label: t(hit.proposal ? 'clear.hitSecond' : 'clear.hitPropose') }
  const verdicts =
    hit.state === 'confirmed'
      ? [{ value: 'reopened', label: t('clear.reopenHit') }]
      : // Two officers clear one here.
        [{ value: 'confirmed', label: t('clear.samePerson') }, ...(hit.fourEyes ? [clear] : [])]
  return (
    <details>
      <summary>
        {hit.state === 'confirmed' ? t('clear.reopenHit') : t('hits.confirmApart', { name: hit.party.name })}
      </summary>
      <p>
        {t(
          hit.state === 'confirmed'
            ? 'clear.reopenHitHint'
            : hit.site === null
              ? 'hits.confirmRoleHint'
              : 'hits.confirmSiteHint',
        )}
      </p>
      {hit.proposal ? <ProposedBy visit={visit} proposal={hit.proposal} of="hit" /> : null}
      <Decide
        visit={visit}
        errors={errors}
        name={`reason-${hit.id}-same`}
        action={pathTo('decideApartHit', { hit: hit.id })}
        seen={hit.proposal ? 'proposal' : 'no-proposal'}
        verdicts={verdicts}
      />
    </details>
  )
}

/** Hits of one evidence, compared once, and a form that clears those that are ticked. */
function Group({
  visit,
  hits,
  errors,
}: {
  readonly visit: Visit
  readonly hits: readonly OpenHit[]
  readonly errors: readonly FormError[]
}) {
  const { t } = visit
  const [first] = hits
  if (!first) return null
  const name = `reason-${first.id}`
  return (
    <Sheet title={t('hits.group', { entry: first.entry.names[0] ?? first.entry.id, count: hits.length })}>
      <Comparison t={t} hit={first} />
      <form method="post" action={pathPatterns.hits}>
        <input type="hidden" name="group" value={first.id} />
        {hits.some((hit) => hit.application !== null) ? <p class="soft">{t('hits.confirmHint')}</p> : null}
        <ul class="plain">
          {hits.map((hit) => (
            <Row visit={visit} hit={hit} />
          ))}
        </ul>
        {hits.every(isLeftOut) ? null : (
          <>
            <TextArea
              t={t}
              name={name}
              label={t('clear.reason')}
              hint={t('hits.reasonHint')}
              rows={3}
              value=""
              error={errorAt(errors, name)}
              maxlength={4000}
            />
            <SubmitBar t={t} label={t('hits.clear')} />
          </>
        )}
      </form>
      {hits
        .filter((hit) => hit.application === null && !hit.ownTeam)
        .map((hit) => (
          <ApartHit visit={visit} hit={hit} errors={errors} />
        ))}
    </Sheet>
  )
}

type Statistics = ReplyOf<typeof routes.hitStatistics>['items']

/** By list: how many it gave, how many were somebody else, and how long it took to say so. */
function StatisticsTable({ t, rows }: { readonly t: Translator; readonly rows: Statistics }) {
  const took = (ms: number | null) => (ms === null ? '–' : formatDuration(t.lang, ms))
  return (
    <DataTable
      t={t}
      id="statistics"
      caption={t('hits.statistics')}
      rows={rows}
      empty={<p>{t('hits.noStatistics')}</p>}
      columns={[
        { key: 'list', head: t('alliance.list'), rowHead: true, cell: (row) => <bdi>{row.list}</bdi> },
        ...(['found', 'open', 'cleared', 'confirmed'] as const).map((key) => ({
          key,
          head: t(`hits.count.${key}`),
          numeric: true,
          cell: (row: Statistics[number]) => formatNumber(t.lang, row[key]),
        })),
        {
          key: 'share',
          head: t('hits.falsePositives'),
          numeric: true,
          cell: (row) =>
            row.falsePositives === null ? '–' : `${formatNumber(t.lang, row.falsePositives * 100, 0)} %`,
        },
        { key: 'median', head: t('hits.median'), cell: (row) => took(row.medianMs) },
        { key: 'ninetieth', head: t('hits.ninetieth'), cell: (row) => took(row.ninetiethMs) },
      ]}
    />
  )
}

/** Hits that wait, the oldest first; those with the same evidence stand together. */
export async function showHits(
  visit: Visit,
  errors: readonly FormError[] = [],
  done: Cleared | null = null,
): Promise<Shown> {
  const { t } = visit
  const after = visit.query('after')
  const list = visit.query('list')
  const own: Record<string, string> = list ? { list } : {}
  const { items, next } = await visit.api.call(routes.listOpenHits, {
    query: { ...own, ...(after ? { after } : {}) },
  })
  const statistics = await visit.api.call(routes.hitStatistics, {})
  const groups = Map.groupBy(items, (hit) => hit.evidence)
  return {
    title: t('hits.title'),
    at: 'cases',
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [{ label: t('nav.queue'), href: pathPatterns.cases }, { label: t('hits.title') }],
    body: (
      <>
        <h1>{t('hits.title')}</h1>
        <p>{t('hits.lead')}</p>
        <ErrorSummary t={t} errors={errors} />
        {done ? (
          <Notice tone="ok" title={t('hits.cleared', { count: done.cleared.length })}>
            {done.left.length > 0 ? <p>{t('hits.left', { count: done.left.length })}</p> : null}
          </Notice>
        ) : null}
        {items.length === 0 ? <EmptyState title={t('hits.none')}>{t('hits.noneHint')}</EmptyState> : null}
        {[...groups.values()].map((hits) => (
          <Group visit={visit} hits={hits} errors={errors} />
        ))}
        <Pager
          t={t}
          shown={items.length}
          firstHref={after ? pathTo('hits', {}, own) : null}
          nextHref={next ? pathTo('hits', {}, { ...own, after: next }) : null}
        />
        <StatisticsTable t={t} rows={statistics.items} />
      </>
    ),
  }
}

export async function decideApartHit(visit: Visit, form: Form): Promise<Shown | Response> {
  const hit = visit.param('hit')
  const name = `reason-${hit}-same`
  try {
    const verdict = form.text('verdict') as 'confirmed'
    await visit.api.call(routes.decideHit, {
      params: { id: hit },
      body: {
        verdict,
        reason: form.text(name),
        seen: form.text('seen') === 'proposal' ? 'proposal' : 'no-proposal',
      },
    })
  } catch (error) {
    return showHits(
      visit,
      formErrors(visit.t, error, (field) => (field === 'reason' ? name : field)),
    )
  }
  return visit.c.redirect(pathPatterns.hits, 303)
}

export async function clearHits(visit: Visit, form: Form): Promise<Shown> {
  const { t } = visit
  const name = `reason-${form.text('group')}`
  const hits = form.all('hit')
  if (hits.length === 0) return showHits(visit, [{ name: null, message: t('hits.noneChosen') }])
  try {
    const body = { hits: [...hits], reason: form.text(name) }
    return await showHits(visit, [], await visit.api.call(routes.clearHits, { body }))
  } catch (error) {
    return showHits(
      visit,
      formErrors(t, error, (field) => (field === 'reason' ? name : field)),
    )
  }
}
