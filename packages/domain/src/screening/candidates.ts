import { compareParts, differ, joinedFrom, mayJoin, sameFamily, tooFar, worthOf } from './compare-parts.ts'
import { lettersOf } from './letters.ts'
import { keyOf, shorter, type ListIndex, type Term } from './list-index.ts'
import { isCharacters, isTelling, joinParts, type Part } from './parts.ts'

type Found = { readonly term: Term; readonly value: number }

/** Room to work in, one for each index: what is quickly seen of each word, and marks of what was seen. */
type Work = {
  /** Of each word its letters (bits 1 to 26), whether it is spelled out (bit 0), and how long it sounds (bits 27 to 31). */
  readonly looks: Int32Array
  /** Lists of words with what is quickly seen of each beside it, made when a list is first asked for. */
  readonly packed: Map<readonly number[], Int32Array>
  readonly seen: Int32Array
  round: number
  /** Of each name what its words gained so far, and by which word last: beside one another, since both are asked. */
  readonly gains: Float64Array
  readonly weights: Float64Array
  readonly like: Map<Part, readonly Found[]>
  readonly joined: Map<Part, readonly Found[]>
}
const works = new WeakMap<ListIndex, Work>()

const lengthMax = 31
const lettersMask = 0x7fffffe
const looksOf = (part: Part): number =>
  (part.letters & lettersMask) | (isCharacters(part) ? 0 : 1) | (Math.min(lengthMax, part.sound.length) << 27)

function workOf(index: ListIndex): Work {
  const known = works.get(index)
  if (known) return known
  const parts = index.terms.map(({ part }) => part)
  const made: Work = {
    looks: Int32Array.from(parts, looksOf),
    packed: new Map(),
    seen: new Int32Array(parts.length),
    round: 0,
    gains: new Float64Array(index.names.length * 2),
    weights: Float64Array.from(index.names, ({ weight }) => weight),
    like: new Map(),
    joined: new Map(),
  }
  works.set(index, made)
  return made
}

function packedOf({ packed, looks }: Work, terms: readonly number[]): Int32Array {
  const known = packed.get(terms)
  if (known) return known
  const made = new Int32Array(terms.length * 2)
  terms.forEach((place, at) => {
    made[2 * at] = place
    made[2 * at + 1] = looks[place] as number
  })
  packed.set(terms, made)
  return made
}

const rememberedMax = 50_000
const likeFrom = 0.72
const bothShorterFrom = 3
const shorterFromInAbjad = 4

/** Words of the lists that a word may stand for, with how alike they are, the nearest first. */
function termsLike(index: ListIndex, part: Part): readonly Found[] {
  const work = workOf(index)
  const known = work.like.get(part)
  if (known) return known
  const { seen } = work
  const round = (work.round += 1)
  const found: Found[] = []
  const own = !isCharacters(part)
  const [length, mask] = [Math.min(lengthMax, part.sound.length), part.letters & lettersMask]
  const tryAll = (terms: readonly number[] | undefined, least: number, consonant: 0 | 1) => {
    if (terms === undefined) return
    const packed = packedOf(work, terms)
    for (let at = 0; at < packed.length; at += 2) {
      const place = packed[at] as number
      const look = packed[at + 1] as number
      const both = own && (look & 1) === 1
      // A Latin word reaches other scripts by the same consonants only: most of what they write is listed in Latin too.
      if (consonant === 1 && own && !both) continue
      const apart = both && differ(length, look >>> 27, mask ^ (look & lettersMask), consonant)
      if ((apart && part.family === null) || seen[place] === round) continue
      const term = index.terms[place] as Term
      if (both ? apart && !sameFamily(part, term.part) : tooFar(part, term.part)) continue
      seen[place] = round
      const { value } = compareParts(part, term.part)
      if (value >= least) found.push({ term, value })
    }
  }
  if (part.spellings.size > 0)
    for (const spelling of part.spellings) tryAll(index.byText.get(spelling), likeFrom, 0)
  for (const skeleton of part.skeletons) {
    if (!own) tryAll(index.native.get(skeleton), likeFrom, 0)
    if (part.spellings.size > 0) continue
    tryAll(index.bySkeleton.get(skeleton), likeFrom, 0)
    tryAll(index.byJoined.get(skeleton), joinedFrom, 0)
    if (!own && skeleton.length < shorterFromInAbjad) continue
    tryAll(index.byShorter.get(skeleton), likeFrom, 1)
    for (const less of shorter(skeleton, 3)) {
      tryAll(index.bySkeleton.get(less), likeFrom, 1)
      // Another consonant in place of one, where the others say enough.
      if (own && less.length >= bothShorterFrom) tryAll(index.byShorter.get(less), likeFrom, 1)
    }
  }
  found.sort((a, b) => b.value - a.value)
  if (work.like.size >= rememberedMax) work.like.clear()
  work.like.set(part, found)
  return found
}

