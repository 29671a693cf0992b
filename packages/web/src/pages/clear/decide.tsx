import type { ReplyOf, routes } from '@allmende/wire'
import { errorAt, type FormError, Tag, TextArea } from '../../components/index.ts'
import { formatInstant, type Translator } from '../../messages/index.ts'
import type { Visit } from '../../web.ts'

type Decision = NonNullable<ReplyOf<typeof routes.getCase>['sites'][number]['decision']>

/** Who acted, and for whom where they stood in for somebody. */
export function actorName(t: Translator, who: { officer: string; standsFor: string | null }): string {
  return who.standsFor === null
    ? who.officer
    : t('clear.forOfficer', { who: who.officer, officer: who.standsFor })
}

export function DecidedBy({ visit, decision }: { readonly visit: Visit; readonly decision: Decision }) {
  const { t } = visit
  return (
    <p>
      {t('clear.decidedBy', { who: actorName(t, decision), at: formatInstant(t.lang, decision.at) })}:{' '}
      <bdi>{decision.reason}</bdi>
    </p>
  )
}

type Proposal = NonNullable<ReplyOf<typeof routes.getCase>['sites'][number]['proposal']>

/** What the first of two officers proposed, and why. */
export function ProposedBy({
  visit,
  proposal,
  of,
}: {
  readonly visit: Visit
  readonly proposal: Proposal
  readonly of: 'site' | 'hit'
}) {
  const { t } = visit
  const key = of === 'site' ? 'clear.proposedBy' : 'clear.hitProposedBy'
  return (
    <p>
      {t(key, { who: actorName(t, proposal), at: formatInstant(t.lang, proposal.at) })}:{' '}
      <bdi>{proposal.reason}</bdi> <Tag tone="wait">{t('clear.secondNeeded')}</Tag>
    </p>
  )
}

/** A reason and the verdicts that can be given with it. */
export function Decide({
  visit,
  action,
  verdicts,
  name,
  errors,
  seen,
}: {
  readonly visit: Visit
  readonly action: string
  readonly verdicts: readonly { readonly value: string; readonly label: string }[]
  readonly name: string
  readonly errors: readonly FormError[]
  /** What the officer has before their eyes, so that nobody seconds what they did not read. */
  readonly seen?: 'proposal' | 'no-proposal' | undefined
}) {
  const { t } = visit
  return (
    <form method="post" action={action}>
      {seen ? <input type="hidden" name="seen" value={seen} /> : null}
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
