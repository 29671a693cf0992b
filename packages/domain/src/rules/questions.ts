import type { CalendarDate, Outcome, Question } from '@allmende/domain/terms'
import { candidatesFor } from './answers.ts'
import type { Facts } from './facts.ts'
import { type MissingFact, rank } from './rule.ts'

type Outcomes = {
  readonly outcome: Outcome
  /** The strictest outcome that depends on no missing fact. */
  readonly settled: Outcome
  readonly missing: readonly unknown[]
}

/** Questions in English, by the fact they ask for: its path without positions, or the last name of it. */
export const asks: Readonly<Record<string, string>> = {
  organisations: 'Which organisations take part?',
  people: 'Which people take part?',
  accelerators: 'Which accelerators are used?',
  'organisations.country': 'In which country is the organisation?',
  'organisations.headquartersCountry': 'In which country is the organisation headquartered?',
  'organisations.ultimateParentCountry':
    "In which country is the organisation's ultimate parent headquartered?",
  'people.locationCountry': 'In which country is the person while using the site?',
  'people.residenceCountry': 'In which country does the person reside?',
  'people.usPerson': 'Is the person a US citizen or permanent resident, or in the United States?',
  'site.country': 'In which country is the site?',
  'site.operator.country': "In which country is the site's operator?",
  'site.operator.headquartersCountry': "In which country is the site's operator headquartered?",
  'site.nationalPolicy': 'Does a national rule or the operator exclude any country from the site?',
  'site.licenceConditions': "Under which licence conditions was the site's hardware supplied?",
  destinationCountry: 'To which country does the hardware go?',
  exportedFrom: 'From which country does the hardware leave?',
  approvedUaeEntities: 'Are the consignee and every end user named in 15 CFR 740 Supp. 8?',
  what: 'What is released: technology, source code, object code or model weights?',
  eccn: 'Which entry of the Commerce Control List describes it, or is it EAR99?',
  published: 'Is it published, or from fundamental research that is ordinarily published?',
  subjectToEar:
    'Is it of US origin, or made with US content or as a direct product so that the EAR reach it?',
  releasedFor: 'Which commodity is it for: of 3A090 or 4A090, of a .z paragraph, or another?',
  releasedFrom: 'In which country is whoever gives it?',
  receivedIn: 'In which country is it received?',
  trainingFlop: 'How many operations were spent on training the model?',
  'people.latestStatusCountry':
    'Of which country is the most recent citizenship or permanent residency of the person?',
  ukraineOccupiedRegion: 'Is a party in Crimea or another occupied region of Ukraine?',
  screening: 'What has screening of every party and its owners come to?',
  'endUse.purpose': 'What is the purpose of the use?',
  'endUse.militaryOrIntelligence': 'Is an end use or end user military, or of an intelligence service?',
  'endUse.wmd': 'Does the end use serve nuclear, chemical or biological weapons or missiles?',
  'endUse.trainsModelForD5Entity':
    'Is an AI model trained for or on behalf of a party headquartered in Group D:5 or Macau?',
  'endUse.rocketsOrUnmannedAircraft':
    'Does the end use serve rocket systems or unmanned aircraft, civil ones included?',
  'endUse.rocketRangeKm': 'How far do the rocket systems or unmanned aircraft reach, in km?',
  'endUse.supercomputer': 'Does the hardware become part of a supercomputer?',
  'hbm.bandwidthGBps': 'What is the bandwidth of the memory stack or package, in GB/s?',
  'hbm.areaMm2': 'What is the area of the memory stack or package, in mm²?',
  'hbm.coPackagedForProcessing':
    'Is the memory in one package with logic whose dominant function is processing?',
  applicableDieAreaMm2: 'How large are the logic dies made on a non-planar process, together?',
  nonplanar: 'Are the logic dies made on a non-planar (FinFET or later) process?',
  datacenterMarketed: 'Is the accelerator designed or marketed for use in datacenters?',
  ioGBps: 'What is the aggregate transfer rate to chips other than volatile memory?',
  denseTopsByBits: 'What is the highest published dense throughput, bits × TOPS?',
}

function askFor(path: string): string {
  const names = path.split('.').filter((name) => !/^\d+$/.test(name))
  const key = [names.join('.'), names.at(-1) ?? ''].find((known) => Object.hasOwn(asks, known))
  return asks[key ?? ''] ?? `What is ${path}?`
}

