/** An identifier as it is compared: the kind it names, what its words say it is, and the values it may stand for. */
export type Identifier = {
  readonly kind: string | null
  readonly said: string | null
  readonly values: readonly string[]
}

/** Shorter values are one by chance: they count only between identifiers that say they are of one kind. */
const tellingFrom = 4
const shortest = 2
const kinds: readonly (readonly [RegExp, string])[] = [
  [/passport/i, 'passport'],
  [/imo|vessel registration/i, 'imo'],
  [/tax|inn\b|vat/i, 'tax'],
  [/registration|company number|ogrn|\bcr\b|trade licen/i, 'registration'],
  [/national|identity|cedula|\bid\b|identification|ssn|c\.?u\.?r\.?p/i, 'national'],
  [/swift|bic/i, 'swift'],
  [/lei\b/i, 'lei'],
]

const saidIn = (text: string): string | null => kinds.find(([pattern]) => pattern.test(text))?.[1] ?? null
const bare = (value: string) =>
  value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Words of digits that follow one another are one number, "265 216". */
function joinedDigits(words: readonly string[]): string[] {
  const runs: string[] = []
  let run: string[] = []
  for (const word of [...words, '']) {
    if (/^\d+$/.test(word)) run.push(word)
    else {
      if (run.length > 1) runs.push(run.join(''))
      run = []
    }
  }
  return runs
}

/**
 * Reads "passport:A1234567", "Passport A1234567 (Iran) issued 2010", "7706772795 (Tax ID/INN)" or a bare value. Only
 * the first names its kind; in running text the value is each word with a digit, without country, dates and remarks.
 */
export function readIdentifier(text: string): Identifier {
  const label = /^\s*(\p{L}[\p{L} _./-]*?)\s*:\s*(.+)$/u.exec(text)
  const plain = (label?.[2] ?? text).replace(/\(.*?\)|\b(?:issued|expires|exp)\b.*$/gi, ' ').trim()
  const words = plain
    .split(/[\s,;]+/)
    .map(bare)
    .filter((word) => /\d/.test(word))
  const whole = label || !/\s/.test(plain) || words.length === 0 ? [bare(plain)] : []
  const kind = label ? (saidIn(label[1] ?? '') ?? (label[1] ?? '').trim().toLowerCase()) : null
  return {
    kind,
    said: kind ?? saidIn(text),
    values: [...new Set([...whole, ...words, ...joinedDigits(words)])].filter(
      (value) => value.length >= shortest,
    ),
  }
}

/** Whether two identifiers are one: by value, where their kinds agree or one says none. */
export function sameIdentifier(a: Identifier, b: Identifier): boolean {
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return false
  return a.values.some(
    (value) => (value.length >= tellingFrom || a.said === b.said) && b.values.includes(value),
  )
}
