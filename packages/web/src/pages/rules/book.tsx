import { routes, type ReplyOf } from '@allmende/wire'
import { DataTable, Law, OutcomeTag, Source, Tag } from '../../components/index.ts'
import { formatDate, formatNumber } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Pages, Shown, Visit } from '../../web.ts'

type Regime = ReplyOf<typeof routes.getRegimeBook>

/** The law's own words, codes, and the names of worked cases, which are names, are in English on every page. */
const english = { lang: 'en', dir: 'ltr' } as const

async function showContents(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { rulesVersion, regimes } = await visit.api.call(routes.getRulesBook, {})
  return {
    title: t('book.title'),
    at: 'rules',
    body: (
      <>
        <h1>{t('book.title')}</h1>
        <p>{t('book.lead', { version: rulesVersion })}</p>
        <p class="soft">{t('book.advice')}</p>
        <DataTable
          t={t}
          id="regimes"
          caption={t('book.regimes')}
          rows={regimes}
          empty={<p>{t('book.regimes')}</p>}
          columns={[
            {
              key: 'name',
              head: t('book.regime'),
              rowHead: true,
              cell: (one) => <a href={pathTo('regimeBook', { regime: one.name })}>{one.name}</a>,
            },
            { key: 'reach', head: t('book.reach'), cell: (one) => <Law t={t} text={one.reach} /> },
            {
              key: 'rules',
              head: t('book.rules'),
              numeric: true,
              cell: (one) => formatNumber(t.lang, one.rules),
            },
            {
              key: 'cases',
              head: t('book.cases'),
              numeric: true,
              cell: (one) => formatNumber(t.lang, one.cases),
            },
          ]}
        />
      </>
    ),
  }
}

function Rule({ visit: { t }, rule }: { readonly visit: Visit; readonly rule: Regime['rules'][number] }) {
  return (
    <article class="sheet" id={rule.code}>
      <h3>
        <code>{rule.code}</code>
      </h3>
      <p>
        <Law t={t} text={rule.logic} />
      </p>
      <ul class="sources">
        <Source t={t} citation={rule.cite} />
      </ul>
      {rule.layer === 'both' ? null : <p>{t(`book.layer.${rule.layer}`)}</p>}
      {rule.fourEyes ? <p>{t('book.fourEyes')}</p> : null}
      {rule.cite.text ? (
        <blockquote {...english}>
          <p>{rule.cite.text}</p>
        </blockquote>
      ) : null}
      <details>
        <summary>{t('book.worked', { count: rule.cases.length })}</summary>
        <ul class="plain">
          {rule.cases.map((one) => (
            <li>
              <code {...english}>{one.name}</code>, {formatDate(t.lang, one.asOf)}:{' '}
              <OutcomeTag t={t} outcome={one.outcome} />
              {one.absent ? <> {t('book.silent')}</> : null}
            </li>
          ))}
        </ul>
      </details>
    </article>
  )
}

function Value({ visit: { t }, value }: { readonly visit: Visit; readonly value: Regime['values'][number] }) {
  return (
    <article class="sheet">
      <h3>
        <Law t={t} text={value.cite} />
      </h3>
      <p>
        <Law t={t} text={value.unit} />
      </p>
      <dl class="pairs">
        {value.versions.map((version) => (
          <div>
            <dt>
              {t('reason.since', { date: formatDate(t.lang, version.from) })},{' '}
              <bdi>
                <Law t={t} text={version.cite} />
              </bdi>{' '}
              {version.status === 'in-force' ? null : <Tag tone="wait">{t(`law.${version.status}`)}</Tag>}
            </dt>
            <dd>
              <Law t={t} text={version.value} />
              {version.text ? (
                <details>
                  <summary>{t('reason.text')}</summary>
                  <blockquote {...english}>
                    <p>{version.text}</p>
                  </blockquote>
                </details>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

async function showRegime(visit: Visit): Promise<Shown> {
  const { t } = visit
  const regime = await visit.api.call(routes.getRegimeBook, { params: { regime: visit.param('regime') } })
  return {
    title: t('book.of', { regime: regime.name }),
    at: 'rules',
    breadcrumb: [{ label: t('book.title'), href: pathPatterns.rulesBook }, { label: regime.name }],
    body: (
      <>
        <h1>{t('book.of', { regime: regime.name })}</h1>
        <p>
          <Law t={t} text={regime.reach} />
        </p>
        <ul class="sources">
          <Source t={t} citation={regime.scope} />
        </ul>
        <h2>{t('book.rules')}</h2>
        {regime.rules.map((rule) => (
          <Rule visit={visit} rule={rule} />
        ))}
        {regime.values.length > 0 ? <h2>{t('book.values')}</h2> : null}
        {regime.values.map((value) => (
          <Value visit={visit} value={value} />
        ))}
      </>
    ),
  }
}

export const rulesPages: Pages = (pages) => {
  pages.get('rulesBook', showContents)
  pages.get('regimeBook', showRegime)
}
