import { routes, type ReplyOf } from '@allmende/wire'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allianceRoom } from '../alliance/index.ts'
import { foundAlliance } from '../alliance/index.ts'
import { readSettings } from '../settings.ts'
import { signInAtProvider, startProvider, type TestProvider } from '../testing/provider.ts'
import { startRig, type Rig } from '../testing/rig.ts'
import { authenticate, peopleRoom } from './index.ts'
import { findOrCreatePerson } from './store.ts'
import { identities, people, sessions } from './tables.ts'
import { codeOf } from '../testing/problem-of.ts'

const publicUrl = 'http://allmende.example'
const accounts = {
  thandi: { email: 'thandi@university.example', name: 'Thandi Nkosi', verified: true },
  unverified: { email: 'someone@university.example', name: 'Some One', verified: false },
  takeover: { email: 'officer@riverbend.example', name: 'Not the officer', verified: true },
}
let one: TestProvider
let other: TestProvider
let rig: Rig

beforeAll(async () => {
  one = await startProvider(`${publicUrl}/sign-in/provider/one/return`, accounts)
  other = await startProvider(`${publicUrl}/sign-in/provider/other/return`, accounts)
  const entry = (id: string, { issuer, clientSecret }: TestProvider) => ({
    id,
    name: `University ${id}`,
    issuer,
    clientId: 'allmende',
    clientSecret,
  })
  rig = await startRig({
    rooms: [allianceRoom, peopleRoom],
    authenticate,
    partial: true,
    settings: {
      ...readSettings({ ALLMENDE_URL: publicUrl }),
      oidc: [
        entry('one', one),
        entry('other', other),
        { ...entry('down', one), issuer: 'http://127.0.0.1:9' },
      ],
    },
    // Tokens of the provider carry its own clock.
    at: new Date().toISOString(),
  })
  await foundAlliance(rig.ctx, { name: 'Test Alliance', demo: false })
})
afterAll(async () => {
  await rig.close()
  await one.stop()
  await other.stop()
})

type Session = ReplyOf<typeof routes.finishOidc>
const begin = (id: string) =>
  rig.client().call(routes.startOidc, { params: { id }, body: { next: '/projects' } })
const finish = (id: string, attempt: string, callbackUrl: string): Promise<Session> =>
  rig.client().call(routes.finishOidc, { params: { id }, body: { attempt, callbackUrl } })

async function signIn(id: string, account: string): Promise<Session> {
  const { attempt, url } = await begin(id)
  return finish(id, attempt, await signInAtProvider(url, account))
}

test('somebody signs in at a provider, twice, and is one person keyed by issuer and subject', async () => {
  const first = await signIn('one', 'thandi')
  expect(first.next).toBe('/projects')
  const me = await rig.client(first.token).call(routes.getMe, {})
  expect(me).toMatchObject({ name: 'Thandi Nkosi', email: 'thandi@university.example' })
  const again = await rig.client((await signIn('one', 'thandi')).token).call(routes.getMe, {})
  expect(again.id).toBe(me.id)
  const rows = await rig.ctx.db.sql.select().from(identities)
  expect(rows).toMatchObject([{ person: me.id, issuer: one.issuer, subject: 'thandi' }])
  expect(rows[0]?.assurance).toHaveProperty('acr')
})

test('the same address at another provider opens no account that is there', async () => {
  expect(await codeOf(signIn('other', 'thandi'))).toBe('sign-in.failed')
  await findOrCreatePerson(rig.ctx, 'Ilse Brandt', 'officer@riverbend.example')
  expect(await codeOf(signIn('one', 'takeover'))).toBe('sign-in.failed')
  const [officer] = await rig.ctx.db.sql
    .select()
    .from(people)
    .where(eq(people.email, 'officer@riverbend.example'))
  const theirs = await rig.ctx.db.sql
    .select()
    .from(sessions)
    .where(eq(sessions.person, officer?.id ?? ''))
  expect(theirs).toEqual([])
})

test('an address that the provider did not verify makes no account', async () => {
  expect(await codeOf(signIn('one', 'unverified'))).toBe('sign-in.failed')
})

test('a callback works once, for its own attempt, with its own state', async () => {
  const started = await begin('one')
  const callback = await signInAtProvider(started.url, 'thandi')
  const forged = callback.replace(/state=[^&]+/, 'state=forged')
  const strangers = await begin('one')
  expect(await codeOf(finish('one', strangers.attempt, callback))).toBe('sign-in.failed')
  expect((await finish('one', started.attempt, callback)).token).toMatch(/^ses_/)
  expect(await codeOf(finish('one', started.attempt, callback))).toBe('sign-in.failed')
  const third = await begin('one')
  expect(await codeOf(finish('one', third.attempt, forged))).toBe('sign-in.failed')
})

test('an attempt of one provider is not finished at another, nor after a quarter of an hour', async () => {
  const started = await begin('one')
  const callback = await signInAtProvider(started.url, 'thandi')
  expect(await codeOf(finish('other', started.attempt, callback))).toBe('sign-in.failed')
  const late = await begin('one')
  const lateCallback = await signInAtProvider(late.url, 'thandi')
  rig.clock.advance(16 * 60_000)
  expect(await codeOf(finish('one', late.attempt, lateCallback))).toBe('sign-in.failed')
})

test('a provider that is down says so, and works as soon as it is back', async () => {
  expect(await codeOf(begin('down'))).toBe('sign-in.provider-down')
  const late = await startProvider(`${publicUrl}/sign-in/provider/late/return`, accounts)
  const port = Number(new URL(late.issuer).port)
  await late.stop()
  const settings = rig.ctx.settings.oidc as unknown as { id: string; issuer: string }[]
  settings.push({ ...(settings[0] as object), id: 'late', name: 'Late', issuer: late.issuer } as never)
  expect(await codeOf(begin('late'))).toBe('sign-in.provider-down')
  const back = await startProvider(`${publicUrl}/sign-in/provider/late/return`, accounts, port)
  expect((await begin('late')).url).toContain(back.issuer)
  await back.stop()
})
