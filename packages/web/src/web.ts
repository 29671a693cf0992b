import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes, type ReplyOf } from '@allmende/wire'
import { ProblemError, type Client } from '@allmende/wire/client'
import { Hono, type Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import type { Child } from 'hono/jsx'
import { doorOf, hrefOf, signInThen } from './doors.ts'
import { isLanguage, translator, type Language, type Translator } from './messages/index.ts'
import { otherPaths, pathPatterns, type PageName } from './paths.ts'
import { shell } from './shell.tsx'

export type WebOptions = {
  /** A client of the API that acts as the holder of the session token, or as nobody. */
  readonly clientFor: (token: string | undefined, origin: { address: string; requestId: string }) => Client
  readonly assets: { readonly folder: string; readonly manifest: Readonly<Record<string, string>> }
  /** Served over https: the session cookie is then bound to it. */
  readonly secure: boolean
  readonly publicUrl: string
}

export type Me = ReplyOf<typeof routes.getMe>
export type Alliance = ReplyOf<typeof routes.getAlliance>

/** What a page works with: who reads, in which language, and the API. */
export type Visit = {
  readonly c: Context
  readonly api: Client
  readonly t: Translator
  readonly me: Me | null
  readonly alliance: Alliance
  readonly now: number
  readonly assets: Readonly<Record<string, string>>
  param(name: string): string
  query(name: string): string | undefined
}

export type Shown = {
  readonly title: string
  readonly body: Child
  /** The navigation item this page belongs to. */
  readonly at?: PageName
  readonly breadcrumb?: readonly { readonly label: string; readonly href?: string }[]
  readonly status?: 200 | 401 | 404 | 403 | 409 | 413 | 422 | 429 | 500 | 503
  /** The page answers a form that was refused. */
  readonly failed?: boolean
  /** Browser scripts beside the common one: "verify-proof". */
  readonly scripts?: readonly string[]
}

/** A page answers with something to show, or sends the reader elsewhere. */
export type Answer = Shown | Response
export type PageOf = {
  get(page: PageName, load: (visit: Visit) => Promise<Answer>): void
  post(page: PageName, act: (visit: Visit, form: Form) => Promise<Answer>): void
  /** For the site's own script: JSON in, JSON out, from this origin only. */
  json(page: PageName, act: (visit: Visit) => Promise<Response>): void
}
export type Pages = (pages: PageOf, options: WebOptions) => void

/** A posted form: text by name, several by name, files by name. */
export type Form = {
  text(name: string): string
  all(name: string): string[]
  files(name: string): File[]
  has(name: string): boolean
  /** What somebody wrote in their own words: every text that is long enough to be a loss. */
  written(): string[]
}

/** Shorter texts are soon written again. */
const writtenMin = 20
const formBytesMax = 64 * 1024 * 1024
const sessionDays = 14

function cookieName(options: WebOptions): string {
  return options.secure ? '__Host-allmende' : 'allmende'
}

export function startSession(visit: Visit, options: WebOptions, token: string): void {
  setCookie(visit.c, cookieName(options), token, {
    httpOnly: true,
    secure: options.secure,
    sameSite: 'Lax',
    path: '/',
    maxAge: sessionDays * 86_400,
  })
}

export function endSession(visit: Visit, options: WebOptions): void {
  setCookie(visit.c, cookieName(options), '', {
    httpOnly: true,
    secure: options.secure,
    sameSite: 'Lax',
    path: '/',
    maxAge: 0,
  })
}

/** The language asked for: in the address, chosen before, the person's own, or what the browser prefers. */
function languageOf(c: Context, me: Me | null): Language {
  const wanted = [
    c.req.query('lang'),
    getCookie(c, 'lang'),
    me?.language,
    ...(c.req.header('accept-language') ?? '')
      .split(',')
      .map((part) => part.trim().slice(0, 2).toLowerCase()),
  ]
  return wanted.find((lang): lang is Language => lang !== undefined && isLanguage(lang)) ?? 'en'
}

async function readForm(c: Context): Promise<Form> {
  const declared = Number(c.req.header('content-length') ?? 0)
  const large =
    declared > formBytesMax ||
    (declared > 512 * 1024 && !(c.req.header('content-type') ?? '').startsWith('multipart/'))
  if (large) {
    throw new ProblemError({
      type: otherPaths.apiDocs,
      title: 'The form is too large',
      status: 413,
      code: 'request.too-large',
      detail: `The form has ${declared} bytes.`,
    })
  }
  const data = await c.req.formData()
  return {
    text: (name) => {
      const value = data.get(name)
      return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
    },
    all: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
    files: (name) =>
      data.getAll(name).filter((value): value is File => value instanceof File && value.size > 0),
    has: (name) => data.has(name),
    written: () =>
      [...data.values()].filter(
        (value): value is string =>
          typeof value === 'string' && value.trim().length >= writtenMin && /\s/.test(value.trim()),
      ),
  }
}

async function visitOf(c: Context, options: WebOptions): Promise<Visit> {
  const token = getCookie(c, cookieName(options))
  const origin = {
    address: c.req.header('x-allmende-address') ?? 'local',
    requestId: c.req.header('x-request-id') ?? crypto.randomUUID(),
  }
  const api = options.clientFor(token, origin)
  const me = token ? await api.call(routes.getMe, {}).catch(nobodyIfSignedOut) : null
  const lang = languageOf(c, me)
  return {
    c,
    api: me || !token ? api : options.clientFor(undefined, origin),
    t: translator(lang),
    me,
    alliance: await api.call(routes.getAlliance, {}),
    now: Date.now(),
    assets: options.assets.manifest,
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
  }
}

function nobodyIfSignedOut(error: unknown): null {
  if (error instanceof ProblemError && error.problem.status === 401) return null
  throw error
}

/** What somebody gets instead of a page that is not for them; null where it is. */
function answerAtDoor(page: PageName, visit: Visit): Answer | null {
  const { t, me } = visit
  const door = doorOf(page, me)
  if (door.open) return null
  if (door.why === 'signed-out') return visit.c.redirect(signInThen(hrefOf(visit.c.req)), 303)
  const words =
    door.why === 'role'
      ? {
          title: t('error.notYours'),
          code: 'policy.denied',
          detail: t('error.forRoles', { roles: door.roles.map((role) => t(`role.${role}`)).join(', ') }),
          remedy: t('error.askForRole'),
        }
      : {
          title: t(`account.held.${door.why}`),
          code: 'policy.role-rests',
          detail: t(`account.heldWhy.${door.why}`),
          remedy: t('apply.yourStatement'),
          see: pathPatterns.ownStatement,
        }
  return shell.problemPage(visit, { type: 'about:blank', status: 403, ...words }, 403)
}

/**
 * What a refused request looks like where the page itself has no form to show it in. What was written comes back,
 * to be copied: the form itself may not be shown to whoever asks now.
 */
function answerProblem(visit: Visit, error: unknown, written: readonly string[]): Answer {
  if (!(error instanceof ProblemError)) throw error
  const { status, code } = error.problem
  if (code === 'sign-in.needed' && written.length === 0)
    return visit.c.redirect(signInThen(hrefOf(visit.c.req)), 303)
  const known = [401, 403, 404, 409, 413, 422, 429, 500, 503] as const
  return shell.problemPage(visit, error.problem, known.find((s) => s === status) ?? 500, written)
}

function serveAssets(app: Hono, options: WebOptions): void {
  const types: Readonly<Record<string, string>> = {
    css: 'text/css; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    svg: 'image/svg+xml',
  }
  const names = new Set(Object.values(options.assets.manifest))
  const cache = new Map<string, Uint8Array<ArrayBuffer>>()
  const read = (file: string) => {
    const known = cache.get(file) ?? new Uint8Array(readFileSync(join(options.assets.folder, file)))
    cache.set(file, known)
    return known
  }
  app.get(otherPaths.asset, (c) => {
    const asked = c.req.param('file')
    const plain = options.assets.manifest[asked]
    const file = plain ?? asked
    if (!names.has(file)) return c.text('There is no such file.\n', 404)
    const accepted = c.req.header('accept-encoding') ?? ''
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
    c.header('content-type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream')
    c.header('vary', 'accept-encoding')
    c.header('cache-control', plain ? 'no-cache' : 'public, max-age=31536000, immutable')
    if (encoding) c.header('content-encoding', encoding)
    return c.body(read(encoding ? `${file}.${encoding === 'br' ? 'br' : 'gz'}` : file))
  })
}

/** An ETag of the page, so that a page that did not change is not sent again. */
function html(c: Context, text: string, status: Shown['status']): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  c.header('etag', etag)
  c.header('cache-control', 'private, no-cache')
  c.header('vary', 'cookie, accept-language, accept-encoding')
  if (c.req.method === 'GET' && c.req.header('if-none-match') === etag) return c.body(null, 304)
  return c.html(text, status ?? 200)
}

