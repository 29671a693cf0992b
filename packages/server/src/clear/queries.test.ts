import { routes } from '@allmende/wire'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyRoom } from '../apply/index.ts'
import { startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { clearRoom } from './index.ts'
import { codeOf } from '../testing/problem-of.ts'

const chip = {
  name: 'made-up accelerator',
  denseTopsByBits: { 8: 2000 },
  applicableDieAreaMm2: 800,
  nonplanar: true,
  ioGBps: 900,
  dramBandwidthGBps: 3000,
  datacenterMarketed: true,
}
const party = { country: 'AE', headquartersCountry: 'AE', ultimateParentCountry: 'AE' }
/** Chips of 3A090 to the Emirates, which the rule named on its own from 2026-07-10. */
const facts = {
  transaction: 'hardware-transfer',
  accelerators: [chip],
  exportedFrom: 'US',
  destinationCountry: 'AE',
  approvedUaeEntities: true,
  organisations: [party],
  people: [],
  endUse: {
    purpose: 'civil-commercial',
    militaryOrIntelligence: false,
    wmd: false,
    rocketsOrUnmannedAircraft: false,
    supercomputer: false,
  },
  screening: 'clear',
}

let rig: ChainRig
let officer: string

beforeAll(async () => {
  rig = await startChainRig([applyRoom, clearRoom], 'PGlite')
  officer = await rig.person('Ilse Brandt', [{ role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' }])
})
afterAll(() => rig.close())

test('the same facts on two days: what changed and which instrument changed it; who asked is kept, the facts are not', async () => {
  const client = rig.client(officer)
  const body = { facts, since: '2026-07-09', asOf: '2026-07-10' }
  const comparison = await client.call(routes.compareFacts, { body })
  expect(comparison).toMatchObject({ from: '2026-07-09', to: '2026-07-10' })
  const instruments = comparison.changes.flatMap((change) => change.instruments)
  expect(comparison.changes.length).toBeGreaterThan(0)
  expect(instruments.some(({ on, effect }) => on === '2026-07-10' && effect === 'began')).toBe(true)
  const { items } = await client.call(routes.listQueries, { query: {} })
  expect(items[0]).toMatchObject({ who: 'Ilse Brandt', kind: 'rules', resource: 'hardware-transfer' })
  expect(JSON.stringify(items)).not.toContain('made-up accelerator')
})

test('a day before the first value of a rule, facts that do not fit, somebody who is no officer: refused', async () => {
  const ask = (who: string, change: object) =>
    codeOf(rig.client(who).call(routes.compareFacts, { body: { facts, since: '2026-07-09', ...change } }))
  expect(await ask(officer, {})).toBe('no problem')
  expect(await ask(officer, { since: '2020-01-01' })).toBe('rules.facts-invalid')
  expect(await ask(officer, { facts: { ...facts, destinationCountry: 'XX' } })).toBe('rules.facts-invalid')
  expect(await ask(await rig.person('Wanjiru Kamande'), {})).toBe('policy.denied')
})
