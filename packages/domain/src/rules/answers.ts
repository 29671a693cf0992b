import {
  type Accelerator,
  type CalendarDate,
  type CountryCode,
  countryNames,
  unreachable,
  valueOn,
} from '@allmende/domain/terms'
import {
  type Facts,
  type Organisation,
  type Person,
  type ReleaseFacts,
  releasedFor,
  releasedKinds,
} from './facts.ts'
import { allCountries } from './parties.ts'
import { isD5OrMacau, isEmbargoed, isInControlledGroups } from './us-ear/country-groups.ts'
import { throughputOf } from './us-ear/classification.ts'
import { rocketRange } from './us-ear/end-use/lists.ts'
import { trainingOperations } from './us-ear/release/model-weights.ts'
import {
  classificationText,
  denseChip,
  interconnectGate,
  memoryDensity,
  middleDensity,
  middleThroughput,
} from './us-ear/parameters.ts'

/** An answer to try: words for a person, and the value that stands for it. */
export type Candidate = { readonly answer: string; readonly value: unknown }

const country = (code: string) => code as CountryCode
const yesNo: readonly Candidate[] = [
  { answer: 'yes', value: true },
  { answer: 'no', value: false },
]

/** Countries the site's own declarations exclude. */
function excludedBySite(facts: Facts): readonly CountryCode[] {
  if (facts.transaction !== 'remote-use') return []
  const { nationalPolicy, licenceConditions } = facts.site
  return [
    ...(nationalPolicy === null || nationalPolicy === 'none' ? [] : nationalPolicy.excludedCountries),
    ...(licenceConditions === null || licenceConditions === 'none'
      ? []
      : licenceConditions.excludedCountries),
  ]
}

/** A country that no rule encoded here names. */
function neutralCountry(facts: Facts, asOf: CalendarDate): CountryCode {
  const excluded = excludedBySite(facts)
  const named = (code: CountryCode) =>
    isInControlledGroups(code, asOf) ||
    isD5OrMacau(code, asOf) ||
    isEmbargoed(code, asOf) ||
    excluded.includes(code) ||
    ['US', 'UA', 'RU', 'BY', 'AE'].includes(code)
  return (
    Object.keys(countryNames)
      .map(country)
      .find((code) => !named(code)) ?? country('KE')
  )
}

/** Countries that a release tells apart: without any control, with national security alone, or its own. */
function releaseCountries(facts: ReleaseFacts, asOf: CalendarDate): readonly Candidate[] {
  const { releasedFrom, receivedIn } = facts
  const own = (answer: string, value: CountryCode | null) => (value === null ? [] : [{ answer, value }])
  return [
    { answer: 'Canada, which no encoded rule names', value: country('CA') },
    { answer: 'a country with national security controls only', value: neutralCountry(facts, asOf) },
    ...own('the country from which it is released', releasedFrom),
    ...own('the country in which it is received', receivedIn),
  ]
}

function countryAnswers(facts: Facts, asOf: CalendarDate): readonly Candidate[] {
  const excluded = excludedBySite(facts)[0]
  return [
    ...(facts.transaction === 'release'
      ? releaseCountries(facts, asOf)
      : [{ answer: 'a country that no encoded rule names', value: neutralCountry(facts, asOf) }]),
    ...(excluded === undefined ? [] : [{ answer: 'a country that the site excludes', value: excluded }]),
    ...(facts.transaction !== 'remote-use'
      ? [
          { answer: 'a country of Group D:1 or D:4 such as Vietnam', value: country('VN') },
          { answer: 'the United Arab Emirates', value: country('AE') },
          { answer: 'the United States', value: country('US') },
        ]
      : []),
    { answer: 'a country of Group D:5 such as China, or Macau', value: country('CN') },
    { answer: 'Russia or Belarus', value: country('RU') },
    { answer: 'a country under comprehensive embargo (Group E:1 or E:2)', value: country('IR') },
  ]
}

function organisationAnswers(facts: Facts, asOf: CalendarDate): readonly Candidate[] {
  const oneIn = (code: CountryCode): readonly Organisation[] => [
    { country: code, headquartersCountry: code, ultimateParentCountry: code },
  ]
  return countryAnswers(facts, asOf).map(({ answer, value }) => ({
    answer: `one in ${answer}`,
    value: oneIn(value as CountryCode),
  }))
}

