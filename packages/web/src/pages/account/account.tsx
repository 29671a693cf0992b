import { routes } from '@allmende/wire'
import {
  Checkboxes,
  Code,
  DataTable,
  EmptyState,
  errorAt,
  ErrorSummary,
  type FormError,
  Notice,
  Sheet,
  SubmitBar,
  Tag,
  TextInput,
} from '../../components/index.ts'
import { formatDate, formatInstant, type Translator } from '../../messages/index.ts'
import { pathPatterns, pathTo } from '../../paths.ts'
import { endSession, type Form, type Pages, type Shown, type Visit } from '../../web.ts'
import { HeldRole } from '../held-role.tsx'
import { formErrors } from '../refused.ts'
import { OwnData, ownDataPages } from './data.tsx'
import { OwnStandingNotice, ownStatementPages } from './own-statement.tsx'

const scopes = ['read', 'apply', 'jobs', 'decide', 'manage'] as const

type Fresh = { readonly token: string; readonly name: string } | null

function Roles({ visit }: { readonly visit: Visit }) {
  const { t, me } = visit
  const resting = me?.resting?.grants ?? []
  if (!me || me.grants.length + resting.length === 0)
    return (
      <EmptyState title={t('account.noRoles')} action={{ href: pathPatterns.calls, label: t('nav.calls') }}>
        {t('account.noRolesHint')}
      </EmptyState>
    )
  return (
    <ul>
      {me.grants.map((grant) => (
        <li>
          <HeldRole t={t} held={grant} />
        </li>
      ))}
      {resting.map((grant) => (
        <li>
          <HeldRole t={t} held={grant} /> <Tag tone="wait">{t('role.rests')}</Tag>
        </li>
      ))}
    </ul>
  )
}

async function Tokens({
  visit,
  errors,
  fresh,
  refused,
}: {
  readonly visit: Visit
  readonly errors: readonly FormError[]
  readonly fresh: Fresh
  readonly refused: Form | null
}) {
  const { t } = visit
  const { items } = await visit.api.call(routes.listTokens, {})
  return (
    <Sheet title={t('account.tokens')} id="tokens">
      <p>{t('account.tokensLead')}</p>
      {fresh ? (
        <Notice tone="ok" title={t('account.tokenMade', { name: fresh.name })}>
          <p>{t('account.tokenOnce')}</p>
          <Code t={t} text={fresh.token} label={t('account.tokens')} />
        </Notice>
      ) : null}
      <DataTable
        t={t}
        id="token-list"
        caption={t('account.tokens')}
        rows={items}
        empty={<p>{t('account.noTokens')}</p>}
        columns={[
          { key: 'name', head: t('account.tokenName'), cell: (row) => <bdi>{row.name}</bdi>, rowHead: true },
          { key: 'scopes', head: t('account.tokenScopes'), cell: (row) => row.scopes.join(', ') },
          {
            key: 'expires',
            head: t('account.tokenExpires'),
            cell: (row) => formatDate(t.lang, row.expiresAt),
          },
          {
            key: 'end',
            head: t('account.end'),
            cell: (row) => (
              <form method="post" action={pathTo('accountToken', { id: row.id })}>
                <button class="btn quiet small" aria-label={t('account.revokeNamed', { name: row.name })}>
                  {t('account.revoke')}
                </button>
              </form>
            ),
          },
        ]}
      />
      <form method="post" action={pathPatterns.accountTokens}>
        <TextInput
          t={t}
          name="name"
          label={t('account.tokenName')}
          hint={t('account.tokenNameHint')}
          value={refused?.text('name') ?? ''}
          maxlength={100}
          error={errorAt(errors, 'name')}
        />
        <Checkboxes
          t={t}
          name="scopes"
          label={t('account.tokenScopes')}
          values={refused?.all('scopes') ?? []}
          error={errorAt(errors, 'scopes')}
          options={scopes.map((scope) => ({ value: scope, label: scope, hint: t(`account.scope.${scope}`) }))}
        />
        <TextInput
          t={t}
          name="days"
          type="number"
          min={1}
          max={365}
          short
          label={t('account.tokenDays')}
          value={refused?.text('days') || '90'}
          error={errorAt(errors, 'days')}
        />
        <SubmitBar t={t} label={t('account.makeToken')} />
      </form>
    </Sheet>
  )
}

function NameForm({
  t,
  name,
  error,
}: {
  readonly t: Translator
  readonly name: string
  readonly error: string | undefined
}) {
  return (
    <form method="post" action={pathPatterns.accountName}>
      <TextInput
        t={t}
        name="calledName"
        label={t('account.name')}
        hint={t('account.nameHint')}
        value={name}
        error={error}
        autocomplete="name"
        maxlength={200}
      />
      <button class="btn quiet">{t('account.saveName')}</button>
    </form>
  )
}

