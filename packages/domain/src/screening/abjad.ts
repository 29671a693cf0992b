import { letterDistance } from './edit.ts'
import { readCharacters } from './tables.ts'

/**
 * Arabic, Persian, Urdu and Hebrew words against Latin ones. Their scripts write consonants and long vowels, so a
 * word is aligned with the sound of a Latin one: vowels that are not written cost little.
 */

/** For each letter the sounds it is written with in Latin, the usual one first; '' where it may be silent. */
const sounds: Readonly<Record<string, string>> = {
  ا: 'aeiou',
  ب: 'bp',
  پ: 'pb',
  ت: 'tT',
  ٹ: 't',
  ث: 'Tst',
  ج: 'Jgi',
  چ: 'CSJ',
  ح: 'hX',
  خ: 'Xhk',
  د: 'dt',
  ڈ: 'd',
  ذ: 'Dzd',
  ر: 'r',
  ڑ: 'r',
  ز: 'zs',
  ژ: 'Jz',
  س: 'sc',
  ش: 'SsC',
  ص: 's',
  ض: 'Ddz',
  ط: 'tT',
  ظ: 'zDdT',
  ع: 'aeiou',
  غ: 'gXk',
  ف: 'fv',
  ق: 'kgh',
  ک: 'kg',
  ك: 'kg',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ں: 'n',
  و: 'uovf',
  ه: 'hae',
  ہ: 'hae',
  ھ: 'h',
  ي: 'ieaJ',
  ی: 'ieaJ',
  ے: 'ei',
  ڤ: 'v',
  א: 'aeiou',
  ב: 'bv',
  ג: 'gJ',
  ד: 'd',
  ה: 'hae',
  ו: 'vuo',
  ז: 'z',
  ח: 'hCX',
  ט: 't',
  י: 'ie',
  כ: 'kCX',
  ך: 'kCX',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  ע: 'aeiou',
  פ: 'pf',
  ף: 'fp',
  צ: 'cz',
  ץ: 'cz',
  ק: 'kg',
  ר: 'r',
  ש: 'Ss',
  ת: 'tT',
}
/** Letters that are a vowel, or nothing, as often as a consonant. */
const weak = new Set('اعهہويیےאהויע')
const vowels = new Set('aeiou')

/** Ways to write one letter, made one. */
export function foldAbjad(word: string): string {
  return word
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئی]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/[ةۀہھه]/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/[ء\u200c]/g, '')
    .replace(/(.)\1+/gu, '$1')
}

/** One letter, in whole units: costs are hundredths of one, and whole numbers are quick to compare. */
const one = 100
const unwrittenVowel = 8
const silentWeak = 25
const usualFirst = 10
const lengthMax = 48
const codes = 128
const rows = [new Int32Array(lengthMax + 1), new Int32Array(lengthMax + 1)]

/** What it costs to read a letter as each sound. */
const costs = new Map<string, Int32Array>()
for (const [letter, heard] of Object.entries(sounds)) {
  const table = new Int32Array(codes).fill(one)
  for (const [at, sound] of [...heard].entries())
    table[sound.charCodeAt(0)] = at === 0 || vowels.has(sound) ? 0 : usualFirst
  costs.set(letter, table)
}
const unreadable = new Int32Array(codes).fill(one)

/** What a sound costs that is not written, and what it counts for in the length of a word. */
const gaps = new Int32Array(codes).fill(one)
const lengths = new Float32Array(codes).fill(1)
for (const vowel of vowels) {
  gaps[vowel.charCodeAt(0)] = unwrittenVowel
  lengths[vowel.charCodeAt(0)] = 0.25
}
gaps['h'.charCodeAt(0)] = silentWeak

/** What it costs to leave a letter silent. The l of an article within a name may have become the letter after it. */
function silence(word: string, at: number): number {
  const letter = word[at] ?? ''
  return weak.has(letter) || (letter === 'ل' && at > 1 && word[at - 1] === 'ا') ? silentWeak : one
}

/** Below this likeness nobody asks how unlike two words are. */
const leastAsked = 0.72

/** How many letters a Latin sound counts for beside a word of consonants: vowels are often not written. */
export function spokenLength(sound: string): number {
  let sum = 0
  for (let at = 0; at < sound.length && at < lengthMax; at += 1) sum += lengths[sound.charCodeAt(at)] ?? 1
  return sum
}

/** How many letters a word of consonants counts for: those that may be silent half. */
export function writtenLength(word: string): number {
  let sum = 0
  for (let at = 0; at < word.length && at < lengthMax; at += 1) sum += weak.has(word[at] ?? '') ? 0.5 : 1
  return sum
}

