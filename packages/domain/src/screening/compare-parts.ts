import { abjadLikeness, acrossScripts, isHebrew, mostUnlike } from './abjad.ts'
import { letterDistance, lettersSwapped, soundDistance } from './edit.ts'
import type { Part } from './parts.ts'

/** Why two words count as the same: the code of a factor. */
export type PartRule =
  | 'same'
  | 'same-meaning'
  | 'same-given-name'
  | 'spelling'
  | 'sound'
  | 'consonants'
  | 'syllables'
  | 'initial'
  | 'initials'
  | 'joined'
  | 'swapped'
  | 'spaces'

export type Likeness = { readonly value: number; readonly rule: PartRule }

/** How much of a word's weight a likeness is worth: all at 1, little where it is only just alike. */
export const worthOf = (value: number): number => Math.max(0, 1 - (1 - value) * 1.7)

/** Below this two words are not the same. */
export const alike = 0.72
const unlike: Likeness = { value: 0, rule: 'spelling' }
const same: Likeness = { value: 1, rule: 'same' }
/** Two letters that changed places are a slip of the hand: it says less against a word than another letter would. */
const swappedCost = 0.6
const swappedFrom = 3
const initialValue = 0.92
const sameSound = 0.97
const syllables = 0.97
/** A form of a given name in another language or a short one: Luis and Lewis, Bill and William. */
const otherForm = 0.9

