import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { chip, clearRelease, clearRemoteUse, clearTransfer } from './cases/clear-facts.ts'
import { factsSchema } from './facts-schema.ts'
import { parseItems } from './classify-items.ts'
import { parseFacts } from './parse-facts.ts'

const row = {
  name: 'made-up accelerator',
  dense_tops_by_bits: { '16': 100, '8': 200 },
  applicable_die_area_mm2: 600,
  nonplanar: true,
  io_gbps_2022: 900,
  dram_bw_gbps: 3000,
  datacenter_marketed: true,
}
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Problems as "field: value" lines, or "ok". */
function check(parsed: ReturnType<typeof parseItems> | ReturnType<typeof parseFacts>): readonly string[] {
  return parsed.ok ? ['ok'] : parsed.problems.map((one) => `${one.field}: ${String(one.value)}`)
}
const checkRow = (change: object) => check(parseItems([{ ...row, ...change }]))
const checkFacts = (change: object) => check(parseFacts({ ...(json(clearRemoteUse) as object), ...change }))

test('a row of figures becomes an accelerator, and what it does not state is not known', () => {
  const parsed = parseItems([{ name: 'bare', dense_tops_by_bits: { 16: 100 }, source: ['ignored'] }])
  expect(parsed).toEqual({
    ok: true,
    value: [
      {
        kind: 'accelerator',
        accelerator: {
          name: 'bare',
          denseTopsByBits: { 16: 100 },
          applicableDieAreaMm2: null,
          nonplanar: null,
          ioGBps: null,
          dramBandwidthGBps: null,
          datacenterMarketed: null,
        },
      },
    ],
  })
})

test.each([
  ['a negative figure', { io_gbps_2022: -1 }, 'accelerators.0.io_gbps_2022: -1'],
  ['a figure that is not finite', { dram_bw_gbps: Infinity }, 'accelerators.0.dram_bw_gbps: Infinity'],
  ['an area of zero', { applicable_die_area_mm2: 0 }, 'accelerators.0.applicable_die_area_mm2: 0'],
  ['negative throughput', { dense_tops_by_bits: { 16: -5 } }, 'accelerators.0.dense_tops_by_bits.16: -5'],
  ['throughput in words', { dense_tops_by_bits: { 16: '100' } }, 'accelerators.0.dense_tops_by_bits.16: 100'],
  ['throughput of null', { dense_tops_by_bits: { 16: null } }, 'accelerators.0.dense_tops_by_bits.16: null'],
  [
    'a bit length that is none',
    { dense_tops_by_bits: { 19: 5 } },
    'accelerators.0.dense_tops_by_bits.19: 19',
  ],
  [
    'a bit length below zero',
    { dense_tops_by_bits: { '-8': 5 } },
    'accelerators.0.dense_tops_by_bits.-8: -8',
  ],
  ['no figures', { dense_tops_by_bits: {} }, 'accelerators.0.dense_tops_by_bits: [object Object]'],
  ['no name', { name: ' ' }, 'accelerators.0.name:  '],
  ['a flag in words', { nonplanar: 'yes' }, 'accelerators.0.nonplanar: yes'],
])('an accelerator with %s is refused by field and value', (_name, change, problem) => {
  expect(checkRow(change)).toEqual([problem])
})

test('a refusal says what was expected', () => {
  const parsed = parseItems([{ ...row, io_gbps_2022: -1 }])
  expect(parsed.ok ? [] : parsed.problems).toEqual([
    {
      field: 'accelerators.0.io_gbps_2022',
      value: -1,
      expected: 'a finite number of 0 or more (GB/s), or null if not known',
    },
  ])
})

test('a list that is none, and a name stated twice, are refused', () => {
  expect(check(parseItems({ row }))).toEqual(['accelerators: [object Object]'])
  expect(check(parseItems([row, row]))).toEqual(['accelerators.1.name: made-up accelerator'])
})

test('facts survive a round trip through JSON', () => {
  for (const facts of [clearRemoteUse, clearTransfer, { ...clearRelease, releasedFor: 'z-3A090.b' }]) {
    const parsed = parseFacts(json(facts))
    expect(parsed.ok ? parsed.value : parsed.problems).toMatchObject(facts)
  }
})

