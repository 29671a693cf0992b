import { routes, scopes } from '@allmende/wire'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq, sql } from 'drizzle-orm'
import { applications } from '../apply/tables.ts'
import { projects } from '../award/tables.ts'
import { newId } from './ids.ts'
import { jobs } from '../jobs/tables.ts'
import { rooms } from '../server.ts'
import { reviews } from '../review/tables.ts'
import { fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { pagesOf } from '../testing/pages-of.ts'
import { advanceChain } from '../timers/chain.ts'
import { pathPatterns, type PageName } from '@allmende/web'

/** Statements of the database that one page may take, however much there is to show. */
const most = 6
const everyRole = ['secretariat', 'officer', 'panel-chair', 'reviewer'] as const

let rig: ChainRig
let server: ReturnType<typeof pagesOf>
let keeper: string
let lead: string
const tokens: Record<string, string> = {}
const ids: Record<string, string> = {}

/** Who opens a page, and the ids in its address; a page that is not here is not counted, and the last test says so. */
type Opened = {
  readonly as?: 'keeper' | 'lead'
  readonly params?: () => Record<string, string>
  readonly query?: string
}
const id = (name: string) => () => ({ id: ids[name] ?? '' })
const pages: Partial<Record<PageName, Opened>> = {
  home: {},
  calls: {},
  call: { params: () => ({ id: 'trial' }) },
  plan: {},
  members: {},
  sites: {},
  site: { as: 'keeper', params: () => ({ id: 'jena' }) },
  sitePolicy: { as: 'keeper', params: () => ({ id: 'jena' }) },
  siteStanding: { as: 'keeper', params: () => ({ id: 'jena' }) },
  rules: {},
  log: {},
  logEntry: { params: () => ({ index: '3' }) },
  signIn: {},
  signInLink: { query: '?token=none' },
  demoMail: {},
  accountErase: { as: 'keeper' },
  account: { as: 'lead' },
  ownStatement: { as: 'keeper' },
  applications: { as: 'lead' },
  application: { as: 'lead', params: id('application') },
  applicationStep: { as: 'lead', params: () => ({ id: ids['draft'] ?? '', step: 'project' }) },
  applicationWithdraw: { as: 'lead', params: id('open') },
  statement: { as: 'lead', params: id('draft') },
  cases: { as: 'keeper' },
  hits: { as: 'keeper' },
  case: { as: 'keeper', params: id('open') },
  affected: { as: 'keeper', query: '?asOf=2027-06-01' },
  screen: { as: 'keeper', query: '?name=Lokuro+Petumwe' },
  delegations: { as: 'keeper' },
  queries: { as: 'keeper' },
  reviews: { as: 'keeper' },
  review: { as: 'keeper', params: id('review') },
  panel: { as: 'keeper' },
  panelCase: { as: 'keeper', params: id('panel') },
  projects: { as: 'lead' },
  project: { as: 'lead', params: id('project') },
  projectState: { as: 'keeper', params: id('project') },
  jobs: { as: 'lead' },
  newJob: { as: 'lead' },
  job: { as: 'lead', params: id('job') },
  jobCancel: { as: 'lead', params: id('job') },
  rulesBook: {},
  regimeBook: { params: () => ({ regime: 'us-ear' }) },
  secretariat: { as: 'keeper' },
  secretariatMembers: { as: 'keeper' },
  secretariatMember: { as: 'keeper', params: () => ({ id: 'ke' }) },
  secretariatPeople: { as: 'keeper' },
  secretariatGrant: { as: 'keeper', params: id('grant') },
  secretariatSites: { as: 'keeper' },
  secretariatLists: { as: 'keeper' },
  secretariatRulebook: { as: 'keeper' },
  secretariatCalls: { as: 'keeper' },
  secretariatCall: { as: 'keeper', params: () => ({ id: 'trial' }) },
  openData: {},
  accessibility: {},
  gallery: {},
}
/** Addresses that lead on, or answer with a file. */
const noPages: readonly PageName[] = [
  'signInReturn',
  'found',
  'language',
  'jobLog',
  'jobOutputs',
  'usageCsv',
  'accountData',
]

/** One more of everything that pages list: a case with a hit, one in review, one at the panel, and a project with a job. */
async function addRound(): Promise<void> {
  rig.clock.advance(1000)
  const now = rig.ctx.now()
  const { sql: db } = rig.ctx.db
  ids['open'] = await rig.submit({ lead, names: ['Petumwe Lokuro'] })
  ids['application'] = await rig.submit({ lead })
  while (await advanceChain(rig.ctx));
  const [project] = await db.select().from(projects).where(eq(projects.application, ids['application']))
  ids['project'] = project?.id ?? ''
  await db.update(projects).set({ state: 'active', announcedAt: now }).where(eq(projects.id, ids['project']))
  for (const state of ['review', 'panel', 'draft'] as const) {
    ids[state] = await rig.submit({ lead, screened: true })
    await db.update(applications).set({ state }).where(eq(applications.id, ids[state]))
  }
  ids['review'] = await addReview(ids['review'] ?? '', now)
  ids['job'] = newId(now)
  await db.insert(jobs).values({
    id: ids['job'],
    project: ids['project'],
    person: lead,
    name: 'a job',
    command: ['true'],
    env: {},
    accelerators: 1,
    cpus: 1,
    memoryMiB: 64,
    diskMiB: 1,
    outputMiB: 1,
    timeLimitMs: 60_000,
    canary: false,
    state: 'queued',
    attempt: 0,
    submittedAt: now,
  })
  await rig.person('Somebody', [{ role: 'reviewer', scopeKind: 'member', scopeId: 'ke' }])
}

async function addReview(application: string, at: Date): Promise<string> {
  const review = newId(at)
  await rig.ctx.db.sql
    .insert(reviews)
    .values({ id: review, application, reviewer: keeper, state: 'assigned', assignedAt: at })
  return review
}

const addressOf = ({ params, query }: Opened, page: PageName) =>
  pathPatterns[page].replace(/:(\w+)/g, (_, name: string) => params?.()[name] ?? '') + (query ?? '')

/** Statements that pages have taken so far, as the server itself counts them for its operators. */
async function statementsSoFar(): Promise<number> {
  const { values } = await server.metrics.queries.get()
  return values.find((v) => v.metricName?.endsWith('_sum') && v.labels.route === 'page')?.value ?? 0
}

/** Opens a page. @returns its status and how many statements it took */
async function open(page: PageName, opened: Opened): Promise<{ status: number; queries: number }> {
  const token = opened.as ? tokens[opened.as] : null
  const headers: Record<string, string> = token ? { cookie: `allmende=${token}` } : {}
  const before = await statementsSoFar()
  const answer = await server.app.request(addressOf(opened, page), { headers })
  await answer.text()
  return { status: answer.status, queries: (await statementsSoFar()) - before }
}

beforeAll(async () => {
  rig = await startChainRig(rooms, 'PGlite')
  const grants = everyRole.map((role) => ({ role, scopeKind: 'alliance', scopeId: 'alliance' }) as const)
  keeper = await rig.person('Mirjam Falk', grants)
  lead = await rig.person('Wanjiru Kamande')
  for (const [name, person] of [
    ['keeper', keeper],
    ['lead', lead],
  ] as const)
    tokens[name] = (
      await rig.client(person).call(routes.createToken, { body: { name: 'test', scopes: [...scopes] } })
    ).token
  await rig.importNames(keeper, [...fillers, 'Lokuro Petumwe'])
  server = pagesOf(rig.ctx)
  await addRound()
  const [grant] = await rig.ctx.db.rows<{ id: string }>(
    sql`select id from grants where role = 'reviewer' and person <> ${keeper}::uuid limit 1`,
  )
  ids['grant'] = grant?.id ?? ''
}, 60_000)
afterAll(() => rig.close())

test('no page takes more than six statements, nor more of them where there is more to show', async () => {
  const names = Object.keys(pages) as PageName[]
  const count = async () => {
    const found = new Map<PageName, { status: number; queries: number }>()
    for (const name of names) found.set(name, await open(name, pages[name] ?? {}))
    return found
  }
  // What is added up once for everybody is counted by the second look.
  await count()
  const few = await count()
  for (let round = 0; round < 4; round += 1) await addRound()
  await count()
  const many = await count()
  const faults = names.flatMap((name) => {
    const [before, after] = [few.get(name), many.get(name)]
    return [
      ...(after?.status === 200 ? [] : [`${name}: answered ${after?.status}`]),
      ...((after?.queries ?? 99) <= most ? [] : [`${name}: ${after?.queries} statements`]),
      ...((after?.queries ?? 0) > 0 || !pages[name]?.as ? [] : [`${name}: none was counted`]),
      ...((after?.queries ?? 0) <= (before?.queries ?? 0)
        ? []
        : [`${name}: ${before?.queries} statements became ${after?.queries}`]),
    ]
  })
  expect(faults).toEqual([])
}, 120_000)

/** English on a page of another language, but for the law's own words, its titles, and names and codes. */
function englishOn(html: string): string[] {
  const open = html.replaceAll(/<(blockquote|cite|code|pre)\b[^]*?<\/\1>/g, '')
  return [...open.matchAll(/<(\w+)[^>]*\blang="en"[^>]*>([^]*?)<\/\1>/g)]
    .map(([, , inside]) =>
      (inside ?? '')
        .replaceAll(/<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => /[a-z]{3}/.test(text) && text !== 'English')
}

test('German pages are German', async () => {
  await rig.ctx.db.rows(sql`update people set language = 'de'`)
  const faults: string[] = []
  // The gallery shows components with sentences that are made up, and that nobody translates.
  for (const name of (Object.keys(pages) as PageName[]).filter((page) => page !== 'gallery')) {
    const opened = pages[name] ?? {}
    const token = opened.as ? tokens[opened.as] : null
    const headers = { 'accept-language': 'de', ...(token ? { cookie: `allmende=${token}` } : {}) }
    const html = await (await server.app.request(addressOf(opened, name), { headers })).text()
    if (!/<html lang="de"/.test(html)) faults.push(`${name}: is not German`)
    faults.push(...englishOn(html).map((text) => `${name}: ${text}`))
  }
  expect(faults).toEqual([])
}, 60_000)

test('every page that can be opened is counted', () => {
  const known = new Set<string>(
    [...Object.keys(pages), ...noPages].map((name) => pathPatterns[name as PageName]),
  )
  const served = server.routes.filter(
    ({ method, path }) => method === 'GET' && Object.values<string>(pathPatterns).includes(path),
  )
  expect(served.length).toBeGreaterThan(50)
  expect(served.map(({ path }) => path).filter((path) => !known.has(path))).toEqual([])
})
