import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../http/ids.ts'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { allocations, projects } from './tables.ts'
import { loadAllocation, reserve, settle } from './allocation.ts'

describe.each(databases)('on %s', (database) => {
  let rig: ChainRig

  beforeAll(async () => {
    rig = await startChainRig([], database)
    const now = rig.ctx.now()
    const application = await rig.submit({ lead: await rig.person('Wanjiru Kamande') })
    await rig.ctx.db.sql.insert(projects).values({
      id: 'p',
      name: 'P',
      member: 'ke',
      application,
      state: 'active',
      createdAt: now,
      announcedAt: now,
    })
    await rig.ctx.db.sql.insert(allocations).values({
      id: newId(now),
      project: 'p',
      acceleratorMs: 1000,
      usedMs: 0,
      reservedMs: 0,
      from: now,
      until: new Date(now.getTime() + 1000),
    })
  })
  afterAll(() => rig.close())

  test('two reservations at once never exceed what was awarded', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => reserve(rig.ctx, 'p', 300)))
    expect(results.filter(Boolean)).toHaveLength(3)
    expect(await loadAllocation(rig.ctx, 'p')).toMatchObject({ reservedMs: 900, usedMs: 0 })
  })

  test('exactly what is left can be reserved, and not a millisecond more', async () => {
    expect(await reserve(rig.ctx, 'p', 101)).toBe(false)
    expect(await reserve(rig.ctx, 'p', 100)).toBe(true)
  })

  test('what a placement did not use is given back', async () => {
    await settle(rig.ctx, 'p', 300, 120)
    expect(await loadAllocation(rig.ctx, 'p')).toMatchObject({ reservedMs: 700, usedMs: 120 })
    expect(await reserve(rig.ctx, 'p', 180)).toBe(true)
    expect(await reserve(rig.ctx, 'p', 1)).toBe(false)
  })

  test('an allocation that has ended gives nothing', async () => {
    await rig.ctx.db.rows(sql`update allocations set reserved_ms = 0`)
    rig.clock.advance(1000)
    expect(await reserve(rig.ctx, 'p', 1)).toBe(false)
  })
})
