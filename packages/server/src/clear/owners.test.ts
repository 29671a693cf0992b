import { routes } from '@allmende/wire'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allianceRoom } from '../alliance/index.ts'
import { applyRoom } from '../apply/index.ts'
import { databases, fillers, startChainRig, type ChainRig } from '../testing/chain-rig.ts'
import { codeOf, problemOf } from '../testing/problem-of.ts'
import { advanceChain } from '../timers/chain.ts'
import { clearRoom } from './index.ts'

const officerRole = { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' } as const

/** Check digits of an LEI (ISO 17442: ISO 7064 mod 97-10) for eighteen characters. */
function lei(base: string): string {
  const number = (text: string) => [...text].map((c) => parseInt(c, 36)).join('')
  const rest = [...`${number(base)}00`].reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0)
  return `${base}${String(98 - rest).padStart(2, '0')}`
}
const [own, parent, top] = [lei('9999000000000000OW'), lei('9999000000000000PA'), lei('9999000000000000TO')]
const columns = [
  'Relationship.StartNode.NodeID',
  'Relationship.StartNode.NodeIDType',
  'Relationship.EndNode.NodeID',
  'Relationship.EndNode.NodeIDType',
  'Relationship.RelationshipType',
  'Relationship.RelationshipStatus',
  'Registration.RegistrationStatus',
  ...[1, 2, 3, 4, 5].flatMap((n) => [
    ...['startDate', 'endDate', 'periodType'].map((part) => `Relationship.Period.${n}.${part}`),
    ...['MeasurementMethod', 'QuantifierAmount', 'QuantifierUnits'].map(
      (part) => `Relationship.Quantifiers.${n}.${part}`,
    ),
  ]),
]
const emptyCells = columns.slice(7).map(() => '')
const register = (...pairs: readonly (readonly [owned: string, owner: string])[]) =>
  [
    columns.join(','),
    ...pairs.map(([owned, owner]) =>
      [owned, 'LEI', owner, 'LEI', 'IS_DIRECTLY_CONSOLIDATED_BY', 'ACTIVE', 'PUBLISHED', ...emptyCells].join(
        ',',
      ),
    ),
    '',
  ].join('\n')

