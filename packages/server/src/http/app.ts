import { randomUUID } from 'node:crypto'
import { createClient, type Client } from '@allmende/wire/client'
import { Hono } from 'hono'
import { sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Actor } from './actor.ts'
import { nothingServed, type Env } from './api.ts'
import type { Metrics } from './metrics.ts'
import { openApiDocument } from './openapi.ts'
import { apiDocsPage } from './api-docs.ts'

export type AppParts = {
  readonly api: Hono<Env>
  readonly log: Hono<Env>
  /** The pages; null where only the API is wanted. */
  readonly pages: ((clientFor: ClientFor) => Hono) | null
  readonly metrics: Metrics
  /** False from the moment the server was told to stop. */
  readonly accepting: () => boolean
}

/** A client of this server's own API, for pages: same routes, same rights, no network between. */
export type ClientFor = (token: string | undefined, origin: { address: string; requestId: string }) => Client

const requestIdPattern = /^[A-Za-z0-9._-]{8,64}$/

const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'",
}

/** Whom to count a request against: the connection's address, or what a trusted proxy says. */
function addressOf(ctx: Context, headers: Headers, remote: string | undefined): string {
  const forwarded = ctx.settings.trustProxy
    ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  return forwarded || remote || 'local'
}

function operations(ctx: Context, parts: AppParts): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => {
    if (!parts.accepting()) return c.text('stopping\n', 503)
    try {
      await ctx.db.rows(sql`select 1`)
      return c.text('ready\n')
    } catch (error) {
      ctx.logger.error({ err: error }, 'not ready')
      return c.text('the database does not answer\n', 503)
    }
  })
  app.get('/metrics', async (c) =>
    c.text(await parts.metrics.registry.metrics(), 200, {
      'content-type': parts.metrics.registry.contentType,
    }),
  )
  return app
}

/** A client of the API in the same process: the same routes and rights, no network between. */
function ownClient(
  parts: AppParts,
  token: string | undefined,
  origin: { address: string; requestId: string },
): Client {
  // Whoever visits is looked up once; a call that changes something asks anew.
  let known: Promise<Actor> | null = null
  return createClient({
    baseUrl: 'http://allmende.invalid',
    token,
    headers: { 'x-allmende-address': origin.address, 'x-request-id': origin.requestId },
    fetch: async (request) => {
      const url = new URL(request.url)
      url.pathname = url.pathname.slice('/api/v1'.length)
      if (request.method !== 'GET') known = null
      const bindings: Env['Bindings'] = { actorOnce: (find) => (known ??= find()) }
      return parts.api.fetch(new Request(url, request), bindings)
    },
  })
}

/** Everything behind one port: operations, API, log, pages. */
export function createApp(ctx: Context, parts: AppParts): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    const given = c.req.header('x-request-id')
    const requestId = given && requestIdPattern.test(given) ? given : randomUUID()
    c.set('requestId', requestId)
    const remote = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
      ?.socket?.remoteAddress
    c.req.raw.headers.set('x-allmende-address', addressOf(ctx, c.req.raw.headers, remote))
    c.req.raw.headers.set('x-request-id', requestId)
    const started = performance.now()
    const { queries } = await ctx.db.counted(next)
    for (const [name, value] of Object.entries(securityHeaders))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    c.res.headers.set('x-request-id', requestId)
    // A connection that is kept would bring request after request to a server that stops, until it is cut.
    if (!parts.accepting()) c.res.headers.set('connection', 'close')
    const seconds = (performance.now() - started) / 1000
    // The pattern of the route, never the path: a path may hold an id.
    const route = c.req.path.startsWith('/api/') ? 'api' : c.req.path.startsWith('/log/') ? 'log' : 'page'
    parts.metrics.queries.observe({ route }, queries)
    parts.metrics.requests.observe({ method: c.req.method, route, status: String(c.res.status) }, seconds)
    ctx.logger.debug(
      { requestId, method: c.req.method, status: c.res.status, ms: Math.round(seconds * 1000) },
      'request',
    )
  })
  app.route('/', operations(ctx, parts))
  const document = JSON.stringify(openApiDocument(ctx.settings.version))
  app.get('/api/v1/openapi.json', (c) => c.body(document, 200, { 'content-type': 'application/json' }))
  // Made from the whole contract when somebody first reads it, and the same for everybody after.
  let docs: ReturnType<typeof apiDocsPage> | null = null
  app.get('/api/v1/docs', (c) => c.html((docs ??= apiDocsPage(ctx.settings.version))))
  app.route('/api/v1', parts.api)
  // A mounted app brings its routes, not its answer to what it has no route for.
  app.all('/api/v1/*', nothingServed)
  app.route('/log', parts.log)
  if (parts.pages) {
    const pages = parts.pages((token, origin) => ownClient(parts, token, origin))
    app.route('/', pages)
    app.notFound((c) => pages.fetch(c.req.raw))
  }
  return app
}
