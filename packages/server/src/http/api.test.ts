import { randomUUID } from 'node:crypto'
import { routes, scopes, type RouteContract, type Scope } from '@allmende/wire'
import type { ProblemError } from '@allmende/wire/client'
import { eq, sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { calls } from '../alliance/tables.ts'
import { applications } from '../apply/tables.ts'
import type { Context } from '../context.ts'
import { authenticate } from '../people/index.ts'
import { rooms } from '../server.ts'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import type { Grant } from './actor.ts'
import { createApi, type Env } from './api.ts'
import { createApp, type AppParts, type ClientFor } from './app.ts'
import { forgetAnswers } from './idempotency.ts'
import { createLimits } from './limits.ts'
import { createMetrics } from './metrics.ts'

type Ask = {
  readonly token?: string
  readonly body?: unknown
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}
type Page = { readonly items: readonly Record<string, unknown>[]; readonly next: string | null }

const everyRole: readonly Grant[] = (['secretariat', 'officer', 'panel-chair'] as const).map((role) => ({
  role,
  scopeKind: 'alliance',
  scopeId: 'alliance',
}))
const content = { title: 'Tides', summary: 'Levels of a lake, a week ahead.' }
const anId = '0193aaaa-0000-7000-8000-000000000000'

/** The whole API as it is served, with real tokens. */
function appOn(ctx: Context, pages: AppParts['pages'] = null): Hono<Env> {
  const limits = createLimits(1_000_000, () => 0)
  const api = createApi(ctx, { authenticate, limits, rooms, checkReplies: true, partial: false })
  const log = new Hono<Env>()
  return createApp(ctx, { api, log, pages, metrics: createMetrics(), accepting: () => true })
}

async function ask(app: Hono<Env>, method: string, path: string, how: Ask = {}): Promise<Response> {
  const headers = new Headers(how.headers)
  if (how.token) headers.set('authorization', `Bearer ${how.token}`)
  if (how.key) headers.set('idempotency-key', how.key)
  if (how.body !== undefined) headers.set('content-type', 'application/json')
  const body = how.body === undefined ? null : JSON.stringify(how.body)
  return app.request(`/api/v1${path}`, { method: method.toUpperCase(), headers, body })
}

async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code
}

