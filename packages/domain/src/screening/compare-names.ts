import { acronymAt, acronymsOf, acronymValue } from './acronyms.ts'
import {
  alike,
  areInitials,
  elsewhere,
  endsElsewhere,
  joinedLikeness,
  joinedSyllables,
  compareParts,
  mayJoin,
  tooFar,
  worthOf,
  type Likeness,
  type PartRule,
} from './compare-parts.ts'
import { isCharacters, isTelling, joinParts, partsMax, type Part } from './parts.ts'

/** Words of one name that met words of the other, and why. */
export type MetParts = {
  readonly query: readonly Part[]
  readonly entry: readonly Part[]
  readonly likeness: Likeness
  readonly weight: number
}

export type NameMatch = {
  readonly score: number
  readonly met: readonly MetParts[]
  readonly missedQuery: readonly Part[]
  readonly missedEntry: readonly Part[]
  /** What one unit of weight is worth in the score. */
  readonly worth: number
  /** What words that contradict one another took from the score. */
  readonly conflict: number
}

/** How much words that only one name has take away: little, since names are often left out. */
const missedLong = 0.34
const missedInitial = 0.26
/** How much words take away where each name has one that the other lacks. */
const conflictCost = 0.42
/** What it takes where the child in one name is the father in the other. */
const fatherCost = 0.4
/** Less weight than this in common is no evidence by itself. */
const leastMet = 0.62

const initialsValue = 0.84

/** What a father's name takes where the other name does without: most texts leave it out. */
const fatherLeftOut = 0.4

type Candidate = {
  readonly i: number
  readonly j: number
  readonly n: number
  readonly m: number
  readonly likeness: Likeness
  readonly gain: number
}

export type Memo = Map<Part, Map<Part, Likeness>>

/** What a word was found to be beside others. */
function memoOf(a: Part, memo: Memo): Map<Part, Likeness> {
  let known = memo.get(a)
  if (!known) memo.set(a, (known = new Map<Part, Likeness>()))
  return known
}

function likenessIn(known: Map<Part, Likeness>, a: Part, b: Part): Likeness {
  if (a === b) return compareParts(a, b)
  const found = known.get(b)
  if (found) return found
  const likeness = compareParts(a, b)
  known.set(b, likeness)
  return likeness
}

const likenessOf = (a: Part, b: Part, memo: Memo): Likeness => likenessIn(memoOf(a, memo), a, b)

function weightFrom(parts: readonly Part[], from: number, count: number): number {
  let sum = 0
  for (let at = from; at < from + count; at += 1) sum += (parts[at] as Part).weight
  return sum
}

/** What words read as one gain: all they weigh, but of syllables that only sound alike what the one word weighs. */
function gainOfJoined(
  one: Part,
  many: readonly Part[],
  first: number,
  size: number,
  { value }: Likeness,
): number {
  const syllables = (many[first] as Part).spellings.size > 0
  const exact = !syllables || value >= joinedSyllables
  return exact ? value * Math.max(one.weight, weightFrom(many, first, size)) + 0.01 : value * one.weight
}

/** Words of one name that are, read as one, a word of the other, or of which it holds the first letters. */
function joinedOf(
  ones: readonly Part[],
  many: readonly Part[],
  memo: Memo,
  add: (one: number, first: number, size: number, likeness: Likeness, gain: number) => void,
): void {
  for (let first = 0; first + 1 < many.length; first += 1) {
    const start = many[first] as Part
    let length = start.text.length
    for (let size = 2; size <= 3 && first + size <= many.length; size += 1) {
      const next = many[first + size - 1] as Part
      // What a character means is no syllable of a name.
      if (isCharacters(next) !== isCharacters(start)) break
      length += next.text.length
      for (let at = 0; at < ones.length; at += 1) {
        const one = ones[at] as Part
        const initials = one.text.length === size && one.text[0] === start.text[0]
        if (!initials && !mayJoin(one, start, length)) continue
        if (initials && areInitials(one, many.slice(first, first + size)))
          add(at, first, size, { value: initialsValue, rule: 'initials' }, initialsValue * one.weight)
        const likeness = joinedLikeness(likenessOf(one, joinParts(many, first, size), memo))
        if (likeness.value > 0) add(at, first, size, likeness, gainOfJoined(one, many, first, size, likeness))
      }
    }
  }
}

/** Neighbouring words of both names that are the same but for where one ends. */
function spacedOf(query: readonly Part[], entry: readonly Part[], found: Candidate[]): void {
  for (let i = 0; i + 1 < query.length; i += 1)
    for (let j = 0; j + 1 < entry.length; j += 1) {
      const a = query[i] as Part
      const b = query[i + 1] as Part
      const c = entry[j] as Part
      const d = entry[j + 1] as Part
      if (!endsElsewhere(a, b, c, d)) continue
      const gain = elsewhere.value * Math.max(a.weight + b.weight, c.weight + d.weight)
      found.push({ i, j, n: 2, m: 2, likeness: elsewhere, gain })
    }
}

