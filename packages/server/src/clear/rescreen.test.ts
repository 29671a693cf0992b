import { routes } from '@allmende/wire'
import { eq, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allianceRoom } from '../alliance/index.ts'
import { applyRoom } from '../apply/index.ts'
import { parties } from '../apply/tables.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from '../timers/chain.ts'
import { clearRoom } from './index.ts'
import { evaluations, screenings } from './tables.ts'

const officerRole = { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' } as const

describe.each(databases)('a list that changed, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let officer: string
  /** Applications, each of two people. */
  const ids: string[] = []

  beforeAll(async () => {
    rig = await startChainRig([allianceRoom, applyRoom, clearRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    officer = await rig.person('Ilse Brandt', [officerRole])
    await rig.importNames(officer, fillers)
    for (const name of ['Lokuro Petumwe', 'Womblat Quarzer', 'Zumbrota Ikelwa'])
      ids.push(await rig.submit({ lead, names: ['Wanjiru Kamande', name], endUse: { purpose: 'other' } }))
    await settle()
  })
  afterAll(() => rig.close())

  const settle = async () => {
    while (await advanceChain(rig.ctx));
  }
  const change = async (...names: string[]) => {
    rig.clock.advance(1000)
    await rig.importNames(officer, [...fillers.slice(0, fillers.length - names.length), ...names])
    rig.clock.advance(1000)
  }
  const evaluatedAt = async () => {
    const rows = await rig.ctx.db.sql.select().from(evaluations)
    return new Map(rows.map(({ application, at }) => [application, at.toISOString()]))
  }
  const hits = async () => (await rig.client(officer).call(routes.listOpenHits, { query: {} })).items
  const entries = () =>
    rig.ctx.db.rows<{ kind: string; body: string }>(
      sql`select kind, body from log_entries where kind in ('party.screened', 'parties.screened') order by index`,
    )
  /** With how many editions of the lists those who take part now were screened last. */
  const editions = async () => {
    const rows = await rig.ctx.db.sql
      .select({ lists: screenings.lists })
      .from(screenings)
      .innerJoin(parties, eq(parties.id, screenings.party))
      .where(isNull(parties.leftAt))
    return new Set(rows.map(({ lists }) => JSON.stringify(lists))).size
  }

  test('screens everybody once, and is written into the log once for all of them, with nobody named', async () => {
    const before = await entries()
    await change('Hlurk Pownzik')
    await settle()
    expect(await editions()).toBe(1)
    const added = (await entries()).slice(before.length)
    const all = added.filter(({ kind }) => kind === 'parties.screened')
    const { data } = JSON.parse(all[0]?.body ?? '{}') as { data: { parties: number; hits: number } }
    // Three applications with two people and the organisation each; beside them two operators and an officer.
    expect([all.length, data.parties, data.hits]).toEqual([1, 9, 0])
    expect(added.length - all.length).toBe(3)
    for (const { body } of added) expect(body).not.toMatch(/Kamande|Petumwe|Quarzer|Ikelwa/)
    await settle()
    expect((await entries()).length, 'a second run has nothing to do').toBe(before.length + added.length)
  })

  test('looks again at the application that it concerns, and at no other', async () => {
    const before = await evaluatedAt()
    await change('Womblat Quarzer')
    await settle()
    expect(await hits()).toMatchObject([{ application: ids[1], party: { name: 'Womblat Quarzer' } }])
    const after = await evaluatedAt()
    expect(ids.filter((id) => after.get(id) !== before.get(id))).toEqual([ids[1]])
    await change('Hlurk Pownzik')
    await settle()
    expect(await hits(), 'an entry that went takes its hit along').toEqual([])
  })

  test('is not compared with who has left, nor with an application that has ended', async () => {
    const [gone] = await rig.ctx.db.sql.select().from(parties).where(eq(parties.name, 'Zumbrota Ikelwa'))
    await rig.ctx.db.sql
      .update(parties)
      .set({ leftAt: rig.ctx.now() })
      .where(eq(parties.id, gone?.id ?? ''))
    await settle()
    await rig.ctx.db.rows(sql`update applications set state = 'refused' where id = ${ids[0]}::uuid`)
    await change('Zumbrota Ikelwa', 'Lokuro Petumwe')
    await settle()
    expect(await hits()).toEqual([])
    await rig.ctx.db.rows(sql`update applications set state = 'clearing' where id = ${ids[0]}::uuid`)
    await settle()
    expect(await hits(), 'it is not forgotten where the application goes on').toMatchObject([
      { application: ids[0] },
    ])
  })

  // PGlite has one session: nobody holds anything beside it.
  test.each([database].filter((one) => one === 'PostgreSQL'))(
    'leaves an application that somebody holds to the next run, and loses no decision',
    async () => {
      await change('Womblat Quarzer')
      await settle()
      const [hit] = await hits()
      await rig.client(officer).call(routes.decideHit, {
        params: { id: hit?.id ?? '' },
        body: { verdict: 'cleared', reason: 'Somebody else.' },
      })
      await settle()
      // Whoever comes last keeps the number that it had on the list.
      await change('Hlurk Pownzik', 'Womblat Quarzer')
      const [locked, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const holding = rig.ctx.db.transaction(async () => {
        await rig.ctx.db.rows(sql`select id from applications where id = ${ids[1]}::uuid for update`)
        locked.resolve()
        await release.promise
      })
      await locked.promise
      await advanceChain(rig.ctx)
      const behind = await editions()
      release.resolve()
      await holding
      expect(behind, 'the held one').toBe(2)
      await settle()
      expect(await editions()).toBe(1)
      expect(await hits(), 'the same pair stays cleared').toEqual([])
    },
  )
})