describe.each(databases)('the API, on %s', (database) => {
  let rig: ChainRig
  let app: Hono<Env>
  let lead: string
  let token: string
  let all: string
  const tokenOf = async (person: string, some: readonly Scope[] = scopes) =>
    (await rig.client(person).call(routes.createToken, { body: { name: 'test', scopes: [...some] } })).token
  const post = (path: string, body: unknown, key: string, as = token) =>
    ask(app, 'post', path, { token: as, body, key })
  const begin = (key: string, body: object = { call: 'trial', member: 'ke', content }, as = token) =>
    post('/applications', body, key, as)
  const count = async (table: 'applications' | 'idempotency') => {
    const [row] = await rig.ctx.db.rows<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)}`,
    )
    return row?.n ?? 0
  }
  const idOf = async (response: Response) => ((await response.json()) as { id: string }).id

  beforeAll(async () => {
    rig = await startChainRig(rooms, database)
    app = appOn(rig.ctx)
    lead = await rig.person('Amina Otieno')
    token = await tokenOf(lead)
    all = await tokenOf(await rig.person('Mirjam Falk', everyRole))
  })
  afterAll(() => rig.close())

  describe('Idempotency-Key', () => {
    test('a POST without one is refused by its code and does nothing, signed in or not', async () => {
      const before = await count('applications')
      const body = { call: 'trial', member: 'ke', content }
      const refused = await ask(app, 'post', '/applications', { token, body })
      expect([refused.status, await codeOf(refused)]).toEqual([400, 'request.missing-idempotency-key'])
      const link = await ask(app, 'post', '/sign-in/links', { body: { email: 'amina@riftlakes.example' } })
      expect(await codeOf(link)).toBe('request.missing-idempotency-key')
      expect(await count('applications')).toBe(before)
    })

    test('the same request again gets the same answer to the letter, and is carried out once', async () => {
      const before = await count('applications')
      const key = randomUUID()
      const [first, second] = [await begin(key), await begin(key)]
      expect([first.status, second.status]).toEqual([201, 201])
      expect(await second.text()).toBe(await first.text())
      expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
      expect(await count('applications')).toBe(before + 1)
    })

    test('five times at the same moment, it is carried out once and answered five times alike', async () => {
      const before = await count('applications')
      const key = randomUUID()
      const answers = await Promise.all(Array.from({ length: 5 }, () => begin(key)))
      expect(answers.map((a) => a.status)).toEqual([201, 201, 201, 201, 201])
      const texts = await Promise.all(answers.map((a) => a.text()))
      expect(new Set(texts).size).toBe(1)
      expect(await count('applications')).toBe(before + 1)
    })

    test('with another body, or for another operation, a used key is refused and nothing is done', async () => {
      const key = randomUUID()
      const id = await idOf(await begin(key))
      const before = await count('applications')
      const other = await begin(key, { call: 'trial', content: { ...content, title: 'Another' } })
      expect([other.status, await codeOf(other)]).toEqual([422, 'request.key-reused'])
      const elsewhere = await post(`/applications/${id}/withdraw`, {}, key)
      expect([elsewhere.status, await codeOf(elsewhere)]).toEqual([422, 'request.key-reused'])
      expect(await count('applications')).toBe(before)
      expect(await rig.stateOf(id)).toBe('draft')
    })

    test('a key is its caller’s own: the same one of somebody else means nothing', async () => {
      const key = randomUUID()
      const stranger = await tokenOf(await rig.person('Some Body'))
      const [mine, theirs] = [await idOf(await begin(key)), await begin(key, undefined, stranger)]
      expect(theirs.status).toBe(201)
      expect(await idOf(theirs)).not.toBe(mine)
    })

    test('what was refused leaves no trace of its key, and succeeds by the same one later', async () => {
      const close = (at: Date | null) =>
        rig.ctx.db.sql.update(calls).set({ closesAt: at }).where(eq(calls.id, 'standard'))
      await close(rig.clock.now())
      const [key, before] = [randomUUID(), await count('idempotency')]
      expect(await codeOf(await begin(key, { call: 'standard', content }))).toBe('apply.call-closed')
      expect(await count('idempotency')).toBe(before)
      await close(null)
      expect((await begin(key, { call: 'standard', content })).status).toBe(201)
    })

    test('what broke on our side leaves no trace either, neither of the key nor of the work', async () => {
      const id = await idOf(await begin(randomUUID()))
      const nudge = () => {
        throw new Error('broken in the middle')
      }
      const [key, before] = [randomUUID(), await count('idempotency')]
      const how = { token, body: {}, key }
      const broken = await ask(appOn({ ...rig.ctx, nudge }), 'post', `/applications/${id}/withdraw`, how)
      expect([broken.status, await codeOf(broken)]).toEqual([500, 'server.fault'])
      expect([await rig.stateOf(id), await count('idempotency')]).toEqual(['draft', before])
      expect((await post(`/applications/${id}/withdraw`, {}, key)).status).toBe(200)
      expect(await rig.stateOf(id)).toBe('withdrawn')
    })

    test('after a week the answer is forgotten, the key is not: nothing is done twice', async () => {
      const key = randomUUID()
      const id = await idOf(await begin(key))
      const before = await count('applications')
      rig.clock.advance(6 * 86_400_000)
      await forgetAnswers(rig.ctx)
      expect(await idOf(await begin(key))).toBe(id)
      rig.clock.advance(2 * 86_400_000)
      await forgetAnswers(rig.ctx)
      expect(await codeOf(await begin(key))).toBe('request.key-reused')
      expect(await count('applications')).toBe(before)
      const kept = await rig.ctx.db.rows<{ body: string }>(
        sql`select body from idempotency where key = ${key}`,
      )
      expect(kept).toEqual([{ body: '' }])
    })

    test('a site that was cut off for long gets its answer again', async () => {
      const at = rig.clock.now().toISOString()
      await rig.ctx.db.rows(sql`
        insert into idempotency (caller, key, operation, request_hash, status, body, at)
        values ('site:jena', 'an-old-one', 'reportJob', 'hash', 200, '{}', ${at}::timestamptz)`)
      rig.clock.advance(30 * 86_400_000)
      await forgetAnswers(rig.ctx)
      const kept = await rig.ctx.db.rows(sql`select status, body from idempotency where key = 'an-old-one'`)
      expect(kept).toEqual([{ status: 200, body: '{}' }])
    })

    test('a secret is answered once: repeated, its key is refused and no second one is made', async () => {
      const key = randomUUID()
      const make = () => post('/me/tokens', { name: 'laptop', scopes: ['read'] }, key)
      expect((await make()).status).toBe(201)
      expect(await codeOf(await make())).toBe('request.key-reused')
      const { items } = (await (await ask(app, 'get', '/me/tokens', { token })).json()) as Page
      expect(items.filter((item) => item.name === 'laptop')).toHaveLength(1)
    })
  })

  describe('ETag', () => {
    const get = (path: string, headers: Record<string, string> = {}, as = token) =>
      ask(app, 'get', path, { token: as, headers })
    const etagOf = async (path: string) => (await get(path)).headers.get('etag') ?? ''

    test('every GET that needs no parameter answers with one, and with 304 and no body to who has it', async () => {
      const plain = (Object.values(routes) as RouteContract[]).filter(
        (r) => r.method === 'get' && !r.params && r.reply && r.who !== 'site',
      )
      expect(plain.length).toBeGreaterThan(15)
      for (const { path } of plain) {
        const whole = await get(path, {}, all)
        expect(whole.status, path).toBe(200)
        const etag = whole.headers.get('etag') ?? ''
        expect(etag, path).toMatch(/^"[\w.-]+"$/)
        const known = await get(path, { 'if-none-match': etag }, all)
        expect([known.status, await known.text()], path).toEqual([304, ''])
        expect(known.headers.get('etag'), path).toBe(etag)
        expect((await get(path, { 'if-none-match': '"another"' }, all)).status, path).toBe(200)
      }
    })

    test('it changes with what is shown: what was written, who joined, and how it stands', async () => {
      const id = await idOf(await begin(randomUUID()))
      const path = `/applications/${id}`
      const seen = [await etagOf(path)]
      const changes = [
        () => ask(app, 'patch', path, { token, body: { title: 'Tides and winds' } }),
        () => post(`${path}/team`, { name: 'Juma', email: 'juma@riftlakes.example' }, randomUUID()),
        // As the chain moves it on, without anybody writing into it.
        () => rig.ctx.db.sql.update(applications).set({ state: 'panel' }).where(eq(applications.id, id)),
      ]
      for (const change of changes) {
        await change()
        const fresh = await get(path, { 'if-none-match': seen.at(-1) ?? '' })
        expect(fresh.status, `after change ${seen.length}`).toBe(200)
        seen.push(fresh.headers.get('etag') ?? '')
      }
      expect(new Set(seen).size).toBe(4)
    })

    test('a save with If-Match goes over the version it names and over no other', async () => {
      const path = `/applications/${await idOf(await begin(randomUUID()))}`
      const first = await etagOf(path)
      const save = (title: string, ifMatch?: string) =>
        ask(app, 'patch', path, {
          token,
          body: { title },
          ...(ifMatch ? { headers: { 'if-match': ifMatch } } : {}),
        })
      const titleNow = async () =>
        ((await (await get(path)).json()) as { content: { title: string } }).content.title
      const saved = await save('From the laptop', first)
      expect(saved.status).toBe(200)
      const late = await save('From the phone', first)
      expect([late.status, await codeOf(late)]).toEqual([412, 'apply.changed'])
      const foreign = await save('From elsewhere', '"of something else"')
      expect([foreign.status, await codeOf(foreign)]).toEqual([412, 'apply.changed'])
      expect(await titleNow()).toBe('From the laptop')
      expect((await save('Again', saved.headers.get('etag') ?? '')).status).toBe(200)
      expect((await save('And without one')).status).toBe(200)
    })
  })

  test('a token without the scope of an operation is refused by every one of them', async () => {
    const lacking = new Map<Scope, string>()
    const person = await rig.person('Salma Idrissi', everyRole)
    for (const scope of scopes)
      lacking.set(
        scope,
        await tokenOf(
          person,
          scopes.filter((s) => s !== scope),
        ),
      )
    for (const route of Object.values(routes) as RouteContract[]) {
      if (route.who !== 'person') continue
      const path = route.path.replace(/\{\w+\}/g, anId)
      const how = { token: lacking.get(route.scope) ?? '', key: randomUUID() }
      const answer = await ask(app, route.method, path, how)
      expect([answer.status, await codeOf(answer)], route.operation).toEqual([403, 'policy.scope'])
    }
  })

  test('every reply carries a request id: a sensible one of the caller, else one of ours', async () => {
    const paths = [
      '/alliance',
      '/applications',
      '/nowhere',
      '/applications/not-an-id',
      '/openapi.json',
      '/jobs',
    ]
    for (const path of paths) {
      const own = await ask(app, 'get', path, { token })
      expect(own.headers.get('x-request-id'), path).toMatch(/^[\w-]{36}$/)
      const given = await ask(app, 'get', path, { token, headers: { 'x-request-id': 'trace-2026.11' } })
      expect(given.headers.get('x-request-id'), path).toBe('trace-2026.11')
      const bad = await ask(app, 'get', path, { token, headers: { 'x-request-id': 'a "b" <c>' } })
      expect(bad.headers.get('x-request-id'), path).toMatch(/^[\w-]{36}$/)
    }
    const refused = await ask(app, 'get', '/jobs', { headers: { 'x-request-id': 'trace-2026.11' } })
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ requestId: 'trace-2026.11' })
  })

  test('an address that the API lacks is answered with a problem, never with a page', async () => {
    const withPages = appOn(rig.ctx, () => new Hono().all('*', (c) => c.html('<p>a page</p>')))
    for (const [method, path] of [
      ['get', '/nowhere'],
      ['get', '/'],
    ] as const) {
      const answer = await ask(withPages, method, path, { token })
      expect(answer.headers.get('content-type'), path).toBe('application/problem+json')
      expect([answer.status, await codeOf(answer)], path).toEqual([404, 'request.not-found'])
    }
  })

  test('a method that an address lacks is refused, and those that it has are named', async () => {
    for (const [method, path, allowed] of [
      ['put', '/applications', 'GET, HEAD, POST'],
      ['delete', '/plan', 'POST'],
      ['get', `/projects/tides/state`, 'POST'],
    ] as const) {
      const answer = await ask(app, method, path, { token })
      expect([answer.status, answer.headers.get('allow')], path).toEqual([405, allowed])
      expect(await codeOf(answer), path).toBe('request.method')
    }
  })

  test('every POST asks for an Idempotency-Key of a sensible length before it does anything', async () => {
    const posts = (Object.values(routes) as RouteContract[]).filter((route) => route.method === 'post')
    expect(posts.map((route) => route.operation)).toEqual(expect.arrayContaining(['startOidc', 'finishOidc']))
    for (const route of posts) {
      const path = route.path.replace(/\{\w+\}/g, anId)
      const [without, long] = [
        await ask(app, 'post', path, { token: all }),
        await ask(app, 'post', path, { token: all, key: 'k'.repeat(201) }),
      ]
      const codes = [await codeOf(without), await codeOf(long)]
      expect(codes, route.operation).toEqual(['request.missing-idempotency-key', 'request.invalid'])
    }
  })

  test('what a page shows of a refusal is the request id of its own visit', async () => {
    const pages = (clientFor: ClientFor) =>
      new Hono().get('/visit', async (c) => {
        const requestId = c.req.header('x-request-id') ?? ''
        const refused = await clientFor(undefined, { address: 'local', requestId })
          .call(routes.getMe, {})
          .catch((error: unknown) => (error as ProblemError).problem)
        return c.json(refused)
      })
    const answer = await appOn(rig.ctx, pages).request('/visit')
    const { requestId } = (await answer.json()) as { requestId: string }
    expect(requestId).toBe(answer.headers.get('x-request-id'))
  })
})
