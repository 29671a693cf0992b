import { outcome as outcomeSchema, routes, type ReplyOf } from '@allmende/wire'
import { DataTable, HeldRules, Said } from '../../components/index.ts'
import { formatInstant, sayIn, type Translator } from '../../messages/index.ts'
import type { Visit } from '../../web.ts'

type Job = ReplyOf<typeof routes.getJob>
type Verdict = ReplyOf<typeof routes.explainJob>['sites'][number]

/** The figures of a verdict; an outcome of the rules by its name in the reader's language. */
function paramsOf(t: Translator, { params }: Verdict): Verdict['params'] {
  const outcome = outcomeSchema.safeParse(params['outcome'])
  return outcome.success ? { ...params, outcome: t(`outcome.${outcome.data}`) } : params
}

/** What the broker found at every site, and what would change it. */
export async function Explanation({ visit, job }: { readonly visit: Visit; readonly job: Job }) {
  const { t } = visit
  const explanation = await visit.api.call(routes.explainJob, { params: { id: job.id } })
  return (
    <DataTable
      t={t}
      id="why"
      caption={t('jobs.why')}
      rows={explanation.sites}
      empty={<p>{t('jobs.notLooked')}</p>}
      columns={[
        { key: 'site', head: t('sites.site'), rowHead: true, cell: (s) => <bdi>{s.site}</bdi> },
        {
          key: 'why',
          head: t('jobs.because'),
          cell: (s) => (
            <>
              <Said t={t} said={sayIn(t.lang, [`broker.${s.verdict}`], s.sentence, paramsOf(t, s))} />
              <HeldRules t={t} rules={s.rules} />
            </>
          ),
        },
        {
          key: 'change',
          head: t('jobs.change'),
          cell: (s) =>
            s.whatWouldChangeIt === null ? (
              '–'
            ) : (
              <Said t={t} said={sayIn(t.lang, [`broker.${s.verdict}.change`], s.whatWouldChangeIt)} />
            ),
        },
        {
          key: 'start',
          head: t('jobs.expected'),
          cell: (s) =>
            s.expectedStartAt && job.state === 'queued' ? formatInstant(t.lang, s.expectedStartAt) : '–',
        },
      ]}
    />
  )
}
