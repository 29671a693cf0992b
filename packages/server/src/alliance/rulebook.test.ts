import { routes, rulebookKeys, type RulebookParams } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { allianceRoom } from './index.ts'

describe.each(databases)('the rulebook, on %s', (database) => {
  let rig: ChainRig
  let keeper: string
  let officer: string
  beforeAll(async () => {
    rig = await startChainRig([allianceRoom], database)
    const alliance = { scopeKind: 'alliance', scopeId: 'alliance' } as const
    keeper = await rig.person('Mirjam Falk', [{ role: 'secretariat', ...alliance }])
    officer = await rig.person('Ilse Brandt', [{ role: 'officer', ...alliance }])
  })
  afterAll(() => rig.close())

  const book = () => rig.client().call(routes.getRulebook, {})
  const adopt = (params: Partial<RulebookParams>, replaces: number, who = keeper) =>
    rig
      .client(who)
      .call(routes.adoptRulebook, { body: { replaces, params } })
      .then(
        ({ version }) => ({ version, code: '', fields: [] as string[] }),
        (error: unknown) => {
          if (!(error instanceof ProblemError)) throw error
          const { code, fields = [] } = error.problem
          return { version: 0, code, fields: fields.map((field) => field.field) }
        },
      )

  test('a new version says only what changes; the old one stays on record, and the log has both', async () => {
    const before = await book()
    const { version } = await adopt(
      { joiningThreshold: 0.8, listEffects: { 'us-csl/sdn': 'block' } },
      before.version,
    )
    expect(version).toBe(before.version + 1)
    const after = await book()
    expect(after.params).toEqual({
      ...before.params,
      joiningThreshold: 0.8,
      listEffects: { 'us-csl/sdn': 'block' },
    })
    expect(Object.keys(after.params)).toEqual(expect.arrayContaining([...rulebookKeys]))
    expect(after.expectedFalsePositives.joiningThreshold).toBeLessThanOrEqual(0.005)
    const { items } = await rig.client().call(routes.listRulebooks, {})
    expect(items.map((one) => one.version)).toEqual([version, before.version])
    expect(items[0]?.changed).toEqual([
      { key: 'joiningThreshold', before: before.params.joiningThreshold, after: 0.8 },
      { key: 'listEffects', before: {}, after: { 'us-csl/sdn': 'block' } },
    ])
    const [logged] = await rig.ctx.db.rows<{ entry: string }>(
      sql`select body as entry from log_entries order by index desc limit 1`,
    )
    expect(logged?.entry).toContain('"listEffects":{"us-csl/sdn":"block"}')
  })

  test('whoever looked at an older version, or changes nothing, is told; of two at once one adopts', async () => {
    const { version, params } = await book()
    expect(await adopt({ maxAttemptsPerJob: 5 }, version - 1)).toMatchObject({
      code: 'alliance.rulebook-changed',
    })
    expect(await adopt({ maxAttemptsPerJob: params.maxAttemptsPerJob }, version)).toMatchObject({
      code: 'alliance.rulebook',
    })
    const both = await Promise.all([
      adopt({ maxAttemptsPerJob: 5 }, version),
      adopt({ maxAttemptsPerJob: 6 }, version),
    ])
    expect(both.map(({ code }) => code).toSorted()).toEqual(['', 'alliance.rulebook-changed'])
    expect((await book()).version).toBe(version + 1)
  })

  test.each([
    [{ joiningThreshold: 0.49 }, 'params.joiningThreshold'],
    [{ batchThreshold: 1.01 }, 'params.batchThreshold'],
    [{ siteThreshold: Number.NaN }, 'params.siteThreshold'],
    [{ listMaxAgeDays: 0 }, 'params.listMaxAgeDays'],
    [{ reviewersPerApplication: 0 }, 'params.reviewersPerApplication'],
    [{ clearanceGraceMinutes: -1 }, 'params.clearanceGraceMinutes'],
    [{ enforcement: 'laxer' }, 'params.enforcement'],
    [{ listEffects: { 'us-csl/isn': 'ignore' } }, 'params.listEffects.us-csl/isn'],
    [{ listEffects: { 'us-csl/sdn': 'inform' } }, 'params.listEffects'],
    [{ hitFourEyes: ['<script>'] }, 'params.hitFourEyes.0'],
    [{ noSuchParameter: 1 }, 'params'],
  ])('%j is refused, and the field named', async (params, field) => {
    const before = await book()
    const refused = await adopt(params as Partial<RulebookParams>, before.version)
    expect(['request.invalid', 'alliance.rulebook']).toContain(refused.code)
    expect(refused.fields).toEqual([field])
    expect(await book()).toEqual(before)
  })

  test('only the secretariat adopts one', async () => {
    const { version } = await book()
    expect(await adopt({ maxAttemptsPerJob: 9 }, version, officer)).toMatchObject({ code: 'policy.denied' })
  })
})