/** Letters that a word of consonants may be read as, as bits, and those that need not be written. */
export function readableLetters(word: string): number {
  let mask = 0
  for (const letter of `${[...word].map((one) => sounds[one] ?? '').join('')}aeiouh`)
    mask |= 1 << (letter.toLowerCase().charCodeAt(0) % 32)
  return mask
}

/** The most that may be unlike in words of these lengths, in letters: what is more is below 0.72. */
export const mostUnlike = (written: number, spoken: number): number =>
  Math.max(1, written, spoken) * (1 - leastAsked)

/** How well a Latin sound reads a word of consonants, 0 to 1; 0 where it is below 0.72. */
export function abjadLikeness(
  word: string,
  sound: string,
  written: number = writtenLength(word),
  spoken: number = spokenLength(sound),
): number {
  const n = Math.min(word.length, lengthMax)
  const m = Math.min(sound.length, lengthMax)
  let before = rows[0] as Int32Array
  let now = rows[1] as Int32Array
  before[0] = 0
  for (let j = 1; j <= m; j += 1) {
    const code = sound.charCodeAt(j - 1)
    before[j] = (before[j - 1] as number) + (gaps[code] ?? one)
  }
  const length = Math.max(1, written, spoken)
  const most = mostUnlike(written, spoken) * one + 0.5
  for (let i = 1; i <= n; i += 1) {
    const letter = word[i - 1] ?? ''
    const cost = costs.get(letter) ?? unreadable
    const drop = silence(word, i - 1)
    now[0] = (before[0] as number) + drop
    let least = now[0]
    for (let j = 1; j <= m; j += 1) {
      const code = sound.charCodeAt(j - 1)
      const value = Math.min(
        (before[j - 1] as number) + (cost[code] ?? one),
        (before[j] as number) + drop,
        (now[j - 1] as number) + (gaps[code] ?? one),
      )
      now[j] = value
      if (value < least) least = value
    }
    if (least > most) return 0
    const done = before
    before = now
    now = done
  }
  return (before[m] as number) > most ? 0 : 1 - (before[m] as number) / one / length
}

/** Letters of Hebrew as Arabic has them, and letters of either that the other writes alike. */
const across = readCharacters(
  'אا בب גج דد הه וو זز חه טت יي כك ךك לل מم םم נن ןن סس עا פف ףف צس ץس קك רر שش תت طت صس قك حه عا ثت ذد ضد ظز غج خه پب گج چش ژز ڤو',
)
const consonantsOf = (word: string) =>
  [...word]
    .map((letter) => across.get(letter) ?? letter)
    .filter((letter) => !weak.has(letter))
    .join('')

export const isHebrew = (word: string): boolean => /[\u0590-\u05FF]/.test(word)

/** What a word says by its consonants alone where one is Arabic and the other Hebrew: long vowels are written at will. */
export function acrossScripts(a: string, b: string): number {
  const [one, other] = [consonantsOf(a), consonantsOf(b)]
  const longest = Math.max(one.length, other.length)
  return longest < 2 ? 0 : (1 - letterDistance(one, other, longest) / longest) * 0.95
}

/** Consonants of a word as `skeletonOf` has them for Latin ones; several where a letter is read in several ways. */
const skeletons: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ٹ: 't',
  ث: 'ts',
  ج: 'sk',
  چ: 's',
  خ: 'k-',
  د: 't',
  ڈ: 't',
  ذ: 'ts',
  ر: 'r',
  ڑ: 'r',
  ز: 's',
  ژ: 's',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'ts',
  ط: 't',
  ظ: 'st',
  غ: 'k',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  گ: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ں: 'n',
  و: '-f',
  ڤ: 'f',
  ב: 'bf',
  ג: 'k',
  ד: 't',
  ו: '-f',
  ז: 's',
  ח: '-s',
  ט: 't',
  כ: 'ks',
  ך: 'ks',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  פ: 'bf',
  ף: 'f',
  צ: 's',
  ץ: 's',
  ק: 'k',
  ר: 'r',
  ש: 's',
  ת: 't',
}
const alternativesMax = 8

export function abjadSkeletons(word: string): string[] {
  let found = ['']
  for (const [at, letter] of [...word].entries()) {
    // The l of an article within a name may have become the letter after it.
    const article = letter === 'ل' && at > 1 && word[at - 1] === 'ا'
    const options = article ? 'l-' : skeletons[letter]
    if (options === undefined) continue
    const grown = found.flatMap((known) =>
      [...options].map((one) => (one === '-' || known.endsWith(one) ? known : known + one)),
    )
    found = [...new Set(grown)].slice(0, alternativesMax)
  }
  return found
}
