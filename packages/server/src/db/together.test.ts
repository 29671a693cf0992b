import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { together } from './together.ts'

describe.each(databases)('look-ups together, on %s', (database) => {
  let rig: ChainRig
  let statements: string[][] = []

  beforeAll(async () => {
    rig = await startChainRig([], database)
    await rig.ctx.db.rows(sql`create table things (key text primary key, value int not null)`)
    await rig.ctx.db.rows(sql`insert into things values ('a', 1), ('b', 2), ('c', 3)`)
  })
  afterAll(() => rig.close())

  const lookUp = together<number>(async (ctx, keys) => {
    statements.push([...keys])
    const rows = await ctx.db.rows<{ key: string; value: number }>(
      sql`select key, value from things where key = any(string_to_array(${keys.join()}, ','))`,
    )
    if (keys.includes('broken')) throw new Error('the database broke')
    return new Map(rows.map((row) => [row.key, row.value]))
  })

  test('one alone is asked at once; those that come meanwhile share the next statement', async () => {
    statements = []
    const found = await Promise.all(['a', 'b', 'c', 'b', 'nobody'].map((key) => lookUp(rig.ctx, key)))
    expect(found).toEqual([1, 2, 3, 2, null])
    expect(statements).toEqual([['a'], ['b', 'c', 'nobody']])
  })

  test('whoever asks after a change sees it, also while older look-ups are under way', async () => {
    const old = [lookUp(rig.ctx, 'a'), lookUp(rig.ctx, 'c')]
    await rig.ctx.db.rows(sql`update things set value = 30 where key = 'c'`)
    expect(await lookUp(rig.ctx, 'c')).toBe(30)
    await Promise.all(old)
  })

  test('inside a transaction its own changes are seen, by nobody else', async () => {
    await rig.ctx.db
      .transaction(async () => {
        await rig.ctx.db.rows(sql`update things set value = 99 where key = 'a'`)
        expect(await lookUp(rig.ctx, 'a')).toBe(99)
        throw new Error('rolled back')
      })
      .catch((error: Error) => expect(error.message).toBe('rolled back'))
    expect(await lookUp(rig.ctx, 'a')).toBe(1)
  })

  test('a statement that fails is told to those who shared it, and the next is asked all the same', async () => {
    const all = await Promise.allSettled(['a', 'broken', 'b'].map((key) => lookUp(rig.ctx, key)))
    expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await lookUp(rig.ctx, 'b')).toBe(2)
  })

  test('more keys than one statement takes are all answered', async () => {
    const keys = Array.from({ length: 250 }, (_, n) => `none-${n}`)
    statements = []
    expect(new Set(await Promise.all(keys.map((key) => lookUp(rig.ctx, key))))).toEqual(new Set([null]))
    expect(statements.map((one) => one.length)).toEqual([1, 100, 100, 49])
  })
})