async function showAccount(
  visit: Visit,
  errors: readonly FormError[] = [],
  fresh: Fresh = null,
  refused: Form | null = null,
): Promise<Shown | Response> {
  const { t, me } = visit
  if (!me) return visit.c.redirect(pathTo('signIn', {}, { next: pathPatterns.account }), 303)
  const { items: sessions } = await visit.api.call(routes.listSessions, {})
  const { items: passkeys } = await visit.api.call(routes.listPasskeys, {})
  const standing = await visit.api.call(routes.getOwnStatement, {})
  return {
    title: t('shell.account'),
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    scripts: ['passkey'],
    body: (
      <>
        <h1>{t('shell.account')}</h1>
        <ErrorSummary t={t} errors={errors} />
        <p>
          <bdi>{me.email}</bdi>
        </p>
        <NameForm t={t} name={refused?.text('calledName') || me.name} error={errorAt(errors, 'calledName')} />
        <Sheet title={t('account.roles')}>
          <OwnStandingNotice t={t} standing={standing} />
          <Roles visit={visit} />
        </Sheet>
        <Sheet title={t('account.passkeys')}>
          <p>{t('account.passkeysLead')}</p>
          {passkeys.length === 0 ? <p>{t('account.noPasskeys')}</p> : null}
          <ul>
            {passkeys.map((key) => (
              <li>
                {key.name} ({formatDate(t.lang, key.createdAt)})
              </li>
            ))}
          </ul>
          <div
            data-passkey={JSON.stringify({
              begin: pathPatterns.passkeyAddOptions,
              finish: pathPatterns.passkeyAdd,
              failed: t('account.passkeyFailed'),
              add: true,
            })}
            hidden
          >
            <button type="button" class="btn quiet">
              {t('account.addPasskey')}
            </button>
            <output></output>
          </div>
        </Sheet>
        <Sheet title={t('account.sessions')} id="sessions">
          <DataTable
            t={t}
            id="session-list"
            caption={t('account.sessions')}
            rows={sessions}
            empty={<p>{t('account.sessions')}</p>}
            columns={[
              {
                key: 'method',
                head: t('account.signedInBy'),
                cell: (row) => (
                  <>
                    {row.method} {row.current ? <Tag tone="ok">{t('account.thisOne')}</Tag> : null}
                  </>
                ),
                rowHead: true,
              },
              {
                key: 'seen',
                head: t('account.lastSeen'),
                cell: (row) => formatInstant(t.lang, row.lastSeenAt),
              },
              {
                key: 'end',
                head: t('account.end'),
                cell: (row) => (
                  <form method="post" action={pathTo('accountSession', { id: row.id })}>
                    <button class="btn quiet small">{t('account.endSession')}</button>
                  </form>
                ),
              },
            ]}
          />
        </Sheet>
        {await Tokens({ visit, errors, fresh, refused })}
        <OwnData t={t} />
      </>
    ),
  }
}

export const accountPages: Pages = (pages, options) => {
  ownDataPages(pages, options)
  ownStatementPages(pages, options)
  pages.get('account', (visit) => showAccount(visit))
  pages.post('accountName', async (visit, form) => {
    try {
      await visit.api.call(routes.setName, { body: { name: form.text('calledName') } })
    } catch (error) {
      return showAccount(
        visit,
        formErrors(visit.t, error, () => 'calledName'),
        null,
        form,
      )
    }
    return visit.c.redirect(pathPatterns.account, 303)
  })
  pages.post('accountTokens', async (visit, form) => {
    try {
      const made = await visit.api.call(routes.createToken, {
        body: {
          name: form.text('name'),
          scopes: form.all('scopes') as 'read'[],
          days: Number(form.text('days')),
        },
      })
      return await showAccount(visit, [], { token: made.token, name: made.name })
    } catch (error) {
      return showAccount(
        visit,
        formErrors(visit.t, error, (field) => field.split('.')[0] ?? field),
        null,
        form,
      )
    }
  })
  pages.post('accountToken', async (visit) => {
    await visit.api.call(routes.revokeToken, { params: { id: visit.param('id') } })
    return visit.c.redirect(`${pathPatterns.account}#tokens`, 303)
  })
  pages.post('accountSession', async (visit) => {
    const { items } = await visit.api.call(routes.listSessions, {})
    const own = items.find((session) => session.id === visit.param('id'))
    await visit.api.call(routes.revokeSession, { params: { id: visit.param('id') } })
    if (!own?.current) return visit.c.redirect(`${pathPatterns.account}#sessions`, 303)
    endSession(visit, options)
    return visit.c.redirect(pathPatterns.home, 303)
  })
}