function personAnswers(facts: Facts, asOf: CalendarDate): readonly Candidate[] {
  const oneIn = (code: CountryCode): readonly Person[] => [
    {
      locationCountry: code,
      latestStatusCountry: code,
      nationalities: [code],
      residenceCountry: code,
      usPerson: false,
    },
  ]
  return countryAnswers(facts, asOf).map(({ answer, value }) => ({
    answer: `one in ${answer}`,
    value: oneIn(value as CountryCode),
  }))
}

const madeUp = (name: string, tops: number): Accelerator => ({
  name,
  denseTopsByBits: { 16: tops },
  applicableDieAreaMm2: 800,
  nonplanar: true,
  ioGBps: 900,
  dramBandwidthGBps: 3000,
  datacenterMarketed: true,
})
const acceleratorAnswers: readonly Candidate[] = [
  { answer: 'one below the figures of 3A090', value: [madeUp('an accelerator of 480 TPP', 30)] },
  { answer: 'one in 3A090.a', value: [madeUp('an accelerator of 16000 TPP', 1000)] },
]

/** Areas that stand for each class an open density leaves: just inside each edge, and past the last. */
function areaAnswers(accelerator: Accelerator | undefined, asOf: CalendarDate): readonly Candidate[] {
  const tpp = accelerator === undefined ? null : (throughputOf(accelerator)?.tpp ?? null)
  if (tpp === null || valueOn(classificationText, asOf) === 'interconnect') return []
  const edges = [denseChip, middleDensity, middleThroughput].map((value) => valueOn(value, asOf).density)
  const band = (edge: number) => ({
    answer: `up to ${Math.floor((tpp / edge) * 100) / 100} mm² (PD ${edge} or more)`,
    value: Math.floor((tpp / edge) * 100) / 100,
  })
  const last = Math.min(...edges)
  return [...edges.map(band), { answer: `larger (PD below ${last})`, value: (tpp / last) * 1.01 }]
}

function acceleratorFactAnswers(
  facts: Facts,
  asOf: CalendarDate,
  index: number,
  name: string,
): readonly Candidate[] {
  const accelerator = facts.transaction === 'release' ? undefined : facts.accelerators[index]
  switch (name) {
    case 'applicableDieAreaMm2':
      return areaAnswers(accelerator, asOf)
    case 'ioGBps': {
      const gate = valueOn(interconnectGate, asOf) ?? 0
      return [
        { answer: `${gate} GB/s or more`, value: gate },
        { answer: `less than ${gate} GB/s`, value: gate - 1 },
      ]
    }
    case 'denseTopsByBits':
      return [
        { answer: 'below the figures of 3A090', value: { 16: 30 } },
        { answer: '4800 TPP or more', value: { 16: 300 } },
      ]
    default:
      return yesNo
  }
}

/** Figures of memory on both sides of the limit, which is met above its value; the other figure may be open. */
function memoryAnswers(facts: Facts, asOf: CalendarDate, index: number, name: string): readonly Candidate[] {
  const stack = facts.transaction === 'hardware-transfer' ? facts.hbm?.[index] : undefined
  const limit = valueOn(memoryDensity, asOf)
  if (stack === undefined || limit === null || name === 'coPackagedForProcessing') return yesNo
  const at = (value: number) => Math.round(value * 1e4) / 1e4
  if (name === 'bandwidthGBps') {
    const edge = limit * (stack.areaMm2 ?? 100)
    return [
      { answer: `${at(edge)} GB/s or less`, value: edge },
      { answer: `more than ${at(edge)} GB/s`, value: edge * 1.01 },
    ]
  }
  const edge = (stack.bandwidthGBps ?? 1000) / limit
  return [
    { answer: `${at(edge)} mm² or more`, value: edge * 1.01 },
    { answer: `less than ${at(edge)} mm²`, value: edge * 0.99 },
  ]
}

/** A national rule or a licence that names one of the case's own countries, or none of them. */
function siteAnswers(
  facts: Facts,
  asOf: CalendarDate,
  which: 'nationalPolicy' | 'licenceConditions',
): readonly Candidate[] {
  const named = allCountries(facts).flatMap((fact) =>
    fact.of !== 'site' && fact.country !== null ? [fact.country] : [],
  )
  const excluding = named[0] ?? neutralCountry(facts, asOf)
  return which === 'nationalPolicy'
    ? [
        { answer: 'no national rule', value: 'none' },
        {
          answer: "a rule that excludes a party's country",
          value: { excludedCountries: [excluding], rule: 'a national rule', from: asOf },
        },
      ]
    : [
        { answer: 'no conditions', value: 'none' },
        {
          answer: "conditions that exclude a party's country",
          value: { excludedCountries: [excluding], otherConditions: [], source: 'a licence' },
        },
        {
          answer: 'conditions in words, which an officer compares',
          value: { excludedCountries: [], otherConditions: ['a condition'], source: 'a licence' },
        },
      ]
}