/** Only a page of this site may ask: the browser says so, or names the origin. */
function isSameOrigin(c: Context): boolean {
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  return site === 'same-origin' || (site === undefined && origin === new URL(c.req.url).origin)
}

async function answerJson(
  c: Context,
  options: WebOptions,
  act: (visit: Visit) => Promise<Response>,
): Promise<Response> {
  if (!isSameOrigin(c) || !(c.req.header('content-type') ?? '').startsWith('application/json'))
    return c.json({ code: 'request.cross-origin' }, 403)
  try {
    return await act(await visitOf(c, options))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return c.json(error.problem, error.problem.status as 400)
  }
}

/** The pages as an app. Each is a client of the API like any other. */
export function createPages(options: WebOptions, rooms: readonly Pages[]): Hono {
  const app = new Hono()
  serveAssets(app, options)
  app.use(csrf())
  const answer = async (
    c: Context,
    work: (visit: Visit, keep: (form: Form) => Form) => Promise<Answer>,
  ): Promise<Response> => {
    const visit = await visitOf(c, options)
    let result: Answer
    let posted: Form | null = null
    try {
      result = await work(visit, (form) => (posted = form))
    } catch (error) {
      result = answerProblem(visit, error, (posted as Form | null)?.written() ?? [])
    }
    return result instanceof Response
      ? result
      : html(c, String(await shell.frame(visit, result)), result.status)
  }
  const pages: PageOf = {
    get: (page, load) =>
      void app.get(pathPatterns[page], (c) =>
        answer(c, async (visit) => answerAtDoor(page, visit) ?? load(visit)),
      ),
    post: (page, act) =>
      void app.post(pathPatterns[page], (c) =>
        answer(c, async (visit, keep) => act(visit, keep(await readForm(c)))),
      ),
    json: (page, act) => void app.post(pathPatterns[page], (c) => answerJson(c, options, act)),
  }
  for (const room of rooms) room(pages, options)
  app.notFound((c) =>
    answer(c, async (visit) =>
      shell.problemPage(
        visit,
        {
          type: 'about:blank',
          title: visit.t('error.notFound'),
          status: 404,
          code: 'request.not-found',
          detail: visit.t('error.notFoundDetail'),
        },
        404,
      ),
    ),
  )
  return app
}
