import { routes } from '@allmende/wire'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allianceRoom } from '../alliance/index.ts'
import { members } from '../alliance/tables.ts'
import { applyRoom } from '../apply/index.ts'
import { sites } from '../sites/tables.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from '../timers/chain.ts'
import { clearRoom } from './index.ts'

const officerRole = { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' } as const

describe.each(databases)('whoever operates a site, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let officer: string
  let id: string
  beforeAll(async () => {
    rig = await startChainRig([allianceRoom, applyRoom, clearRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    officer = await rig.person('Ilse Brandt', [officerRole])
    await rig.importNames(officer, [...fillers, 'Womblat Quarzwerke', 'Zumbrota Institute'])
    // A hit of the team keeps it from being awarded by rule.
    id = await rig.submit({ lead, endUse: { purpose: 'other' } })
    await settle()
  })
  afterAll(() => rig.close())

  const settle = async () => {
    while (await advanceChain(rig.ctx));
  }
  const operate = async (site: string, operator: string) => {
    rig.clock.advance(1000)
    await rig.ctx.db.sql.update(sites).set({ operator }).where(eq(sites.id, site))
    await settle()
  }
  const hits = async () => (await rig.client(officer).call(routes.listOpenHits, { query: {} })).items
  const screeningAt = async (site: string) => {
    const { sites: all } = await rig.client(officer).call(routes.getCase, { params: { id } })
    const facts = all.find((one) => one.site === site)?.result.reasons
    return facts?.find((reason) => reason.code === 'denied-persons.screening')?.finding ?? ''
  }
  const decide = (hit: string, verdict: 'cleared' | 'confirmed' | 'reopened') =>
    rig
      .client(officer)
      .call(routes.decideHit, { params: { id: hit }, body: { verdict, reason: 'I looked.' } })

  test('is screened: a hit holds every case at its site, and at no other', async () => {
    expect(await hits()).toEqual([])
    expect(await screeningAt('jena')).toContain('no open hit')
    await operate('jena', 'Womblat Quarzwerke')
    expect(await hits()).toMatchObject([
      { application: null, site: 'jena', party: { name: 'Womblat Quarzwerke', kind: 'organisation' } },
    ])
    expect(await screeningAt('jena')).toContain('no officer has decided')
    expect(await screeningAt('recife')).toContain('no open hit')
  })

  test('a hit that is cleared lets it be; one that is confirmed refuses its site to everybody, until it is opened again', async () => {
    const [hit] = await hits()
    await rig.client(officer).call(routes.clearHits, { body: { hits: [hit?.id ?? ''], reason: 'Other.' } })
    await settle()
    expect(await screeningAt('jena')).toContain('no open hit')
    await operate('jena', 'Womblat Quarzwerk')
    const [again] = await hits()
    expect(again?.id, 'another name opens the same pair').toBe(hit?.id)
    await decide(again?.id ?? '', 'confirmed')
    await settle()
    expect(await screeningAt('jena')).toContain('confirmed that a party is listed')
    const file = await rig.client(officer).call(routes.getCase, { params: { id } })
    expect(file.sites.find((one) => one.site === 'jena')?.standing).toBe('refused')
    expect(await screeningAt('recife')).toContain('no open hit')
    expect(await hits(), 'it has no case to be opened again in').toMatchObject([{ state: 'confirmed' }])
    await decide(again?.id ?? '', 'reopened')
    await settle()
    expect(await hits()).toMatchObject([{ state: 'open' }])
    expect(await screeningAt('jena')).toContain('no officer has decided')
  })

  test('so is the institution that is its member', async () => {
    const [site] = await rig.ctx.db.sql.select().from(sites).where(eq(sites.id, 'recife'))
    const named = async (name: string) => {
      rig.clock.advance(1000)
      await rig.ctx.db.sql
        .update(members)
        .set({ name, kind: 'institution' })
        .where(eq(members.id, site?.member ?? ''))
      await rig.submit({ lead, endUse: { purpose: 'other' } })
      await settle()
    }
    await named('Zumbrota Institute')
    expect((await hits()).filter((hit) => hit.site === 'recife')).toMatchObject([
      { party: { aliases: ['Zumbrota Institute'] }, entry: { names: ['Zumbrota Institute'] } },
    ])
    for (const hit of (await hits()).filter((one) => one.site === 'recife')) await decide(hit.id, 'cleared')
    await named('Recife Institute')
    expect((await hits()).filter((hit) => hit.site === 'recife')).toEqual([])
  })

  test('is measured by a score of its own', async () => {
    const keeper = await rig.person('Mirjam Falk', [{ ...officerRole, role: 'secretariat' }])
    const adopt = async (siteThreshold: number) => {
      const { version } = await rig.client().call(routes.getRulebook, {})
      const body = { replaces: version, params: { siteThreshold } }
      rig.clock.advance(1000)
      await rig.client(keeper).call(routes.adoptRulebook, { body })
      await settle()
    }
    const atRecife = async () => (await hits()).filter((hit) => hit.site === 'recife').length
    await adopt(1)
    await operate('recife', 'Womblat Quarzwerk')
    expect(await atRecife()).toBe(0)
    await adopt(0.7)
    expect(await atRecife()).toBe(1)
  })

  test('the log says that it was screened and decided about, for the site', async () => {
    const entries = await rig.ctx.db.rows<{ kind: string; body: string }>(
      sql`select e.kind, e.body from log_entries e join log_subjects s on s.entry = e.index where s.subject = 'jena' order by e.index`,
    )
    const kinds = entries.map(({ kind }) => kind)
    expect(kinds).toEqual(expect.arrayContaining(['party.screened', 'decision.made']))
    for (const { body } of entries) expect(body).not.toContain('Womblat')
  })
})
