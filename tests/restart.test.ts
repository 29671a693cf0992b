import { Agent, request } from 'node:http'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, startProgram, type Program } from './program.ts'

type Ask = {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly key?: string
  readonly body?: object
  /** The lead's where none is given. */
  readonly token?: string
}
/** refused: nothing of an answer had come, so the same request may be sent again; broken: some of it had. */
type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  | { readonly kind: 'refused' | 'broken' }

const folder = mkdtempSync(join(tmpdir(), 'allmende-restart-'))
const data = join(folder, 'data')
const env = { ALLMENDE_REQUESTS_PER_MINUTE: '1000000' }
let port: number
let program: Program
let token: string

/** `hangUp`: the caller is gone before an answer can come, as when a network fails. */
function send(ask: Ask, agent: Agent, hangUp = false): Promise<Outcome> {
  return new Promise((resolve) => {
    const headers: Record<string, string> = { authorization: `Bearer ${ask.token ?? token}` }
    if (ask.key) headers['idempotency-key'] = ask.key
    if (ask.body) headers['content-type'] = 'application/json'
    const options = {
      host: '127.0.0.1',
      port,
      method: ask.method,
      path: `/api/v1${ask.path}`,
      headers,
      agent,
    }
    const sent = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.once('end', () =>
        resolve(
          response.complete
            ? { kind: 'answered', status: response.statusCode ?? 0, text }
            : { kind: 'broken' },
        ),
      )
      response.once('error', () => resolve({ kind: 'broken' }))
    })
    sent.once('error', () => resolve({ kind: 'refused' }))
    sent.end(ask.body ? JSON.stringify(ask.body) : undefined)
    if (hangUp) setTimeout(() => sent.destroy(), 3)
  })
}