/** The candidates that gain most, each word once. */
function takeBest(found: Candidate[]): Candidate[] {
  found.sort((x, y) => y.gain - x.gain || x.i - y.i || x.j - y.j)
  let usedQuery = 0
  let usedEntry = 0
  return found.filter(({ i, j, n, m }) => {
    const ownQuery = ((1 << n) - 1) << i
    const ownEntry = ((1 << m) - 1) << j
    if ((usedQuery & ownQuery) !== 0 || (usedEntry & ownEntry) !== 0) return false
    usedQuery |= ownQuery
    usedEntry |= ownEntry
    return true
  })
}

/** Whether a name has a word of weight that was not taken. */
const hasLeft = (parts: readonly Part[], taken: (at: number) => boolean) =>
  parts.some((part, at) => part.weight >= 0.25 && !taken(at))

const isWord = ({ kind }: Part) => kind === 'name' || kind === 'common'
const areWords = (a: Part, b: Part) => isWord(a) && isWord(b)

/** Below this a pair of words may be worse than one of them read as one with its neighbour. */
const sureFrom = 0.9

/** Words paired greedily, what gains most first. Words are read as one only where that may be better. */
function pairUp(query: readonly Part[], entry: readonly Part[], memo: Memo): Candidate[] {
  const found: Candidate[] = []
  for (let i = 0; i < query.length; i += 1) {
    const a = query[i] as Part
    const known = memoOf(a, memo)
    for (let j = 0; j < entry.length; j += 1) {
      const b = entry[j] as Part
      if (areWords(a, b) && a !== b && tooFar(a, b)) continue
      const likeness = likenessIn(known, a, b)
      if (likeness.value < alike) continue
      const near = 1 - Math.abs(i - j) * 0.001
      found.push({ i, j, n: 1, m: 1, likeness, gain: likeness.value * Math.min(a.weight, b.weight) * near })
    }
  }
  const pairs = takeBest(found)
  const left =
    hasLeft(query, (at) => pairs.some(({ i }) => i === at)) &&
    hasLeft(entry, (at) => pairs.some(({ j }) => j === at))
  if (!left && !pairs.some(({ likeness }) => likeness.value < sureFrom)) return pairs
  const before = found.length
  joinedOf(entry, query, memo, (j, i, n, likeness, gain) => found.push({ i, j, n, m: 1, likeness, gain }))
  joinedOf(query, entry, memo, (i, j, m, likeness, gain) => found.push({ i, j, n: 1, m, likeness, gain }))
  spacedOf(query, entry, found)
  return found.length === before ? pairs : takeBest(found)
}

function isRepeat(part: Part, other: Part, memo: Memo): boolean {
  const { value, rule } = likenessOf(part, other, memo)
  return value >= 0.8 && rule !== 'initial'
}

const isTaken = (taken: number, at: number) => (taken & (1 << at)) !== 0

/** Whether a word stands twice in its name and was met once: then it is no difference. */
function isRepeated(parts: readonly Part[], taken: number, at: number, memo: Memo): boolean {
  const part = parts[at] as Part
  if (part.kind === 'initial') return false
  for (let other = 0; other < parts.length; other += 1)
    if (isTaken(taken, other) && isRepeat(part, parts[other] as Part, memo)) return true
  return false
}

/** A syllable of a name is no name of its own: without it the name is another one. */
const lossOf = (part: Part) => part.weight * (part.spellings.size > 0 ? 2 : 1)

/** What the words that met nothing would have weighed. */
function missedWeight(parts: readonly Part[], taken: number, memo: Memo): number {
  let sum = 0
  for (let at = 0; at < parts.length; at += 1)
    if (!isTaken(taken, at) && !isRepeated(parts, taken, at, memo)) sum += lossOf(parts[at] as Part)
  return sum
}

/** What of the words that met nothing are fathers' names, where the given name before them was met. */
function patronymicsLeft(parts: readonly Part[], taken: number): number {
  let sum = 0
  for (let at = 1; at < parts.length; at += 1) {
    const part = parts[at] as Part
    if (!isTaken(taken, at) && isTaken(taken, at - 1) && part.patronymic) sum += lossOf(part)
  }
  return sum
}

const fatherWords = new Set(['bin', 'ibn', 'ben', 'bint', 'binti', 'ould', 'wald', 'walad'])

/** The given name and the father's name after "son of"; null where a name has no such word. */
function filiation(parts: readonly Part[]): { given: Part; father: Part } | null {
  const at = parts.findIndex((part, index) => index > 0 && fatherWords.has(part.text))
  if (at < 0) return null
  const [given, father] = [parts[0], parts[at + 1]]
  return given && father ? { given, father } : null
}

/** Whether one is the father in one name and the child in the other. */
function isFatherOfOther(query: readonly Part[], entry: readonly Part[], memo: Memo): boolean {
  const own = filiation(query)
  const other = own && filiation(entry)
  if (!own || !other) return false
  const alikeParts = (a: Part, b: Part) => likenessOf(a, b, memo).value >= 0.85
  return (
    alikeParts(own.given, other.father) &&
    alikeParts(own.father, other.given) &&
    !alikeParts(own.given, other.given)
  )
}

