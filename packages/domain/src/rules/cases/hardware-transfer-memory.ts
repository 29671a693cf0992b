import type { HardwareTransferFacts, HbmStack } from '../facts.ts'
import { chip, clearTransfer, inCountry, organisation } from './clear-facts.ts'
import type { WorkedCase } from './remote-use.ts'

/** 100 mm² of memory, packaged by itself. */
const stack = (bandwidthGBps: number | null, changes: Partial<HbmStack> = {}): HbmStack => ({
  name: 'a made-up stack',
  bandwidthGBps,
  areaMm2: 100,
  coPackagedForProcessing: false,
  ...changes,
})

function ship(one: HbmStack, to: string | null, changes: Partial<HardwareTransferFacts> = {}) {
  return {
    ...clearTransfer,
    accelerators: [],
    hbm: [one],
    destinationCountry: to === null ? null : inCountry(to),
    ...changes,
  }
}

const dense = stack(201)
const now = '2026-11-24'
const chineseParent = { organisations: [organisation('MY', 'MY', 'CN')] }

const found = (name: string, facts: HardwareTransferFacts, asOf: string, rule: string): WorkedCase => ({
  name: `memory: ${name}`,
  facts,
  asOf,
  outcome: 'licence-required',
  rule,
})
const absent = (name: string, facts: HardwareTransferFacts, asOf: string, rule: string): WorkedCase => ({
  ...found(name, facts, asOf, rule),
  outcome: 'no-requirement-found',
  absent: true,
})
const open = (name: string, facts: HardwareTransferFacts, rule: string): WorkedCase => ({
  ...found(name, facts, now, rule),
  outcome: 'needs-officer',
})

const destination = 'us-ear.3a090-c-destination'
const headquarters = 'us-ear.3a090-c-headquarters'

/** High-bandwidth memory, 3A090.c. */
export const memoryCases: readonly WorkedCase[] = [
  found('the class is shown', ship(dense, 'CN'), now, 'us-ear.hbm-classification'),
  absent('no paragraph the day before', ship(dense, 'CN'), '2024-12-01', destination),
  {
    ...found('China on the first day', ship(dense, 'CN'), '2024-12-02', destination),
    cites: '742.6(a)(6)(i)(B) eCFR as of 2026-09-24 2024-12-02',
  },
  found('2.01 GB/s per mm² to Macau', ship(dense, 'MO'), now, destination),
  found('Hong Kong is China', ship(dense, 'HK'), now, destination),
  absent('2 GB/s per mm² is not more than 2', ship(stack(200), 'CN'), now, destination),
  found('just above 2 GB/s per mm²', ship(stack(200.1), 'CN'), now, destination),
  absent(
    'in one package with logic for processing',
    ship(stack(201, { coPackagedForProcessing: true }), 'CN'),
    now,
    destination,
  ),
  absent('Vietnam is not in D:5', ship(dense, 'VN'), now, destination),
  absent('Kenya, no seat in D:5', ship(dense, 'KE'), now, headquarters),
  absent('headquarters rule the day before', ship(dense, 'MY', chineseParent), '2024-12-01', headquarters),
  {
    ...found(
      'headquarters rule on its first day',
      ship(dense, 'MY', chineseParent),
      '2024-12-02',
      headquarters,
    ),
    cites: '744.23(a)(3)(i)(B) eCFR as of 2026-09-24 2024-12-02',
  },
  open('bandwidth not stated', ship(stack(null), 'CN'), destination),
  open('area not stated', ship(stack(201, { areaMm2: null }), 'CN'), destination),
  open('packaging not stated', ship(stack(201, { coPackagedForProcessing: null }), 'CN'), destination),
  open('destination not stated', ship(dense, null), destination),
  open('nobody stated', ship(dense, 'KE', { organisations: [] }), headquarters),
  absent(
    'packaging does not matter at 2 GB/s per mm²',
    ship(stack(200, { coPackagedForProcessing: null }), 'CN'),
    now,
    destination,
  ),
  found('beside chips below 3A090', { ...ship(dense, 'CN'), accelerators: [chip(800)] }, now, destination),
  {
    ...found('HBM is an exception to confirm', ship(dense, 'CN'), '2024-12-02', 'us-ear.exception-hbm'),
    cites: '740.25 eCFR as of 2026-09-24 2024-12-02',
  },
  absent('HBM is not named before', ship(dense, 'CN'), '2024-12-01', 'us-ear.exception-hbm'),
]
