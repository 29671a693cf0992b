import { routes } from '@allmende/wire'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { allianceRoom } from './index.ts'
import { problemOf } from '../testing/problem-of.ts'

describe.each(databases)('what the secretariat sets up, on %s', (database) => {
  let rig: ChainRig
  let keeper: string
  beforeAll(async () => {
    rig = await startChainRig([allianceRoom], database)
    keeper = await rig.person('Mirjam Falk', [
      { role: 'secretariat', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
  })
  afterAll(() => rig.close())

  const admit = (id: string, shareBp: number) =>
    problemOf(
      rig.client(keeper).call(routes.createMember, {
        body: {
          id,
          name: id,
          kind: 'institution',
          country: 'KE',
          shareBp,
          pledgedAcceleratorMs: 0,
          from: '2026-01-01',
        },
      }),
    )

  test('shares add up to 100 % at most, also when two are given at once; the refusal names the sum', async () => {
    const problem = await admit('over', 1001)
    expect(problem?.detail).toBe('The shares would add up to 100.01 %; the other members hold 90 %.')
    expect(problem?.fields).toMatchObject([{ field: 'shareBp', fault: 'large', limit: 1000 }])
    const both = await Promise.all([admit('one', 1000), admit('two', 1000)])
    expect(both.filter((p) => p === null)).toHaveLength(1)
  })

  const change = (
    id: string,
    body: { shareBp?: number; pledgedAcceleratorMs?: number; until?: string | null },
  ) => problemOf(rig.client(keeper).call(routes.changeMember, { params: { id }, body }))
  const member = (id: string) => rig.client().call(routes.getMember, { params: { id } })

  test('share and pledge of a member change, within the sum, and a member ends on a day after it began', async () => {
    expect((await change('ke', { shareBp: 9000 }))?.fields).toMatchObject([{ field: 'shareBp' }])
    expect(await change('ke', { shareBp: 2500, pledgedAcceleratorMs: 3_600_000 })).toBeNull()
    expect((await change('ke', { until: '2025-01-01' }))?.fields).toMatchObject([{ field: 'until' }])
    expect(await change('ke', { until: '2026-11-24' })).toBeNull()
    expect(await member('ke')).toMatchObject({ shareBp: 2500, until: '2026-11-24' })
    expect(await admit('heir', 2500), 'the share of who has left is free').toBeNull()
    const back = await change('ke', { until: null })
    expect(back?.fields, 'who comes back needs a share that is free').toMatchObject([
      { field: 'shareBp', fault: 'large' },
    ])
    expect(await member('ke')).toMatchObject({ until: '2026-11-24' })
    const entries = await rig.ctx.db.rows<{ body: string }>(
      sql`select body::text as body from log_entries where kind = 'member.changed' order by index`,
    )
    expect(entries.at(-1)?.body).toContain('"until":"2026-11-24"')
    expect(entries).toHaveLength(2)
  })

  test('a call changes its texts and closes when the secretariat says so; closed, it stays closed', async () => {
    const save = (body: { title?: string; closesAt?: string | null }) =>
      rig.client(keeper).call(routes.changeCall, { params: { id: 'standard' }, body })
    const soon = await save({ title: 'Languages', closesAt: '2026-12-01T00:00:00.000Z' })
    expect(soon).toMatchObject({ title: 'Languages', open: true, closesAt: '2026-12-01T00:00:00.000Z' })
    expect((await problemOf(save({ closesAt: '2026-11-24T09:00:00.000Z' })))?.fields).toMatchObject([
      { field: 'closesAt' },
    ])
    rig.clock.advance(3_600_000)
    const closed = await save({ closesAt: rig.ctx.now().toISOString() })
    expect(closed.open).toBe(false)
    expect((await problemOf(save({ closesAt: null })))?.detail).toContain('stays closed')
    expect((await save({ title: 'Languages of the South' })).title).toBe('Languages of the South')
  })

  test('only the secretariat changes a member or a call', async () => {
    const other = await rig.person('Some Body')
    const client = rig.client(other)
    const works = [
      client.call(routes.changeMember, { params: { id: 'de' }, body: { shareBp: 1 } }),
      client.call(routes.changeCall, { params: { id: 'trial' }, body: { title: 'Mine' } }),
    ]
    for (const result of await Promise.allSettled(works))
      expect(result).toMatchObject({ status: 'rejected', reason: { problem: { code: 'policy.denied' } } })
  })
})
