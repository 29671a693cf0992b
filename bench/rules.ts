// Export-control rules on one core: determinations a second with reasons, a million project × site pairs, and beside
// them the same country-and-threshold rules in json-rules-engine (npm). Prints JSON for run.mjs; everything is made up.
import { Engine } from 'json-rules-engine'
import { brokenCase } from '../packages/domain/src/rules/cases/broken.ts'
import { brokenClass } from '../packages/domain/src/rules/cases/classes.ts'
import { cases } from '../packages/domain/src/rules/cases/index.ts'
import { mutants } from '../packages/domain/src/rules/cases/mutants.ts'
import { parseCalendarDate, type Accelerator, type CountryCode } from '../packages/domain/src/terms/index.ts'
import {
  determine,
  firstDay,
  type HardwareTransferFacts,
  type RemoteUseFacts,
} from '../packages/domain/src/rules/index.ts'

const day = parseCalendarDate('2026-11-24')
if (day === null) throw new Error('the day of the benchmark is a day')
const country = (code: string) => code as CountryCode

const chip = (tpp: number): Accelerator => ({
  name: `made-up accelerator of ${tpp} TPP`,
  denseTopsByBits: { 8: tpp / 8 },
  applicableDieAreaMm2: 800,
  nonplanar: true,
  ioGBps: 900,
  dramBandwidthGBps: 3000,
  datacenterMarketed: true,
})

const places = [
  'KE',
  'DE',
  'BR',
  'ID',
  'FR',
  'MA',
  'VN',
  'CN',
  'AE',
  'US',
  'IN',
  'MY',
  'SA',
  'JP',
  'ZA',
  'GB',
]
const at = (index: number) => country(places[index % places.length] ?? 'KE')
const chips = [800, 2400, 4800, 16_000].map(chip)
const endUse = {
  purpose: 'civil-research',
  militaryOrIntelligence: false,
  wmd: false,
  trainsModelForD5Entity: false,
  rocketsOrUnmannedAircraft: false,
} as const
const party = (code: CountryCode) => ({
  country: code,
  headquartersCountry: code,
  ultimateParentCountry: code,
})
const person = (code: CountryCode) => ({
  locationCountry: code,
  residenceCountry: code,
  nationalities: [code],
  usPerson: false,
})

/** Sites keep their facts; projects come with two organisations and three people each. */
const sites = Array.from({ length: 100 }, (_, n) => ({
  accelerators: [chips[n % chips.length] ?? chip(800)],
  site: {
    country: at(n),
    operator: { country: at(n), headquartersCountry: at(n) },
    licenceConditions: 'none' as const,
    nationalPolicy: 'none' as const,
  },
}))
const projects = Array.from({ length: 10_000 }, (_, n) => ({
  organisations: [party(at(n)), party(at(n * 7 + 1))],
  people: [person(at(n)), person(at(n)), person(at(n * 7 + 1))],
  endUse,
  screening: 'clear' as const,
}))

const remoteUse = (project: (typeof projects)[number], site: (typeof sites)[number]): RemoteUseFacts => ({
  transaction: 'remote-use',
  ...project,
  ...site,
})

/** Seconds of this process's own processor time, whatever else the machine does. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000_000
}

function pairs(count: number): { seconds: number; reasons: number } {
  let reasons = 0
  const begun = cpuSeconds()
  for (let n = 0; n < count; n += 1) {
    const project = projects[Math.floor(n / sites.length) % projects.length]
    const site = sites[n % sites.length]
    if (project && site) reasons += determine(remoteUse(project, site), day).reasons.length
  }
  return { seconds: cpuSeconds() - begun, reasons: reasons / count }
}

const civil: RemoteUseFacts = {
  transaction: 'remote-use',
  accelerators: [chips[3] ?? chip(16_000)],
  site: {
    country: country('DE'),
    operator: { country: country('DE'), headquartersCountry: country('DE') },
    licenceConditions: 'none',
    nationalPolicy: 'none',
  },
  organisations: [party(country('KE'))],
  people: [person(country('KE'))],
  endUse,
  screening: 'clear',
}

function perSecond(count: number, work: () => unknown): number {
  for (let n = 0; n < count / 5; n += 1) work()
  const begun = cpuSeconds()
  for (let n = 0; n < count; n += 1) work()
  return count / (cpuSeconds() - begun)
}

const transferTo = (to: CountryCode, tpp: number): HardwareTransferFacts => ({
  transaction: 'hardware-transfer',
  accelerators: [chips.find((one) => one.denseTopsByBits[8] === tpp / 8) ?? chip(tpp)],
  destinationCountry: to,
  exportedFrom: country('US'),
  approvedUaeEntities: false,
  organisations: [party(to)],
  people: [person(to)],
  endUse: { ...endUse, supercomputer: false },
  screening: 'clear',
})

/** Three of our rules, for chips by destination, as a JSON rule engine writes them. */
const controlled =
  'AF AM AZ BH BY MM KH CF CN CD CU EG ER GE HT IR IQ JO KZ KP KW KG LA LB LY MO MD MN NI OM PK QA RU SA SO SS SD SY TJ TM UZ VE VN YE ZW AE'.split(
    ' ',
  )
function peer(): Engine {
  const engine = new Engine()
  const both = (tpp: number, list: readonly string[], type: string) =>
    engine.addRule({
      conditions: {
        all: [
          { fact: 'tpp', operator: 'greaterThanInclusive', value: tpp },
          { fact: 'destination', operator: 'in', value: [...list] },
        ],
      },
      event: { type },
    })
  both(4800, controlled, 'licence-required')
  both(2400, controlled, 'licence-required')
  both(0, ['IR', 'KP', 'SY', 'CU'], 'embargo')
  return engine
}

const engine = peer()
const peerCount = 20_000
const begun = cpuSeconds()
for (let n = 0; n < peerCount; n += 1) await engine.run({ tpp: 4800, destination: at(n) })
const peerPerSecond = peerCount / (cpuSeconds() - begun)
const kept = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => transferTo(at(n), 4800))
let turn = 0
const ours = perSecond(200_000, () =>
  determine(kept[(turn += 1) % kept.length] ?? transferTo(at(0), 4800), day),
)
const single = perSecond(300_000, () => determine(civil, day))
const million = pairs(1_000_000)
/** Of all dates and figures of the encoded law, moved by one: the share that breaks a worked case. */
function mutationShare(): number {
  let [all, broken] = [0, 0]
  for (const mutant of mutants(firstDay)) {
    if (mutant.what.includes('is left out')) continue
    const undo = mutant.apply()
    all += 1
    if ((brokenClass() ?? brokenCase(cases)) !== null) broken += 1
    undo()
  }
  return broken / all
}

process.stdout.write(
  JSON.stringify({
    killed: mutationShare(),
    single,
    ours,
    peerPerSecond,
    million: million.seconds,
    reasons: million.reasons,
    memoryMiB: process.resourceUsage().maxRSS / 1024,
  }),
)
