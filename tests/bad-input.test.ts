import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, startProgram, type Program } from './program.ts'

let folder: string
let program: Program

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'allmende-bad-input-'))
  program = startProgram(join(folder, 'data'), await freePort())
  await program.until(/Stop with Ctrl-C/, 150)
}, 180_000)
afterAll(async () => {
  await program.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}, 30_000)

type Fields = Readonly<Record<string, string>>
type Answer = { readonly status: number; readonly html: string; readonly location: string | null }

/** A browser without script: what it sends, and its one cookie. */
class Visitor {
  cookie = ''
  async send(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = { origin: program.url, cookie: this.cookie, ...(init.headers as Fields) }
    const response = await fetch(program.url + path, { redirect: 'manual', ...init, headers })
    const set = response.headers.get('set-cookie')?.split(';')[0]
    if (set?.startsWith('allmende=')) this.cookie = set
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location'),
    }
  }
  post(path: string, fields: Fields, headers: Fields = {}): Promise<Answer> {
    return this.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    })
  }
  async link(email: string): Promise<string> {
    await this.post('/sign-in', { email })
    const { items } = (await (await fetch(`${program.url}/api/v1/demo/mail`)).json()) as {
      items: { to: string; text: string }[]
    }
    const text = items.find((m) => m.to === email && m.text.includes('token='))?.text ?? ''
    return /token=([\w-]+)/.exec(text)?.[1] ?? ''
  }
  async signIn(email: string): Promise<this> {
    const answer = await this.post('/sign-in/link', { token: await this.link(email) })
    expect(answer.status).toBe(303)
    return this
  }
}

const script = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
const isUp = async () => expect(await (await fetch(`${program.url}/readyz`)).text()).toBe('ready\n')

