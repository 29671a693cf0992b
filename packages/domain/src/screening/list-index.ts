import { readingsOf } from './asian.ts'
import type { ListEntry, ListName } from './entry.ts'
import { readIdentifier } from './identifiers.ts'
import { lettersOf, NamesByLetters } from './letters.ts'
import { isCharacters, isTelling, joinParts, partsOf, type Part } from './parts.ts'

export type IndexedName = {
  readonly entry: number
  readonly name: ListName
  /** The text that was read: a name may hold others in brackets. */
  readonly text: string
  readonly parts: readonly Part[]
  readonly weight: number
}

/** What of a name leads to it: a word, or neighbouring words read as one. Its place is its number. */
export type Term = { readonly part: Part; readonly names: number[] }

export type ListIndex = {
  readonly entries: readonly ListEntry[]
  readonly names: readonly IndexedName[]
  readonly terms: readonly Term[]
  /** Latin words as they are written. */
  readonly byText: ReadonlyMap<string, readonly number[]>
  /** Words by their consonants, and by their consonants less one. */
  readonly bySkeleton: ReadonlyMap<string, readonly number[]>
  readonly byShorter: ReadonlyMap<string, readonly number[]>
  /** Words in scripts that are no alphabet, of entries that are listed in Latin too: a Latin word need not try them. */
  readonly native: ReadonlyMap<string, readonly number[]>
  /** Neighbouring words read as one, by their consonants. */
  readonly byJoined: ReadonlyMap<string, readonly number[]>
  /** Names by all their words in order of the alphabet. */
  readonly byKey: ReadonlyMap<string, readonly number[]>
  readonly byLetters: NamesByLetters
  readonly byIdentifier: ReadonlyMap<string, readonly number[]>
  /** Entries of which no name can be compared: an officer must read these lists by hand. */
  readonly unreadable: number
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (list.at(-1) !== value) list.push(value)
}

/** The words of a name that tell who it is, sorted: equal for names that differ in order and legal form only. */
export const keyOf = (parts: readonly Part[]): string =>
  parts
    .filter(isTelling)
    .map((part) => part.text)
    .toSorted()
    .join(' ')

const bracketed = /[([]([^)\]]{3,})[)\]]/g

/** Whether two pieces have a word in common: then they are two spellings, and not a surname and what is before it. */
function shareWord(pieces: readonly string[]): boolean {
  const [first = [], second = []] = pieces.map((piece) => piece.toLowerCase().split(/\s+/))
  return first.some((word) => second.includes(word))
}

/**
 * The names that a text of a list holds: what stands in brackets or after a slash is read as another one, and a name in
 * Han that may be Korean is read so too.
 */
export function readNames(text: string): string[] {
  const inner = [...text.matchAll(bracketed)]
    .map((match) => match[1] ?? '')
    .filter((one) => /\S\s+\S/.test(one))
  // One word in brackets is a place or a short form, and belongs to the name.
  const outer = inner.length === 0 ? text : text.replace(bracketed, ' ')
  const pieces = [outer, ...inner].flatMap((piece) => {
    const parts = piece.split(/\s*[/;]\s+|\s+\/\s*/)
    const commas = piece.split(/,\s+/)
    const several =
      commas.length >= 2 &&
      commas.every((one) => one.trim().split(/\s+/).length >= 2) &&
      (commas.length >= 3 || shareWord(commas))
    return several ? [...parts, ...commas] : parts
  })
  const read = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
  return [...new Set(read.flatMap(readingsOf))]
}

/** Every way to leave out one consonant, where enough stay. */
export function shorter(skeleton: string, least: number): string[] {
  if (skeleton.length < least) return []
  return [...new Set(Array.from(skeleton, (_, at) => skeleton.slice(0, at) + skeleton.slice(at + 1)))]
}

class Terms {
  readonly all: Term[] = []
  readonly byText = new Map<string, number[]>()
  readonly bySkeleton = new Map<string, number[]>()
  readonly byShorter = new Map<string, number[]>()
  readonly native = new Map<string, number[]>()
  readonly byJoined = new Map<string, number[]>()
  readonly #single = new Map<Part, Term>()
  readonly #native = new Map<Part, Term>()
  readonly #joined = new Map<Part, Term>()

