import { abjadSkeletons, foldAbjad, readableLetters, spokenLength, writtenLength } from './abjad.ts'
import { readingOf, spellingsOf } from './asian.ts'
import { charactersAt, hasMeaning } from './characters.ts'
import { wordsOf, type Word } from './fold.ts'
import { givenNameOf, isFrequent } from './given-names.ts'
import { abjadMeaningOf, meaningOf } from './meanings.ts'
import { skeletonOf, soundOf } from './sound.ts'
import { formOf, isParticle, isSurnameToo, isTitle, longFormAt, numberOf } from './words.ts'

/** What a word of a name is: it decides how much it weighs and how it is compared. */
export type PartKind = 'name' | 'common' | 'form' | 'title' | 'particle' | 'number' | 'initial'

/** One word of a name, prepared for comparison. Equal words of a kind share one object. */
export type Part = {
  /** As the reader may recognise it: Latin letters, or the characters of another script. */
  readonly text: string
  readonly kind: PartKind
  readonly weight: number
  readonly sound: string
  readonly skeletons: readonly string[]
  /** Letters of a script without vowels; empty otherwise. */
  readonly abjad: string
  /** Other Latin spellings of characters; empty for words that are spelled. */
  readonly spellings: ReadonlySet<string>
  /** The name or meaning that this is one form of; null where none is known. */
  readonly family: string | null
  /**
   * Which letters are in the sound: words that share few need no comparison. Of a word of consonants, those that it
   * may be read as.
   */
  readonly letters: number
  /** A father's name with the ending of the East and South Slavic languages, in their readings. */
  readonly patronymic: boolean
  /** How many letters it counts for where one word is of consonants and the other is not. */
  readonly heard: number
  /** From a script whose reading in Latin is rough. */
  readonly rough: boolean
}

const weights: Readonly<Record<PartKind, number>> = {
  name: 1,
  common: 0.45,
  form: 0.12,
  title: 0.06,
  particle: 0.1,
  number: 0.5,
  initial: 0.3,
}
const frequentWeight = 0.65
const veryFrequentWeight = 0.3
const veryFrequent = new Set([
  'abdul',
  'abd',
  'abdel',
  'abdal',
  'abdu',
  'abdol',
  'rahman',
  'rehman',
  'din',
  'uddin',
])

function weightOf(text: string, kind: PartKind): number {
  if (kind !== 'name') return weights[kind]
  if (veryFrequent.has(text)) return veryFrequentWeight
  if (isFrequent(text)) return frequentWeight
  // Short words are alike by chance.
  return text.length <= 2 ? 0.6 : text.length === 3 ? 0.8 : text.length >= 9 ? 1.15 : 1
}

function lettersOf(sound: string): number {
  let mask = 0
  // Capitals and small letters differ in another bit.
  for (let at = 0; at < sound.length; at += 1) mask |= 1 << (sound.charCodeAt(at) & 31)
  return mask
}

/** The consonants of a sound; a ts, and a ch in a rough reading, may be how another language says t. */
function skeletonsOf(sound: string, rough: boolean): string[] {
  const own = skeletonOf(sound)
  if (!sound.includes('c') && !(rough && sound.includes('C'))) return [own]
  const other = skeletonOf(sound.replace(rough ? /[cC]/g : /c/g, 't'))
  return other === own ? [own] : [own, other]
}

/** More words than this are no name. */
export const partsMax = 30

const none: ReadonlySet<string> = new Set()

const patronymic =
  /(?:[oeiy]v(?:i|y)(?:ch|c|cz|tch|tsch|tj|ts)|[oe]w(?:i|y)t?s?ch|[oeiy]vn[ae]|[oe]wn[ae]|[iy]nichn[ae])$/

function makePart(text: string, kind: PartKind, family: string | null, more: Partial<Part> = {}): Part {
  const sound = more.sound ?? soundOf(text)
  // One shape for all: these objects are read millions of times.
  return {
    text,
    kind,
    weight: more.weight ?? weightOf(text, kind),
    sound,
    skeletons: more.skeletons ?? skeletonsOf(sound, more.rough ?? false),
    abjad: more.abjad ?? '',
    spellings: more.spellings ?? none,
    family,
    letters: sound === '' && more.abjad ? readableLetters(more.abjad) : lettersOf(sound),
    patronymic: kind === 'name' && text.length >= 6 && patronymic.test(text),
    heard: more.abjad ? writtenLength(more.abjad) : spokenLength(sound),
    rough: more.rough ?? false,
  }
}

const interned = new Map<string, Part>()
const internedMax = 400_000

