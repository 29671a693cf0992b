import type { Problem } from '@allmende/wire'
import { hrefOf, signInThen } from './doors.ts'
import { Notice, Page, Said, Sheet, type NavItem } from './components/index.ts'
import { languages, refusalIn, sayIn, type MessageKey } from './messages/index.ts'
import { otherPaths, pathPatterns, pathTo, pathToAsset, safeNext, type PageName } from './paths.ts'
import type { Shown, Visit } from './web.ts'

type Place = readonly [PageName, MessageKey]

const publicPlaces: readonly Place[] = [
  ['home', 'nav.commons'],
  ['calls', 'nav.calls'],
  ['plan', 'nav.plan'],
  ['members', 'nav.members'],
  ['sites', 'nav.sites'],
  ['rules', 'nav.rules'],
  ['log', 'nav.log'],
]

/** What somebody sees in the navigation follows from the roles they hold. */
function placesFor(visit: Visit): readonly Place[] {
  const { me } = visit
  if (!me) return publicPlaces
  const has = (...roles: string[]) => me.grants.some((grant) => roles.includes(grant.role))
  return [
    ['home', 'nav.commons'],
    ['calls', 'nav.calls'],
    ['plan', 'nav.plan'],
    ['applications', 'nav.applications'],
    ...(has('project-lead', 'project-member', 'officer', 'secretariat', 'panel-chair', 'delegate')
      ? ([
          ['projects', 'nav.projects'],
          ['jobs', 'nav.jobs'],
        ] as const)
      : []),
    ...(has('officer')
      ? ([
          ['cases', 'nav.queue'],
          ['screen', 'nav.screening'],
        ] as const)
      : []),
    ...(has('reviewer') ? ([['reviews', 'nav.reviews']] as const) : []),
    ...(has('panel-chair', 'secretariat') ? ([['panel', 'nav.panel']] as const) : []),
    ...(has('secretariat')
      ? ([
          ['secretariat', 'nav.secretariat'],
          ['delegations', 'clear.delegations'],
        ] as const)
      : has('officer')
        ? ([['secretariatLists', 'alliance.lists']] as const)
        : []),
    ['members', 'nav.members'],
    ['sites', 'nav.sites'],
    ['rules', 'nav.rules'],
    ['log', 'nav.log'],
  ]
}

function withLanguage(visit: Visit, lang: string): string {
  return pathTo('language', {}, { to: lang, next: hrefOf(visit.c.req) })
}

/** Where a sign-in from this page leads back to; from the sign-in itself, where it was asked to lead. */
function nextOf(visit: Visit): string {
  return visit.c.req.path.startsWith(pathPatterns.signIn)
    ? safeNext(visit.query('next'))
    : hrefOf(visit.c.req)
}

async function frame(visit: Visit, shown: Shown) {
  const { t, me, alliance, assets } = visit
  const nav: NavItem[] = placesFor(visit).map(([page, key]) => ({
    href: pathPatterns[page],
    label: t(key),
    current: page === shown.at,
  }))
  const asset = (name: string) => pathToAsset(assets, name)
  return (
    <Page
      t={t}
      alliance={alliance.name}
      title={shown.title}
      homeHref={pathPatterns.home}
      nav={nav}
      languages={languages.map((lang) => ({ lang, href: withLanguage(visit, lang) }))}
      account={
        me
          ? { kind: 'person', name: me.name, href: pathPatterns.account, signOutAction: pathPatterns.signOut }
          : {
              kind: 'guest',
              signInHref: signInThen(nextOf(visit)),
            }
      }
      breadcrumb={shown.breadcrumb}
      footer={[
        { href: pathPatterns.rules, label: t('nav.rules') },
        { href: pathPatterns.openData, label: t('nav.openData') },
        { href: pathPatterns.accessibility, label: t('nav.accessibility') },
        { href: otherPaths.apiDocs, label: t('nav.api') },
        ...(alliance.demo ? [{ href: pathPatterns.demoMail, label: t('nav.demoMail') }] : []),
      ]}
      assets={{ css: asset('allmende.css'), js: asset('enhance.js') }}
      demo={alliance.demo}
      failed={shown.failed}
      head={(shown.scripts ?? []).map((script) => (
        <script type="module" src={asset(`${script}.js`)}></script>
      ))}
    >
      {shown.body}
    </Page>
  )
}

/** A refusal or a fault as a page of its own: what happened, and what to do. */
function problemPage(
  visit: Visit,
  problem: Problem,
  status: NonNullable<Shown['status']>,
  written: readonly string[] = [],
): Shown {
  const { t } = visit
  const title = sayIn(t.lang, [`problem.${problem.code}`], problem.title)
  // A page's own refusal has its words in the reader's language; the API's are in English.
  const own = problem.type === 'about:blank'
  const words = (text: string) => (own ? text : <Said t={t} said={refusalIn(t.lang, text)} />)
  return {
    title: own ? problem.title : title.text,
    status,
    body: (
      <>
        <h1>{own ? problem.title : <Said t={t} said={title} />}</h1>
        <Notice tone="stop" title={words(problem.detail ?? problem.title)}>
          {problem.remedy ? (
            <p>{problem.see ? <a href={problem.see}>{words(problem.remedy)}</a> : words(problem.remedy)}</p>
          ) : null}
          {(problem.fields ?? []).map((field) => (
            <p>
              <bdi>{field.field}</bdi>: {words(field.message)}
            </p>
          ))}
          <p>
            {status === 401 ? (
              <a class="btn" href={signInThen(hrefOf(visit.c.req))}>
                {t('shell.signIn')}
              </a>
            ) : (
              <a href={pathPatterns.home}>{t('error.home')}</a>
            )}
          </p>
        </Notice>
        {written.length > 0 ? (
          <Sheet title={t('error.written')}>
            <p>{t('error.writtenHint')}</p>
            {written.map((text) => (
              <p class="letter">
                <bdi>{text}</bdi>
              </p>
            ))}
          </Sheet>
        ) : null}
        <p class="soft">
          <small>
            {problem.code}
            {problem.requestId ? ` · ${problem.requestId}` : ''}
          </small>
        </p>
      </>
    ),
  }
}

export const shell = { frame, problemPage }
