import {
  alike,
  areInitials,
  joinedLikeness,
  compareParts,
  mayJoin,
  tooFar,
  worthOf,
  type Likeness,
  type PartRule,
} from './compare-parts.ts'
import { isTelling, joinParts, partsMax, type Part } from './parts.ts'

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

type Candidate = {
  readonly i: number
  readonly j: number
  readonly n: number
  readonly m: number
  readonly likeness: Likeness
  readonly gain: number
}

export type Memo = Map<Part, Map<Part, Likeness>>

function likenessOf(a: Part, b: Part, memo: Memo): Likeness {
  let known = memo.get(a)
  if (!known) memo.set(a, (known = new Map<Part, Likeness>()))
  const found = known.get(b)
  if (found) return found
  const likeness = compareParts(a, b)
  known.set(b, likeness)
  return likeness
}

const sumOf = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + part.weight, 0)

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
      length += many[first + size - 1]?.text.length ?? 0
      for (const [at, one] of ones.entries()) {
        const initials = one.text.length === size && one.text[0] === start.text[0]
        if (!initials && !mayJoin(one, start, length)) continue
        const words = many.slice(first, first + size)
        if (initials && areInitials(one, words))
          add(at, first, size, { value: initialsValue, rule: 'initials' }, initialsValue * one.weight)
        const likeness = joinedLikeness(likenessOf(one, joinParts(words), memo))
        if (likeness.value > 0)
          add(at, first, size, likeness, likeness.value * Math.max(one.weight, sumOf(words)) + 0.01)
      }
    }
  }
}

/** The candidates that gain most, each word once. */
function takeBest(found: Candidate[]): Candidate[] {
  found.sort((x, y) => y.gain - x.gain || x.i - y.i || x.j - y.j)
  let [usedQuery, usedEntry] = [0, 0]
  return found.filter(({ i, j, n, m }) => {
    const [ownQuery, ownEntry] = [((1 << n) - 1) << i, ((1 << m) - 1) << j]
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
  for (const [i, a] of query.entries())
    for (const [j, b] of entry.entries()) {
      if (areWords(a, b) && a !== b && tooFar(a, b)) continue
      const likeness = likenessOf(a, b, memo)
      if (likeness.value < alike) continue
      const near = 1 - Math.abs(i - j) * 0.001
      found.push({ i, j, n: 1, m: 1, likeness, gain: likeness.value * Math.min(a.weight, b.weight) * near })
    }
  const pairs = takeBest(found)
  const left =
    hasLeft(query, (at) => pairs.some(({ i }) => i === at)) &&
    hasLeft(entry, (at) => pairs.some(({ j }) => j === at))
  if (!left && !pairs.some(({ likeness }) => likeness.value < sureFrom)) return pairs
  const before = found.length
  joinedOf(entry, query, memo, (j, i, n, likeness, gain) => found.push({ i, j, n, m: 1, likeness, gain }))
  joinedOf(query, entry, memo, (i, j, m, likeness, gain) => found.push({ i, j, n: 1, m, likeness, gain }))
  return found.length === before ? pairs : takeBest(found)
}

function isRepeat(part: Part, other: Part): boolean {
  const { value, rule } = compareParts(part, other)
  return value >= 0.8 && rule !== 'initial'
}

/** Words that stand twice in one name and met once in the other are no difference. */
function withoutRepeats(missed: readonly Part[], met: readonly Part[]): Part[] {
  return missed.filter((part) => part.kind === 'initial' || !met.some((other) => isRepeat(part, other)))
}

const fatherWords = new Set(['bin', 'ibn', 'ben', 'bint', 'binti', 'ould', 'wald', 'walad'])

/** The given name and the father's name after "son of"; null where a name has no such word. */
function filiation(parts: readonly Part[]): { given: Part; father: Part } | null {
  const at = parts.findIndex((part, index) => index > 0 && fatherWords.has(part.text))
  const [given, father] = [parts[0], parts[at + 1]]
  return at > 0 && given && father ? { given, father } : null
}

/** Whether one is the father in one name and the child in the other. */
function isFatherOfOther(query: readonly Part[], entry: readonly Part[], memo: Memo): boolean {
  const [own, other] = [filiation(query), filiation(entry)]
  if (!own || !other) return false
  const alikeParts = (a: Part, b: Part) => likenessOf(a, b, memo).value >= 0.85
  return (
    alikeParts(own.given, other.father) &&
    alikeParts(own.father, other.given) &&
    !alikeParts(own.given, other.given)
  )
}

/** What a word says more than the one it met. */
const shortenedBy = ({ query: [a, ...more], entry: [b, ...others] }: MetParts) =>
  a && b && more.length + others.length === 0 ? Math.abs(a.weight - b.weight) : 0

/** A syllable of a name is no name of its own: without it the name is another one. */
const lossOf = (parts: readonly Part[]) =>
  parts.reduce((sum, part) => sum + part.weight * (part.spellings.size > 0 ? 2 : 1), 0)

/**
 * How alike two names are, 0 to 1, word by word in any order. Rare and long words say more; legal forms, titles and
 * particles say little, and nothing by themselves. A word that one name has and the other lacks takes little away,
 * words that contradict one another take much.
 */
export function compareNames(
  asked: readonly Part[],
  listed: readonly Part[],
  memo: Memo = new Map(),
): NameMatch {
  const [query, entry] = [asked.slice(0, partsMax), listed.slice(0, partsMax)]
  const pairs = pairUp(query, entry, memo).toSorted((a, b) => a.i - b.i)
  const met = pairs.map(({ i, j, n, m, likeness }): MetParts => {
    const [own, other] = [query.slice(i, i + n), entry.slice(j, j + m)]
    const [a, b] = [sumOf(own), sumOf(other)]
    // Words read as one say as much as all of them; a letter says less than the word it begins.
    return { query: own, entry: other, likeness, weight: n + m > 2 ? Math.max(a, b) : Math.min(a, b) }
  })
  const [metQuery, metEntry] = [met.flatMap((one) => one.query), met.flatMap((one) => one.entry)]
  const missedQuery = withoutRepeats(
    query.filter((part) => !metQuery.includes(part)),
    metQuery,
  )
  const missedEntry = withoutRepeats(
    entry.filter((part) => !metEntry.includes(part)),
    metEntry,
  )
  const telling = met.reduce((sum, one) => sum + (one.query.some(isTelling) ? one.weight : 0), 0)
  const weight = met.reduce((sum, one) => sum + one.weight, 0)
  const gained = met.reduce((sum, one) => sum + one.weight * worthOf(one.likeness.value), 0)
  const [left, right] = [lossOf(missedQuery), lossOf(missedEntry)]
  const shortened = met.reduce((sum, one) => sum + shortenedBy(one), 0)
  const whole =
    weight + Math.min(left, right) + missedLong * Math.abs(left - right) + missedInitial * shortened
  if (whole === 0 || telling === 0) return { score: 0, met, missedQuery, missedEntry, worth: 0, conflict: 0 }
  const enough = left + right < 0.2 ? 1 : Math.min(1, telling / leastMet)
  const worth = enough / whole
  const swapped = isFatherOfOther(query, entry, memo) ? gained * worth * fatherCost : 0
  const conflict = Math.min(gained * worth, (Math.min(left, right) * conflictCost) / whole + swapped)
  return { score: Math.min(1, gained * worth - conflict), met, missedQuery, missedEntry, worth, conflict }
}

export type { PartRule }