/** Signs somebody of the demo in, as they would: by the link in their mail. */
async function signIn(email: string): Promise<string> {
  const post = (path: string, body: object) =>
    fetch(`${program.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(body),
    })
  await post('/sign-in/links', { email })
  const mails = (await (await fetch(`${program.url}/api/v1/demo/mail`)).json()) as {
    items: { to: string; text: string }[]
  }
  const mail = mails.items.find((m) => m.to === email && m.text.includes('token='))
  const answer = await post('/sign-in/links/redeem', { token: /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] })
  return ((await answer.json()) as { token: string }).token
}

beforeAll(async () => {
  port = await freePort()
  program = startProgram(data, port, [], env)
  await program.until(/Stop with Ctrl-C/, 150)
  token = await signIn('lead@riftlakes.example')
}, 180_000)
afterAll(async () => {
  await program.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

/** Clients that send without a pause until told to stop, and repeat what was refused until it is answered. */
function startClients(count: number) {
  const tally = { answered: 0, refused: 0, broken: 0, unexpected: [] as string[] }
  const made = new Map<string, string>()
  const stop = new AbortController()
  const run = async (client: number) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let n = 0; !stop.signal.aborted; n += 1) {
      const key = `client-${client}-${n}`
      const ask: Ask =
        n % 2 === 0
          ? { method: 'GET', path: '/applications?limit=5' }
          : { method: 'POST', path: '/applications', key, body: { call: 'trial', content: { title: key } } }
      // Every other POST loses its first answer: whether it was carried out, its sender cannot know.
      for (let hangUp = n % 4 === 1; ; hangUp = false) {
        const outcome = await send(ask, agent, hangUp)
        if (outcome.kind === 'broken' && !hangUp) tally.broken += 1
        if (outcome.kind === 'answered' && outcome.status !== 503) {
          tally.answered += 1
          if (outcome.status >= 300) tally.unexpected.push(`${outcome.status} ${outcome.text.slice(0, 200)}`)
          else if (ask.method === 'POST') made.set(key, (JSON.parse(outcome.text) as { id: string }).id)
          break
        }
        if (!hangUp) tally.refused += 1
        await pause(30)
      }
    }
    agent.destroy()
  }
  const runs = Array.from({ length: count }, (_, client) => run(client))
  return {
    tally,
    made,
    /** Waits until so many more requests were answered. */
    async more(count: number) {
      const enough = tally.answered + count
      while (tally.answered < enough) await pause(20)
    },
    async stop() {
      stop.abort()
      await Promise.all(runs)
    },
  }
}

/** The lead's applications whose titles begin so: title and id. */
async function applicationsMade(beginning: string): Promise<[string, string][]> {
  const agent = new Agent()
  const found: [string, string][] = []
  for (let next: string | null = ''; next !== null;) {
    const path: string = `/applications?limit=200${next ? `&after=${next}` : ''}`
    const answer = await send({ method: 'GET', path }, agent)
    if (answer.kind !== 'answered') throw new Error(`no answer came: ${answer.kind}`)
    const page = JSON.parse(answer.text) as { items: { id: string; title: string }[]; next: string | null }
    for (const item of page.items) if (item.title.startsWith(beginning)) found.push([item.title, item.id])
    next = page.next
  }
  return found
}

describe('a restart while clients send without a pause', () => {
  test('every request is answered, none is carried out twice, and no answer is cut off', async () => {
    const clients = startClients(6)
    await clients.more(60)
    for (let restart = 0; restart < 2; restart += 1) {
      expect(await program.kill('SIGTERM')).toBe(0)
      program = startProgram(data, port, [], env)
      await program.until(/is ready/, 60)
      await clients.more(60)
    }
    await clients.stop()
    const { tally, made } = clients
    expect(tally.unexpected).toEqual([])
    expect(tally.broken).toBe(0)
    expect(tally.refused, 'the restarts were felt').toBeGreaterThan(0)
    expect(made.size).toBeGreaterThan(0)
    const stand = await applicationsMade('client-')
    expect(stand).toHaveLength(made.size)
    expect(new Map(stand)).toEqual(made)
  }, 120_000)
})

describe('a stop', () => {
  const stopAndStart = async () => {
    const code = await program.kill('SIGTERM')
    program = startProgram(data, port, [], env)
    await program.until(/is ready/, 60)
    return code
  }

  test('waits for a request that is under way, and what it did stands', async () => {
    const title = 'sent while the server stops'
    const text = JSON.stringify({ call: 'trial', content: { title } })
    const answer = new Promise<(string | number | undefined)[]>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': text.length,
        'idempotency-key': crypto.randomUUID(),
      }
      const agent = new Agent({ keepAlive: true })
      const options = {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/api/v1/applications',
        headers,
        agent,
      }
      const sent = request(options, (response) => {
        response.resume()
        response.once('end', () => resolve([response.statusCode, response.headers.connection]))
      })
      sent.once('error', reject)
      sent.write(text.slice(0, 20))
      setTimeout(() => sent.end(text.slice(20)), 1000)
    })
    await pause(300)
    const code = stopAndStart()
    // Kept open, a busy client's connection would last until it is cut, perhaps in the middle of an answer.
    expect(await answer).toEqual([201, 'close'])
    expect(await code).toBe(0)
    expect((await applicationsMade(title)).map(([found]) => found)).toEqual([title])
  }, 60_000)

  test('is not held up by those who wait for news: a reader of a job, a site; they are answered, and ask again', async () => {
    const agent = new Agent()
    const json = async (ask: Ask) => {
      const outcome = await send(ask, agent)
      if (outcome.kind !== 'answered') throw new Error(`no answer came: ${ask.path}`)
      return JSON.parse(outcome.text) as unknown
    }
    const { items } = (await json({ method: 'GET', path: '/projects' })) as { items: { id: string }[] }
    // It runs for longer than anybody asks, and prints nothing.
    const asked = {
      project: items[0]?.id,
      name: 'waits',
      command: ['sleep', '40'],
      accelerators: 1,
      minutes: 1,
    }
    const key = crypto.randomUUID()
    const job = (await json({ method: 'POST', path: '/jobs', key, body: asked })) as { id: string }
    const log: Ask = { method: 'GET', path: `/jobs/${job.id}/log?waitMs=20000` }
    const site = join(data, 'agent/recife/site.json')
    const { siteToken } = JSON.parse(readFileSync(site, 'utf8')) as { siteToken: string }
    const sync: Ask = {
      method: 'PUT',
      path: '/agent/sync',
      token: siteToken,
      body: {
        agentVersion: 'test',
        observed: [],
        capacity: { accelerators: 8, acceleratorModel: 'NVIDIA H100 SXM5', cpus: 8, memoryMiB: 8192 },
        engine: { kind: 'local', sandbox: 'none' },
        waitMs: 20_000,
      },
    }
    const answers: Outcome[] = []
    const waiting = [log, sync].map(async (ask) => answers.push(await send(ask, agent)))
    await pause(500)
    expect(answers, 'both wait').toEqual([])
    expect(await Promise.race([program.kill('SIGTERM'), pause(15_000, 'held up')])).toBe(0)
    await Promise.all(waiting)
    const answered = { kind: 'answered', status: 200 }
    expect(answers).toMatchObject([answered, answered])
    program = startProgram(data, port, [], env)
    await program.until(/is ready/, 60)
    for (const ask of [
      { ...log, path: `/jobs/${job.id}/log` },
      { ...sync, body: { ...sync.body, waitMs: 0 } },
    ])
      expect(await send(ask, agent)).toMatchObject(answered)
  }, 60_000)

  test('a site whose agent was killed between joining and keeping what it joined with joins again', async () => {
    const kept = join(data, 'agent/rabat/site.json')
    expect(await program.kill('SIGTERM')).toBe(0)
    rmSync(kept)
    program = startProgram(data, port, [], env)
    await program.until(/is ready/, 60)
    for (let waited = 0; !existsSync(kept) && waited < 20_000; waited += 100) await pause(100)
    expect(JSON.parse(readFileSync(kept, 'utf8'))).toMatchObject({ site: 'rabat' })
    expect(program.output()).not.toContain('the agent of the demo sites ended')
  }, 60_000)
})