test('facts of which nothing is stated but the kind of transaction are read as unknown', () => {
  const parsed = parseFacts({ transaction: 'remote-use', site: {} })
  expect(parsed.ok ? parsed.value : parsed.problems).toMatchObject({
    organisations: [],
    screening: 'unknown',
    site: { country: null, licenceConditions: null, nationalPolicy: null },
    endUse: { purpose: null, wmd: null },
  })
})

test.each([
  ['an unknown country', { organisations: [{ country: 'XX' }] }, 'organisations.0.country: XX'],
  ['a country in lower case', { organisations: [{ country: 'ke' }] }, 'organisations.0.country: ke'],
  ['an unknown nationality', { people: [{ nationalities: ['KE', 'ZZ'] }] }, 'people.0.nationalities.1: ZZ'],
  [
    'two headquarters of one organisation',
    { organisations: [{ headquartersCountry: ['KE', 'CN'] }] },
    'organisations.0.headquartersCountry: KE,CN',
  ],
  ['a misspelt field', { endUse: { wdm: false } }, 'endUse.wdm: false'],
  ['a field of another transaction', { destinationCountry: 'KE' }, 'destinationCountry: KE'],
  ['an unknown transaction', { transaction: 'gift' }, 'transaction: gift'],
  ['an unknown screening status', { screening: 'fine' }, 'screening: fine'],
  ['a flag in words', { endUse: { wmd: 'no' } }, 'endUse.wmd: no'],
  [
    'an accelerator without figures',
    { accelerators: [{ ...chip(8), denseTopsByBits: {} }] },
    'accelerators.0.denseTopsByBits: [object Object]',
  ],
  [
    'an impossible date',
    { site: { nationalPolicy: { excludedCountries: [], rule: 'a decree', from: '2026-02-31' } } },
    'site.nationalPolicy.from: 2026-02-31',
  ],
])('facts with %s are refused by field and value', (_name, change, problem) => {
  expect(checkFacts(change)).toEqual([problem])
})

test.each([
  ['an entry in lower case', { eccn: '3e001' }, 'eccn: 3e001'],
  ['an entry of a commodity, which is shipped and not released', { eccn: '3A090' }, 'eccn: 3A090'],
  ['an unknown kind', { what: 'know-how' }, 'what: know-how'],
  ['a commodity that is none', { releasedFor: '3A090' }, 'releasedFor: 3A090'],
  ['a flag in words', { subjectToEar: 'no' }, 'subjectToEar: no'],
  ['training of no operations', { trainingFlop: 0 }, 'trainingFlop: 0'],
  [
    'a range below zero',
    { endUse: { rocketsOrUnmannedAircraft: true, rocketRangeKm: -300 } },
    'endUse.rocketRangeKm: -300',
  ],
  ['accelerators, which are not released', { accelerators: [] }, 'accelerators: '],
])('a release with %s is refused by field and value', (_name, change, problem) => {
  expect(check(parseFacts({ ...(json(clearRelease) as object), ...change }))).toEqual([problem])
})

test.each([[null], [[]], ['remote-use'], [7], [{}]])('%j is refused as facts', (value) => {
  expect(parseFacts(value).ok).toBe(false)
})

test('the published schema accepts what is read and refuses what is refused', () => {
  const valid = new Ajv2020({ strict: false, formats: { date: true } }).compile(factsSchema)
  expect(valid(json(clearRemoteUse)), JSON.stringify(valid.errors)).toBe(true)
  expect(valid(json(clearTransfer))).toBe(true)
  expect(valid({ transaction: 'release' })).toBe(true)
  expect(valid({ ...clearRelease, releasedFor: '3A090.c', subjectToEar: true })).toBe(true)
  expect(valid({ transaction: 'release', eccn: '3A090' })).toBe(false)
  expect(valid({ ...clearRemoteUse, organisations: [{ country: 'XX' }] })).toBe(false)
  expect(valid({ ...clearRemoteUse, endUse: { wdm: false } })).toBe(false)
})
