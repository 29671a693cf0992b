import type { z } from 'zod'

/** Who may knock at all; what they may do is decided by the server's policy. */
export type Caller = 'public' | 'person' | 'site'

export const scopes = ['read', 'apply', 'jobs', 'decide', 'manage'] as const
/** What an API token may be used for; a session has every scope. */
export type Scope = (typeof scopes)[number]

/** One operation of the API, once: the server serves it, the client calls it, the documentation prints it. */
export type RouteContract = {
  readonly operation: string
  readonly room: string
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below /api/v1, parameters in braces: "/applications/{id}". */
  readonly path: string
  readonly summary: string
  readonly who: Caller
  readonly scope: Scope
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Content type of a body or reply that is not JSON; its schema is then absent. */
  readonly bodyType?: 'application/gzip' | 'application/octet-stream'
  readonly replyType?: 'application/gzip' | 'application/octet-stream' | 'text/csv' | 'text/plain'
  readonly reply?: z.ZodType
  readonly status: 200 | 201 | 202 | 204
  /** False where the operation streams, waits or calls the outside world, and opens transactions itself. */
  readonly transaction?: false
  /** False where the reply holds a secret that is shown once: a repeated Idempotency-Key is then refused, not answered again. */
  readonly replay?: false
}

export function route<const R extends RouteContract>(contract: R): R {
  return contract
}

type OutputOf<T> = T extends z.ZodType ? z.output<T> : undefined
type InputOf<T> = T extends z.ZodType ? z.input<T> : undefined

/** What a handler receives, after parsing. */
export type ParamsOf<R extends RouteContract> = OutputOf<R['params']>
export type QueryOf<R extends RouteContract> = OutputOf<R['query']>
export type BodyOf<R extends RouteContract> = OutputOf<R['body']>
/** What a caller sends and gets. */
export type ParamsIn<R extends RouteContract> = InputOf<R['params']>
export type QueryIn<R extends RouteContract> = InputOf<R['query']>
export type BodyIn<R extends RouteContract> = InputOf<R['body']>
export type ReplyOf<R extends RouteContract> = OutputOf<R['reply']>
export type ReplyIn<R extends RouteContract> = InputOf<R['reply']>
