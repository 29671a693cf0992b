import { readCharacters } from './tables.ts'

/**
 * Brahmic scripts, those of India and Thai, in Latin letters, as names are written there. Their letters are consonants
 * that carry a vowel of their own, so letter for letter the vowels would be missing or in the wrong place.
 */

/** Scripts of India stand in blocks of 128 that are in the order of one another (ISCII 1991): one table reads them all. */
const first = 0x0900
const last = 0x0d7f
const tamil = 5
/** From the fourth block on a word ends as it is written; before, its last vowel is not spoken. */
const spokenEndFrom = 4

const vowelLetters = 'a a i i u u ri li e e e ai o o o au'.split(' ')
const consonants =
  'k kh g gh ng ch chh j jh ny t th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h'.split(' ')
const vowelSigns = 'a i i u u ri ri e e e ai o o o au'.split(' ')
const [vowelsFrom, consonantsFrom, signsFrom] = [0x05, 0x15, 0x3e]
/** Letters of their own in one script: khanda ta, ra and va of Assamese, the bare consonants of Malayalam. */
const own = readCharacters('ৎt ৰr ৱv ੰn ൺn ൻn ർr ൽl ൾl ൿk')
const withDot: Readonly<Record<string, string>> = {
  k: 'q',
  g: 'gh',
  j: 'z',
  d: 'r',
  dh: 'rh',
  ph: 'f',
  y: 'y',
}
const voicedInTamil: Readonly<Record<string, string>> = { k: 'g', t: 'd', p: 'b', ch: 's' }

type Sound = { text: string; kind: 'consonant' | 'vowel' | 'inherent' }

function nasal(next: number): string {
  return next >= 0x2a && next <= 0x2e ? 'm' : 'n'
}

function soundsOf(word: string): Sound[] {
  const sounds: Sound[] = []
  const places = [...word].map((letter) => (letter.codePointAt(0) ?? 0) - first)
  const endConsonant = (text: string) => {
    if (sounds.at(-1)?.kind === 'inherent') sounds.pop()
    if (text !== '') sounds.push({ text, kind: 'vowel' })
  }
  for (const [at, place] of places.entries()) {
    const offset = place & 127
    const known = own.get(word[at] ?? '')
    if (known !== undefined) sounds.push({ text: known, kind: 'consonant' })
    else if (offset === 1 || offset === 2)
      sounds.push({ text: nasal((places[at + 1] ?? 0) & 127), kind: 'consonant' })
    else if (offset === 3) sounds.push({ text: 'h', kind: 'consonant' })
    else if (offset >= vowelsFrom && offset < consonantsFrom)
      sounds.push({ text: vowelLetters[offset - vowelsFrom] ?? '', kind: 'vowel' })
    else if (offset >= consonantsFrom && offset < consonantsFrom + consonants.length)
      sounds.push(
        { text: consonants[offset - consonantsFrom] ?? '', kind: 'consonant' },
        { text: 'a', kind: 'inherent' },
      )
    else if (offset === 0x3c) {
      const dotted = sounds.at(-2)
      if (dotted) dotted.text = withDot[dotted.text] ?? dotted.text
    } else if (offset >= signsFrom && offset < signsFrom + vowelSigns.length)
      endConsonant(vowelSigns[offset - signsFrom] ?? '')
    else if (offset === 0x4d) endConsonant('')
    else if (offset >= 0x66 && offset <= 0x6f) sounds.push({ text: String(offset - 0x66), kind: 'vowel' })
  }
  return sounds
}

const isVowel = (sound: Sound | undefined) => sound !== undefined && sound.kind !== 'consonant'

/** Leaves out vowels that nobody speaks: at the end, and where a vowel and a consonant stand on either side (Ohala 1983). */
function withoutSilent(sounds: Sound[]): Sound[] {
  const left = [...sounds]
  if (left.length > 2 && left.at(-1)?.kind === 'inherent') left.pop()
  for (let at = left.length - 3; at >= 2; at -= 1) {
    const between = left[at]?.kind === 'inherent' && isVowel(left[at - 2]) && isVowel(left[at + 2])
    if (between && !isVowel(left[at - 1]) && !isVowel(left[at + 1])) left.splice(at, 1)
  }
  return left
}