function intern(key: string, make: () => Part): Part {
  const known = interned.get(key)
  if (known) return known
  const part = make()
  if (interned.size >= internedMax) interned.clear()
  interned.set(key, part)
  return part
}

function latinKind(text: string): { kind: PartKind; family: string | null } {
  if (text.length === 1 && !/\d/.test(text)) return { kind: 'initial', family: null }
  const number = numberOf(text)
  if (number !== undefined) return { kind: 'number', family: number }
  const form = formOf(text)
  if (form !== undefined) return { kind: 'form', family: form }
  if (isTitle(text)) return { kind: 'title', family: null }
  if (isParticle(text)) return { kind: 'particle', family: null }
  const meaning = meaningOf(text)
  if (meaning !== undefined) return { kind: 'common', family: meaning }
  return { kind: 'name', family: givenNameOf(text) ?? null }
}

const latinPart = (text: string, rough = false): Part =>
  intern(rough ? `~${text}` : text, () => {
    const { kind, family } = latinKind(text)
    return makePart(text, kind, family, { rough })
  })

const arabicParticles: Readonly<Record<string, string>> = {
  ال: 'al',
  بن: 'bin',
  ابن: 'ibn',
  ابو: 'abu',
  ابا: 'abu',
  ام: 'umm',
  و: 'wa',
  آل: 'al',
  الشيخ: 'sheikh',
  شيخ: 'sheikh',
  الحاج: 'haji',
  ولد: 'ould',
  حاج: 'haji',
  ملا: 'mullah',
  سيد: 'sayyid',
  دكتر: 'dr',
  سردار: 'general',
}

function abjadParts(word: string): Part[] {
  const text = foldAbjad(word)
  if (text === '') return []
  const particle = arabicParticles[text]
  if (particle !== undefined) return [intern(`particle:${text}`, () => abjadPart(text, particle))]
  const article = text.startsWith('ال') && text.length >= 5
  const bare = article ? text.slice(2) : text
  const own = intern(bare, () => abjadPart(bare, abjadMeaningOf(bare) ?? null))
  return article ? [intern('particle:ال', () => abjadPart('ال', 'al')), own] : [own]
}

function abjadPart(text: string, known: string | null): Part {
  if (known !== null) {
    const { kind, family } = latinKind(known)
    return makePart(text, kind, family ?? known, { abjad: text, sound: soundOf(known), rough: true })
  }
  const skeletons = abjadSkeletons(text)
  const short = text.length <= 2
  return makePart(text, 'name', null, {
    abjad: text,
    sound: '',
    skeletons,
    rough: true,
    weight: text === 'عبد' ? veryFrequentWeight : short ? 0.6 : 1,
  })
}

function characterPart(character: string, script: 'hangul' | 'han'): Part {
  return intern(character, () => {
    const spellings = spellingsOf(character, script)
    const text = spellings[0] ?? character
    return makePart(character, 'name', null, {
      sound: soundOf(text),
      skeletons: [...new Set(spellings.map((spelling) => skeletonOf(soundOf(spelling))))],
      spellings: new Set(spellings),
      rough: true,
      weight: 0.8,
    })
  })
}

/** Names of persons have two to four characters; longer words of Hangul are foreign and read as they sound. */
const syllablesMax = 4

/**
 * A foreign name in Hangul, from its romanised syllables: between consonants that have no vowel stands eu, an l
 * before a vowel is written twice and an r once, and ts has a letter of its own.
 */
const asForeign = (read: string): string =>
  read
    .replaceAll('cheu', 'ts')
    .replaceAll(/l+(?=[aeiouwy])/g, (run) => (run.length > 1 ? 'l' : 'r'))
    .replaceAll(/(?<=[^aeiou])eu/g, '')

function characterParts(word: Word, script: 'hangul' | 'han', foreign: boolean): Part[] {
  if (foreign) {
    const read = [...word.text].map(readingOf).join('')
    return [latinPart(script === 'hangul' ? asForeign(read) : read, true)]
  }
  const parts: Part[] = []
  for (let at = 0; at < word.text.length;) {
    const found = charactersAt(word.text, at)
    const known = word.text.length > syllablesMax || found?.length === word.text.length ? found : null
    if (known) {
      for (const word of known.meaning) parts.push(latinPart(word))
      at += known.length
      continue
    }
    const character = String.fromCodePoint(word.text.codePointAt(at) ?? 0)
    parts.push(characterPart(character, script))
    at += character.length
  }
  return parts
}

