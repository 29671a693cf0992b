import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allmende, freePort, startProgram, type Program } from './program.ts'

let folder: string
let program: Program
let port: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'allmende-e2e-'))
  port = await freePort()
  // Relative, as the default ./data is: what runs in folders of its own must find it all the same.
  program = startProgram(relative(process.cwd(), join(folder, 'data')), port)
  await program.until(/Stop with Ctrl-C/, 150)
}, 180_000)
afterAll(async () => {
  await program.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

type Job = { id: string; name: string; state: string; result: string }

describe('the main job: from a start on an empty folder', () => {
  test('every link of the chain is shown as done', () => {
    for (const link of [
      'plan',
      'apply',
      'clear',
      'review',
      'award',
      'submit',
      'place',
      'run',
      'meter',
      'record',
      'report',
    ])
      expect(program.output()).toMatch(new RegExp(`✓ ${link} `))
  })

  test('a user signs in, runs the second example by hand, and fetches its files', () => {
    expect(
      allmende(folder, ['login', '--server', program.url, '--email', 'lead@riftlakes.example']),
    ).toMatchObject({ code: 0 })
    const run = allmende(folder, ['run', 'examples/csv-quantiles/job.yaml'])
    expect(run.out).toContain('numbers in "population"')
    expect(run.code).toBe(0)
    const [last] = JSON.parse(allmende(folder, ['jobs', '--json']).out) as Job[]
    expect(last).toMatchObject({ name: 'csv-quantiles', result: 'finished' })
    expect(allmende(folder, ['fetch', last?.id ?? '', '--to', join(folder, 'fetched')])).toMatchObject({
      code: 0,
    })
    expect(allmende(folder, ['explain', last?.id ?? '']).out).toMatch(/jena: .+\n.*rabat: .+\n.*recife: .+/s)
  })

  test('a job that fails says so with exit code 1, and one beyond its time is ended', () => {
    expect(
      allmende(
        folder,
        ['run', '--', 'node', '-e', 'process.exit(3)'],
        join(process.cwd(), 'examples/csv-quantiles'),
      ).code,
    ).toBe(1)
    const [last] = JSON.parse(allmende(folder, ['jobs', '--json']).out) as Job[]
    expect(last?.result).toBe('failed')
  })

  test('a waiting reader is told why a job that asks for too much is refused', () => {
    const asked = allmende(
      folder,
      ['run', '--minutes', '43200', '--', 'node', '-v'],
      join(process.cwd(), 'examples/csv-quantiles'),
    )
    expect(asked.code).toBe(1)
    expect(asked.err).toMatch(/could use up to 720\.00 accelerator-hours.*are left/s)
  })

  test('the log verifies over the network and offline, and a changed copy does not', () => {
    const saved = allmende(folder, ['verify', program.url, '--save', join(folder, 'log')])
    expect(saved.out).toContain('Everything checks.')
    expect(allmende(folder, ['verify', join(folder, 'log')])).toMatchObject({ code: 0 })
    writeFileSync(join(folder, 'log', 'log/checkpoint'), 'forged\n1\nAAAA\n')
    expect(allmende(folder, ['verify', join(folder, 'log')]).code).toBe(1)
  })

  test('every page, every checkpoint and the founding entry say that this is a demo', async () => {
    for (const path of ['/', '/plan', '/sign-in', '/log-book/3', '/nowhere'])
      expect(await (await fetch(program.url + path)).text(), path).toContain('Demo alliance')
    const origin = (await (await fetch(`${program.url}/log/checkpoint`)).text()).split('\n')[0]
    expect(origin).toBe(`demo.${new URL(program.url).host}/log`)
    const founding: unknown = await (await fetch(`${program.url}/api/v1/log/entries/0`)).json()
    expect(founding).toMatchObject({ kind: 'alliance.founded', data: { demo: true } })
  })

  test('a second process on the same folder is refused in words', async () => {
    const second = startProgram(join(folder, 'data'), await freePort())
    expect(await second.exited).toBe(1)
    expect(second.output()).toMatch(/is in use by process \d+/)
  })
})

const publicPages = [
  '/',
  '/calls',
  '/plan',
  '/members',
  '/sites',
  '/rules',
  '/log-book',
  '/log-book/0',
  '/sign-in',
  '/demo/mail',
  '/open-data',
  '/accessibility',
  '/api/v1/docs',
]

/** Statements that pages have sent to the database so far; what agents and timers send is not among them. */
async function pageQueries(): Promise<number> {
  const text = await (await fetch(`${program.url}/metrics`)).text()
  return Number(/allmende_http_request_queries_sum\{route="page"\} (\d+)/.exec(text)?.[1] ?? 0)
}

describe('the pages', () => {
  test.each(publicPages)(
    '%s is there in three languages, under 30 kB compressed, with nothing of a third party',
    async (path) => {
      for (const lang of ['en', 'de', 'ar']) {
        const response = await fetch(`${program.url}${path}`, { headers: { cookie: `lang=${lang}` } })
        const html = await response.text()
        expect(response.status, `${lang} ${path}`).toBe(200)
        if (!path.startsWith('/api/'))
          expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`)
        expect(html).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\/(?!127\.0\.0\.1)/)
        const { gzipSync } = await import('node:zlib')
        expect(gzipSync(html).byteLength).toBeLessThan(24_000)
      }
    },
  )

  test.each(publicPages)('%s asks the database at most six times', async (path) => {
    const before = await pageQueries()
    await (await fetch(`${program.url}${path}`)).arrayBuffer()
    expect((await pageQueries()) - before).toBeLessThanOrEqual(6)
  })

  test('links of the public pages lead somewhere', async () => {
    const seen = new Set<string>()
    for (const path of publicPages) {
      const html = await (await fetch(`${program.url}${path}`)).text()
      for (const [, href] of html.matchAll(/href="(\/[^"#]*)/g))
        if (href && !href.startsWith('/language')) seen.add(href.replaceAll('&amp;', '&'))
    }
    const dead: string[] = []
    for (const href of seen) {
      const response = await fetch(`${program.url}${href}`)
      await response.arrayBuffer()
      if (response.status >= 400) dead.push(`${response.status} ${href}`)
    }
    expect(dead).toEqual([])
  })

  test('a form posted from another origin is refused, and an unknown address is a page of its own', async () => {
    const foreign = await fetch(`${program.url}/sign-in`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=a@b.example',
    })
    expect(foreign.status).toBe(403)
    const missing = await fetch(`${program.url}/nowhere`)
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('There is no such page')
  })
})

describe('the API', () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${program.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
      body,
    })

  test('OpenAPI 3.1 names every operation', async () => {
    const document = (await (await fetch(`${program.url}/api/v1/openapi.json`)).json()) as {
      openapi: string
      paths: Record<string, unknown>
    }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).length).toBeGreaterThan(50)
  })

  test.each([
    ['no JSON', '{', {}, 400, 'request.not-json'],
    ['another content type', 'a=b', { 'content-type': 'text/plain' }, 415, 'request.wrong-type'],
    ['a body of the wrong shape', '{"parameters":"many"}', {}, 400, 'request.invalid'],
    ['a body too deep', `{"parameters":${'['.repeat(40)}${']'.repeat(40)}}`, {}, 400, 'request.too-deep'],
    ['a body too large', JSON.stringify({ email: 'x'.repeat(600_000) }), {}, 413, 'request.too-large'],
  ])('%s is refused with a problem that says so', async (_, body, headers, status, code) => {
    const response = await post('/plan', body, headers)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ code, status })
  })

  test('without signing in nobody sees an application, a job or a case', async () => {
    for (const path of ['/applications', '/jobs', '/clear/cases', '/people', '/me'])
      expect((await fetch(`${program.url}/api/v1${path}`)).status).toBe(401)
  })

  test('it is healthy, ready, and counts', async () => {
    expect(await (await fetch(`${program.url}/healthz`)).text()).toBe('ok\n')
    expect(await (await fetch(`${program.url}/readyz`)).text()).toBe('ready\n')
    expect(await (await fetch(`${program.url}/metrics`)).text()).toContain(
      'allmende_http_request_seconds_count',
    )
  })
})

/** A browser without script: cookies and links, as text. */
async function signedIn(email: string): Promise<(path: string) => Promise<{ status: number; html: string }>> {
  const form = (path: string, fields: Record<string, string>) =>
    fetch(`${program.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: program.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields),
    })
  await form('/sign-in', { email })
  const { items } = (await (await fetch(`${program.url}/api/v1/demo/mail`)).json()) as {
    items: { to: string; text: string }[]
  }
  const token =
    /token=([\w-]+)/.exec(items.find((m) => m.to === email && m.text.includes('token='))?.text ?? '')?.[1] ??
    ''
  const session = await form('/sign-in/link', { token })
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return async (path) => {
    const response = await fetch(`${program.url}${path}`, { headers: { cookie } })
    return { status: response.status, html: await response.text() }
  }
}

describe('each role finds its pages: no link on them is dead, none asks the database more than six times', () => {
  test.each([
    ['lead@riftlakes.example', ['/applications', '/projects', '/jobs', '/jobs/new', '/account']],
    ['officer@riverbend.example', ['/clear', '/screen', '/applications', '/account']],
    ['reviewer.one@riverbend.example', ['/reviews', '/account']],
    ['chair@riverbend.example', ['/panel', '/projects', '/jobs']],
    ['operator@saaletal.example', ['/sites', '/sites/jena']],
    ['delegate@nusantara.example', ['/projects', '/jobs']],
    ['secretariat@riverbend.example', ['/secretariat', '/panel', '/projects']],
  ])('%s', async (email, starts) => {
    const visit = await signedIn(email)
    const seen = new Set<string>()
    const queue = [...starts]
    const dead: string[] = []
    const costly: string[] = []
    for (let path = queue.shift(); path !== undefined && seen.size < 60; path = queue.shift()) {
      if (seen.has(path)) continue
      seen.add(path)
      const before = await pageQueries()
      const { status, html } = await visit(path)
      const queries = (await pageQueries()) - before
      if (queries > 6) costly.push(`${queries} ${path}`)
      if (status >= 400) dead.push(`${status} ${path}`)
      if (!html.includes('<main')) continue
      expect(html.match(/<h1/g), path).toHaveLength(1)
      for (const [, href] of html.matchAll(/href="(\/[^"#]*)/g)) {
        const link = (href ?? '').replaceAll('&amp;', '&')
        if (/^\/(applications|projects|jobs|clear|reviews|panel|sites|secretariat)\b/.test(link))
          queue.push(link)
      }
    }
    expect(dead).toEqual([])
    expect(costly, 'pages with more than six queries').toEqual([])
    expect(seen.size).toBeGreaterThanOrEqual(starts.length)
  })
})
