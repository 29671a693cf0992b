import type { Accelerator } from '@allmende/domain/terms'
import type { Facts, HardwareTransferFacts } from '../facts.ts'
import { chip, clearRemoteUse, clearTransfer, inCountry, organisation } from './clear-facts.ts'
import type { WorkedCase } from './remote-use.ts'

const a = chip(16_000)
const b = chip(2400)
const consumer = chip(5280, { datacenterMarketed: false })

function ship(one: Accelerator, to: string, changes: Partial<HardwareTransferFacts> = {}) {
  return { ...clearTransfer, accelerators: [one], destinationCountry: inCountry(to), ...changes }
}
const from = (...at: Parameters<typeof organisation>) => ({ organisations: [organisation(...at)] })

type Stated = readonly [rule: string, what: string, facts: Facts, asOf: string]
const licence = (...[rule, what, facts, asOf]: Stated): WorkedCase => ({
  name: `${rule}: ${what}`,
  facts,
  asOf,
  outcome: 'licence-required',
  rule: `us-ear.${rule}`,
})
const without = (...stated: Stated): WorkedCase => ({ ...licence(...stated), absent: true })
const none = (...stated: Stated): WorkedCase => ({ ...licence(...stated), outcome: 'no-requirement-found' })
const officer = (...stated: Stated): WorkedCase => ({ ...licence(...stated), outcome: 'needs-officer' })
const now = '2026-11-24'

/** Letters to makers. A chip of the name, made small, so that the letter alone speaks. */
const letterFor = (name: string) => chip(800, { name })
const letters = 'is-informed-letters'
const letterCases: readonly WorkedCase[] = [
  officer(letters, 'A100 to China', ship(letterFor('A100'), 'CN'), '2022-10-21'),
  officer(letters, 'H100 to Hong Kong', ship(letterFor('H100'), 'HK'), '2022-10-21'),
  officer(letters, 'MI250X to China', ship(letterFor('MI250X'), 'CN'), '2022-10-21'),
  officer(letters, 'MI250 to China, October 2023', ship(letterFor('MI250'), 'CN'), '2023-10-23'),
  officer(letters, 'A100 to China, October 2023', ship(letterFor('A100'), 'CN'), '2023-10-23'),
  officer(letters, 'A100 to China, November 2023', ship(letterFor('A100'), 'CN'), '2023-11-17'),
  officer(letters, 'MI250 to China, November 2023', ship(letterFor('MI250'), 'CN'), '2023-11-17'),
  officer(letters, 'A100 to China, today', ship(letterFor('A100'), 'CN'), now),
  officer(letters, 'MI250 to China, today', ship(letterFor('MI250'), 'CN'), now),
  { ...none(letters, 'A100 to Macau', ship(letterFor('A100'), 'MO'), '2022-10-21'), absent: true },
  { ...none(letters, 'L40S, day before', ship(letterFor('L40S'), 'VN'), '2023-10-22'), absent: true },
  officer(letters, 'L40S to Vietnam', ship(letterFor('L40S'), 'VN'), '2023-10-23'),
  officer(letters, 'L40S, last day', ship(letterFor('L40S'), 'VN'), '2023-11-16'),
  { ...none(letters, 'L40S since the rule', ship(letterFor('L40S'), 'VN'), '2023-11-17'), absent: true },
]

