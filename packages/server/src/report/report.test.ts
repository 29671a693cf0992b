import { routes } from '@allmende/wire'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { originOf } from '../alliance/index.ts'
import { applications } from '../apply/tables.ts'
import { refuseApplication } from '../award/index.ts'
import { projects } from '../award/tables.ts'
import { clearRoom } from '../clear/index.ts'
import { recordRoom } from '../record/routes.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { advanceChain } from '../timers/chain.ts'
import { reportRoom } from './index.ts'

const secret = 'A title that nobody may read'

describe.each(databases)('what the public reads, on %s', (database) => {
  let rig: ChainRig
  beforeAll(async () => {
    rig = await startChainRig([clearRoom, recordRoom(originOf), reportRoom], database)
    const { ctx } = rig
    const lead = await rig.person('Wanjiru Kamande')
    const officer = await rig.person('Ilse Brandt', [
      { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' },
    ])
    await rig.importNames(officer, fillers)
    const submit = async (title: string, call: 'trial' | 'standard') => {
      const id = await rig.submit({ lead, call })
      await ctx.db.sql.update(applications).set({ title }).where(eq(applications.id, id))
      return id
    }
    await submit('Tides of a lake', 'trial')
    const refused = await submit(secret, 'standard')
    await submit(`${secret}, undecided`, 'standard')
    while (await advanceChain(ctx));
    await ctx.db.transaction(() => refuseApplication(ctx, refused, { by: officer, reason: secret }))
    await ctx.db.sql.update(projects).set({ state: 'active', announcedAt: ctx.now() })
  })
  afterAll(() => rig.close())

  test('an award has its title; a refusal is a number, a lane, a member and an outcome', async () => {
    const { decisions } = await rig.client().call(routes.getSummary, {})
    expect(
      decisions.map(({ number, title, lane, member, outcome }) => [number, title, lane, member, outcome]),
    ).toEqual(
      expect.arrayContaining([
        ['A-2026-0001', 'Tides of a lake', 'trial', 'ke', 'awarded'],
        ['A-2026-0002', null, 'standard', 'ke', 'refused'],
      ]),
    )
    expect(decisions).toHaveLength(2)
  })

  test('no public address tells the title of what was refused or is undecided', async () => {
    for (const path of ['/report/summary', '/report/usage.csv', '/report/totals', '/log/entries?limit=200']) {
      const response = await rig.api.request(path)
      expect(response.status, path).toBe(200)
      expect(await response.text(), path).not.toContain(secret)
    }
  })
})
