import { compareNames } from './compare-names.ts'
import type { Factor, Hit, ListEntry, ListName, ScreeningQuery } from './entry.ts'
import { normaliseName, tokensOf, type Token } from './normalise.ts'
import { trigramsOf } from './similarity.ts'

/** Changes whenever the same input could give another answer. */
export const engineVersion = 'names-1'
export const nameCharactersMax = 1000
const hitsMax = 20
const shownFrom = 0.5
const candidatesMax = 400

type IndexedName = {
  readonly entry: number
  readonly name: ListName
  readonly tokens: readonly Token[]
  readonly key: string
}

export type ScreeningIndex = {
  readonly entries: readonly ListEntry[]
  readonly names: readonly IndexedName[]
  readonly byKey: ReadonlyMap<string, readonly number[]>
  readonly byTrigram: ReadonlyMap<string, readonly number[]>
  readonly byIdentifier: ReadonlyMap<string, readonly number[]>
}

/** The words of a name, sorted: equal for names that differ in order only. */
const keyOf = (tokens: readonly Token[]) =>
  tokens
    .map((t) => t.text)
    .toSorted()
    .join(' ')

function identifierOf(text: string): { kind: string | null; value: string } {
  const at = text.indexOf(':')
  const [kind, value] = at > 0 ? [text.slice(0, at).toLowerCase().trim(), text.slice(at + 1)] : [null, text]
  return { kind, value: value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') }
}

function put(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (list.at(-1) !== value) list.push(value)
}

/** Prepares lists for screening. Entries without a name that can be compared stay reachable by identifier. */
export function buildIndex(entries: Iterable<ListEntry>): ScreeningIndex {
  const all = [...entries]
  const names: IndexedName[] = []
  const [byKey, byTrigram, byIdentifier] = [
    new Map<string, number[]>(),
    new Map<string, number[]>(),
    new Map<string, number[]>(),
  ]
  for (const [at, entry] of all.entries()) {
    for (const name of entry.names) {
      const tokens = tokensOf(normaliseName(name.text))
      if (tokens.length === 0) continue
      const position = names.push({ entry: at, name, tokens, key: keyOf(tokens) }) - 1
      put(byKey, keyOf(tokens), position)
      for (const token of tokens)
        if (!token.thin) for (const trigram of trigramsOf(token.text)) put(byTrigram, trigram, position)
    }
    for (const identifier of entry.identifiers) {
      const { value } = identifierOf(identifier)
      if (value.length >= 4) put(byIdentifier, value, at)
    }
  }
  return { entries: all, names, byKey, byTrigram, byIdentifier }
}

/** Names worth comparing: those equal but for order, and those that share most three-letter parts. */
function candidates(index: ScreeningIndex, tokens: readonly Token[]): number[] {
  const found = new Set(index.byKey.get(keyOf(tokens)) ?? [])
  const shared = new Map<number, number>()
  const trigrams = new Set(tokens.filter((t) => !t.thin).flatMap((t) => trigramsOf(t.text)))
  for (const trigram of trigrams)
    for (const position of index.byTrigram.get(trigram) ?? [])
      shared.set(position, (shared.get(position) ?? 0) + 1)
  const least = Math.max(2, Math.floor(trigrams.size * 0.25))
  const ranked = [...shared]
    .filter(([, count]) => count >= least)
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, candidatesMax)
  for (const [position] of ranked) found.add(position)
  return [...found]
}

function identifierFactors(query: ScreeningQuery, entry: ListEntry): Factor[] {
  const own = entry.identifiers.map((text) => ({ text, ...identifierOf(text) }))
  return query.identifiers.flatMap((text) => {
    const asked = identifierOf(text)
    const met = own.find(
      (o) =>
        o.value === asked.value &&
        asked.value.length >= 4 &&
        (asked.kind === null || o.kind === null || asked.kind === o.kind),
    )
    return met
      ? [
          {
            channel: 'identifier' as const,
            side: 'for' as const,
            what: 'The same identifier',
            queryPart: text,
            entryPart: met.text,
            weight: 1,
          },
        ]
      : []
  })
}

/** A birth date against those of an entry: another year speaks against, unless some stated date agrees. */
function birthFactor(query: ScreeningQuery, entry: ListEntry): Factor[] {
  const asked = query.birthDate
  if (!asked || entry.birthDates.length === 0) return []
  const entryPart = entry.birthDates.join(', ')
  const agrees = entry.birthDates.some((date) => date.startsWith(asked) || asked.startsWith(date))
  const common = { channel: 'birth-date' as const, queryPart: asked, entryPart }
  if (agrees) return [{ ...common, side: 'for', what: 'The birth date agrees', weight: 0.05 }]
  if (entry.birthDates.some((date) => date.slice(0, 4) === asked.slice(0, 4)))
    return [{ ...common, side: 'against', what: 'The birth year agrees, the day does not', weight: -0.03 }]
  return [{ ...common, side: 'against', what: 'Another birth year', weight: -0.2 }]
}