/** Legal forms and numbers of several words as one word each. */
function foldForms(words: readonly Word[]): Word[] {
  const texts = words.map((word) => word.text)
  const out: Word[] = []
  for (let at = 0; at < words.length;) {
    const long = longFormAt(texts, at)
    const word = words[at]
    const pair = `${texts[at]} ${texts[at + 1]}`
    const number = long || at + 1 >= words.length ? undefined : numberOf(pair)
    if (number !== undefined) {
      out.push({ script: 'latin', text: number })
      at += 2
      continue
    }
    if (long) out.push({ script: 'latin', text: long.form })
    else if (word) out.push(word)
    at += long ? long.length : 1
  }
  return out
}

/** Whether words of characters are a foreign name written by its sound: several, one of them long. */
const isForeign = (words: readonly Word[], script: 'hangul' | 'han') => {
  const own = words.filter((word) => word.script === script)
  return (
    own.length >= 2 &&
    own.some(({ text }) => text.length >= 3) &&
    !own.some(({ text }) => text.length > syllablesMax && hasMeaning(text))
  )
}

/** A name cut into its words. Empty where it holds no letter or digit. */
export function partsOf(name: string): Part[] {
  const words = foldForms(wordsOf(name))
  const foreign = { hangul: isForeign(words, 'hangul'), han: isForeign(words, 'han') }
  const parts = words.flatMap((word): Part[] => {
    if (word.script === 'abjad') return abjadParts(word.text)
    if (word.script === 'hangul' || word.script === 'han')
      return characterParts(word, word.script, foreign[word.script])
    return [latinPart(word.text, word.script === 'other')]
  })
  if (!parts.some(isTelling)) return parts.length > 1 ? parts.map(asName) : parts.map(asTitle)
  if (parts[0]?.text === 'ben') parts[0] = asName(parts[0])
  const last = parts.at(-1)
  if (last?.kind === 'title' && isSurnameToo(last.text)) parts.push(asName(parts.pop() ?? last))
  return parts
}

const asName = (part: Part): Part =>
  part.kind === 'form'
    ? part
    : intern(`name:${part.text}`, () => makePart(part.text, 'name', givenNameOf(part.text) ?? null))
/** Who is called by a title alone is known by it: "The Prince". */
const asTitle = (part: Part): Part => (part.kind === 'title' ? asName(part) : part)

const joined = new Map<Part, Map<Part, Part>>()
let joinedCount = 0

function joinTwo(a: Part, b: Part): Part {
  let after = joined.get(a)
  const known = after?.get(b)
  if (known) return known
  if (joinedCount >= internedMax) {
    joined.clear()
    joinedCount = 0
    after = undefined
  }
  if (!after) joined.set(a, (after = new Map()))
  const made = makeJoined([a, b])
  joinedCount += 1
  after.set(b, made)
  return made
}

/** Neighbouring words read as one: `size` of them, from a place on. */
export function joinParts(parts: readonly Part[], from = 0, size = parts.length): Part {
  let joint = parts[from]
  if (!joint) throw new RangeError('no word to join')
  for (let at = from + 1; at < from + size; at += 1) joint = joinTwo(joint, parts[at] as Part)
  return joint
}

const spellingsMax = 400

function makeJoined(parts: readonly Part[]): Part {
  const text = parts.map((part) => part.text).join('')
  const rough = parts.some((part) => part.rough)
  const weight = parts.reduce((sum, part) => sum + part.weight, 0)
  if (parts.every((part) => part.abjad !== ''))
    return makePart(text, 'name', null, {
      abjad: text,
      sound: '',
      skeletons: abjadSkeletons(text),
      rough,
      weight,
    })
  if (parts.every((part) => part.spellings.size > 0)) {
    let spellings = ['']
    for (const part of parts)
      spellings = spellings.flatMap((s) => [...part.spellings].map((one) => s + one)).slice(0, spellingsMax)
    const sound = soundOf(spellings[0] ?? text)
    const skeletons = [...new Set(spellings.map((spelling) => skeletonOf(soundOf(spelling))))]
    return makePart(text, 'name', null, { sound, skeletons, spellings: new Set(spellings), rough, weight })
  }
  return makePart(text, 'name', givenNameOf(text) ?? null, { rough, weight })
}

/** Words that tell who it is: neither forms nor titles nor particles. */
export const isTelling = (part: Part): boolean =>
  part.kind === 'name' || part.kind === 'common' || part.kind === 'number'

/** Words of a script that does not spell out how they sound. */
export const isCharacters = (part: Part): boolean => part.abjad !== '' || part.spellings.size > 0
