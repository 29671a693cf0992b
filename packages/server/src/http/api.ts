import { createHash, randomUUID } from 'node:crypto'
import {
  routes,
  type BodyOf,
  type ParamsOf,
  type Problem,
  type QueryOf,
  type ReplyIn,
  type RouteContract,
} from '@allmende/wire'
import { Hono, type Context as HonoContext } from 'hono'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { FileTooLarge } from '../outside/files.ts'
import type { Actor, PersonActor, SiteActor } from './actor.ts'
import { fieldFaults } from './field-faults.ts'
import { idempotencyKeyMax, once } from './idempotency.ts'
import type { Limits } from './limits.ts'
import { problemOf, Refusal, WorldError } from './problems.ts'

const jsonBytesMax = 512 * 1024
const jsonDepthMax = 32

/** `actorOnce` lets one visit of a page, which makes several calls, look up once who visits. */
export type Env = {
  Variables: { requestId: string; actor: Actor }
  Bindings: { actorOnce?: (find: () => Promise<Actor>) => Promise<Actor> }
}

type ActorOf<R extends RouteContract> = R['who'] extends 'person'
  ? PersonActor
  : R['who'] extends 'site'
    ? SiteActor
    : Actor

/** A parsed request of one route. */
export type Call<R extends RouteContract> = {
  readonly actor: ActorOf<R>
  readonly params: ParamsOf<R>
  readonly query: QueryOf<R>
  readonly body: BodyOf<R>
  readonly request: Request
  readonly requestId: string
  /** The caller's address, for limits only. */
  readonly address: string
}

/** A JSON reply, with an ETag where the thing has a version; or a raw response for streams. */
export type Reply<R extends RouteContract> = { readonly body?: ReplyIn<R>; readonly etag?: string } | Response

export type Serve = <R extends RouteContract>(route: R, handler: (call: Call<R>) => Promise<Reply<R>>) => void

/** A room of the API puts its routes in place. */
export type Room = (serve: Serve, ctx: Context) => void

export type ApiOptions = {
  readonly authenticate: (ctx: Context, authorization: string | undefined) => Promise<Actor>
  readonly limits: Limits
  readonly rooms: readonly Room[]
  /** Checks every reply against its schema: on in tests, where a wrong reply must fail. */
  readonly checkReplies: boolean
  /** Tests of one room serve that room alone; everybody else serves the whole contract. */
  readonly partial: boolean
}

function tooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth >= jsonDepthMax) return true
  return Object.values(value).some((child) => tooDeep(child, depth + 1))
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\b/.test(type))
    throw new Refusal('request.wrong-type', `The content type is "${type}"; expected application/json.`)
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (declared > jsonBytesMax)
    throw new Refusal(
      'request.too-large',
      `The body has ${declared} bytes; at most ${jsonBytesMax} are read.`,
    )
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > jsonBytesMax)
      throw new Refusal('request.too-large', `The body has more than ${jsonBytesMax} bytes.`)
    chunks.push(chunk)
  }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch (error) {
    throw new Refusal('request.not-json', `The body could not be read as JSON: ${(error as Error).message}`)
  }
  if (tooDeep(value))
    throw new Refusal('request.too-deep', `The body is nested more than ${jsonDepthMax} levels deep.`)
  return value
}

function parse(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const fields = fieldFaults(result.error.issues, where)
  throw new Refusal(
    'request.invalid',
    fields
      .map((f) => `${f.field}: ${f.message}`)
      .slice(0, 5)
      .join('; '),
    { fields },
  )
}

function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
}

function callerKey(actor: Actor): string {
  return actor.kind === 'person' ? actor.person : actor.kind === 'site' ? `site:${actor.site}` : 'nobody'
}

