import { acronymAt, acronymsOf } from './acronyms.ts'
import { compareParts, differ, joinedFrom, mayJoin, sameFamily, tooFar, worthOf } from './compare-parts.ts'
import { lettersOf } from './letters.ts'
import { keyOf, shorter, type ListIndex } from './list-index.ts'
import { isCharacters, isTelling, joinParts, type Part } from './parts.ts'
import { listOf, type Postings } from './postings.ts'
import {
  gainAt,
  lastAt,
  lettersMask,
  roomOfName,
  soundMax,
  weightAt,
  type Finds,
  type Found,
} from './work.ts'

const rememberedMax = 50_000

/** Sorts what was found, counts the names that it leads to, and keeps it. */
function remember(known: Map<Part, Finds>, part: Part, found: Found[], index: ListIndex): Finds {
  const { from } = index.namesByTerm
  let names = 0
  for (const { place } of found) names += (from[place + 1] as number) - (from[place] as number)
  const finds = { found: found.sort((a, b) => b.value - a.value), names }
  if (known.size >= rememberedMax) known.clear()
  known.set(part, finds)
  return finds
}

const likeFrom = 0.72
const bothShorterFrom = 3
const shorterFromInAbjad = 4

/** Words of the lists that a word may stand for. */
function termsLike(index: ListIndex, part: Part): Finds {
  const { work } = index
  const known = work.like.get(part)
  if (known) return known
  const { seen } = work
  const round = (work.round += 1)
  const found: Found[] = []
  const own = !isCharacters(part)
  const length = Math.min(soundMax, part.sound.length)
  const letters = part.letters & lettersMask
  const tryAll = (list: Postings, key: string, least: number, consonant: 0 | 1) => {
    const slot = list.slots.get(key)
    if (slot === undefined) return
    const { from, values } = list
    const looks = work.looks.get(list) as Int32Array
    const end = from[slot + 1] as number
    for (let at = from[slot] as number; at < end; at += 1) {
      const look = looks[at] as number
      const both = own && (look & 1) === 1
      // A Latin word reaches other scripts by the same consonants only: most of what they write is listed in Latin too.
      if (consonant === 1 && own && !both) continue
      const apart = both && differ(length, look >>> 27, letters ^ (look & lettersMask), consonant)
      const place = values[at] as number
      if ((apart && part.family === null) || seen[place] === round) continue
      const term = index.terms[place] as Part
      if (both ? apart && !sameFamily(part, term) : tooFar(part, term)) continue
      seen[place] = round
      const { value } = compareParts(part, term)
      if (value >= least) found.push({ place, value })
    }
  }
  if (part.kind === 'common' && part.family !== null) tryAll(index.byMeaning, part.family, likeFrom, 0)
  if (part.spellings.size > 0)
    for (const spelling of part.spellings) tryAll(index.byText, spelling, likeFrom, 0)
  for (const skeleton of part.skeletons) {
    if (!own) tryAll(index.native, skeleton, likeFrom, 0)
    if (part.spellings.size > 0) continue
    tryAll(index.bySkeleton, skeleton, likeFrom, 0)
    tryAll(index.byJoined, skeleton, joinedFrom, 0)
    if (!own && skeleton.length < shorterFromInAbjad) continue
    tryAll(index.byShorter, skeleton, likeFrom, 1)
    for (const less of shorter(skeleton, 3)) {
      tryAll(index.bySkeleton, less, likeFrom, 1)
      // Another consonant in place of one, where the others say enough.
      if (own && less.length >= bothShorterFrom) tryAll(index.byShorter, less, likeFrom, 1)
    }
  }
  return remember(work.like, part, found, index)
}

/** Joined words of the query against single words of the lists: only of the same consonants. */
function joinedLike(index: ListIndex, a: Part, b: Part): Finds {
  const { work } = index
  const part = joinParts([a, b])
  const known = work.joined.get(part)
  if (known) return known
  const found: Found[] = []
  const inCharacters = part.spellings.size > 0
  const { slots, from, values } = inCharacters ? index.byText : index.bySkeleton
  for (const key of inCharacters ? part.spellings : part.skeletons) {
    const slot = slots.get(key)
    if (slot === undefined) continue
    const end = from[slot + 1] as number
    for (let at = from[slot] as number; at < end; at += 1) {
      const place = values[at] as number
      const term = index.terms[place] as Part
      if (!mayJoin(term, part, part.text.length) || tooFar(part, term)) continue
      const { value } = compareParts(part, term)
      if (value >= joinedFrom) found.push({ place, value })
    }
  }
  return remember(work.joined, part, found, index)
}