/** China with every fact on which the review depends at its edge. */
const under = chip(20_999, { dramBandwidthGBps: 6499 })
const caseByCase = 'review-case-by-case'
const denial = 'review-denial'
const intoSupercomputer = { endUse: { ...clearTransfer.endUse, supercomputer: true } }
const reviewCases: readonly WorkedCase[] = [
  without(caseByCase, 'the day before the gate', ship(under, 'CN'), '2026-01-14'),
  {
    ...licence(caseByCase, 'on its first day', ship(under, 'CN'), '2026-01-15'),
    cites: '742.6(b)(10)(iii)(A)(1) 91 FR 1684 2026-01-15',
  },
  licence(caseByCase, 'below both figures, Macau', ship(under, 'MO'), now),
  licence(denial, '21,000 TPP', ship(chip(21_000, { dramBandwidthGBps: 6499 }), 'CN'), now),
  licence(denial, '6,500 GB/s', ship(chip(20_999, { dramBandwidthGBps: 6500 }), 'CN'), now),
  licence(denial, 'reexported', ship(under, 'CN', { exportedFrom: inCountry('KE') }), now),
  licence(denial, 'elsewhere in D:5', ship(under, 'IQ'), now),
  licence(denial, 'a Chinese parent in Malaysia', ship(under, 'MY', from('MY', 'MY', 'CN')), now),
  without(denial, 'the day before the gate', ship(a, 'IQ'), '2026-01-14'),
  licence(denial, 'on its first day', ship(a, 'IQ'), '2026-01-15'),
  licence('review-open', 'bandwidth unknown', ship(chip(16_000, { dramBandwidthGBps: null }), 'CN'), now),
  licence('review-open', 'from where unknown', ship(under, 'CN', { exportedFrom: null }), '2026-01-15'),
  without('review-open', 'day before', ship(under, 'CN', { exportedFrom: null }), '2026-01-14'),
  without(
    'review-744-23-approval',
    'day before',
    ship(a, 'CN', { ...intoSupercomputer, ...from('DE') }),
    '2026-01-14',
  ),
  licence(
    'review-744-23-approval',
    'first day',
    ship(a, 'CN', { ...intoSupercomputer, ...from('DE') }),
    '2026-01-15',
  ),
  licence('review-744-23', 'a Kenyan end user in China', ship(chip(800), 'CN', intoSupercomputer), now),
  without('review-744-23', 'the day before', ship(b, 'MY', from('MY', 'CN')), '2026-01-14'),
  licence('review-744-23', 'Chinese headquarters', ship(b, 'MY', from('MY', 'CN')), '2026-01-15'),
]