function admit(route: RouteContract, actor: Actor): void {
  if (route.who === 'public') return
  if (actor.kind === 'nobody')
    throw new Refusal('sign-in.needed', 'This needs somebody who is signed in, or an API token.', {
      remedy: 'Sign in, or send the header "authorization: Bearer <token>".',
    })
  if (route.who !== actor.kind)
    throw new Refusal('policy.denied', `This is for a ${route.who}, and a ${actor.kind} asked.`)
  if (actor.kind === 'person' && !actor.scopes.includes(route.scope)) {
    throw new Refusal('policy.scope', `This token lacks the scope "${route.scope}".`, {
      remedy: `Make a token with the scope "${route.scope}".`,
    })
  }
}

/** Turns whatever was thrown into the answer that the caller gets; only faults are logged as errors. */
export function answerError(
  ctx: Context,
  error: unknown,
  requestId: string,
): { problem: Problem; headers: Record<string, string> } {
  if (error instanceof Refusal)
    return {
      problem: problemOf(error.code, error.message, requestId, error.extra),
      headers: { ...error.extra.headers },
    }
  if (error instanceof WorldError)
    return {
      problem: problemOf(error.code, error.message, requestId),
      headers: error.retryable ? { 'retry-after': '5' } : {},
    }
  if (error instanceof FileTooLarge)
    return { problem: problemOf('request.too-large', error.message, requestId), headers: {} }
  ctx.logger.error({ requestId, err: error }, 'request failed')
  return {
    problem: problemOf(
      'server.fault',
      `Please try again; if it stays, tell the operator the request id ${requestId}.`,
      requestId,
    ),
    headers: {},
  }
}

function demandKey(key: string | undefined): void {
  if (!key)
    throw new Refusal(
      'request.missing-idempotency-key',
      'Every POST carries an Idempotency-Key, so that repeating it does nothing twice.',
      { remedy: 'Send a new UUID with each new request and the same one when you repeat it.' },
    )
  if (key.length > idempotencyKeyMax)
    throw new Refusal(
      'request.invalid',
      `The Idempotency-Key has ${key.length} characters; at most ${idempotencyKeyMax} are read.`,
    )
}

type JsonReply = { status: number; body: string; etag?: string }

function toJson(route: RouteContract, reply: { body?: unknown; etag?: string }, check: boolean): JsonReply {
  const body = route.reply ? (check ? route.reply.parse(reply.body) : reply.body) : undefined
  return {
    status: route.status,
    body: body === undefined ? '' : JSON.stringify(body),
    ...(reply.etag ? { etag: reply.etag } : {}),
  }
}

async function run(
  ctx: Context,
  route: RouteContract,
  call: Call<RouteContract>,
  handler: (call: Call<RouteContract>) => Promise<Reply<RouteContract>>,
  check: boolean,
): Promise<JsonReply | Response> {
  const work = async () => {
    const reply = await handler(call)
    return reply instanceof Response ? reply : toJson(route, reply, check)
  }
  if (route.method === 'get' || route.transaction === false) return work()
  const key = call.request.headers.get('idempotency-key')
  return ctx.db.transaction(async () => {
    if (route.method !== 'post' || !key || call.actor.kind === 'nobody') return work()
    const request = `${call.request.url}\n${JSON.stringify(call.body ?? null)}`
    return once(
      ctx,
      {
        caller: callerKey(call.actor),
        key,
        operation: route.operation,
        request,
        replay: route.replay !== false,
      },
      async () => {
        const reply = await work()
        if (reply instanceof Response)
          throw new Error(`Invariant broken: ${route.operation} streams inside a transaction`)
        return reply
      },
    )
  })
}

