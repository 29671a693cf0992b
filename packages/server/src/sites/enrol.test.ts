import { routes } from '@allmende/wire'
import type { Client } from '@allmende/wire/client'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { makeSiteKey, siteClients } from '../testing/join-as-agent.ts'
import { codeOf } from '../testing/problem-of.ts'
import { sitesRoom } from './index.ts'

describe.each(databases)('joining as a site, on %s', (database) => {
  let rig: ChainRig
  let keeper: string
  let clientOf: (token?: string) => Client

  beforeAll(async () => {
    rig = await startChainRig([sitesRoom], database)
    keeper = await rig.person('Mirjam Falk', [
      { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    clientOf = siteClients(rig, [sitesRoom])
  })
  afterAll(() => rig.close())

  const makeCode = async () =>
    (await rig.client(keeper).call(routes.enrolSite, { params: { id: 'jena' }, body: {} })).enrolmentToken
  const join = (enrolmentToken: string, publicKey: string, proof: string) =>
    clientOf().call(routes.enrolAgent, { body: { enrolmentToken, publicKey, proof, agentVersion: 'test' } })
  const timesJoined = async () =>
    (await rig.ctx.db.rows(sql`select 1 from log_entries where kind = 'site.joined'`)).length

  test('takes a code and a key that the agent shows to hold; a lost answer is asked for again', async () => {
    const key = makeSiteKey()
    const code = await makeCode()
    const first = await join(code, key.publicKey, key.proofFor(code))
    const again = await join(code, key.publicKey, key.proofFor(code))
    expect(again.site).toBe('jena')
    expect(again.siteToken).not.toBe(first.siteToken)
    expect(await timesJoined()).toBe(1)
  })

  test('a code that was used is worth nothing to anybody else, who knows the public key from the log', async () => {
    const key = makeSiteKey()
    const code = await makeCode()
    await join(code, key.publicKey, key.proofFor(code))
    const thief = makeSiteKey()
    const other = await makeCode()
    for (const [publicKey, proof] of [
      [key.publicKey, thief.proofFor(code)],
      [key.publicKey, key.proofFor(other)],
      [key.publicKey, ''],
      [thief.publicKey, thief.proofFor(code)],
    ] as const)
      expect(await codeOf(join(code, publicKey, proof))).toBe('agent.enrolment')
  })

  test('a key that is none and a code that is late are refused', async () => {
    const key = makeSiteKey()
    const code = await makeCode()
    expect(await codeOf(join(code, 'c2hvcnQ=', key.proofFor(code)))).toBe('agent.enrolment')
    rig.clock.advance(25 * 3_600_000)
    expect(await codeOf(join(code, key.publicKey, key.proofFor(code)))).toBe('agent.enrolment')
  })
})
