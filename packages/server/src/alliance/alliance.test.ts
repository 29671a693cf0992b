import { routes } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { allianceRoom } from './index.ts'

async function problemOf(work: Promise<unknown>): Promise<ProblemError['problem'] | null> {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  )
  if (error === null) return null
  if (error instanceof ProblemError) return error.problem
  throw error
}

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
})