/** The facts with the value at a path replaced; what is not on the path is shared. */
export function withFact(facts: Facts, path: string, value: unknown): Facts {
  const set = (node: unknown, keys: readonly string[]): unknown => {
    const [key, ...rest] = keys
    if (key === undefined) return value
    if (Array.isArray(node))
      return node.map((item, index) => (String(index) === key ? set(item, rest) : item))
    const record = node as Record<string, unknown>
    return { ...record, [key]: set(record[key], rest) }
  }
  return set(facts, path.split('.')) as Facts
}

type Tried = { readonly answer: string; readonly value: unknown; readonly result: Outcomes }

/** The answer that binds least: what it settles first, then the outcome, then how few facts stay open. */
function laxest(tried: readonly Tried[]): Tried | undefined {
  return tried.toSorted(
    ({ result: a }, { result: b }) =>
      rank[a.settled] - rank[b.settled] ||
      rank[a.outcome] - rank[b.outcome] ||
      a.missing.length - b.missing.length,
  )[0]
}

/** How much a question decides: answers that settle the case, then the spread of outcomes, then what falls away. */
function decisiveness(results: readonly Outcomes[], now: Outcome, missing: number): number {
  const settled = results.filter((result) => result.outcome !== now).length
  const spread = new Set(results.map((result) => result.outcome)).size
  const fewer = Math.max(0, ...results.map((result) => missing - result.missing.length))
  return settled * 10_000 + spread * 100 + fewer
}

function questionOf(path: string, missing: readonly MissingFact[], tried: readonly Tried[]): Question {
  return {
    fact: path,
    ask: askFor(path),
    whyAsked: [...new Set(missing.filter((fact) => fact.path === path).map((fact) => fact.why))].join(' '),
    answers: tried.map(({ answer, result }) => ({ answer, outcome: result.outcome })),
  }
}

type Asked = {
  readonly path: string
  readonly tried: readonly Tried[]
  readonly best: unknown
}

/** As many combinations of answers are gone through; where there are more, every open fact is asked. */
const combinationsMax = 1024

/** Every combination of answers to these facts. */
function* combinations(facts: Facts, open: readonly Asked[]): Generator<Facts> {
  const [first, ...rest] = open
  if (first === undefined) yield facts
  else for (const { value } of first.tried) yield* combinations(withFact(facts, first.path, value), rest)
}

/**
 * Whether a fact can change the outcome: by itself as things stand, once every other open fact has its laxest
 * answer, or with any combination of answers to the others.
 */
function decides(
  facts: Facts,
  fact: Asked,
  asked: readonly Asked[],
  now: Outcome,
  outcomeOf: (facts: Facts) => Outcome,
): boolean {
  const { path, tried } = fact
  if (tried.length === 0 || tried.some(({ result }) => result.outcome !== now)) return true
  const varies = (others: Facts) =>
    new Set(tried.map(({ value }) => outcomeOf(withFact(others, path, value)))).size > 1
  const open = asked.filter((one) => one !== fact && one.tried.length > 0)
  if (varies(open.reduce((known, one) => withFact(known, one.path, one.best), facts))) return true
  if (open.reduce((product, one) => product * one.tried.length, tried.length) > combinationsMax) return true
  for (const others of combinations(facts, open)) if (varies(others)) return true
  return false
}

/**
 * The questions whose answers could change the outcome, most decisive first. What each answer would do is found by
 * running the rules again with a value that stands for it; facts still missing then keep their effect.
 */
export function questionsFor(
  facts: Facts,
  asOf: CalendarDate,
  missing: readonly MissingFact[],
  now: Outcome,
  evaluate: (facts: Facts) => Outcomes,
): readonly Question[] {
  const asked = [...new Set(missing.map((fact) => fact.path))].map((path): Asked => {
    const tried = candidatesFor(path, facts, asOf).map(({ answer, value }): Tried => ({
      answer,
      value,
      result: evaluate(withFact(facts, path, value)),
    }))
    return { path, tried, best: laxest(tried)?.value }
  })
  const outcomeOf = (of: Facts) => evaluate(of).outcome
  return asked
    .filter((fact) => decides(facts, fact, asked, now, outcomeOf))
    .map(({ path, tried }) => {
      const results = tried.map(({ result }) => result)
      return {
        question: questionOf(path, missing, tried),
        weight: decisiveness(results, now, missing.length),
        strictest: Math.max(0, ...results.map((result) => rank[result.outcome])),
      }
    })
    .toSorted(
      (a, b) =>
        b.weight - a.weight || b.strictest - a.strictest || (a.question.fact < b.question.fact ? -1 : 1),
    )
    .map(({ question }) => question)
}
