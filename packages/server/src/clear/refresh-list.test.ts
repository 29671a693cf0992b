import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { routes } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { applyRoom } from '../apply/index.ts'
import { databases, fillers, listOf, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { clearRoom, refreshDueLists } from './index.ts'

const officerRole = { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' } as const
const keeperRole = { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' } as const

describe.each(databases)('lists from their official addresses, on %s', (database) => {
  let rig: ChainRig
  let officer: string
  let address: Server
  /** What the publisher gives, and with which marks; null where it is out of order. */
  let published: { body: string; etag: string; lastModified: string } | null
  let conditional = 0

  beforeAll(async () => {
    address = createServer((request, response) => {
      if (published === null) return void response.writeHead(503).end()
      const headers = { etag: published.etag, 'last-modified': published.lastModified }
      if (request.headers['if-none-match'] === published.etag) {
        conditional += 1
        return void response.writeHead(304, headers).end()
      }
      response.writeHead(200, headers).end(published.body)
    })
    await new Promise<void>((resolve) => address.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(address.address() as AddressInfo).port}/us-csl.csv`
    rig = await startChainRig([applyRoom, clearRoom], database, {
      lists: ['us-csl'],
      listUrls: { 'us-csl': [url] },
    })
    officer = await rig.person('Ilse Brandt', [officerRole, keeperRole])
  })
  afterAll(async () => {
    await rig.close()
    await new Promise((resolve) => address.close(resolve))
  })
  beforeEach(() => (conditional = 0))

  const refresh = () => rig.client(officer).call(routes.refreshList, { params: { id: 'us-csl' } })
  const loaded = async () => (await rig.client().call(routes.listLists, {})).items[0]
  const refused = async (work: Promise<unknown>) => {
    const error: unknown = await work.catch((one: unknown) => one)
    if (!(error instanceof ProblemError)) throw new Error('it was not refused')
    return `${error.problem.code}: ${error.problem.detail}`
  }
  const dayAgo = () => new Date(rig.ctx.now().getTime() - 86_400_000).toUTCString()
  const mails = async () =>
    rig.ctx.db.rows<{ subject: string }>(sql`select subject from mails where subject like '%us-csl%'`)

  test('a list is fetched, put in force with the date of its publisher, and not sent again while it is the same', async () => {
    published = { body: listOf([...fillers, 'Lokuro Petumwe']), etag: '"1"', lastModified: dayAgo() }
    const first = await refresh()
    expect(first).toMatchObject({ outcome: 'imported', list: { ageDays: 0, refreshable: true } })
    expect(first.list.publishedOn).toBe(new Date(dayAgo()).toISOString().slice(0, 10))
    expect(await refresh()).toMatchObject({ outcome: 'unchanged' })
    expect(conditional).toBe(1)
    expect(await loaded()).toMatchObject({ sha256: first.list.sha256, check: { problem: null } })
  })

  test('a list that its publisher still has in force does not grow old, and one that nobody confirms does', async () => {
    rig.clock.advance(20 * 86_400_000)
    expect(await loaded()).toMatchObject({ stale: true })
    await refresh()
    expect(await loaded()).toMatchObject({ stale: false, ageDays: 0 })
  })

  test.each([
    ['a page to sign in at', '<!doctype html><title>Sign in</title>', /web page/],
    ['a list without its names', listOf(fillers).replace(',name,', ',nom,'), /"name"/],
    ['a list cut off', listOf(fillers).slice(0, -40), /cut off/],
    ['a list that lost nearly all', listOf(fillers.slice(0, 1)), /entries/],
  ])('%s leaves the old list standing, and officers are told once', async (_, body, says) => {
    const before = await loaded()
    published = { body, etag: `"${says}"`, lastModified: dayAgo() }
    expect(await refused(refresh())).toMatch(says)
    expect(await loaded()).toMatchObject({ sha256: before?.sha256, entries: before?.entries })
    expect((await loaded())?.check?.problem).toMatch(says)
    expect(await mails()).toHaveLength(1)
  })

  test('the timer looks again an hour after a failure, and once a day after that', async () => {
    published = { body: listOf([...fillers, 'New Entry']), etag: '"9"', lastModified: dayAgo() }
    expect(await refreshDueLists(rig.ctx)).toBe(false)
    rig.clock.advance(3_600_001)
    published = { ...published, lastModified: dayAgo() }
    expect(await refreshDueLists(rig.ctx)).toBe(true)
    rig.clock.advance(80_000_000)
    expect(await refreshDueLists(rig.ctx)).toBe(false)
    expect(conditional).toBe(0)
    rig.clock.advance(10_000_000)
    await refreshDueLists(rig.ctx)
    expect(conditional).toBe(1)
    expect((await loaded())?.entries).toBe(fillers.length + 1)
  })

  test('an applicant may not, and a list that has no address says which have', async () => {
    const lead = await rig.person('Wanjiru Kamande')
    expect(await refused(rig.client(lead).call(routes.refreshList, { params: { id: 'us-csl' } }))).toMatch(
      /^policy.denied/,
    )
    expect(await refused(rig.client(officer).call(routes.refreshList, { params: { id: 'eu' } }))).toMatch(
      /No address is known/,
    )
  })
})
