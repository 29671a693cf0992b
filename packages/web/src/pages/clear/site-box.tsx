import type { ReplyOf, routes } from '@allmende/wire'
import {
  DefinitionList,
  type FormError,
  Notice,
  OutcomeTag,
  ReasonCard,
  Settles,
  Sheet,
  Tag,
} from '../../components/index.ts'
import { pathTo } from '../../paths.ts'
import type { Visit } from '../../web.ts'
import { Decide, DecidedBy, ProposedBy } from './decide.tsx'
import { FactsTable } from './facts-table.tsx'

type SiteCase = ReplyOf<typeof routes.getCase>['sites'][number]
type Reason = SiteCase['result']['reasons'][number]
type Box = { readonly visit: Visit; readonly site: SiteCase }
const siteTone = { open: 'wait', cleared: 'ok', refused: 'stop' } as const

/** The strictest first; what was checked besides is folded. */
const byStrictness = ['prohibited', 'licence-required', 'needs-officer', 'exception-may-apply'] as const

function LayeredReason({ visit, reason }: { readonly visit: Visit; readonly reason: Reason }) {
  const { t } = visit
  return (
    <>
      <ReasonCard t={t} reason={reason} />
      {reason.layer === 'both' ? null : <p class="soft">{t(`clear.layer.${reason.layer}`)}</p>}
    </>
  )
}

/** Reasons by what each comes to. */
function Reasons({ visit, site }: Box) {
  const { t } = visit
  const { reasons } = site.result
  const rest = reasons.filter((reason) => reason.outcome === 'no-requirement-found')
  return (
    <>
      {byStrictness.map((outcome) => {
        const group = reasons.filter((reason) => reason.outcome === outcome)
        return group.length === 0 ? null : (
          <section>
            <h3>
              {t('clear.reasons', { count: group.length })}: {t(`outcome.${outcome}`)}
            </h3>
            {group.map((reason) => (
              <LayeredReason visit={visit} reason={reason} />
            ))}
          </section>
        )
      })}
      {rest.length > 0 ? (
        <details open={rest.length === reasons.length}>
          <summary>{t('clear.alsoChecked', { count: rest.length })}</summary>
          {rest.map((reason) => (
            <LayeredReason visit={visit} reason={reason} />
          ))}
        </details>
      ) : null}
    </>
  )
}

/** The two answers where they differ, and which of them binds. */
function TwoAnswers({ visit, site }: Box) {
  const { t } = visit
  const { byText, asEnforced, binds, outcome } = site.result
  if (byText === asEnforced) return null
  return (
    <section>
      <h3>{t('clear.twoAnswers')}</h3>
      <DefinitionList
        items={[
          { term: t('clear.byText'), detail: <OutcomeTag t={t} outcome={byText} /> },
          { term: t('clear.asEnforced'), detail: <OutcomeTag t={t} outcome={asEnforced} /> },
        ]}
      />
      <p>{t(`clear.binds.${binds}`, { outcome: t(`outcome.${outcome}`) })}</p>
    </section>
  )
}

/** That a rule asks for two officers, and who proposed. */
function FourEyes({ visit, site }: Box) {
  const { t } = visit
  if (!site.fourEyes || site.standing !== 'open') return null
  const { proposal } = site
  return (
    <>
      <Notice tone="info" title={t('clear.fourEyes')}>
        <p>{t('clear.fourEyesHint')}</p>
      </Notice>
      {proposal ? <ProposedBy visit={visit} proposal={proposal} of="site" /> : null}
    </>
  )
}

function verdictsFor({ visit, site }: Box) {
  const { t } = visit
  const clear = site.proposal ? 'clear.second' : site.fourEyes ? 'clear.propose' : 'clear.clearSite'
  return [
    ...(site.can.clear ? [{ value: 'cleared', label: t(clear) }] : []),
    ...(site.can.refuse
      ? [
          {
            value: 'refused',
            label: t(site.proposal && site.can.clear ? 'clear.disagree' : 'clear.refuseSite'),
          },
        ]
      : []),
  ]
}

export function SiteBox({
  visit,
  application,
  site,
  errors,
}: Box & { readonly application: string; readonly errors: readonly FormError[] }) {
  const { t } = visit
  const verdicts = verdictsFor({ visit, site })
  return (
    <Sheet title={t('clear.atSite', { site: site.siteName })}>
      <p>
        <OutcomeTag t={t} outcome={site.result.outcome} />{' '}
        <Tag tone={siteTone[site.standing]}>{t(`apply.standing.${site.standing}`)}</Tag>
      </p>
      <TwoAnswers visit={visit} site={site} />
      <Reasons visit={visit} site={site} />
      <FactsTable
        t={t}
        id={`facts-${site.site}`}
        caption={t('clear.siteFacts', { site: site.siteName })}
        facts={site.facts}
      />
      {site.result.questions.length > 0 ? <Settles t={t} questions={site.result.questions} /> : null}
      {site.decision ? <DecidedBy visit={visit} decision={site.decision} /> : null}
      <FourEyes visit={visit} site={site} />
      {site.standing === 'open' && site.can.because ? <p class="soft">{site.can.because}</p> : null}
      {site.standing === 'open' && verdicts.length > 0 ? (
        <Decide
          visit={visit}
          errors={errors}
          name={`reason-${site.determination}`}
          action={pathTo('decideSite', { id: application, determination: site.determination })}
          seen={site.proposal ? 'proposal' : 'no-proposal'}
          verdicts={verdicts}
        />
      ) : null}
    </Sheet>
  )
}
