import anyAscii from 'any-ascii'
import { indianSpoken, thaiSpoken } from './brahmic.ts'

/** Marks of direction, joiners, soft hyphens and controls: they change nothing that is read. */
const invisible =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u0640\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/** Letters that fall apart into no Latin letter and mark, with the spelling that lists use. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ə: 'a',
  ŋ: 'ng',
}

/** Cyrillic in Latin, one spelling each; the sound of a word brings other spellings together. */
const cyrillic: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  ғ: 'g',
  д: 'd',
  ђ: 'dj',
  е: 'e',
  ё: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  ј: 'y',
  к: 'k',
  қ: 'k',
  л: 'l',
  љ: 'ly',
  м: 'm',
  н: 'n',
  њ: 'ny',
  ң: 'ng',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  ћ: 'ch',
  у: 'u',
  ў: 'u',
  ү: 'u',
  ұ: 'u',
  ф: 'f',
  х: 'kh',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  џ: 'j',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ә: 'a',
  ю: 'yu',
  я: 'ya',
  ѓ: 'g',
  ќ: 'k',
  ѕ: 'z',
}

/** Greek in Latin; pairs of letters that stand for one sound come first. */
const greek: Readonly<Record<string, string>> = {
  μπ: 'b',
  ντ: 'd',
  γκ: 'g',
  γγ: 'ng',
  τζ: 'tz',
  τσ: 'ts',
  ου: 'ou',
  αι: 'e',
  ει: 'i',
  οι: 'i',
  αυ: 'av',
  ευ: 'ev',
  α: 'a',
  β: 'v',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  ζ: 'z',
  η: 'i',
  θ: 'th',
  ι: 'i',
  κ: 'k',
  λ: 'l',
  μ: 'm',
  ν: 'n',
  ξ: 'x',
  ο: 'o',
  π: 'p',
  ρ: 'r',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'y',
  φ: 'f',
  χ: 'ch',
  ψ: 'ps',
  ω: 'o',
}

/** Letters of two scripts that look alike, Cyrillic first: a word with both is read in the script it has more of. */
const lookalikes: readonly (readonly [string, string])[] = [
  ['а', 'a'],
  ['е', 'e'],
  ['о', 'o'],
  ['р', 'p'],
  ['с', 'c'],
  ['у', 'y'],
  ['х', 'x'],
  ['і', 'i'],
  ['ѕ', 's'],
  ['ј', 'j'],
  ['к', 'k'],
  ['к', 'ĸ'],
  ['м', 'm'],
  ['т', 't'],
  ['в', 'b'],
  ['н', 'h'],
  ['α', 'a'],
  ['ο', 'o'],
  ['ρ', 'p'],
  ['ν', 'v'],
  ['τ', 't'],
  ['ι', 'i'],
  ['κ', 'k'],
]
const toLatin = new Map(lookalikes.map(([other, latin]) => [other, latin]))
const toCyrillic = new Map(
  lookalikes.filter(([other]) => other >= 'Ѐ').map(([other, latin]) => [latin, other] as const),
)

/** How a word is written, as far as it decides how it is compared. */
export type Script = 'latin' | 'abjad' | 'hangul' | 'han' | 'other'
export type Word = { readonly script: Script; readonly text: string }

const cyrillicLetter = /[\u0400-\u052F]/
const greekLetter = /[\u0370-\u03FF]/
const abjadLetter = /[\u0590-\u06FF\u0750-\u077F\uFB1D-\uFDFF\uFE70-\uFEFC]/
const hangulLetter = /[\uAC00-\uD7A3\u1100-\u11FF]/
const hanLetter = /\p{Script=Han}/u
const armenian = /[\u0530-\u058F]/
const latinOnly = /^[\u0000-\u024F]*$/

/** Digits written among letters, as in "Sech1n". */
const digitLetters: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
}

function mapLetters(word: string, table: Readonly<Record<string, string>>): string {
  let out = ''
  for (let at = 0; at < word.length; at += 1) {
    const pair = table[word.slice(at, at + 2)]
    if (pair !== undefined && at + 1 < word.length) {
      out += pair
      at += 1
    } else out += table[word[at] ?? ''] ?? word[at] ?? ''
  }
  return out
}

/** A word in which letters of two scripts stand, in the script of most of them. */
function inOneScript(word: string): string {
  const latin = word.match(/[a-zĸ]/g)?.length ?? 0
  const others = word.match(/[\u0370-\u052F]/g)?.length ?? 0
  if (latin === 0 || others === 0) return word
  const table = others >= latin && cyrillicLetter.test(word) ? toCyrillic : toLatin
  return [...word].map((letter) => table.get(letter) ?? letter).join('')
}

function asciiOf(text: string): string {
  return anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

function wordOf(raw: string): Word {
  if (plainWord.test(raw)) return { script: 'latin', text: raw }
  if (latinOnly.test(raw)) {
    const text = mapLetters(raw, letters)
    const leet = /\d/.test(text) && /[a-z]{2}/.test(text) && /^[a-z]\d|[a-z]\d[a-z]/.test(text)
    return { script: 'latin', text: leet ? mapLetters(text, digitLetters) : text }
  }
  if (abjadLetter.test(raw)) return { script: 'abjad', text: raw }
  if (hangulLetter.test(raw)) return { script: 'hangul', text: raw.normalize('NFC') }
  if (hanLetter.test(raw) && !/[\u3040-\u30FF]/.test(raw)) return { script: 'han', text: raw }
  const word = inOneScript(raw)
  if (cyrillicLetter.test(word)) return { script: 'latin', text: asciiOf(mapLetters(word, cyrillic)) }
  if (greekLetter.test(word)) return { script: 'latin', text: asciiOf(mapLetters(word, greek)) }
  const spoken = indianSpoken(word) ?? thaiSpoken(word) ?? word
  const text = asciiOf(mapLetters(spoken, letters)).replace(armenian.test(word) ? /ow/g : /$^/, 'u')
  return { script: latinOnly.test(word) ? 'latin' : 'other', text }
}

/** What most names are written in: nothing of it needs more than small letters. */
const plainText = /^[ -~]*$/
const plainWord = /^[a-z]+$/

/**
 * A text without marks, case and invisible characters, in compatibility form. Lone surrogates become the
 * replacement character, which is no letter.
 */
export function foldText(text: string): string {
  if (plainText.test(text)) return text.toLowerCase()
  return text
    .toWellFormed()
    .normalize('NFKD')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/(?<=[\u0000-\u03FF\u0530-\u06FF]\p{M}*)\p{M}|(?<=[\u0400-\u052F]\p{M}*)[\u0300\u0301]/gu, '')
    .normalize('NFC')
}

/** A letter alone that looks as one of the words around it: "Общество C ограниченной" with a Latin C. */
function withNeighbours(words: readonly string[]): readonly string[] {
  const cyrillicWords = words.filter((word) => cyrillicLetter.test(word)).length
  if (cyrillicWords * 2 <= words.length) return words
  return words.map((word) => (word.length === 1 ? (toCyrillic.get(word) ?? word) : word))
}

/** The words of a name, in order: Latin, Cyrillic and Greek as Latin, other scripts as they are or in rough Latin. */
export function wordsOf(text: string): Word[] {
  const words = foldText(text)
    .replace(/['’ʼ`´.‘"“”«»״׳]/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
  return withNeighbours(words)
    .map(wordOf)
    .filter((word) => word.text !== '')
}
