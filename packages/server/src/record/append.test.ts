import { appendLeaf, emptyFrontier, rootOf } from '@allmende/domain/ledger'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { bytes } from './bytes.ts'
import { append, appendAll, loadHead, proofsOf, type NewEntry } from './index.ts'

const placed = (n: number): NewEntry => ({
  kind: 'job.placed',
  subjects: [`job-${n}`, 'all'],
  data: () => ({ job: `job-${n}`, placement: `placement-${n}`, site: 'jena', attempt: 1 }),
})

describe.each(databases)('the log, on %s', (database) => {
  let rig: ChainRig

  beforeAll(async () => {
    rig = await startChainRig([], database)
  })
  afterAll(() => rig.close())

  test('entries appended together make the tree of their leaves in order, across the edge of a tile', async () => {
    const first = await appendAll(
      rig.ctx,
      Array.from({ length: 300 }, (_, n) => placed(n)),
    )
    const last = await append(rig.ctx, 'job.ended', ['job-7', 'all'], () => ({
      job: 'job-7',
      result: 'finished',
    }))
    expect(last).toBe(first + 300)

    const leaves = await rig.ctx.db.rows<{ index: number; hash: string }>(
      sql`select index::float8 as index, leaf_hash as hash from log_entries order by index`,
    )
    expect(leaves.map((leaf) => leaf.index)).toEqual(Array.from({ length: last + 1 }, (_, n) => n))
    const root = rootOf(
      bytes,
      leaves.reduce((frontier, leaf) => appendLeaf(bytes, frontier, leaf.hash), emptyFrontier),
    )
    expect(await loadHead(rig.ctx)).toMatchObject({ size: last + 1, root })

    expect((await proofsOf(rig.ctx, 'job-7')).map((proof) => [proof.index, proof.kind])).toEqual([
      [first + 7, 'job.placed'],
      [last, 'job.ended'],
    ])
    expect(await proofsOf(rig.ctx, 'all')).toHaveLength(200)
  })

  test('one entry that cannot be recorded takes all of its company back, and the log stands as before', async () => {
    const before = await loadHead(rig.ctx)
    const bad = { ...placed(1), data: () => ({ job: 'job-1' }) } as unknown as NewEntry
    await expect(appendAll(rig.ctx, [placed(1), bad])).rejects.toThrow()
    expect(await loadHead(rig.ctx)).toEqual(before)
    expect(await proofsOf(rig.ctx, 'job-1')).toHaveLength(1)
  })
})
