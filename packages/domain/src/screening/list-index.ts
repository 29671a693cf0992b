import { acronymsOf } from './acronyms.ts'
import { readingsOf } from './asian.ts'
import type { ListEntry, ListName } from './entry.ts'
import { readIdentifier } from './identifiers.ts'
import { lettersOf, NamesByLetters } from './letters.ts'
import { isCharacters, isTelling, joinParts, partsOf, type Part } from './parts.ts'
import { GrowingLists, GrowingPostings, type Lists, type Postings } from './postings.ts'
import { makeWork, type Work } from './work.ts'

export type IndexedName = {
  readonly entry: number
  readonly name: ListName
  /** The text that was read: a name may hold others in brackets. */
  readonly text: string
  readonly parts: readonly Part[]
  readonly weight: number
}

export type ListIndex = {
  readonly entries: readonly ListEntry[]
  readonly names: readonly IndexedName[]
  /** What of a name leads to it: a word, or neighbouring words read as one. Its place is its number. */
  readonly terms: readonly Part[]
  /** The names that have each of them. */
  readonly namesByTerm: Lists
  /** Latin words as they are written. */
  readonly byText: Postings
  /** Words by their consonants, and by their consonants less one. */
  readonly bySkeleton: Postings
  readonly byShorter: Postings
  /** Words in scripts that are no alphabet, of entries that are listed in Latin too: a Latin word need not try them. */
  readonly native: Postings
  /** Neighbouring words read as one, by their consonants. */
  readonly byJoined: Postings
  /** Words that many names have, by what they mean in any language. */
  readonly byMeaning: Postings
  /** Names by all their words in order of the alphabet. */
  readonly byKey: Postings
  /** Names of organisations and vessels by their first letters. */
  readonly byAcronym: Postings
  readonly byLetters: NamesByLetters
  readonly byIdentifier: Postings
  /** Entries of which no name can be compared: an officer must read these lists by hand. */
  readonly unreadable: number
  readonly work: Work
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
 * Han that may be Korean or Japanese is read so too.
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
  readonly all: Part[] = []
  readonly names = new GrowingLists()
  readonly byText = new GrowingPostings()
  readonly bySkeleton = new GrowingPostings()
  readonly byShorter = new GrowingPostings()
  readonly native = new GrowingPostings()
  readonly byJoined = new GrowingPostings()
  readonly byMeaning = new GrowingPostings()
  readonly #single = new Map<Part, number>()
  readonly #native = new Map<Part, number>()
  readonly #joined = new Map<Part, number>()

  /** Notes that a name has a word; the place of a word that is new, -1 for one that is known. */
  #note(known: Map<Part, number>, part: Part, name: number): number {
    const place = known.get(part) ?? this.all.length
    this.names.add(place, name)
    if (place < this.all.length) return -1
    known.set(part, place)
    return this.all.push(part) - 1
  }

  add(part: Part, name: number): void {
    const at = this.#note(this.#single, part, name)
    if (at < 0) return
    this.#noteMeaning(part, at)
    if (!isCharacters(part)) this.byText.add(part.text, at)
    for (const skeleton of part.skeletons) {
      this.bySkeleton.add(skeleton, at)
      if (part.abjad === '') for (const less of shorter(skeleton, 3)) this.byShorter.add(less, at)
    }
  }

  /** Kept apart from words of the same letters that Latin words must try. */
  addNative(part: Part, name: number): void {
    const at = this.#note(this.#native, part, name)
    if (at < 0) return
    this.#noteMeaning(part, at)
    for (const skeleton of part.skeletons) this.native.add(skeleton, at)
  }

  #noteMeaning(part: Part, at: number): void {
    if (part.kind === 'common' && part.family !== null) this.byMeaning.add(part.family, at)
  }

  addJoined(parts: readonly Part[], name: number): void {
    const part = joinParts(parts)
    const at = this.#note(this.#joined, part, name)
    if (at >= 0) for (const skeleton of part.skeletons) this.byJoined.add(skeleton, at)
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
  const [byKey, byAcronym, byIdentifier] = [
    new GrowingPostings(),
    new GrowingPostings(),
    new GrowingPostings(),
  ]
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
        byKey.add(keyOf(parts), position)
        if (entry.kind !== 'person') for (const acronym of acronymsOf(parts)) byAcronym.add(acronym, position)
        const letters = lettersOf(parts)
        if (letters) byLetters.add(letters, position)
        addTerms(terms, parts, position, inLatin)
      }
    if (names.length === before) unreadable += 1
    for (const identifier of entry.identifiers)
      for (const value of readIdentifier(identifier).values) byIdentifier.add(value, at)
  }
  const lists = {
    byText: terms.byText.finish(),
    bySkeleton: terms.bySkeleton.finish(),
    byShorter: terms.byShorter.finish(),
    native: terms.native.finish(),
    byJoined: terms.byJoined.finish(),
    byMeaning: terms.byMeaning.finish(),
  }
  return {
    ...lists,
    entries: all,
    names,
    terms: terms.all,
    namesByTerm: terms.names.finish(),
    byKey: byKey.finish(),
    byAcronym: byAcronym.finish(),
    byLetters,
    byIdentifier: byIdentifier.finish(),
    unreadable,
    work: makeWork(terms.all, names, Object.values(lists)),
  }
}
