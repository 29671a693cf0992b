import { accelerators } from '@allmende/domain/rules'
import { routes } from '@allmende/wire'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRig, type Rig } from '../testing/rig.ts'
import { boardNames } from './boards.ts'
import { planRoom } from './index.ts'

let rig: Rig
beforeAll(async () => {
  rig = await startRig({ rooms: [planRoom], authenticate: async () => ({ kind: 'nobody' }), partial: true })
})
afterAll(() => rig.close())

const run = {
  parameters: 7e9,
  tokens: 1e11,
  sequenceLength: 4096,
  precisionBits: 16 as const,
  accelerator: 'NVIDIA H100 SXM5',
  accelerators: 8,
}
const problemOf = (body: typeof run) =>
  rig
    .client()
    .call(routes.estimate, { body })
    .then(
      () => null,
      (e: unknown) => e,
    )

test('anyone may estimate a training run, with memory, energy and the arithmetic', async () => {
  const found = await rig.client().call(routes.estimate, { body: run })
  expect(found.trainingFlop).toBeGreaterThan(6 * run.parameters * run.tokens)
  expect(found.acceleratorHours.low).toBeLessThan(found.acceleratorHours.high)
  expect(found.minimumAccelerators).toBeGreaterThan(1)
  expect(found.energyKWh?.likely).toBeGreaterThan(0)
  expect(found.arithmetic.length).toBeGreaterThan(0)
})

test('an accelerator can be named by the id of its list', async () => {
  const byId = await rig.client().call(routes.estimate, { body: { ...run, accelerator: 'nvidia-h100-sxm5' } })
  expect(byId).toEqual(await rig.client().call(routes.estimate, { body: run }))
})

test('an accelerator without figures is refused by name, never guessed', async () => {
  expect(await problemOf({ ...run, accelerator: 'Abacus 1' })).toMatchObject({
    problem: { code: 'request.invalid', fields: [{ field: 'accelerator' }] },
  })
})

test('every registered accelerator is listed once, with its class as of today', async () => {
  const { items } = await rig.client().call(routes.listAccelerators, {})
  expect(items.map((i) => i.name).toSorted()).toEqual(accelerators.map((a) => a.name).toSorted())
  expect(new Set(items.map((i) => i.id)).size).toBe(items.length)
  expect(items.find((i) => i.id === 'nvidia-h100-sxm5')).toMatchObject({ tpp: 15_832, outcome: 'controlled' })
})

test('every board with memory or power is one of the register', () => {
  const names = accelerators.map((a) => a.name)
  expect(boardNames.filter((name) => !names.includes(name))).toEqual([])
})
