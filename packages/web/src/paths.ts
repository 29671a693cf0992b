/** Every address of the pages, once. `pathPatterns` are what the server routes; the functions fill them in. */
export const pathPatterns = {
  home: '/',
  calls: '/calls',
  call: '/calls/:id',
  plan: '/plan',
  members: '/members',
  sites: '/sites',
  site: '/sites/:id',
  sitePolicy: '/sites/:id/policy',
  siteStanding: '/sites/:id/standing',
  rules: '/rules',
  log: '/log-book',
  logEntry: '/log-book/:index',
  signIn: '/sign-in',
  signInLink: '/sign-in/link',
  signInProvider: '/sign-in/provider/:id',
  signInReturn: '/sign-in/provider/:id/return',
  passkeyOptions: '/sign-in/passkey/options',
  passkeySignIn: '/sign-in/passkey',
  passkeyAddOptions: '/account/passkeys/options',
  passkeyAdd: '/account/passkeys',
  accountName: '/account/name',
  accountData: '/account/data',
  accountErase: '/account/erase',
  accountTokens: '/account/tokens',
  accountToken: '/account/tokens/:id/revoke',
  accountSession: '/account/sessions/:id/end',
  signOut: '/sign-out',
  demoMail: '/demo/mail',
  found: '/found',
  language: '/language',
  account: '/account',
  ownStatement: '/account/statement',
  applications: '/applications',
  application: '/applications/:id',
  applicationStep: '/applications/:id/edit/:step',
  applicationSubmit: '/applications/:id/submit',
  applicationWithdraw: '/applications/:id/withdraw',
  applicationAnswers: '/applications/:id/answers',
  applicationEnquiry: '/applications/:id/enquiries/:enquiry',
  statement: '/applications/:id/statement',
  cases: '/clear',
  case: '/clear/:id',
  hits: '/hits',
  decideHit: '/clear/:id/hits/:hit',
  decideApartHit: '/hits/:hit',
  decideSite: '/clear/:id/sites/:determination',
  affected: '/rules/affected',
  askApplicant: '/clear/:id/ask',
  screen: '/screen',
  delegations: '/delegations',
  endDelegation: '/delegations/:id/end',
  queries: '/queries',
  reviews: '/reviews',
  review: '/reviews/:id',
  panel: '/panel',
  panelCase: '/panel/:id',
  projects: '/projects',
  project: '/projects/:id',
  projectState: '/projects/:id/state',
  jobs: '/jobs',
  newJob: '/jobs/new',
  job: '/jobs/:id',
  jobLog: '/jobs/:id/log',
  jobOutputs: '/jobs/:id/outputs',
  jobCancel: '/jobs/:id/cancel',
  rulesBook: '/rules/book',
  regimeBook: '/rules/book/:regime',
  secretariat: '/secretariat',
  secretariatMembers: '/secretariat/members',
  secretariatMember: '/secretariat/members/:id',
  secretariatPeople: '/secretariat/people',
  secretariatGrant: '/secretariat/people/:id/end',
  secretariatSites: '/secretariat/sites',
  secretariatLists: '/secretariat/lists',
  secretariatListRefresh: '/secretariat/lists/:id/refresh',
  secretariatRulebook: '/secretariat/rulebook',
  secretariatCalls: '/secretariat/calls',
  secretariatCall: '/secretariat/calls/:id',
  openData: '/open-data',
  usageCsv: '/open-data/usage.csv',
  accessibility: '/accessibility',
  gallery: '/gallery',
} as const

/** What this site serves besides its pages: files, the API and the public log, for programs and those who read along. */
export const otherPaths = {
  asset: '/assets/:file',
  apiDocs: '/api/v1/docs',
  openApi: '/api/v1/openapi.json',
  totals: '/api/v1/report/totals',
  summary: '/api/v1/report/summary',
  schemas: '/api/v1/log/schemas',
  checkpoint: '/log/checkpoint',
  logKey: '/log/key',
} as const

/** The address of a built file; the manifest names it as it is cached, with its hash. */
export function pathToAsset(manifest: Readonly<Record<string, string>>, name: string): string {
  return otherPaths.asset.replace(':file', manifest[name] ?? name)
}

export type PageName = keyof typeof pathPatterns
type Params = Readonly<Record<string, string | number>>

/** The address of a page, its parameters filled in and a query behind it. */
export function pathTo(
  page: PageName,
  params: Params = {},
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const path = pathPatterns[page].replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  )
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  )
  return search.size > 0 ? `${path}?${search}` : path
}

/** Where a sign-in may lead: a path of this site and nowhere else. */
export function safeNext(next: string | undefined): string {
  return next && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : pathPatterns.home
}
