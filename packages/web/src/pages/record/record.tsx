import { routes, type ReplyOf } from '@allmende/wire'
import { Code, DataTable, EmptyState, Pager, Sheet } from '../../components/index.ts'
import { formatInstant, formatNumber } from '../../messages/index.ts'
import { otherPaths, pathPatterns, pathTo } from '../../paths.ts'
import type { Pages, Shown, Visit } from '../../web.ts'

type Entry = ReplyOf<typeof routes.getEntry>

async function showLog(visit: Visit): Promise<Shown> {
  const { t } = visit
  const before = visit.query('before')
  const kind = visit.query('kind')
  const page = await visit.api.call(routes.listEntries, {
    query: { ...(before ? { before: Number(before) } : {}), ...(kind ? { kind } : {}) },
  })
  const origin = new URL(visit.c.req.url).origin
  return {
    title: t('record.title'),
    at: 'log',
    body: (
      <>
        <h1>{t('record.title')}</h1>
        <p>{t('record.lead')}</p>
        <DataTable
          t={t}
          id="entries"
          caption={t('record.entries')}
          rows={page.items}
          empty={<EmptyState title={t('record.empty')}>{t('record.emptyHint')}</EmptyState>}
          columns={[
            {
              key: 'index',
              head: t('record.index'),
              numeric: true,
              rowHead: true,
              cell: (row) => <a href={pathTo('logEntry', { index: row.index })}>{row.index}</a>,
            },
            {
              key: 'at',
              head: t('record.at'),
              cell: (row) => <time datetime={row.at}>{formatInstant(t.lang, row.at)}</time>,
            },
            {
              key: 'kind',
              head: t('record.kind'),
              cell: (row) => (
                <a href={pathTo('log', {}, { kind: row.kind })}>
                  <code>{row.kind}</code>
                </a>
              ),
            },
          ]}
        />
        <Pager
          t={t}
          shown={page.items.length}
          firstHref={before ? pathTo('log', {}, { kind }) : null}
          nextHref={page.next ? pathTo('log', {}, { before: page.next, kind }) : null}
        />
        <Sheet title={t('record.checkTitle')}>
          <p>{t('record.check')}</p>
          <Code t={t} text={`npx allmende verify ${origin}`} label={t('record.checkTitle')} />
          <p>
            <a href={otherPaths.checkpoint}>{t('record.checkpoint')}</a> ·{' '}
            <a href={otherPaths.logKey}>{t('record.key')}</a> ·{' '}
            <a href={otherPaths.schemas}>{t('record.schemas')}</a>
          </p>
        </Sheet>
      </>
    ),
  }
}

function ProofBox({ visit, entry }: { readonly visit: Visit; readonly entry: Entry }) {
  const { t } = visit
  const proof = JSON.stringify({
    index: entry.index,
    size: entry.size,
    entryB64: entry.entryB64,
    proof: entry.proof,
    checkpoint: entry.checkpoint,
    verifierKey: entry.verifierKey,
  })
  return (
    <Sheet title={t('record.proofTitle')} id="proof">
      <p>{t('record.proofLead', { size: formatNumber(t.lang, entry.size) })}</p>
      <div
        data-proof={proof}
        data-ok={t('record.ok')}
        data-bad={t('record.bad')}
        data-nosig={t('record.nosig')}
      >
        <button type="button" class="btn" hidden>
          {t('proof.verify')}
        </button>
        <output></output>
      </div>
      <details>
        <summary>{t('record.path', { count: entry.proof.length })}</summary>
        <ol dir="ltr">
          {entry.proof.map((hash) => (
            <li>
              <code class="break">{hash}</code>
            </li>
          ))}
        </ol>
      </details>
      <details>
        <summary>{t('record.checkpoint')}</summary>
        <pre dir="ltr">{entry.checkpoint}</pre>
      </details>
    </Sheet>
  )
}

async function showEntry(visit: Visit): Promise<Shown> {
  const { t } = visit
  const entry = await visit.api.call(routes.getEntry, { params: { index: Number(visit.param('index')) } })
  return {
    title: t('record.entryTitle', { index: entry.index }),
    at: 'log',
    scripts: ['verify-proof'],
    breadcrumb: [{ label: t('record.title'), href: pathPatterns.log }, { label: String(entry.index) }],
    body: (
      <>
        <h1>{t('record.entryTitle', { index: entry.index })}</h1>
        <p>
          <code>{entry.kind}</code> · <time datetime={entry.at}>{formatInstant(t.lang, entry.at)}</time>
        </p>
        <Sheet title={t('record.content')}>
          <pre dir="ltr">{JSON.stringify(entry.data, null, 2)}</pre>
          <p class="soft">{t('record.commitments')}</p>
        </Sheet>
        <ProofBox visit={visit} entry={entry} />
      </>
    ),
  }
}

export const recordPages: Pages = (pages) => {
  pages.get('log', showLog)
  pages.get('logEntry', showEntry)
}