const candidatesMax = 150
const worthComparing = 0.47
/** A word that more names than this have finds no name by itself where rarer words found some. */
const commonFrom = 1000

/** Longer words are not cut in two by whoever writes them. */
const joinedLettersMax = 16

/** A word of the query, or neighbouring words read as one, and the words of the lists that it may stand for. */
type Lead = { readonly finds: Finds; readonly weight: number }

function leadsOf(index: ListIndex, parts: readonly Part[]): Lead[] {
  const leads: Lead[] = []
  const add = (finds: Finds, weight: number) => {
    if (finds.found.length > 0) leads.push({ finds, weight })
  }
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] as Part
    if (!isTelling(part)) continue
    add(termsLike(index, part), part.weight)
    const next = parts[i + 1]
    if (!next || part.text.length + next.text.length > joinedLettersMax) continue
    if (isCharacters(part) !== isCharacters(next)) continue
    add(joinedLike(index, part, next), part.weight + next.weight)
    const third = parts[i + 2]
    if (third && part.text.length + next.text.length + third.text.length <= joinedLettersMax)
      add(joinedLike(index, joinParts([part, next]), third), part.weight + next.weight + third.weight)
  }
  return leads.sort((a, b) => a.finds.names - b.finds.names)
}

/** Adds what the words of a lead say for each name that has them; how many names were touched so far. */
function follow(index: ListIndex, lead: Lead, at: number, touchedBefore: number): number {
  const { gains, touched, weights } = index.work
  const { from, values } = index.namesByTerm
  const onlyTouched = lead.finds.names > commonFrom && touchedBefore > 0
  let count = touchedBefore
  for (const { place, value } of lead.finds.found) {
    const gain = worthOf(value) * Math.min(lead.weight, weights[place] as number)
    const end = from[place + 1] as number
    for (let n = from[place] as number; n < end; n += 1) {
      const name = values[n] as number
      const room = name * roomOfName
      const sum = gains[room + gainAt] as number
      // A word counts once for a name, by its best.
      if (sum === 0) {
        if (onlyTouched) continue
        touched[count] = name
        count += 1
      } else if (gains[room + lastAt] === at) continue
      gains[room + gainAt] = sum + gain
      gains[room + lastAt] = at
    }
  }
  return count
}

/** Names that have all the same words, the same letters but one, or the first letters of the other's words. */
function wholeNames(index: ListIndex, parts: readonly Part[]): number[] {
  const key = keyOf(parts)
  const found = [...listOf(index.byKey, key)]
  const letters = lettersOf(parts)
  if (letters) found.push(...index.byLetters.near(letters))
  if (acronymAt(parts) >= 0) found.push(...listOf(index.byAcronym, key))
  for (const acronym of acronymsOf(parts)) found.push(...listOf(index.byKey, acronym))
  return found
}

/** Names of the lists worth comparing with a name, by what their words have in common. */
export function candidatesFor(index: ListIndex, parts: readonly Part[]): number[] {
  const { gains, touched } = index.work
  const leads = leadsOf(index, parts)
  let count = 0
  for (let at = 0; at < leads.length; at += 1) count = follow(index, leads[at] as Lead, at, count)
  let total = 0
  for (const { weight } of parts) total += weight
  const ranked: { name: number; worth: number }[] = []
  for (let at = 0; at < count; at += 1) {
    const name = touched[at] as number
    const room = name * roomOfName
    const weight = gains[room + weightAt] as number
    const short = weight < total ? weight : total
    const worth = (gains[room + gainAt] as number) / (short + 0.3 * (weight + total - 2 * short))
    if (worth >= worthComparing) ranked.push({ name, worth })
    gains[room + gainAt] = 0
  }
  ranked.sort((a, b) => b.worth - a.worth || a.name - b.name)
  const best = ranked.slice(0, candidatesMax).map(({ name }) => name)
  const others = wholeNames(index, parts)
  return others.length === 0 ? best : [...new Set([...others, ...best])]
}