/** Joined words of the query against single words of the lists: only of the same consonants. */
function joinedLike(index: ListIndex, a: Part, b: Part): readonly Found[] {
  const part = joinParts([a, b])
  const { joined } = workOf(index)
  const known = joined.get(part)
  if (known) return known
  const found: Found[] = []
  const [map, keys] =
    part.spellings.size > 0 ? [index.byText, part.spellings] : [index.bySkeleton, part.skeletons]
  for (const key of keys)
    for (const place of map.get(key) ?? []) {
      const term = index.terms[place] as Term
      if (!mayJoin(term.part, part, part.text.length) || tooFar(part, term.part)) continue
      const { value } = compareParts(part, term.part)
      if (value >= joinedFrom) found.push({ term, value })
    }
  found.sort((x, y) => y.value - x.value)
  if (joined.size >= rememberedMax) joined.clear()
  joined.set(part, found)
  return found
}

const candidatesMax = 150
const worthComparing = 0.47
/** A word that more names than this have finds no name by itself where rarer words found some. */
const commonFrom = 1000

/** Longer words are not cut in two by whoever writes them. */
const joinedLettersMax = 16

/** A word of the query, or neighbouring words read as one, and the words of the lists that it may stand for. */
type Lead = { readonly found: readonly Found[]; readonly weight: number; readonly names: number }

function leadsOf(index: ListIndex, parts: readonly Part[]): Lead[] {
  const leads: Lead[] = []
  const add = (found: readonly Found[], weight: number) => {
    if (found.length === 0) return
    leads.push({ found, weight, names: found.reduce((sum, { term }) => sum + term.names.length, 0) })
  }
  for (const [i, part] of parts.entries()) {
    if (!isTelling(part)) continue
    add(termsLike(index, part), part.weight)
    const [next, third] = [parts[i + 1], parts[i + 2]]
    if (!next || part.text.length + next.text.length > joinedLettersMax) continue
    add(joinedLike(index, part, next), part.weight + next.weight)
    if (third && part.text.length + next.text.length + third.text.length <= joinedLettersMax)
      add(joinedLike(index, joinParts([part, next]), third), part.weight + next.weight + third.weight)
  }
  return leads.sort((a, b) => a.names - b.names)
}

/** Names of the lists worth comparing with a name, by what their words have in common. */
export function candidatesFor(index: ListIndex, parts: readonly Part[]): number[] {
  const { gains, weights } = workOf(index)
  const touched: number[] = []
  for (const [at, { found, weight, names }] of leadsOf(index, parts).entries()) {
    const onlyTouched = names > commonFrom && touched.length > 0
    for (const { term, value } of found) {
      const gain = worthOf(value) * Math.min(weight, term.part.weight)
      for (const name of term.names) {
        const sum = gains[2 * name] as number
        // A word counts once for a name, by its best.
        if (sum === 0 ? onlyTouched : gains[2 * name + 1] === at) continue
        if (sum === 0) touched.push(name)
        gains[2 * name] = sum + gain
        gains[2 * name + 1] = at
      }
    }
  }
  const total = parts.reduce((sum, part) => sum + part.weight, 0)
  const ranked: { name: number; worth: number }[] = []
  for (const name of touched) {
    const weight = weights[name] as number
    const short = weight < total ? weight : total
    const worth = (gains[2 * name] as number) / (short + 0.3 * (weight + total - 2 * short))
    if (worth >= worthComparing) ranked.push({ name, worth })
    gains[2 * name] = 0
  }
  ranked.sort((a, b) => b.worth - a.worth || a.name - b.name)
  const best = ranked.slice(0, candidatesMax).map(({ name }) => name)
  const exact = index.byKey.get(keyOf(parts)) ?? []
  const letters = lettersOf(parts)
  const sameLetters = letters ? index.byLetters.near(letters) : []
  return exact.length + sameLetters.length === 0 ? best : [...new Set([...exact, ...sameLetters, ...best])]
}