describe('forms', () => {
  test('a sign-in without an address says what is missing, beside the field and on top', async () => {
    const answer = await new Visitor().post('/sign-in', { email: '' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('role="alert"')
    expect(answer.html).toContain('aria-invalid="true"')
  })

  test('every form with every field empty is answered, with a list of errors and no fault', async () => {
    const lead = await new Visitor().signIn('lead@riftlakes.example')
    const begun = await lead.post('/calls/languages', { key: crypto.randomUUID() })
    const application = /\/applications\/([\w-]{36})/.exec(begun.location ?? '')?.[1] ?? ''
    expect(application).not.toBe('')
    const officer = await new Visitor().signIn('officer@riverbend.example')
    const secretariat = await new Visitor().signIn('secretariat@riverbend.example')
    const forms: [Visitor, string][] = [
      [lead, `/applications/${application}/edit/organisation`],
      [lead, `/applications/${application}/statement`],
      [lead, '/jobs/new'],
      [officer, '/screen'],
      [secretariat, '/secretariat/members'],
      [secretariat, '/secretariat/people'],
      [secretariat, '/secretariat/sites'],
      [secretariat, '/secretariat/lists'],
      [secretariat, '/secretariat/calls'],
    ]
    for (const [who, path] of forms) {
      const answer = await who.post(path, { intent: 'send' })
      expect(answer.status, path).toBe(422)
      expect(answer.html, path).toContain('role="alert"')
      expect(answer.html, path).not.toMatch(/invalid_type|expected string|\bundefined\b/i)
    }
    await isUp()
  })

  test('1 MB in a field is refused as too large, and the server stays up', async () => {
    const answer = await new Visitor().post('/sign-in', { email: 'x'.repeat(1_000_000) })
    expect(answer.status).toBe(413)
    expect(answer.html).toContain('too large')
    await isUp()
  })

  test('script in a field is shown as the text that it is, wherever it is shown', async () => {
    const lead = await new Visitor().signIn('lead@riftlakes.example')
    const begun = await lead.post('/calls/languages', { key: crypto.randomUUID() })
    const path = begun.location ?? ''
    const id = path.split('/')[2] ?? ''
    await lead.post(path, { title: script, summary: script, hours: '10', member: 'ke', intent: 'save' })
    for (const page of [path, `/applications/${id}`, '/applications']) {
      const { html, status } = await lead.send(page)
      expect(status, page).toBe(200)
      expect(html, page).toContain('&lt;script&gt;alert(1)')
      expect(html, page).not.toContain('<script>alert')
      expect(html, page).not.toContain('<img src=x')
    }
  })

  test('posted twice, a form does its work once', async () => {
    const lead = await new Visitor().signIn('lead@riftlakes.example')
    const key = crypto.randomUUID()
    const [first, second] = [
      await lead.post('/calls/languages', { key }),
      await lead.post('/calls/languages', { key }),
    ]
    expect(first.status).toBe(303)
    expect(second.location).toBe(first.location)
  })

  test('posted from another origin, a form is refused', async () => {
    const lead = await new Visitor().signIn('lead@riftlakes.example')
    const answer = await lead.post('/calls/languages', {}, { origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
  })

  test('posted after sign-out, a form leads to the sign-in and does nothing', async () => {
    const lead = await new Visitor().signIn('lead@riftlakes.example')
    const { cookie } = lead
    await lead.post('/sign-out', {})
    lead.cookie = cookie
    const answer = await lead.post('/calls/languages', { key: crypto.randomUUID() })
    expect([answer.status, answer.location]).toEqual([303, '/sign-in?next=%2F'])
  })

  test('saved over a newer version, an application asks to look again, and nothing is lost', async () => {
    const lead = await new Visitor().signIn('lead@riftlakes.example')
    const begun = await lead.post('/calls/languages', { key: crypto.randomUUID() })
    const path = begun.location ?? ''
    const version = /name="version" value="([^"]+)"/.exec((await lead.send(path)).html)?.[1] ?? ''
    const fields = { summary: 'x', hours: '1', member: 'ke', intent: 'save', version }
    expect((await lead.post(path, { ...fields, title: 'Written in one window' })).status).toBe(303)
    const late = await lead.post(path, { ...fields, title: 'Written in another window' })
    expect([409, 422]).toContain(late.status)
    expect(late.html).toContain('Written in another window')
    expect((await lead.send(path)).html).toContain('Written in one window')
  })
})

describe('links and calls', () => {
  test('a sign-in link works once', async () => {
    const visitor = new Visitor()
    const token = await visitor.link('mate@riftlakes.example')
    expect((await visitor.post('/sign-in/link', { token })).status).toBe(303)
    const again = await new Visitor().post('/sign-in/link', { token })
    expect(again.status).toBe(422)
    expect(again.html).toContain('Ask for a new link')
  })

  test('opening the link is not using it: programs that look into mail do not spend it', async () => {
    const visitor = new Visitor()
    const token = await visitor.link('mate@riftlakes.example')
    await visitor.send(`/sign-in/link?token=${token}`)
    await visitor.send(`/sign-in/link?token=${token}`)
    expect((await visitor.post('/sign-in/link', { token })).status).toBe(303)
  })

  test('an unknown call is named as such', async () => {
    const lead = await new Visitor().signIn('lead@riftlakes.example')
    const answer = await lead.post('/calls/nowhere', { key: crypto.randomUUID() })
    expect(answer.status).toBe(404)
    expect(answer.html).toMatch(/no call/)
  })

  test('a call that closed takes no application, and says so', async () => {
    const secretariat = await new Visitor().signIn('secretariat@riverbend.example')
    const day = (ms: number) => new Date(Date.now() + ms).toISOString().slice(0, 10)
    const opened = await secretariat.post('/secretariat/calls', {
      id: 'gone-by',
      title: 'A call of last year',
      summary: 'It has closed.',
      lane: 'standard',
      opens: day(-400 * 86_400_000),
      closes: day(-40 * 86_400_000),
      hours: '100',
      within: '24',
      key: crypto.randomUUID(),
    })
    expect(opened.status).toBe(303)
    const lead = await new Visitor().signIn('lead@riftlakes.example')
    const answer = await lead.post('/calls/gone-by', { key: crypto.randomUUID() })
    expect(answer.status).toBe(409)
    expect(answer.html).toMatch(/clos/i)
  })
})