function respond(c: HonoContext<Env>, route: RouteContract, reply: JsonReply | Response): Response {
  if (reply instanceof Response) return reply
  if (reply.body === '') return c.body(null, reply.status as 204)
  const etag = reply.etag ?? etagOf(reply.body)
  // A POST is answered about something else than a GET of its address shows, and the same whenever it is repeated.
  if (route.method !== 'post') c.header('etag', etag)
  c.header(
    'cache-control',
    route.who === 'public' && route.method === 'get'
      ? 'public, max-age=0, must-revalidate'
      : 'private, no-store',
  )
  if (route.method === 'get' && c.req.header('if-none-match') === etag) return c.body(null, 304)
  c.header('content-type', 'application/json; charset=utf-8')
  return c.body(reply.body, reply.status as 200)
}

function sendProblem(c: HonoContext<Env>, problem: Problem, headers: Record<string, string> = {}): Response {
  return c.body(JSON.stringify(problem), problem.status as 400, {
    ...headers,
    'content-type': 'application/problem+json',
  })
}

/** The answer at an address of the API where there is nothing: for programs, never a page. */
export function nothingServed(c: HonoContext<Env>): Response {
  const detail = `Nothing is served at ${c.req.path}.`
  return sendProblem(c, problemOf('request.not-found', detail, c.get('requestId')))
}

/** Answers the methods that an address of the API lacks, and names those it has (RFC 9110, 15.5.6). */
function refuseOtherMethods(app: Hono<Env>, served: ReadonlySet<RouteContract>): void {
  const byPath = Map.groupBy(served, honoPath)
  for (const [path, offered] of byPath) {
    // A GET answers a HEAD too.
    const methods = offered.flatMap(({ method }) => (method === 'get' ? ['get', 'head'] : [method]))
    const allow = methods.toSorted().join(', ').toUpperCase()
    app.all(path, (c) => {
      const detail = `${c.req.method} is not offered at ${c.req.path}; offered: ${allow}.`
      return sendProblem(c, problemOf('request.method', detail, c.get('requestId')), { allow })
    })
  }
}

const honoPath = (route: RouteContract) => route.path.replace(/\{(\w+)\}/g, ':$1')

/** The API as one app: every route of the contract is served exactly once, or this throws at start. */
export function createApi(ctx: Context, options: ApiOptions): Hono<Env> {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    // A call by one of our own pages brings the id of the visit.
    if (!c.get('requestId')) c.set('requestId', c.req.header('x-request-id') ?? randomUUID())
    await next()
  })
  const served = new Set<RouteContract>()
  const serve: Serve = (route, handler) => {
    if (served.has(route)) throw new Error(`Invariant broken: ${route.operation} is served twice`)
    served.add(route)
    app.on(route.method.toUpperCase(), [honoPath(route)], async (c) => {
      const requestId = c.get('requestId')
      try {
        const address = c.req.header('x-allmende-address') ?? 'local'
        const find = () => options.authenticate(ctx, c.req.header('authorization'))
        const actor = await (c.env?.actorOnce ? c.env.actorOnce(find) : find())
        c.set('actor', actor)
        options.limits.take(actor.kind === 'nobody' ? address : callerKey(actor), route.operation)
        admit(route, actor)
        if (route.method === 'post') demandKey(c.req.header('idempotency-key'))
        const call = {
          actor,
          params: parse(route.params, c.req.param(), 'path'),
          query: parse(route.query, c.req.query(), 'query'),
          body: route.body ? parse(route.body, await readJson(c.req.raw), 'body') : undefined,
          request: c.req.raw,
          requestId,
          address,
        } as unknown as Call<RouteContract>
        const reply = await run(ctx, route, call, handler as never, options.checkReplies)
        return respond(c, route, reply)
      } catch (error) {
        const { problem, headers } = answerError(ctx, error, requestId)
        return sendProblem(c, problem, headers)
      }
    })
  }
  for (const room of options.rooms) room(serve, ctx)
  const missing = Object.values(routes).filter((r) => !served.has(r))
  if (!options.partial && missing.length > 0)
    throw new Error(`Invariant broken: not served: ${missing.map((r) => r.operation).join(', ')}`)
  refuseOtherMethods(app, served)
  app.notFound(nothingServed)
  return app
}