const kindInWords = {
  technology: 'technology',
  'source-code': 'source code',
  'object-code': 'object code',
  'model-weights': 'model weights',
} as const

const entries = [
  { answer: 'EAR99', value: 'EAR99' },
  { answer: 'software with anti-terrorism controls only, such as 4D994', value: '4D994' },
  { answer: 'software for 3A090 or 4A090, such as 4D090', value: '4D090' },
  { answer: 'encryption software of 5D002', value: '5D002' },
  { answer: 'technology with anti-terrorism controls only, such as 3E991', value: '3E991' },
  { answer: 'technology of 3E001', value: '3E001' },
  { answer: 'model weights of 4E091', value: '4E091' },
] as const

/** Entries that fit what is released: product group D is software, E technology and model weights. */
function entryAnswers({ what }: ReleaseFacts): readonly Candidate[] {
  switch (what) {
    case null:
      return entries
    case 'technology':
      return entries.filter(({ value }) => value === 'EAR99' || (value[1] === 'E' && value !== '4E091'))
    case 'model-weights':
      return entries.filter(({ value }) => value === 'EAR99' || value === '4E091')
    case 'source-code':
    case 'object-code':
      return entries.filter(({ value }) => value === 'EAR99' || value[1] === 'D')
    default:
      return unreachable(what)
  }
}

const commodityAnswers: readonly Candidate[] = releasedFor.map((value) => ({
  answer: value === 'other' ? 'another commodity' : `one of ${value.replace('z-', 'a .z paragraph by ')}`,
  value,
}))

/** Answers to the facts of a release; null for other facts. */
function releaseAnswers(path: string, facts: ReleaseFacts, asOf: CalendarDate): readonly Candidate[] | null {
  switch (path) {
    case 'what':
      return releasedKinds.map((value) => ({ answer: kindInWords[value], value }))
    case 'eccn':
      return entryAnswers(facts)
    case 'releasedFor':
      return commodityAnswers
    case 'trainingFlop': {
      const exponent = valueOn(trainingOperations, asOf) ?? 0
      return [
        { answer: `less than 10^${exponent} operations`, value: 10 ** (exponent - 1) },
        { answer: `10^${exponent} operations or more`, value: 10 ** exponent },
      ]
    }
    default:
      return null
  }
}

/** Answers to try for a missing fact, by its path into the facts. Together they reach every rule on that fact. */
export function candidatesFor(path: string, facts: Facts, asOf: CalendarDate): readonly Candidate[] {
  const chip = /^accelerators\.(\d+)\.(\w+)$/.exec(path)
  if (chip !== null) return acceleratorFactAnswers(facts, asOf, Number(chip[1]), chip[2] ?? '')
  const memory = /^hbm\.(\d+)\.(\w+)$/.exec(path)
  if (memory !== null) return memoryAnswers(facts, asOf, Number(memory[1]), memory[2] ?? '')
  if (/country$|^(?:releasedFrom|receivedIn|exportedFrom)$/i.test(path)) return countryAnswers(facts, asOf)
  const ofRelease = facts.transaction === 'release' ? releaseAnswers(path, facts, asOf) : null
  if (ofRelease !== null) return ofRelease
  switch (path) {
    case 'organisations':
      return organisationAnswers(facts, asOf)
    case 'people':
      return personAnswers(facts, asOf)
    case 'accelerators':
      return acceleratorAnswers
    case 'site.nationalPolicy':
      return siteAnswers(facts, asOf, 'nationalPolicy')
    case 'site.licenceConditions':
      return siteAnswers(facts, asOf, 'licenceConditions')
    case 'screening':
      return [
        { answer: 'no open hit', value: 'clear' },
        { answer: 'an open hit', value: 'hold' },
        { answer: 'a confirmed listed party', value: 'confirmed-match' },
        { answer: 'a denied person', value: 'denied-person' },
      ]
    case 'endUse.purpose':
      return [
        { answer: 'civil research, education, government or commerce', value: 'civil-research' },
        { answer: 'defence', value: 'defence' },
      ]
    case 'endUse.rocketRangeKm': {
      const limit = valueOn(rocketRange, asOf)
      return [
        { answer: `less than ${limit} km`, value: limit - 1 },
        { answer: `${limit} km or more`, value: limit },
      ]
    }
    default:
      return yesNo
  }
}