const nac = 'exception-nac'
const aca = 'exception-aca'
const acm = 'exception-acm'
const aia = 'exception-aia'
const lpp = 'exception-lpp'
const bars = 'exceptions-barred'
/** Exactly the yearly cap of LPP, in one made-up chip. */
const atCap = chip(26_900_000)
const exceptionCases: readonly WorkedCase[] = [
  licence('exception-nac-2023', 'China, first day', ship(consumer, 'CN'), '2023-11-17'),
  licence('exception-nac-2023', 'Vietnam, last day', ship(consumer, 'VN'), '2024-04-03'),
  without('exception-nac-2023', 'after the split', ship(consumer, 'VN'), '2024-04-04'),
  {
    ...without(
      'exception-nac-2023',
      'the 2022 text',
      ship(chip(5280, { datacenterMarketed: false }), 'CN'),
      '2023-11-16',
    ),
  },
  without(nac, 'before the split', ship(consumer, 'CN'), '2024-04-03'),
  licence(nac, 'China since the split', ship(consumer, 'CN'), '2024-04-04'),
  licence(nac, 'a chip of .b', ship(b, 'CN'), now),
  licence(nac, 'Chinese headquarters in Malaysia', ship(b, 'MY', from('MY', 'CN')), now),
  without(nac, 'a datacenter chip of .a', ship(a, 'CN'), now),
  without(nac, 'Vietnam', ship(b, 'VN'), now),
  without(aca, 'before the split', ship(consumer, 'VN'), '2024-04-03'),
  licence(aca, 'Vietnam since the split', ship(consumer, 'VN'), '2024-04-04'),
  licence(aca, 'the Emirates', ship(b, 'AE'), now),
  licence(aca, 'within China', ship(b, 'CN', { exportedFrom: inCountry('CN') }), now),
  without(aca, 'China from elsewhere', ship(b, 'CN'), now),
  without(aca, 'a datacenter chip of .a', ship(a, 'VN'), now),
  { ...none('exception-aca-worldwide', 'day before', ship(consumer, 'KE'), '2025-05-14'), absent: true },
  licence('exception-aca-worldwide', 'first day', ship(consumer, 'KE'), '2025-05-15'),
  without(acm, 'the day before', ship(a, 'VN'), '2025-01-12'),
  licence(acm, 'on its first day', ship(a, 'VN'), '2025-01-13'),
  without(acm, 'China', ship(a, 'CN'), now),
  { ...none('exception-acm-worldwide', 'day before', ship(a, 'KE'), '2025-05-14'), absent: true },
  licence('exception-acm-worldwide', 'first day', ship(a, 'KE'), '2025-05-15'),
  { ...none(aia, 'the day before', ship(a, 'DE', from('DE')), '2025-05-14'), absent: true },
  {
    ...licence(aia, 'on its first day, by the list of January', ship(a, 'DE', from('DE')), '2025-05-15'),
    cites: 'paragraph (a) 90 FR 4544 2025-01-13',
  },
  without(aia, 'headquartered elsewhere', ship(a, 'DE', from('DE', 'KE')), now),
  without(aia, 'located elsewhere', ship(a, 'KE', from('DE')), now),
  { ...none(lpp, 'the day before', ship(atCap, 'KE'), '2025-05-14'), absent: true },
  {
    ...licence(lpp, 'at the yearly cap, which dates from January', ship(atCap, 'KE'), '2025-05-15'),
    cites: '740.29 90 FR 4544 2025-01-13',
  },
  without(lpp, 'above the yearly cap', ship(chip(26_900_001), 'KE'), now),
  without(lpp, 'Vietnam', ship(a, 'VN'), now),
  without(bars, 'the 2022 text', ship(a, 'CN'), '2023-11-16'),
  licence(bars, 'China', ship(a, 'CN'), '2023-11-17'),
  licence(bars, 'the Emirates', ship(a, 'AE'), now),
  without(bars, 'Kenya', ship(a, 'KE'), now),
]

const note = 'foundry-presumption'
const noteCases: readonly WorkedCase[] = [
  { ...none(note, 'the day before', ship(b, 'KE'), '2025-01-15'), absent: true },
  none(note, 'shown, not applied', ship(b, 'KE'), '2025-01-16'),
  none(note, 'until the date of designers moved', ship(b, 'KE'), '2026-04-06'),
  { ...none(note, 'replaced', ship(b, 'KE'), '2026-04-07'), absent: true },
  { ...none(`${note}-2026`, 'the day before', ship(b, 'KE'), '2026-04-06'), absent: true },
  none(`${note}-2026`, 'on its first day', ship(b, 'KE'), '2026-04-07'),
  without(note, 'a chip of .a anyway', ship(a, 'CN'), '2025-06-01'),
  licence('subject-to-ear', 'wherever it was made', ship(a, 'CN', { exportedFrom: inCountry('KE') }), now),
  { ...none('subject-to-ear', 'below 3A090', clearTransfer, now), absent: true },
]

/** A site in Vietnam whose controlled chips are stated to carry no licence conditions. */
const atSiteInVietnam = {
  ...clearRemoteUse,
  site: {
    ...clearRemoteUse.site,
    country: inCountry('VN'),
    operator: { country: inCountry('VN'), headquartersCountry: inCountry('VN') },
  },
}
const originCases: readonly WorkedCase[] = [
  { ...none('hardware-origin', 'the day before', atSiteInVietnam, '2023-11-16'), absent: true },
  officer('hardware-origin', 'on its first day', atSiteInVietnam, '2023-11-17'),
]

/** What surrounds a licence: letters, review, exceptions, notes. */
export const termsCases: readonly WorkedCase[] = [
  ...letterCases,
  ...reviewCases,
  ...exceptionCases,
  ...noteCases,
  ...originCases,
]
