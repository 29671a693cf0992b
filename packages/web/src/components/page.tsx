import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { languageNames } from '../messages/index.ts'
import type { Language, Translator } from '../messages/index.ts'
import { iconHref, Mark } from './mark.tsx'

export type NavItem = {
  readonly href: string
  readonly label: string
  readonly current?: boolean | undefined
  /** How many things wait behind this item; nothing is shown for none. */
  readonly waiting?: number | undefined
}
export type Crumb = { readonly label: string; readonly href?: string | undefined }
export type Account =
  | { readonly kind: 'guest'; readonly signInHref: string }
  | { readonly kind: 'person'; readonly name: string; readonly href: string; readonly signOutAction: string }

export type PageProps = {
  readonly t: Translator
  /** The alliance's own name; it stands where a product's name would. */
  readonly alliance: string
  readonly title: string
  readonly homeHref: string
  readonly nav: readonly NavItem[]
  /** This page in each language. */
  readonly languages: readonly { readonly lang: Language; readonly href: string }[]
  readonly account: Account
  readonly breadcrumb?: readonly Crumb[] | undefined
  readonly footer: readonly NavItem[]
  readonly assets: {
    readonly css: string
    readonly js?: string | undefined
    readonly icon?: string | undefined
  }
  readonly demo?: boolean | undefined
  /** The page answers a form that was refused: its title says so first. */
  readonly failed?: boolean | undefined
  readonly description?: string | undefined
  /** Further elements of the head, such as a feed. */
  readonly head?: Child
  readonly children?: Child
}

function Head({ t, alliance, title, assets, failed, description, head }: PageProps) {
  const page = failed ? `${t('form.error')} ${title}` : title
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{t('shell.titleOf', { page, alliance })}</title>
      {description ? <meta name="description" content={description} /> : null}
      {assets.icon ? <link rel="icon" href={assets.icon} /> : null}
      <link rel="icon" href={iconHref} />
      <link rel="stylesheet" href={assets.css} />
      {assets.js ? <script type="module" src={assets.js}></script> : null}
      {head}
    </head>
  )
}

function AccountBox({ t, account }: { readonly t: Translator; readonly account: Account }) {
  if (account.kind === 'guest') {
    return (
      <a class="btn quiet small" href={account.signInHref}>
        {t('shell.signIn')}
      </a>
    )
  }
  return (
    <>
      <a href={account.href} class="who" aria-label={`${t('shell.account')}: ${account.name}`}>
        <bdi>{account.name}</bdi>
      </a>
      <form method="post" action={account.signOutAction}>
        <button class="btn plain small">{t('shell.signOut')}</button>
      </form>
    </>
  )
}

function Banner(props: PageProps) {
  const { t } = props
  return (
    <header class="top">
      {props.demo ? <p class="demo">{t('shell.demo')}</p> : null}
      <div class="frame">
        <a class="brand" href={props.homeHref}>
          <Mark />
          <span>{props.alliance}</span>
        </a>
        <div class="tools">
          <ul class="langs" aria-label={t('shell.languages')}>
            {props.languages.map(({ lang, href }) => (
              <li>
                <a
                  href={href}
                  lang={lang}
                  hreflang={lang}
                  aria-current={lang === t.lang ? 'true' : undefined}
                >
                  {languageNames[lang]}
                </a>
              </li>
            ))}
          </ul>
          <AccountBox t={t} account={props.account} />
        </div>
        <nav id="nav" tabindex={-1} aria-label={t('shell.mainNavigation')}>
          <ul>
            {props.nav.map((item) => (
              <li>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                  {item.waiting ? (
                    <span class="count">
                      <span aria-hidden="true">{item.waiting}</span>
                      <span class="hear">{t('nav.waiting', { count: item.waiting })}</span>
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

function Breadcrumb({ t, crumbs }: { readonly t: Translator; readonly crumbs: readonly Crumb[] }) {
  return (
    <nav class="crumbs" aria-label={t('shell.breadcrumb')}>
      <ol>
        {crumbs.map((crumb) => (
          <li>
            {crumb.href ? (
              <a href={crumb.href}>{crumb.label}</a>
            ) : (
              <span aria-current="page">{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Foot({ t, alliance, footer }: PageProps) {
  return (
    <footer class="foot">
      <div class="frame">
        <p>{t('shell.runsOn', { alliance })}</p>
        <nav aria-label={t('shell.footer')}>
          <ul>
            {footer.map((item) => (
              <li>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}

/** The whole document. `children` start with the page's one `h1`. */
export function Page(props: PageProps) {
  const { t } = props
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={t.lang} dir={t.dir}>
        <Head {...props} />
        <body>
          <a class="skip" href="#content">
            {t('shell.skipToContent')}
          </a>
          <a class="skip" href="#nav">
            {t('shell.skipToNavigation')}
          </a>
          <Banner {...props} />
          <div class="frame">
            {props.breadcrumb?.length ? <Breadcrumb t={t} crumbs={props.breadcrumb} /> : null}
            <main id="content" tabindex={-1}>
              {props.children}
            </main>
          </div>
          <Foot {...props} />
        </body>
      </html>
    </>
  )
}
