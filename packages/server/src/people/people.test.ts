import { routes } from '@allmende/wire'
import { desc, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allianceRoom } from '../alliance/index.ts'
import { tablesInOrder } from '../backup/tables.ts'
import { createLimits } from '../http/limits.ts'
import { databases, freshPostgres } from '../testing/chain-rig.ts'
import { startRig, type Rig } from '../testing/rig.ts'
import { authenticate, foundWithSecretariat, peopleRoom } from './index.ts'
import { audit, mails } from './tables.ts'
import { codeOf } from '../testing/problem-of.ts'

const minute = 60_000
const day = 86_400_000

describe.each(databases)('people, on %s', (database) => {
  let rig: Rig
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const fresh = await freshPostgres(database)
    drop = fresh?.drop
    rig = await startRig({
      rooms: [allianceRoom, peopleRoom],
      authenticate,
      partial: true,
      ...(fresh ? { postgresUrl: fresh.url } : {}),
    })
    await foundWithSecretariat(rig.ctx, {
      name: 'Test Alliance',
      demo: false,
      secretariatName: 'Mirjam Falk',
      secretariatEmail: 'secretariat@riverbend.example',
    })
  })
  afterAll(async () => {
    await rig.close()
    await drop?.()
  })

  /** The secret of the newest link that was mailed to an address. */
  async function linkFor(email: string): Promise<string> {
    rig.clock.advance(1000)
    await rig.client().call(routes.requestLink, { body: { email } })
    const [mail] = await rig.ctx.db.sql.select().from(mails).orderBy(desc(mails.id)).limit(1)
    expect(mail?.to).toBe(email)
    return /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
  }
  const redeem = (token: string) => rig.client().call(routes.redeemLink, { body: { token } })
  const signIn = async (email: string) => rig.client((await redeem(await linkFor(email))).token)

  test('a sign-in link works once, also when two try at once, and not after 30 minutes', async () => {
    const token = await linkFor('amina@riftlakes.example')
    const both = await Promise.allSettled([redeem(token), redeem(token)])
    expect(both.map((r) => r.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await codeOf(redeem(token))).toBe('sign-in.link-invalid')
    const late = await linkFor('amina@riftlakes.example')
    rig.clock.advance(31 * minute)
    expect(await codeOf(redeem(late))).toBe('sign-in.link-invalid')
  })

  test('asking for a link tells nobody whether an address is known', async () => {
    const ask = (email: string) => rig.client().call(routes.requestLink, { body: { email } })
    expect(await ask('amina@riftlakes.example')).toEqual(await ask('nobody@nowhere.example'))
  })

  test('a session ends at sign-out, when it is revoked, and by itself', async () => {
    const first = await signIn('amina@riftlakes.example')
    const second = await signIn('amina@riftlakes.example')
    const { items } = await second.call(routes.listSessions, {})
    const other = items.find((s) => !s.current)
    await second.call(routes.revokeSession, { params: { id: other?.id ?? '' } })
    expect([
      await codeOf(first.call(routes.getMe, {})),
      await codeOf(second.call(routes.getMe, {})),
    ]).toContain('sign-in.needed')
    const third = await signIn('amina@riftlakes.example')
    await third.call(routes.signOut, {})
    expect(await codeOf(third.call(routes.getMe, {}))).toBe('sign-in.needed')
    const fourth = await signIn('amina@riftlakes.example')
    rig.clock.advance(15 * day)
    expect(await codeOf(fourth.call(routes.getMe, {}))).toBe('sign-in.needed')
  })

  test("nobody sees or ends another person's sessions and tokens", async () => {
    const amina = await signIn('amina@riftlakes.example')
    const juma = await signIn('juma@riftlakes.example')
    const [session] = (await amina.call(routes.listSessions, {})).items
    const token = await amina.call(routes.createToken, { body: { name: 'hers', scopes: ['read'] } })
    expect(await codeOf(juma.call(routes.revokeSession, { params: { id: session?.id ?? '' } }))).toBe(
      'request.not-found',
    )
    expect(await codeOf(juma.call(routes.revokeToken, { params: { id: token.id } }))).toBe(
      'request.not-found',
    )
    expect((await juma.call(routes.listTokens, {})).items).toEqual([])
    expect((await amina.call(routes.getMe, {})).email).toBe('amina@riftlakes.example')
  })

  test('a token does what its scopes allow, until it ends or is revoked', async () => {
    const amina = await signIn('amina@riftlakes.example')
    const made = await amina.call(routes.createToken, { body: { name: 'laptop', scopes: ['read'], days: 2 } })
    const program = rig.client(made.token)
    expect((await program.call(routes.getMe, {})).email).toBe('amina@riftlakes.example')
    expect(
      await codeOf(program.call(routes.createToken, { body: { name: 'more', scopes: ['manage'] } })),
    ).toBe('policy.scope')
    rig.clock.advance(3 * day)
    expect(await codeOf(program.call(routes.getMe, {}))).toBe('sign-in.needed')
    const next = await amina.call(routes.createToken, { body: { name: 'other', scopes: ['read'] } })
    await amina.call(routes.revokeToken, { params: { id: next.id } })
    expect(await codeOf(rig.client(next.token).call(routes.getMe, {}))).toBe('sign-in.needed')
  })

  test('no secret of a session or token stands in the database', async () => {
    const session = await redeem(await linkFor('amina@riftlakes.example'))
    const token = await rig
      .client(session.token)
      .call(routes.createToken, { body: { name: 'seen?', scopes: ['read'] } })
    for (const table of await tablesInOrder(rig.ctx.db)) {
      const rows = await rig.ctx.db.rows<{ row: string }>(
        sql`select row_to_json(t)::text as row from ${sql.identifier(table)} t`,
      )
      const text = rows.map((r) => r.row).join('\n')
      for (const secret of [session.token, token.token]) expect(text.includes(secret), table).toBe(false)
    }
  })

  test('roles are given and ended by the secretariat alone, take effect at once, and are noted', async () => {
    const secretariat = await signIn('secretariat@riverbend.example')
    const juma = await signIn('juma@riftlakes.example')
    const give = {
      body: {
        name: 'Juma Mwangi',
        email: 'juma@riftlakes.example',
        role: 'officer' as const,
        scopeKind: 'alliance' as const,
        scopeId: 'alliance',
      },
    }
    expect(await codeOf(juma.call(routes.grantRole, give))).toBe('policy.denied')
    const grant = await secretariat.call(routes.grantRole, give)
    expect((await juma.call(routes.getMe, {})).grants).toMatchObject([{ role: 'officer' }])
    expect(await codeOf(juma.call(routes.revokeRole, { params: { id: grant.id } }))).toBe('policy.denied')
    await secretariat.call(routes.revokeRole, { params: { id: grant.id } })
    expect((await juma.call(routes.getMe, {})).grants).toEqual([])
    const notes = await rig.ctx.db.sql.select().from(audit)
    expect(notes.length).toBeGreaterThanOrEqual(2)
  })

  const grant = (
    role: 'delegate' | 'project-member' | 'secretariat' | 'site-operator',
    scopeKind: 'alliance' | 'member' | 'project',
    scopeId: string,
    until: string | null = null,
  ) => ({
    body: { name: 'Juma Mwangi', email: 'juma@riftlakes.example', role, scopeKind, scopeId, until },
  })

  test('a role in a project is never given by hand: it comes with a statement and screening', async () => {
    const secretariat = await signIn('secretariat@riverbend.example')
    const asked = secretariat.call(routes.grantRole, grant('project-member', 'project', 'tides'))
    expect(await codeOf(asked)).toBe('people.by-team')
  })

  test('a role is given for something that there is', async () => {
    const secretariat = await signIn('secretariat@riverbend.example')
    const give = (...ask: Parameters<typeof grant>) =>
      codeOf(secretariat.call(routes.grantRole, grant(...ask)))
    expect(await give('delegate', 'alliance', 'alliance')).toBe('people.scope')
    expect(await give('delegate', 'member', 'ke')).toBe('people.scope')
    expect(await give('site-operator', 'alliance', 'alliance')).toBe('people.scope')
    await secretariat.call(routes.createMember, {
      body: {
        id: 'ke',
        name: 'Rift Lakes Computing Trust',
        kind: 'institution',
        country: 'KE',
        shareBp: 3000,
        pledgedAcceleratorMs: 0,
        from: '2026-01-01',
      },
    })
    expect(await give('delegate', 'member', 'ke')).toContain('no problem')
  })

  test('the last of the secretariat keeps the role until somebody else holds it without an end', async () => {
    const secretariat = await signIn('secretariat@riverbend.example')
    const { items } = await secretariat.call(routes.listPeople, {})
    const own = items.flatMap((p) => p.grants).find((g) => g.role === 'secretariat')?.id ?? ''
    const end = () => codeOf(secretariat.call(routes.revokeRole, { params: { id: own } }))
    expect(await end()).toBe('people.last-secretariat')
    const { id: passing } = await secretariat.call(
      routes.grantRole,
      grant('secretariat', 'alliance', 'alliance', '2027-01-01T00:00:00.000Z'),
    )
    expect(await end(), 'the other one ends by itself').toBe('people.last-secretariat')
    await secretariat.call(routes.revokeRole, { params: { id: passing } })
    await secretariat.call(routes.grantRole, grant('secretariat', 'alliance', 'alliance'))
    expect(await end()).toContain('no problem')
  })
})

test('guessing links is slowed down: one caller gets 30 a minute, another is not held up by it', () => {
  let now = 0
  const limits = createLimits(1000, () => now)
  for (let tries = 0; tries < 30; tries += 1) limits.take('guesser', 'redeemLink')
  expect(() => limits.take('guesser', 'redeemLink')).toThrow(/Try again in \d+ s/)
  limits.take('somebody else', 'redeemLink')
  now = 2100
  limits.take('guesser', 'redeemLink')
})
