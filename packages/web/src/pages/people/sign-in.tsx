import { routes } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import {
  EmptyState,
  errorAt,
  ErrorSummary,
  type FormError,
  Notice,
  Sheet,
  SubmitBar,
  TextInput,
} from '../../components/index.ts'
import { formatInstant } from '../../messages/index.ts'
import { pathPatterns, pathTo, safeNext } from '../../paths.ts'
import {
  endSession,
  startSession,
  type Form,
  type Pages,
  type Shown,
  type Visit,
  type WebOptions,
} from '../../web.ts'
import { formErrors } from '../refused.ts'

const namedRoles = ['secretariat', 'officer', 'panel-chair', 'reviewer', 'site-operator', 'delegate'] as const

function isNamedRole(role: string): role is (typeof namedRoles)[number] {
  return namedRoles.some((named) => named === role)
}

async function demoPeople(visit: Visit) {
  return visit.alliance.demo ? (await visit.api.call(routes.demoPeople, {})).items : []
}

async function showSignIn(visit: Visit, email: string, errors: readonly FormError[]): Promise<Shown> {
  const { t } = visit
  const next = safeNext(visit.query('next'))
  const { items: providers } = await visit.api.call(routes.listProviders, {})
  const people = await demoPeople(visit)
  return {
    title: t('signIn.title'),
    failed: errors.length > 0,
    status: errors.length > 0 ? 422 : 200,
    scripts: ['passkey'],
    body: (
      <>
        <h1>{t('signIn.title')}</h1>
        <ErrorSummary t={t} errors={errors} />
        <form method="post" action={pathTo('signIn', {}, { next })}>
          <TextInput
            t={t}
            name="email"
            type="email"
            label={t('signIn.email')}
            hint={t('signIn.emailHint')}
            autocomplete="email webauthn"
            value={email}
            error={errorAt(errors, 'email')}
            maxlength={254}
          />
          <SubmitBar t={t} label={t('signIn.send')} />
        </form>
        <div
          data-passkey={JSON.stringify({
            begin: pathPatterns.passkeyOptions,
            finish: pathPatterns.passkeySignIn,
            failed: t('signIn.passkeyFailed'),
            next,
          })}
          hidden
        >
          <button type="button" class="btn quiet">
            {t('signIn.passkey')}
          </button>
          <output></output>
        </div>
        {providers.map((provider) => (
          <form method="post" action={pathTo('signInProvider', { id: provider.id })}>
            <input type="hidden" name="next" value={next} />
            <button class="btn quiet">{t('signIn.provider', { name: provider.name })}</button>
          </form>
        ))}
        {people.length > 0 ? (
          <Sheet title={t('signIn.demoTitle')}>
            <p>{t('signIn.demoLead')}</p>
            <ul class="plain">
              {people.map((person) => (
                <li>
                  <form method="post" action={pathTo('signIn', {}, { next })}>
                    <input type="hidden" name="email" value={person.email} />
                    <button class="btn plain">
                      {t('signIn.demoAs', {
                        name: person.name,
                        role: t(isNamedRole(person.role) ? `role.${person.role}` : 'signIn.applicant'),
                      })}
                    </button>
                  </form>
                </li>
              ))}
            </ul>
          </Sheet>
        ) : null}
      </>
    ),
  }
}

function sentPage(visit: Visit, email: string): Shown {
  const { t } = visit
  return {
    title: t('signIn.sentTitle'),
    body: (
      <>
        <h1>{t('signIn.sentTitle')}</h1>
        <Notice tone="ok" title={t('signIn.sent', { email })}>
          <p>{t(visit.alliance.mail === 'folder' ? 'signIn.sentFolder' : 'signIn.sentHint')}</p>
          {visit.alliance.demo ? (
            <p>
              <a class="btn" href={pathPatterns.demoMail}>
                {t('signIn.demoMail')}
              </a>
            </p>
          ) : null}
        </Notice>
      </>
    ),
  }
}

/** The link of the mail leads to a button, so that a program that opens links in mail does not use it up. */
function linkPage(visit: Visit, token: string): Shown {
  const { t } = visit
  return {
    title: t('signIn.linkTitle'),
    body: (
      <>
        <h1>{t('signIn.linkTitle')}</h1>
        <p>{t('signIn.linkLead', { alliance: visit.alliance.name })}</p>
        <form method="post" action={pathPatterns.signInLink}>
          <input type="hidden" name="token" value={token} />
          <button class="btn">{t('signIn.linkButton')}</button>
        </form>
      </>
    ),
  }
}