/** Tamil writes one letter for k and g, for t and d, for p and b: within a word they are voiced, unless doubled. */
function voiced(sounds: readonly Sound[]): Sound[] {
  return sounds.map((sound, at): Sound => {
    const [before, after] = [sounds[at - 1], sounds[at + 1]]
    const text = voicedInTamil[sound.text]
    const within = before !== undefined && (isVowel(before) || /^(?:n|m|ng|ny)$/.test(before.text))
    if (sound.kind !== 'consonant' || text === undefined) return sound
    if (before === undefined && sound.text === 'ch') return { ...sound, text: 's' }
    return within && isVowel(after) ? { ...sound, text } : sound
  })
}

/** A word in a script of India in Latin letters; null where it is in none. */
export function indianSpoken(word: string): string | null {
  const place = (word.codePointAt(0) ?? 0) - first
  if (place < 0 || place > last - first) return null
  const block = place >> 7
  const sounds = soundsOf(word)
  const spoken = block < spokenEndFrom ? withoutSilent(sounds) : sounds
  const heard = block === tamil ? voiced(spoken) : spoken
  const read = heard.map(({ text }) => text).join('')
  return block === tamil ? read.replaceAll('ngg', 'ng') : read
}

const thaiLetter = /[\u0E00-\u0E7F]/
/** A consonant, or one with r, l or w behind it: before a sign always, else where these do not begin what follows. */
const beforeSign = '([ก-ฮ][รลว]?)'
const alone = '([ก-ฮ](?:[รลว](?=[ก-ฮ]))?)'
/** What is written around consonants, in the order it is tried. */
const thaiVowels: readonly (readonly [RegExp, string])[] = (
  [
    [`เ${beforeSign}ียะ?`, 'ia'],
    [`เ${beforeSign}ือะ?`, 'uea'],
    [`เ${beforeSign}าะ`, 'o'],
    [`เ${beforeSign}า`, 'ao'],
    [`เ${beforeSign}อะ?`, 'oe'],
    [`เ${beforeSign}ิ`, 'oe'],
    [`เ${beforeSign}ย(?![ัาิีึืุูะำ])`, 'oei'],
    [`เ${alone}ะ?`, 'e'],
    [`แ${alone}ะ?`, 'ae'],
    [`โ${alone}ะ?`, 'o'],
    [`[ไใ]${alone}ย?`, 'ai'],
    [`${beforeSign}ัวะ?`, 'ua'],
    [`${beforeSign}ัย`, 'ai'],
    [`${beforeSign}รร(?=[ก-ฮ])`, 'a'],
    [`${beforeSign}รร`, 'an'],
  ] as const
).map(([written, spoken]) => [new RegExp(written, 'g'), `$1${spoken}`])
/** The article of Arabic names, whose l is none of the endings below. */
const articles = new Map([
  ['อัล', 'al'],
  ['เอล', 'el'],
])

/**
 * A word in Thai with its vowels in Latin letters behind their consonants and without silent letters; null where it is
 * in another script. Its consonants stay, to be read one by one.
 */
export function thaiSpoken(word: string): string | null {
  if (!thaiLetter.test(word)) return null
  const article = articles.get(word)
  if (article !== undefined) return article
  let read = word
    // An r or l that is not spoken after a vowel stands in foreign names, which are written with it in Latin.
    .replace(/(?<=[ัาิีึืุูอ])([รล])\u0E4C/g, (_, letter: string) => (letter === 'ร' ? 'r' : 'l'))
    .replace(/[ก-ฮ][ิุ]?\u0E4C/g, '')
    .replace(/[\u0E47-\u0E4E]/g, '')
  for (const [from, to] of thaiVowels) read = read.replace(from, to)
  return (
    read
      .replace(/[รลญณฬ]$/, 'น')
      .replace(/ย$/, 'i')
      .replaceAll('ำ', 'am')
      // A letter that only carries a vowel, and the same letter as a vowel.
      .replace(/อ(?=[aeiou\u0E30-\u0E39])/g, '')
      .replace(/^อ(?=[ก-ฮ])/, 'a')
      // Between two consonants without a vowel stands an o where they are a syllable, an a where the second begins one.
      .replace(/^([ก-ฮ])(?=[ก-ยศ-ฮ](?![aeiou\u0E30-\u0E39]))/, '$1o')
      .replace(/^([ก-สฬ])(?=[ก-ยศสฮ][aeiou\u0E30-\u0E39])/, '$1a')
      .replace(/([ก-ฮ])(?=[ก-ฮ]$)/, '$1o')
  )
}
