import { type CalendarDate, type Outcome, outcomes, type Question } from '@allmende/domain/terms'
import { candidatesFor } from './answers.ts'
import type { Facts } from './facts.ts'
import type { MissingFact } from './rule.ts'

type Outcomes = { readonly outcome: Outcome; readonly missing: readonly unknown[] }

const asks: readonly (readonly [RegExp, string])[] = [
  [/^organisations$/, 'Which organisations take part?'],
  [/^people$/, 'Which people take part?'],
  [/^accelerators$/, 'Which accelerators are used?'],
  [/^organisations\.\d+\.country$/, 'In which country is the organisation?'],
  [/^organisations\.\d+\.headquartersCountry$/, 'In which country is the organisation headquartered?'],
  [
    /^organisations\.\d+\.ultimateParentCountry$/,
    "In which country is the organisation's ultimate parent headquartered?",
  ],
  [/^people\.\d+\.locationCountry$/, 'In which country is the person while using the site?'],
  [/^people\.\d+\.residenceCountry$/, 'In which country does the person reside?'],
  [/^people\.\d+\.usPerson$/, 'Is the person a US citizen or permanent resident, or in the United States?'],
  [/^site\.country$/, 'In which country is the site?'],
  [/^site\.operator\.country$/, "In which country is the site's operator?"],
  [/^site\.operator\.headquartersCountry$/, "In which country is the site's operator headquartered?"],
  [/^site\.nationalPolicy$/, 'Does a national rule or the operator exclude any country from the site?'],
  [/^site\.licenceConditions$/, "Under which licence conditions was the site's hardware supplied?"],
  [/^destinationCountry$/, 'To which country does the hardware go?'],
  [/^approvedUaeEntities$/, 'Are the consignee and every end user named in 15 CFR 740 Supp. 8?'],
  [/^ukraineOccupiedRegion$/, 'Is a party in Crimea or another occupied region of Ukraine?'],
  [/^screening$/, 'What has screening of every party and its owners come to?'],
  [/^endUse\.purpose$/, 'What is the purpose of the use?'],
  [/^endUse\.militaryOrIntelligence$/, 'Is an end use or end user military, or of an intelligence service?'],
  [/^endUse\.wmd$/, 'Does the end use serve nuclear, chemical or biological weapons or missiles?'],
  [
    /^endUse\.trainsModelForD5Entity$/,
    'Is an AI model trained for or on behalf of a party headquartered in Group D:5 or Macau?',
  ],
  [/^endUse\.supercomputer$/, 'Does the hardware become part of a supercomputer?'],
  [/\.applicableDieAreaMm2$/, 'How large are the logic dies made on a non-planar process, together?'],
  [/\.nonplanar$/, 'Are the logic dies made on a non-planar (FinFET or later) process?'],
  [/\.datacenterMarketed$/, 'Is the accelerator designed or marketed for use in datacenters?'],
  [/\.ioGBps$/, 'What is the aggregate transfer rate to chips other than volatile memory?'],
  [/\.denseTopsByBits$/, 'What is the highest published dense throughput, bits × TOPS?'],
]

function askFor(path: string): string {
  return asks.find(([pattern]) => pattern.test(path))?.[1] ?? `What is ${path}?`
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

/** How much a question decides: answers that settle the case, then the spread of outcomes, then what falls away. */
function decisiveness(results: readonly Outcomes[], now: Outcome, missing: number): number {
  const settled = results.filter((result) => result.outcome !== now).length
  const spread = new Set(results.map((result) => result.outcome)).size
  const fewer = Math.max(0, ...results.map((result) => missing - result.missing.length))
  return settled * 10_000 + spread * 100 + fewer
}

/**
 * A question for each missing fact, most decisive first. What each answer would do is found by running the
 * rules again with a value that stands for it; facts still missing then keep their effect.
 */
export function questionsFor(
  facts: Facts,
  asOf: CalendarDate,
  missing: readonly MissingFact[],
  now: Outcome,
  evaluate: (facts: Facts) => Outcomes,
): readonly Question[] {
  const paths = [...new Set(missing.map((fact) => fact.path))]
  const weighed = paths.map((path) => {
    const tried = candidatesFor(path, facts, asOf).map(({ answer, value }) => ({
      answer,
      result: evaluate(withFact(facts, path, value)),
    }))
    const question: Question = {
      fact: path,
      ask: askFor(path),
      whyAsked: [...new Set(missing.filter((fact) => fact.path === path).map((fact) => fact.why))].join(' '),
      answers: tried.map(({ answer, result }) => ({ answer, outcome: result.outcome })),
    }
    const results = tried.map(({ result }) => result)
    return { question, weight: decisiveness(results, now, missing.length), strictest: strictestOf(results) }
  })
  return weighed
    .toSorted(
      (a, b) =>
        b.weight - a.weight || b.strictest - a.strictest || (a.question.fact < b.question.fact ? -1 : 1),
    )
    .map(({ question }) => question)
}

function strictestOf(results: readonly Outcomes[]): number {
  return Math.max(0, ...results.map((result) => outcomes.indexOf(result.outcome)))
}