  /** Notes that a name has a word; the place of a word that is new, -1 for one that is known. */
  #note(known: Map<Part, Term>, part: Part, name: number): number {
    const term = known.get(part)
    if (!term) {
      const made = { part, names: [name] }
      known.set(part, made)
      return this.all.push(made) - 1
    }
    if (term.names.at(-1) !== name) term.names.push(name)
    return -1
  }

  add(part: Part, name: number): void {
    const at = this.#note(this.#single, part, name)
    if (at < 0) return
    if (!isCharacters(part)) put(this.byText, part.text, at)
    for (const skeleton of part.skeletons) {
      put(this.bySkeleton, skeleton, at)
      if (part.abjad === '') for (const less of shorter(skeleton, 3)) put(this.byShorter, less, at)
    }
  }

  /** Kept apart from words of the same letters that Latin words must try. */
  addNative(part: Part, name: number): void {
    const at = this.#note(this.#native, part, name)
    if (at >= 0) for (const skeleton of part.skeletons) put(this.native, skeleton, at)
  }

  addJoined(parts: readonly Part[], name: number): void {
    const part = joinParts(parts)
    const at = this.#note(this.#joined, part, name)
    if (at >= 0) for (const skeleton of part.skeletons) put(this.byJoined, skeleton, at)
  }
}

const native = /[\u0590-\u06FF\u0750-\u077F\uAC00-\uD7A3\u3400-\u9FFF\uFB1D-\uFEFC]/
const isNative = (text: string) => native.test(text)

/** Nobody runs longer words together. */
const joinedLettersMax = 22

function addTerms(terms: Terms, parts: readonly Part[], name: number, inLatin: boolean): void {
  for (const [i, part] of parts.entries()) {
    if (!isTelling(part)) continue
    if (inLatin && isCharacters(part)) {
      terms.addNative(part, name)
      continue
    }
    terms.add(part, name)
    const [next, third] = [parts[i + 1], parts[i + 2]]
    if (next && next.kind !== 'form' && part.text.length + next.text.length <= joinedLettersMax)
      terms.addJoined([part, next], name)
    if (next && third && part.text.length + next.text.length <= 6) terms.addJoined([part, next, third], name)
  }
}

/** Prepares lists for screening. Entries without a name that can be compared stay reachable by identifier. */
export function buildIndex(entries: Iterable<ListEntry>): ListIndex {
  const all: ListEntry[] = []
  const names: IndexedName[] = []
  const terms = new Terms()
  const [byKey, byIdentifier] = [new Map<string, number[]>(), new Map<string, number[]>()]
  const byLetters = new NamesByLetters()
  let unreadable = 0
  for (const entry of entries) {
    const at = all.push(entry) - 1
    const before = names.length
    const inLatin = entry.names.some((name) => !isNative(name.text))
    for (const name of entry.names)
      for (const text of readNames(name.text)) {
        const parts = partsOf(text)
        if (!parts.some((part) => part.kind !== 'particle')) continue
        const weight = parts.reduce((sum, part) => sum + part.weight, 0)
        const position = names.push({ entry: at, name, text, parts, weight }) - 1
        put(byKey, keyOf(parts), position)
        const letters = lettersOf(parts)
        if (letters) byLetters.add(letters, position)
        addTerms(terms, parts, position, inLatin)
      }
    if (names.length === before) unreadable += 1
    for (const identifier of entry.identifiers)
      for (const value of readIdentifier(identifier).values) put(byIdentifier, value, at)
  }
  const { byText, bySkeleton, byShorter, native: nativeTerms, byJoined } = terms
  return {
    byText,
    entries: all,
    names,
    terms: terms.all,
    native: nativeTerms,
    bySkeleton,
    byShorter,
    byJoined,
    byKey,
    byLetters,
    byIdentifier,
    unreadable,
  }
}