function otherFactors(query: ScreeningQuery, entry: ListEntry): Factor[] {
  const factors = birthFactor(query, entry)
  if (query.countries.length > 0 && entry.countries.length > 0) {
    const common = {
      channel: 'country' as const,
      queryPart: query.countries.join(', '),
      entryPart: entry.countries.join(', '),
    }
    factors.push(
      entry.countries.some((c) => query.countries.includes(c))
        ? { ...common, side: 'for', what: 'A country in common', weight: 0.02 }
        : { ...common, side: 'against', what: 'No country in common', weight: -0.05 },
    )
  }
  if (query.kind !== null && query.kind !== entry.kind)
    factors.push({
      channel: 'kind',
      side: 'against',
      what: 'Not the same kind of party',
      queryPart: query.kind,
      entryPart: entry.kind,
      weight: -0.15,
    })
  return factors
}

/** Words that agree and words that are near each other: "The same: alliance, eg. Near: kairo ~ cairo (0.93)". */
function describePairs(pairs: readonly (readonly [string, string, number])[]): string {
  const same = pairs.filter(([a, b]) => a === b).map(([a]) => a)
  const near = pairs.filter(([a, b]) => a !== b).map(([a, b, value]) => `${a} ~ ${b} (${value.toFixed(2)})`)
  return [
    ...(same.length > 0 ? [`The same: ${same.join(', ')}`] : []),
    ...(near.length > 0 ? [`Near: ${near.join(', ')}`] : []),
  ].join('. ')
}

function nameFactor(queryName: string, tokens: readonly Token[], name: IndexedName): Factor | null {
  const same = name.key === keyOf(tokens)
  const compared = compareNames(tokens, name.tokens)
  const weak = name.name.kind === 'weak' ? 0.85 : 1
  const weight = Math.round(compared.score * weak * 1000) / 1000
  if (weight <= 0) return null
  const how = same ? 'The same words' : describePairs(compared.pairs)
  return {
    channel: 'name',
    side: 'for',
    what: `${name.name.kind === 'weak' ? 'A weak alias. ' : ''}${how}`,
    queryPart: queryName,
    entryPart: name.name.text,
    weight,
  }
}

function hitOf(query: ScreeningQuery, entry: ListEntry, name: Factor | null, threshold: number): Hit {
  const identifiers = identifierFactors(query, entry)
  const others = otherFactors(query, entry)
  const byName = name
    ? Math.max(0, Math.min(1, name.weight + others.reduce((sum, f) => sum + f.weight, 0)))
    : 0
  // An exact identifier stands whatever the name.
  const score = Math.round((identifiers.length > 0 ? 1 : byName) * 1000) / 1000
  return {
    entry,
    score,
    match: score >= threshold,
    factors: [...identifiers, ...(name ? [name] : []), ...others],
  }
}

/**
 * Screens one party against the lists: everything at or above 0.5, the best first, 20 at most; `match` from the
 * threshold on. The same input always gives the same answer. A name that is too long is cut by the caller's refusal:
 * see `problemOf`.
 */
export function screen(index: ScreeningIndex, query: ScreeningQuery, threshold: number): Hit[] {
  const best = new Map<number, Factor | null>()
  for (const identifier of query.identifiers)
    for (const at of index.byIdentifier.get(identifierOf(identifier).value) ?? []) best.set(at, null)
  for (const text of [query.name, ...query.aliases]) {
    const tokens = tokensOf(normaliseName(text.slice(0, nameCharactersMax)))
    if (tokens.length === 0) continue
    for (const position of candidates(index, tokens)) {
      const name = index.names[position]
      const factor = name ? nameFactor(text, tokens, name) : null
      if (!name || !factor) continue
      const known = best.get(name.entry)
      if (known === undefined || known === null || factor.weight > known.weight) best.set(name.entry, factor)
    }
  }
  const hits = [...best].flatMap(([at, factor]) => {
    const entry = index.entries[at]
    return entry ? [hitOf(query, entry, factor, threshold)] : []
  })
  return hits
    .filter((hit) => hit.score >= shownFrom)
    .toSorted((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, hitsMax)
}

/** Why a name cannot be screened; null where it can. "Cannot be screened" is never "no hit". */
export function problemOf(name: string): string | null {
  if (name.length > nameCharactersMax)
    return `The name has ${name.length} characters; at most ${nameCharactersMax} can be screened.`
  const tokens = tokensOf(normaliseName(name))
  if (tokens.length === 0) return 'The name has no letter or digit that could be compared.'
  return null
}
