import type { BodyIn, ParamsIn, QueryIn, ReplyOf, RouteContract } from './contract.ts'
import { problemSchema, type Problem } from './problem.ts'

/** The server's answer to a request that it did not carry out (RFC 9457). */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

type Part<Key extends string, T> = [T] extends [undefined]
  ? { [K in Key]?: undefined }
  : Record<string, never> extends T
    ? { [K in Key]?: T }
    : { [K in Key]: T }

export type CallInput<R extends RouteContract> = Part<'params', ParamsIn<R>> &
  Part<'query', QueryIn<R>> &
  Part<'body', BodyIn<R>> & {
    /** Bytes, for routes whose body is not JSON. */
    raw?: Uint8Array | string
    /** Makes a POST safe to repeat; made up anew when absent. */
    idempotencyKey?: string
    ifMatch?: string
    signal?: AbortSignal
  }

export type ClientOptions = {
  /** Where the API lives: "http://127.0.0.1:8080". */
  readonly baseUrl: string
  readonly token?: string | undefined
  readonly fetch?: ((request: Request) => Promise<Response> | Response) | undefined
  readonly headers?: Readonly<Record<string, string>>
}

export type Client = {
  /** Calls a route and gives its parsed JSON reply; throws ProblemError for any other answer. */
  call<R extends RouteContract>(route: R, input: CallInput<R>): Promise<ReplyOf<R>>
  /** The same, but the raw response: for streams, ETags and files. */
  send<R extends RouteContract>(route: R, input: CallInput<R>): Promise<Response>
}

type Plain = string | number | boolean | null | undefined

function fill(path: string, params: Record<string, Plain> | undefined): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')))
}

function buildRequest(
  options: ClientOptions,
  route: RouteContract,
  input: CallInput<RouteContract>,
): Request {
  const url = new URL(
    `/api/v1${fill(route.path, input.params as Record<string, Plain> | undefined)}`,
    options.baseUrl,
  )
  for (const [key, value] of Object.entries((input.query as Record<string, Plain> | undefined) ?? {})) {
    if (value !== undefined && value !== null) url.searchParams.set(key, String(value))
  }
  const headers = new Headers(options.headers)
  if (options.token) headers.set('authorization', `Bearer ${options.token}`)
  if (route.method === 'post') headers.set('idempotency-key', input.idempotencyKey ?? crypto.randomUUID())
  if (input.ifMatch !== undefined) headers.set('if-match', input.ifMatch)
  let body: BodyInit | null = null
  if (route.bodyType) {
    headers.set('content-type', route.bodyType)
    body = (input.raw ?? '') as BodyInit
  } else if (route.body) {
    headers.set('content-type', 'application/json')
    body = JSON.stringify(input.body ?? {})
  }
  const init: RequestInit = { method: route.method.toUpperCase(), headers, body }
  if (input.signal) init.signal = input.signal
  return new Request(url, init)
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text()
  try {
    return problemSchema.parse(JSON.parse(text))
  } catch {
    return {
      type: 'about:blank',
      title: `HTTP ${response.status}`,
      status: response.status,
      code: 'http.unexpected',
      detail: text.slice(0, 300),
    }
  }
}

/** A typed client of the API; pages and the command line use nothing else. */
export function createClient(options: ClientOptions): Client {
  const fetchRequest = options.fetch ?? ((request: Request) => fetch(request))
  async function send<R extends RouteContract>(route: R, input: CallInput<R>): Promise<Response> {
    const response = await fetchRequest(buildRequest(options, route, input as CallInput<RouteContract>))
    if (response.status >= 400) throw new ProblemError(await problemOf(response))
    return response
  }
  async function call<R extends RouteContract>(route: R, input: CallInput<R>): Promise<ReplyOf<R>> {
    const response = await send(route, input)
    if (response.status === 204 || !route.reply) return undefined as ReplyOf<R>
    return (await response.json()) as ReplyOf<R>
  }
  return { call, send }
}
