/** Cyrillic and Greek letters in Latin, one spelling each; other scripts stay as they are. */
const romanised: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  є: 'ye',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'yi',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
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
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** Letters that look Latin but are of another script, within a word that is otherwise Latin. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  τ: 't',
  ι: 'i',
  κ: 'k',
}

/** Marks of direction, joiners, soft hyphens and controls: they change nothing that is read. */
const invisible = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/**
 * A name as it is compared: without marks, case, punctuation or invisible characters, in Latin where it was Cyrillic
 * or Greek, single spaces. Empty where nothing that can be compared is left.
 */
export function normaliseName(text: string): string {
  const folded = text
    .toWellFormed()
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
  const words = folded
    .replace(/['’ʼ`´.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return words.map(romaniseWord).join(' ').trim()
}

function romaniseWord(word: string): string {
  const mixed = /[a-z]/.test(word) && /[\u0370-\u04FF]/.test(word)
  let out = ''
  for (const letter of word) out += (mixed ? lookalikes[letter] : undefined) ?? romanised[letter] ?? letter
  return out
}

/** Forms and titles that say little of who it is: they count for little, and alone for nothing. */
const thin = new Set(
  'ltd limited llc inc incorporated corp corporation co company gmbh ag sa sarl srl spa bv nv plc pte pty oao ooo zao pao ao jsc pjsc ojsc llp lp kg ek joint stock group holding holdings trading international general enterprise enterprises industries industry the of and for de la le du el al bin ibn bint abu abd mr mrs ms dr prof sir shaykh sheikh haji mv mt vessel'.split(
    ' ',
  ),
)

export function isThin(token: string): boolean {
  return thin.has(token)
}

export type Token = { readonly text: string; readonly thin: boolean }

export function tokensOf(normalised: string): Token[] {
  return normalised === '' ? [] : normalised.split(' ').map((text) => ({ text, thin: isThin(text) }))
}