/** How many bits are set (Hacker's Delight, 5-1). */
function bits(mask: number): number {
  let rest = mask - ((mask >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

export const sameFamily = (a: Part, b: Part): boolean => a.family !== null && a.family === b.family

/**
 * Whether the lengths of two sounds and the letters that one of them lacks say that they cannot be alike. Where a
 * consonant is known to differ, less else may.
 */
export function differ(n: number, m: number, apart: number, consonant: 0 | 1 = 0): boolean {
  const longest = n > m ? n : m
  if ((n > m ? n - m : m - n) > 1 + longest * 0.25 - consonant) return true
  return bits(apart) > (longest <= 6 ? 3 : longest <= 9 ? 4 : lettersApartMax) - consonant
}

/** Whether two words cannot be alike, by what is quickly seen of them. */
export function tooFar(a: Part, b: Part): boolean {
  if (a.abjad !== '' || b.abjad !== '') return tooFarApart(a, b)
  if (a.spellings.size > 0 || b.spellings.size > 0 || sameFamily(a, b)) return false
  return differ(a.sound.length, b.sound.length, a.letters ^ b.letters)
}

/** A word of consonants against a Latin one, or another of its kind, by how many letters and sounds there are. */
function tooFarApart(a: Part, b: Part): boolean {
  const own = a.abjad === '' ? b : a
  const other = own === a ? b : a
  if (other.abjad !== '') return Math.abs(own.abjad.length - other.abjad.length) > 2
  if (other.sound.length < own.abjad.length - 2 || other.sound.length > own.abjad.length * 1.75 + 1)
    return true
  // Each letter of the sound that no letter of the word can be read as costs a whole letter.
  return own.sound === '' && bits(other.letters & ~own.letters) > mostUnlike(own.heard, other.heard)
}

/** More letters than this apart, no spelling brings two words together. */
const lettersApartMax = 5

function nearness(a: Part, b: Part): number {
  const longest = Math.max(a.sound.length, b.sound.length, 3)
  return Math.min(sameSound, 1 - soundDistance(a.sound, b.sound, longest) / longest)
}

const ending = 0.88

/** Whether one is the other with an ending: Murom and Muromskiy, Putin and Putinas. */
function withEnding(a: string, b: string): boolean {
  const short = a.length < b.length ? a : b
  const long = short === a ? b : a
  return (
    short.length >= 4 &&
    long.startsWith(short) &&
    /^(?:(?:s?k|n)(?:i|aia|oe|oi|aie|ii)|[aiu]s)$/.test(long.slice(short.length))
  )
}

function spelled(a: Part, b: Part): Likeness {
  // Two names that are each well known differ, however near their letters are.
  if (a.family !== null && b.family !== null && a.kind === b.kind) return unlike
  if (bits(a.letters ^ b.letters) > lettersApartMax) return unlike
  // A father's name is another word than the name it is made of.
  if (a.patronymic !== b.patronymic && Math.abs(a.text.length - b.text.length) > 2) return unlike
  const longest = Math.max(a.text.length, b.text.length)
  if (longest >= swappedFrom && lettersSwapped(a.text, b.text))
    return { value: 1 - swappedCost / longest, rule: 'swapped' }
  const byLetter = 1 - letterDistance(a.text, b.text, Math.floor(longest * (1 - alike) + 0.01)) / longest
  if (byLetter >= 0.9) return { value: byLetter, rule: 'spelling' }
  const soundLongest = Math.max(a.sound.length, b.sound.length, 3)
  const bySound = 1 - soundDistance(a.sound, b.sound, soundLongest * (1 - alike) + 0.01) / soundLongest
  const sound = Math.max(
    bySound >= 1 ? sameSound : bySound * 0.985,
    withEnding(a.sound, b.sound) ? ending : 0,
  )
  if (byLetter < alike && sound < alike) return unlike
  return byLetter >= sound ? { value: byLetter, rule: 'spelling' } : { value: sound, rule: 'sound' }
}

function compareAbjad(a: Part, b: Part): Likeness {
  if (a.abjad !== '' && b.abjad !== '') {
    if (isHebrew(a.abjad) !== isHebrew(b.abjad))
      return { value: acrossScripts(a.abjad, b.abjad), rule: 'consonants' }
    const longest = Math.max(a.abjad.length, b.abjad.length)
    return { value: 1 - letterDistance(a.abjad, b.abjad, longest) / longest, rule: 'spelling' }
  }
  const own = a.abjad === '' ? b : a
  const other = own === a ? b : a
  if (own.sound !== '' || other.text.length === 1) return unlike
  const value = abjadLikeness(own.abjad, other.sound, own.heard, other.heard) * 0.99
  return value < alike ? unlike : { value, rule: 'consonants' }
}

function compareCharacters(a: Part, b: Part): Likeness {
  for (const spelling of a.spellings.size > 0 ? a.spellings : b.spellings)
    if (a.spellings.size > 0 ? b.text === spelling || b.spellings.has(spelling) : a.text === spelling)
      return { value: syllables, rule: 'syllables' }
  if (a.spellings.size > 0 && b.spellings.size > 0) return unlike
  const bySound = spelled(a, b)
  return a.sound.length <= 4 || b.sound.length <= 4 ? { ...bySound, value: bySound.value * 0.78 } : bySound
}

/** Two words of names. The same two always give the same answer, in either order. */
export function compareParts(a: Part, b: Part): Likeness {
  if (a === b || a.text === b.text) return same
  if (a.family !== null && a.family === b.family)
    return a.kind === 'name'
      ? { value: Math.max(otherForm, nearness(a, b)), rule: 'same-given-name' }
      : { value: 0.97, rule: 'same-meaning' }
  if (a.kind === 'number' || b.kind === 'number') return unlike
  if (a.kind === 'form' || b.kind === 'form')
    return a.kind === b.kind ? { value: 0.75, rule: 'same-meaning' } : unlike
  if (a.kind === 'initial' || b.kind === 'initial') {
    const one = a.kind === 'initial' ? a : b
    const other = one === a ? b : a
    return other.kind !== 'initial' &&
      other.kind !== 'particle' &&
      other.sound !== '' &&
      other.text.startsWith(one.text)
      ? { value: initialValue, rule: 'initial' }
      : unlike
  }
  if (a.abjad !== '' || b.abjad !== '') return compareAbjad(a, b)
  if (a.spellings.size > 0 || b.spellings.size > 0) return compareCharacters(a, b)
  return spelled(a, b)
}

/** Letters that begin the words of the other name, as JC for Jean-Claude. */
export function areInitials(a: Part, words: readonly Part[]): boolean {
  return (
    a.text.length === words.length &&
    a.kind === 'name' &&
    words.every((word, at) => word.kind !== 'initial' && word.text[0] === a.text[at])
  )
}

export const joinedFrom = 0.86

/** Whether some reading of both begins with the same consonant, as far as both have one. */
function beginAlike(a: Part, b: Part): boolean {
  for (const one of a.skeletons)
    for (const other of b.skeletons) if (one === '' || other === '' || one[0] === other[0]) return true
  return false
}

/** Whether a word may be as long as neighbouring words read as one, and begin as they do. */
export function mayJoin(one: Part, first: Part, length: number): boolean {
  if (one.spellings.size > 0 || first.spellings.size > 0) return true
  if (one.abjad !== '' || first.abjad !== '') {
    if (!beginAlike(one, first)) return false
    if (one.abjad !== '' && first.abjad !== '') return Math.abs(length - one.abjad.length) <= 2
    const written = one.abjad === '' ? length : one.abjad.length
    const spoken = one.abjad === '' ? one.sound.length : length
    return spoken >= written - 2 && spoken <= written * 1.75 + 2
  }
  if (Math.abs(length - one.text.length) > 2) return false
  return first.text[0] === one.text[0] || first.sound[0] === one.sound[0]
}

const spacesFrom = 5
/** What it says that two neighbouring words are the same but for where the first ends. */
export const elsewhere: Likeness = { value: 0.96, rule: 'spaces' }

/** Whether two neighbouring words are two others but for where the first ends: "Joseph Kony" and "Josephk Ony". */
export function endsElsewhere(a: Part, b: Part, c: Part, d: Part): boolean {
  const length = a.text.length + b.text.length
  return (
    length >= spacesFrom &&
    a.text.length !== c.text.length &&
    length === c.text.length + d.text.length &&
    a.text.charCodeAt(0) === c.text.charCodeAt(0) &&
    a.text + b.text === c.text + d.text
  )
}

const joinedCost = 0.98
/** What it says that a word is a spelling of neighbouring syllables. */
export const joinedSyllables = syllables * joinedCost
/** What it says that a word is neighbouring words read as one. */
export const joinedLikeness = ({ value }: Likeness): Likeness =>
  value >= joinedFrom ? { value: value * joinedCost, rule: 'joined' } : unlike
