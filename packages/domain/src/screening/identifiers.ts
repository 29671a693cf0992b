/** An identifier as it is compared: what kind it says it is, and the values it may stand for. */
export type Identifier = { readonly kind: string | null; readonly values: readonly string[] }

const shortest = 4
const kinds: readonly (readonly [RegExp, string])[] = [
  [/passport/i, 'passport'],
  [/imo|vessel registration/i, 'imo'],
  [/tax|inn\b|vat/i, 'tax'],
  [/registration|company number|ogrn|\bcr\b|trade licen/i, 'registration'],
  [/national|identity|cedula|\bid\b|identification|ssn|c\.?u\.?r\.?p/i, 'national'],
  [/swift|bic/i, 'swift'],
  [/lei\b/i, 'lei'],
]

const kindOf = (label: string): string =>
  kinds.find(([pattern]) => pattern.test(label))?.[1] ?? label.trim().toLowerCase()
const bare = (value: string) =>
  value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

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
  return {
    kind: label ? kindOf(label[1] ?? '') : null,
    values: [...new Set([...whole, ...words])].filter((value) => value.length >= shortest),
  }
}

/** Whether two identifiers are one: by value, where their kinds agree or one says none. */
export function sameIdentifier(a: Identifier, b: Identifier): boolean {
  return (
    (a.kind === null || b.kind === null || a.kind === b.kind) &&
    a.values.some((value) => b.values.includes(value))
  )
}
