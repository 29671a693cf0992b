import { routes, type ReplyOf } from '@allmende/wire'
import type { Child } from 'hono/jsx'
import { EmptyState, type FormError, Notice } from '../../components/index.ts'
import type { Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import type { Form, Pages, Shown, Visit } from '../../web.ts'
import { StatementForm, statementErrors, statementOf } from '../statement-form.tsx'

type OwnStanding = ReplyOf<typeof routes.getOwnStatement>

/** What a hit does to one's own roles, and what can be done. */
function HeldNotice({
  t,
  held,
  children,
}: {
  readonly t: Translator
  readonly held: NonNullable<OwnStanding['held']>
  readonly children?: Child
}) {
  return (
    <Notice tone="wait" title={t(`account.held.${held}`)}>
      <p>{t(`account.heldHint.${held}`)}</p>
      {children}
    </Notice>
  )
}

/** Whether a hit holds roles back, and that law asks something of whoever holds one. */
export function OwnStandingNotice({
  t,
  standing,
}: {
  readonly t: Translator
  readonly standing: OwnStanding
}) {
  const link = <a href={pathPatterns.ownStatement}>{t('apply.yourStatement')}</a>
  if (standing.held !== null)
    return (
      <HeldNotice t={t} held={standing.held}>
        <p>{link}</p>
      </HeldNotice>
    )
  if (!standing.holdsRole) return null
  return standing.statement === null ? (
    <Notice tone="info" title={t('account.notStated')}>
      <p>{t('account.notStatedHint')}</p>
      <p>{link}</p>
    </Notice>
  ) : (
    <p>{link}</p>
  )
}

/** What law asks of whoever holds a role outside of teams; only officers see it. */
async function showOwnStatement(
  visit: Visit,
  form: Form | null = null,
  errors: readonly FormError[] = [],
): Promise<Shown | Response> {
  const { t, me } = visit
  if (!me) return visit.c.redirect(pathTo('signIn', {}, { next: pathPatterns.ownStatement }), 303)
  const { holdsRole, held, statement } = await visit.api.call(routes.getOwnStatement, {})
  return {
    title: t('apply.yourStatement'),
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    breadcrumb: [
      { label: t('shell.account'), href: pathPatterns.account },
      { label: t('apply.yourStatement') },
    ],
    body: (
      <>
        <h1>{t('apply.yourStatement')}</h1>
        {held === null ? null : <HeldNotice t={t} held={held} />}
        {holdsRole ? (
          <>
            <p>{t('account.statementLead')}</p>
            <StatementForm
              t={t}
              statement={statement}
              form={form}
              errors={errors}
              action={pathPatterns.ownStatement}
              cancelHref={pathPatterns.account}
              affiliationHint={t('account.affiliationHint')}
            />
          </>
        ) : (
          <EmptyState
            title={t('account.nothingAsked')}
            action={{ href: pathPatterns.applications, label: t('nav.applications') }}
          >
            {t('account.nothingAskedHint')}
          </EmptyState>
        )}
      </>
    ),
  }
}

async function saveOwnStatement(visit: Visit, form: Form): Promise<Shown | Response> {
  try {
    await visit.api.call(routes.saveOwnStatement, { body: statementOf(form) })
  } catch (error) {
    return showOwnStatement(visit, form, statementErrors(visit.t, error))
  }
  return visit.c.redirect(pathPatterns.account, 303)
}

export const ownStatementPages: Pages = (pages) => {
  pages.get('ownStatement', (visit) => showOwnStatement(visit))
  pages.post('ownStatement', saveOwnStatement)
}