type Measured = {
  readonly score: number
  readonly worth: number
  readonly conflict: number
  readonly pairs: readonly Candidate[]
  readonly takenQuery: number
  readonly takenEntry: number
}

/** Words read as one say as much as all of them; a letter says less than the word it begins. */
const weightOfPair = (own: number, other: number, joined: boolean) =>
  joined ? Math.max(own, other) : Math.min(own, other)

function isTellingPair(query: readonly Part[], { i, n }: Candidate): boolean {
  for (let at = i; at < i + n; at += 1) if (isTelling(query[at] as Part)) return true
  return false
}

/** All words of one name and the word of the other that is their first letters; null where that is not so. */
function acronymPair(query: readonly Part[], entry: readonly Part[]): Candidate | null {
  const own = acronymAt(query)
  const at = own < 0 ? acronymAt(entry) : own
  const short = (own < 0 ? entry : query)[at]
  const long = own < 0 ? query : entry
  if (!short || !acronymsOf(long).includes(short.text)) return null
  const likeness: Likeness = { value: acronymValue(short.text), rule: 'initials' }
  const all = long.length
  const gain = likeness.value
  return own < 0
    ? { i: 0, j: at, n: all, m: 1, likeness, gain }
    : { i: at, j: 0, n: 1, m: all, likeness, gain }
}

/** The figures of a comparison, without what explains them. */
function measure(query: readonly Part[], entry: readonly Part[], memo: Memo, acronyms: boolean): Measured {
  const acronym = acronyms ? acronymPair(query, entry) : null
  const pairs = acronym ? [acronym] : pairUp(query, entry, memo)
  let telling = 0
  let weight = 0
  let gained = 0
  let shortened = 0
  let takenQuery = 0
  let takenEntry = 0
  for (const pair of pairs) {
    const { i, j, n, m } = pair
    const own = weightFrom(query, i, n)
    const other = weightFrom(entry, j, m)
    const both = weightOfPair(own, other, n + m > 2)
    weight += both
    gained += both * worthOf(pair.likeness.value)
    if (isTellingPair(query, pair)) telling += both
    if (n + m === 2) shortened += Math.abs(own - other)
    takenQuery |= ((1 << n) - 1) << i
    takenEntry |= ((1 << m) - 1) << j
  }
  const none = { score: 0, worth: 0, conflict: 0, pairs, takenQuery, takenEntry }
  if (telling === 0) return none
  const left = missedWeight(query, takenQuery, memo)
  const right = missedWeight(entry, takenEntry, memo)
  const known =
    left === 0 ? patronymicsLeft(entry, takenEntry) : right === 0 ? patronymicsLeft(query, takenQuery) : 0
  const whole =
    weight +
    Math.min(left, right) +
    missedLong * (Math.abs(left - right) - known * (1 - fatherLeftOut)) +
    missedInitial * shortened
  const enough = left + right < 0.2 ? 1 : Math.min(1, telling / leastMet)
  const worth = enough / whole
  const swapped = isFatherOfOther(query, entry, memo) ? gained * worth * fatherCost : 0
  const conflict = Math.min(gained * worth, (Math.min(left, right) * conflictCost) / whole + swapped)
  return { ...none, score: Math.min(1, gained * worth - conflict), worth, conflict }
}

const withinMax = (parts: readonly Part[]) => (parts.length > partsMax ? parts.slice(0, partsMax) : parts)

/** How alike two names are, 0 to 1: see `compareNames`, which says why. */
export function scoreNames(
  query: readonly Part[],
  entry: readonly Part[],
  memo: Memo,
  acronyms: boolean,
): number {
  return measure(withinMax(query), withinMax(entry), memo, acronyms).score
}

/**
 * How alike two names are, 0 to 1, word by word in any order. Rare and long words say more; legal forms, titles and
 * particles say little, and nothing by themselves. A word that one name has and the other lacks takes little away,
 * words that contradict one another take much. With `acronyms` a word may be the first letters of all the others.
 */
export function compareNames(
  asked: readonly Part[],
  listed: readonly Part[],
  acronyms: boolean,
  memo: Memo = new Map(),
): NameMatch {
  const [query, entry] = [withinMax(asked), withinMax(listed)]
  const { pairs, takenQuery, takenEntry, score, worth, conflict } = measure(query, entry, memo, acronyms)
  const met = pairs
    .toSorted((a, b) => a.i - b.i)
    .map(({ i, j, n, m, likeness }): MetParts => {
      const weight = weightOfPair(weightFrom(query, i, n), weightFrom(entry, j, m), n + m > 2)
      return { query: query.slice(i, i + n), entry: entry.slice(j, j + m), likeness, weight }
    })
  const missed = (parts: readonly Part[], taken: number) =>
    parts.filter((_, at) => !isTaken(taken, at) && !isRepeated(parts, taken, at, memo))
  return {
    score,
    met,
    missedQuery: missed(query, takenQuery),
    missedEntry: missed(entry, takenEntry),
    worth,
    conflict,
  }
}

export type { PartRule }