async function redeem(visit: Visit, form: Form, options: WebOptions): Promise<Shown | Response> {
  const { t } = visit
  try {
    const session = await visit.api.call(routes.redeemLink, { body: { token: form.text('token') || '-' } })
    startSession(visit, options, session.token)
    return visit.c.redirect(safeNext(session.next), 303)
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status >= 500) throw error
    return {
      title: t('signIn.linkDeadTitle'),
      status: 422,
      body: (
        <>
          <h1>{t('signIn.linkDeadTitle')}</h1>
          <Notice tone="stop" title={t('signIn.linkDead')}>
            <p>
              <a class="btn" href={pathPatterns.signIn}>
                {t('signIn.again')}
              </a>
            </p>
          </Notice>
        </>
      ),
    }
  }
}

async function mailPage(visit: Visit): Promise<Shown> {
  const { t } = visit
  const { items } = await visit.api.call(routes.demoMail, {})
  const linkIn = (text: string) => /https?:\/\/\S+/.exec(text)?.[0]
  const local = (link: string) => link.replace(/^https?:\/\/[^/]+/, '')
  return {
    title: t('signIn.mailTitle'),
    body: (
      <>
        <h1>{t('signIn.mailTitle')}</h1>
        <p>{t('signIn.mailLead')}</p>
        {items.length === 0 ? (
          <EmptyState
            title={t('signIn.mailEmpty')}
            action={{ href: pathPatterns.signIn, label: t('shell.signIn') }}
          >
            {t('signIn.mailEmptyHint')}
          </EmptyState>
        ) : null}
        {items.map((mail) => (
          <article class="sheet">
            <h2>{mail.subject}</h2>
            <p class="soft">
              {t('signIn.mailTo', { to: mail.to })} ·{' '}
              <time datetime={mail.at}>{formatInstant(t.lang, mail.at)}</time>
            </p>
            <pre class="letter">{mail.text}</pre>
            {linkIn(mail.text) ? (
              <p>
                <a class="btn quiet" href={local(linkIn(mail.text) ?? '')}>
                  {t('signIn.openLink')}
                </a>
              </p>
            ) : null}
          </article>
        ))}
      </>
    ),
  }
}

async function startProvider(visit: Visit, form: Form): Promise<Response> {
  const started = await visit.api.call(routes.startOidc, {
    params: { id: visit.param('id') },
    body: { next: safeNext(form.text('next')) },
  })
  const returnPath = pathTo('signInReturn', { id: visit.param('id') })
  visit.c.header(
    'set-cookie',
    `signin-attempt=${started.attempt}; HttpOnly; SameSite=Lax; Path=${returnPath}; Max-Age=900`,
    { append: true },
  )
  return visit.c.redirect(started.url, 303)
}

async function finishProvider(visit: Visit, options: WebOptions): Promise<Response> {
  const attempt = /(?:^|;\s*)signin-attempt=([\w-]+)/.exec(visit.c.req.header('cookie') ?? '')?.[1] ?? ''
  const query = new URL(visit.c.req.url).search
  const callbackUrl = `${options.publicUrl}${pathTo('signInReturn', { id: visit.param('id') })}${query}`
  const session = await visit.api.call(routes.finishOidc, {
    params: { id: visit.param('id') },
    body: { attempt, callbackUrl },
  })
  startSession(visit, options, session.token)
  return visit.c.redirect(safeNext(session.next), 303)
}

export const signInPages: Pages = (pages, options) => {
  pages.get('signIn', async (visit) =>
    visit.me ? visit.c.redirect(safeNext(visit.query('next')), 303) : showSignIn(visit, '', []),
  )
  pages.post('signIn', async (visit, form) => {
    const email = form.text('email')
    try {
      await visit.api.call(routes.requestLink, { body: { email, next: safeNext(visit.query('next')) } })
    } catch (error) {
      return showSignIn(
        visit,
        email,
        formErrors(visit.t, error).map((e) =>
          e.name === 'email' ? { name: 'email', message: visit.t('signIn.emailWrong') } : e,
        ),
      )
    }
    return sentPage(visit, email)
  })
  pages.get('signInLink', async (visit) => linkPage(visit, visit.query('token') ?? ''))
  pages.post('signInLink', (visit, form) => redeem(visit, form, options))
  pages.post('signInProvider', (visit, form) => startProvider(visit, form))
  pages.get('signInReturn', (visit) => finishProvider(visit, options))
  pages.get('demoMail', mailPage)
  pages.post('signOut', async (visit) => {
    if (visit.me) await visit.api.call(routes.signOut, {})
    endSession(visit, options)
    return visit.c.redirect(pathPatterns.home, 303)
  })
  pages.get('language', async (visit) => {
    const to = visit.query('to') ?? 'en'
    if (['en', 'de', 'ar'].includes(to)) {
      visit.c.header('set-cookie', `lang=${to}; SameSite=Lax; Path=/; Max-Age=31536000`, { append: true })
      if (visit.me) await visit.api.call(routes.setLanguage, { body: { language: to as 'en' } })
    }
    return visit.c.redirect(safeNext(visit.query('next')), 303)
  })
}
