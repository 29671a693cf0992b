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
    expect([answer.status, answer.location]).toEqual([303, '/sign-in?next=%2Fcalls%2Flanguages'])
  })

  test('posted after sign-out, what was written in own words comes back beside the sign-in', async () => {
    const officer = await new Visitor().signIn('officer@riverbend.example')
    const { cookie } = officer
    await officer.post('/sign-out', {})
    officer.cookie = cookie
    const name = 'A name that took a while to copy'
    const answer = await officer.post('/screen', { name })
    expect(answer.status).toBe(401)
    expect(answer.html).toContain(name)
    expect(answer.html).toContain('href="/sign-in?next=')
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

describe('people who come for the first time', () => {
  let lead: Visitor
  let secretariat: Visitor
  // Sign-ins of one person are limited, so each signs in once.
  beforeAll(async () => {
    lead = await new Visitor().signIn('lead@riftlakes.example')
    secretariat = await new Visitor().signIn('secretariat@riverbend.example')
  })
  const plan = {
    parameters: 7e9,
    tokens: 140e9,
    sequenceLength: 4096,
    precisionBits: 16,
    accelerator: 'NVIDIA H100 SXM5',
    accelerators: 16,
  }
  const begin = async (who: Visitor, fields: Fields = {}) =>
    (await who.post('/calls/languages', { key: crypto.randomUUID(), ...fields })).location ?? ''
  const valueOf = (html: string, name: string) =>
    new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1]

  test('who applies with a plan before signing in comes back to the call with the plan', async () => {
    const visitor = new Visitor()
    const sent = await visitor.post('/calls/languages', { plan: JSON.stringify(plan) })
    const next = new URL(sent.location ?? '', program.url).searchParams.get('next') ?? ''
    expect(next).toMatch(/^\/calls\/languages\?plan=/)
    const email = 'newcomer@riftlakes.example'
    await visitor.post(sent.location ?? '', { email })
    const { items } = (await (await fetch(`${program.url}/api/v1/demo/mail`)).json()) as {
      items: { to: string; text: string }[]
    }
    const token = /token=([\w-]+)/.exec(items.find((m) => m.to === email)?.text ?? '')?.[1] ?? ''
    const back = await visitor.post('/sign-in/link', { token })
    expect(back.location).toBe(next)
    const call = (await visitor.send(back.location ?? '')).html
    expect(call).toContain('NVIDIA H100 SXM5')
    expect(call).toContain('action="/calls/languages"')
  })

  test('the likely hours of the plan, rounded up, stand in the form, with the limit of the call', async () => {
    const estimated = await fetch(`${program.url}/api/v1/plan`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(plan),
    })
    const { acceleratorHours } = (await estimated.json()) as { acceleratorHours: { likely: number } }
    const path = await begin(lead, { plan: JSON.stringify(plan) })
    const { html } = await lead.send(path)
    expect(Number(valueOf(html, 'hours'))).toBe(Math.ceil(acceleratorHours.likely))
    expect(html).toContain('This call gives at most')
  })

  test('more hours than the call gives are kept, and told at the field', async () => {
    const path = await begin(lead)
    const answer = await lead.post(path, { title: 'Tides', summary: 'x', hours: '99999999', member: 'ke' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('href="#f-hours"')
    expect(valueOf((await lead.send(path)).html, 'title')).toBe('Tides')
  })

  test('what is missing before submission is a list of links to the fields', async () => {
    const id = (await begin(lead)).split('/')[2] ?? ''
    const { html, status } = await lead.post(`/applications/${id}/submit`, {})
    expect(status).toBe(422)
    for (const field of ['project#f-title', 'project#f-hours', 'organisation#f-organisation-name'])
      expect(html).toContain(`href="/applications/${id}/edit/${field}"`)
    expect(html).toContain(`href="/applications/${id}/statement"`)
  })

  test('jobs are offered to who may run them, and nobody is sent to the secretariat for a project', async () => {
    const chair = await new Visitor().signIn('chair@riverbend.example')
    const project = /href="\/projects\/([\w-]+)"/.exec((await lead.send('/projects')).html)?.[1] ?? ''
    expect(project).not.toBe('')
    const offer = `/jobs/new?project=${project}`
    expect((await lead.send(`/projects/${project}`)).html).toContain(offer)
    const seen = await chair.send(`/projects/${project}`)
    expect([seen.status, seen.html.includes('/jobs/new')]).toEqual([200, false])
    const fields = { project, name: 'x', command: 'true', accelerators: '0', cpus: '1' }
    const refused = await chair.post('/jobs/new', {
      ...fields,
      memoryMiB: '64',
      minutes: '1',
      key: crypto.randomUUID(),
    })
    expect(refused.status).toBe(403)
    expect(refused.html).toMatch(/lead to invite you/)
    expect(refused.html).not.toMatch(/Ask the secretariat/)
  })

  test('forms for others ask to sign in, or name the role; lists and rules stay in the navigation', async () => {
    const nobody = new Visitor()
    for (const path of ['/screen', '/secretariat', '/secretariat/calls', '/sites/jena/policy']) {
      const { status, location } = await nobody.send(path)
      expect([status, location], path).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`])
    }
    const refused = await lead.send('/secretariat/calls')
    expect([refused.status, refused.html.includes('<form method="post" action="/secretariat')]).toEqual([
      403,
      false,
    ])
    const home = (await lead.send('/')).html
    for (const href of ['/members', '/rules']) expect(home).toContain(`<a href="${href}"`)
    const officer = await new Visitor().signIn('officer@riverbend.example')
    expect((await officer.send('/')).html).toContain('href="/secretariat/lists"')
    expect((await officer.send('/secretariat/lists')).status).toBe(200)
    expect((await officer.send('/applications')).html).toContain('All applications')
  })

  test('the secretariat is told in the units of its form, and keeps what was written', async () => {
    const member = { id: 'ke', name: 'Somebody', country: 'KE', share: '120', pledge: '1' }
    const share = await secretariat.post('/secretariat/members', member)
    expect(share.html).toContain('Enter 100 or less.')
    const taken = await secretariat.post('/secretariat/members', { ...member, share: '0' })
    expect(taken.html).toContain('This is taken already.')
    const role = { name: 'Ana Sol', email: 'ana@riftlakes.example', role: 'delegate', scopeId: '' }
    const delegate = await secretariat.post('/secretariat/people', role)
    expect(delegate.status).toBe(422)
    expect(delegate.html).toContain('Choose the member that this person speaks for.')
    expect(valueOf(delegate.html, 'email')).toBe('ana@riftlakes.example')
    const call = { id: 'odd', title: 'Odd', summary: 'x', lane: 'standard', hours: '1', within: '1' }
    const early = await secretariat.post('/secretariat/calls', {
      ...call,
      opens: '2030-02-01',
      closes: '2030-01-01',
    })
    expect([early.status, early.html.includes('later than the day it begins')]).toEqual([422, true])
    await secretariat.post('/secretariat/calls', {
      ...call,
      opens: '2090-02-01',
      closes: '2090-03-01',
      key: crypto.randomUUID(),
    })
    const calls = (await secretariat.send('/calls')).html
    expect(calls).toContain('not open yet')
    expect(calls).toContain('opens on 1 Feb 2090')
    expect(calls).toContain('decided within 1 hour<')
  })

  test('the page that ends a role names the person and the role', async () => {
    const { html } = await secretariat.send('/secretariat/people')
    const row = /<bdi>Ilse Brandt<\/bdi>.*?href="(\/secretariat\/people\/[\w-]+\/end)"/s.exec(html)?.[1] ?? ''
    const page = (await secretariat.send(row)).html
    expect(page).toContain('Ilse Brandt loses the role')
    expect(page).toContain('Compliance officer')
  })

  test('somebody changes how they are called; an empty name is refused', async () => {
    const mate = await new Visitor().signIn('mate@riftlakes.example')
    expect((await mate.post('/account/name', { calledName: '' })).status).toBe(422)
    expect((await mate.post('/account/name', { calledName: 'Wanjiru of the Lakes' })).status).toBe(303)
    expect((await mate.send('/account')).html).toContain('value="Wanjiru of the Lakes"')
  })

  test('a token that is refused keeps its name and scopes', async () => {
    const answer = await lead.post('/account/tokens', { name: 'my laptop', scopes: 'jobs', days: '999' })
    expect([answer.status, valueOf(answer.html, 'name')]).toEqual([422, 'my laptop'])
    expect(answer.html).toMatch(/value="jobs"[^>]*checked|checked[^>]*value="jobs"/)
  })
})
