import { readingsOf } from './asian.ts'
import { candidatesFor } from './candidates.ts'
import { compareNames, scoreNames, type Memo } from './compare-names.ts'
import type { Factor, Hit, ListEntry, ListName, ScreeningQuery } from './entry.ts'
import {
  identifierFactors,
  nameFactors,
  otherFactors,
  otherWeights,
  readQuery,
  weakAliasFactor,
  type ReadQuery,
} from './factors.ts'
import { readIdentifier } from './identifiers.ts'
import { readNames, type ListIndex } from './list-index.ts'
import { isTelling, partsMax, partsOf, type Part } from './parts.ts'
import { listOf } from './postings.ts'
import { nameCharactersMax } from './problems.ts'

/** Changes whenever the same input could give another answer. */
export const engineVersion = 'names-5'
export const hitsMax = 20
export const shownFrom = 0.5
/** Where a hit becomes a match if nothing else is said: read off the curve on the labelled data, see bench/README.md. */
export const defaultThreshold = 0.76

/** Whether names of the two may be shortened to first letters: those of people are not. */
const mayBeAcronym = (query: ScreeningQuery, entry: Pick<ListEntry, 'kind'> | undefined) =>
  query.kind !== 'person' && entry !== undefined && entry.kind !== 'person'

/** The name of an entry that is nearest to one of the names that were asked, and what is compared to say why. */
type Best = {
  readonly asked: readonly Part[]
  readonly listed: readonly Part[]
  readonly name: ListName
  readonly byName: number
}

const round = (value: number) => Math.round(value * 1000) / 1000
const clamp = (value: number) => Math.max(0, Math.min(1, value))

/** The names that are asked for, each also as Koreans and as Japanese read it, where it may be one of theirs in Han. */
const namesAsked = ({ name, aliases }: ScreeningQuery): string[] => [name, ...aliases].flatMap(readingsOf)

function bestByEntry(index: ListIndex, query: ScreeningQuery): Map<number, Best> {
  const best = new Map<number, Best>()
  const memo: Memo = new Map()
  for (const text of namesAsked(query)) {
    const parts = partsOf(text.slice(0, nameCharactersMax)).slice(0, partsMax)
    if (!parts.some(isTelling) && !parts.some((part) => part.kind === 'initial')) continue
    for (const position of candidatesFor(index, parts)) {
      const listed = index.names[position]
      if (!listed) continue
      const score = scoreNames(parts, listed.parts, memo, mayBeAcronym(query, index.entries[listed.entry]))
      const byName = score * (listed.name.kind === 'weak' ? weakAliasFactor : 1)
      if (byName < shownFrom - 0.1) continue
      const known = best.get(listed.entry)
      if (!known || byName > known.byName)
        best.set(listed.entry, { asked: parts, listed: listed.parts, name: listed.name, byName })
    }
  }
  return best
}

function hitOf(asked: ReadQuery, entry: ListEntry, best: Best | null, score: number, threshold: number): Hit {
  const acronyms = mayBeAcronym(asked.query, entry)
  const names: Factor[] = best ? nameFactors(compareNames(best.asked, best.listed, acronyms), best.name) : []
  return {
    entry,
    score,
    match: score >= threshold,
    factors: [...identifierFactors(asked, entry), ...names, ...otherFactors(asked, entry)],
  }
}

/**
 * Screens one party against the lists: everything at or above 0.5, the best first, `most` at most; `match` from the
 * threshold on. The same input always gives the same answer. A name that is too long is cut by the caller's refusal:
 * see `problemsOf`.
 */
export function screen(
  index: ListIndex,
  query: ScreeningQuery,
  threshold: number = defaultThreshold,
  most: number = hitsMax,
): Hit[] {
  const asked = readQuery(query)
  const best = bestByEntry(index, query)
  const found: { at: number; entry: ListEntry; best: Best | null; score: number }[] = []
  const exact = new Set<number>()
  for (const identifier of query.identifiers)
    for (const value of readIdentifier(identifier).values)
      for (const at of listOf(index.byIdentifier, value)) exact.add(at)
  for (const at of exact) {
    const entry = index.entries[at]
    // An exact identifier stands whatever the name.
    if (entry && identifierFactors(asked, entry).length > 0)
      found.push({ at, entry, best: best.get(at) ?? null, score: 1 })
  }
  const byIdentifier = new Set(found.map(({ at }) => at))
  for (const [at, one] of best) {
    const entry = index.entries[at]
    if (!entry || byIdentifier.has(at)) continue
    const score = round(clamp(one.byName + otherWeights(asked, entry).sum))
    if (score >= shownFrom) found.push({ at, entry, best: one, score })
  }
  return found
    .toSorted((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, most)
    .map(({ entry, best: one, score }) => hitOf(asked, entry, one, score, threshold))
}

/** Two parties compared without a list: the pair's score and its factors. */
export function screenPair(
  query: ScreeningQuery,
  entry: ListEntry,
  threshold: number = defaultThreshold,
): Hit {
  const asked = readQuery(query)
  let best: Best | null = null
  for (const text of namesAsked(query))
    for (const name of entry.names)
      for (const one of readNames(name.text)) {
        const [own, listed] = [partsOf(text.slice(0, nameCharactersMax)), partsOf(one)]
        const acronyms = mayBeAcronym(query, entry)
        const byName =
          scoreNames(own, listed, new Map(), acronyms) * (name.kind === 'weak' ? weakAliasFactor : 1)
        if (!best || byName > best.byName) best = { asked: own, listed, name, byName }
      }
  const identified = identifierFactors(asked, entry).length > 0
  const score = identified ? 1 : round(clamp((best?.byName ?? 0) + otherWeights(asked, entry).sum))
  return hitOf(asked, entry, best, score, threshold)
}