describe.each(databases)('who owns an organisation, on %s', (database) => {
  let rig: ChainRig
  let lead: string
  let officer: string
  beforeAll(async () => {
    rig = await startChainRig([allianceRoom, applyRoom, clearRoom], database)
    lead = await rig.person('Wanjiru Kamande')
    officer = await rig.person('Ilse Brandt', [officerRole])
    await rig.importNames(officer, [...fillers, 'Petumwe Lokuro', 'Zumbrota Qandil'])
  })
  afterAll(() => rig.close())

  const settle = async () => {
    while (await advanceChain(rig.ctx));
  }
  const caseOf = (id: string) => rig.client(officer).call(routes.getCase, { params: { id } })
  const standings = async (id: string) => [...new Set((await caseOf(id)).sites.map((site) => site.standing))]
  type Owners = NonNullable<Parameters<ChainRig['submit']>[0]['owners']>

  async function submit(owners: Owners): Promise<string> {
    const id = await rig.submit({ lead, owners })
    await settle()
    return id
  }
  /** Confirms every open hit of the case. */
  async function confirm(id: string): Promise<void> {
    const hits = (await caseOf(id)).parties.flatMap((party) => party.hits)
    for (const hit of hits.filter((one) => one.state === 'open'))
      await rig.client(officer).call(routes.decideHit, {
        params: { id: hit.id },
        body: { verdict: 'confirmed', reason: 'The same.' },
      })
    await settle()
  }

  test('every owner is screened like a party, and an open hit of one holds', async () => {
    const id = await submit([
      { name: 'Petumwe Lokuro', kind: 'person', share: 10 },
      { name: 'Harmless Holding', share: 90 },
    ])
    const file = await caseOf(id)
    expect(file.parties.map((party) => [party.name, party.hits.length])).toEqual(
      expect.arrayContaining([
        ['Petumwe Lokuro', 1],
        ['Harmless Holding', 0],
      ]),
    )
    expect(file.parties.find((party) => party.name === 'Harmless Holding')?.holdings).toEqual([
      { of: 'Rift Lakes Computing Trust', share: 90, controls: false, source: 'stated by the applicant' },
    ])
    expect(await standings(id)).toEqual(['open'])
  })

  test('owned half or more by listed parties together, an organisation counts as listed and is refused', async () => {
    const id = await submit([
      { name: 'Petumwe Lokuro', kind: 'person', share: 25 },
      { name: 'Middle Holding', share: 30 },
      { name: 'Zumbrota Qandil', kind: 'person', share: 100, of: 'Middle Holding' },
    ])
    await confirm(id)
    const [ownership] = (await caseOf(id)).ownership
    expect(ownership).toMatchObject({ rule: 'ofac', outcome: 'owned', least: 55, most: 55, unstated: 45 })
    expect(ownership?.chain.map((link) => `${link.owner} > ${link.owned}`)).toEqual(
      expect.arrayContaining([
        'Zumbrota Qandil > Middle Holding',
        'Middle Holding > Rift Lakes Computing Trust',
      ]),
    )
    expect(await rig.stateOf(id)).toBe('refused')
  })

  test('below half the officer decides, and may clear; the organisation is not listed', async () => {
    const id = await submit([{ name: 'Petumwe Lokuro', kind: 'person', share: 49 }])
    await confirm(id)
    expect((await caseOf(id)).ownership).toMatchObject([{ outcome: 'not-owned', least: 49 }])
    expect(await standings(id)).toEqual(['open'])
    const [site] = (await caseOf(id)).sites
    const done = await rig.client(officer).call(routes.decideDetermination, {
      params: { id: site?.determination ?? '' },
      body: { verdict: 'cleared', reason: 'A minority without a say.' },
    })
    expect(done.clearance.standing).toBe('cleared')
  })

  test('a share that nobody stated decides nothing: the officer reads that it is not known', async () => {
    const id = await submit([{ name: 'Petumwe Lokuro', kind: 'person' }])
    await confirm(id)
    expect((await caseOf(id)).ownership).toMatchObject([{ outcome: 'unknown', least: 0, most: 100 }])
    expect(await standings(id)).toEqual(['open'])
  })

  test('shares that cannot be true, and owners who own one another, stop nothing', async () => {
    const id = await submit([
      { name: 'Petumwe Lokuro', kind: 'person', share: 80 },
      { name: 'Other Owner', share: 80 },
      { name: 'Round A', share: null, of: 'Round B' },
      { name: 'Round B', share: 60, of: 'Round A' },
    ])
    await confirm(id)
    expect((await caseOf(id)).ownership).toMatchObject([{ outcome: 'unknown' }])
    expect(await standings(id)).toEqual(['open'])
  })

  const load = (raw: string, who = officer) =>
    rig.client(who).call(routes.importRegister, {
      params: { id: 'gleif' },
      query: { publishedOn: '2026-11-20', source: 'invented' },
      raw,
    })

  test('who stands above an LEI in a register is screened by it, and leaves with the record', async () => {
    expect(await load(register([own, parent], [parent, top]))).toMatchObject({ holdings: 2, leftOut: {} })
    const id = await rig.submit({ lead, registration: own })
    await settle()
    const owners = async () =>
      (await caseOf(id)).parties.filter((party) => party.holdings.length > 0).map((party) => party.name)
    expect((await owners()).toSorted()).toEqual([`LEI:${parent}`, `LEI:${top}`].toSorted())
    await load(register([own, parent]))
    await settle()
    expect(await owners()).toEqual([`LEI:${parent}`])
    await load(register([parent, top], [top, parent]))
    await settle()
    expect(await owners()).toEqual([])
    await load(register([own, parent], [parent, own]))
    await settle()
    expect(await owners(), 'a cycle ends').toEqual([`LEI:${parent}`])
  })

  test.each([
    ['a file without its columns', 'a,b\n1,2\n', 'lacks the columns'],
    ['an empty file', '', 'empty'],
    ['a header alone', `${columns.join(',')}\n`, 'No record'],
    ['a web page', '<!doctype html><html></html>', 'lacks the columns'],
    ['a file cut off inside quotes', `${register([own, parent])}"${own}`, 'cut off'],
  ])('%s is refused and the old register stands', async (_, raw, says) => {
    const before = (await rig.client().call(routes.listRegisters, {})).items
    const problem = await problemOf(load(raw))
    expect(problem).toMatchObject({ code: 'lists.refused' })
    expect(problem?.detail).toContain(says)
    expect((await rig.client().call(routes.listRegisters, {})).items).toEqual(before)
  })

  test('only who loads lists loads registers', async () => {
    expect(await codeOf(load(register([own, parent]), lead))).toBe('policy.denied')
  })
})
