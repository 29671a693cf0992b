import type { ReplyOf, routes } from '@allmende/wire'
import { Evidence, type FormError, Notice, Tag } from '../../components/index.ts'
import { pathTo } from '../../paths.ts'
import type { Visit } from '../../web.ts'
import { Decide, DecidedBy, ProposedBy } from './decide.tsx'

type Hit = ReplyOf<typeof routes.getCase>['parties'][number]['hits'][number]
/** Clearing proposes to a second officer, or seconds what the first proposed, where the rulebook asks for two. */
const clearLabel = ({ fourEyes, proposal }: Hit) =>
  proposal ? 'clear.hitSecond' : fourEyes ? 'clear.hitPropose' : 'clear.otherPerson'
const hitTone = { open: 'wait', confirmed: 'stop', cleared: 'ok' } as const

/** A list entry that resembles a party: what speaks for and against, and the decision about it. */
export function HitBox({
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
        <Tag tone={hitTone[hit.state]}>{t(`clear.hit.${hit.state}`)}</Tag>{' '}
        {hit.effect === 'hold' ? null : (
          <Tag tone={hit.effect === 'block' ? 'stop' : 'info'}>{t(`rulebook.effect.${hit.effect}`)}</Tag>
        )}
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
      {hit.decision ? <DecidedBy visit={visit} decision={hit.decision} /> : null}
      {hit.state === 'open' && hit.fourEyes ? (
        <Notice tone="info" title={t('clear.hitTwo')}>
          <p>{t('clear.hitTwoHint')}</p>
        </Notice>
      ) : null}
      {hit.proposal ? <ProposedBy visit={visit} proposal={hit.proposal} of="hit" /> : null}
      {hit.state === 'open' ? (
        <Decide
          visit={visit}
          errors={errors}
          name={`reason-${hit.id}`}
          action={pathTo('decideHit', { id: application, hit: hit.id })}
          seen={hit.proposal ? 'proposal' : 'no-proposal'}
          verdicts={[
            { value: 'cleared', label: t(clearLabel(hit)) },
            { value: 'confirmed', label: t('clear.samePerson') },
          ]}
        />
      ) : null}
      {hit.state === 'confirmed' ? (
        <details>
          <summary>{t('clear.reopenHit')}</summary>
          <p>{t('clear.reopenHitHint')}</p>
          <Decide
            visit={visit}
            errors={errors}
            name={`reason-${hit.id}`}
            action={pathTo('decideHit', { id: application, hit: hit.id })}
            verdicts={[{ value: 'reopened', label: t('clear.reopenHit') }]}
          />
        </details>
      ) : null}
    </section>
  )
}
