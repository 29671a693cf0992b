import { formatCountry } from '../../format.ts'
import { locales, type Language } from '../../languages.ts'

/** One form of a name: CLDR writes "&" where the rules may write "and", and sentences put "the" before some. */
const plain = (name: string) => name.replace(/^the /, '').replaceAll(' & ', ' and ').toLowerCase()

/** "Macau" for what is "Sonderverwaltungsregion Macau" in full; abbreviations such as "UK" are not taken. */
function shortName(lang: Language, code: string): string {
  const names = new Intl.DisplayNames(locales[lang], { type: 'region', style: 'short', fallback: 'code' })
  const short = names.of(code) ?? code
  return /^[A-Z]+$/.test(short) ? formatCountry(lang, code) : short
}

/** In English as the United States and as Britain write it: "St. Lucia", "St Lucia". */
const englishNames = ['en', 'en-GB'].flatMap((locale) =>
  (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'code' }),
  ),
)

function germanNames(): Map<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  return new Map(
    codes.flatMap((code) =>
      englishNames
        .map((names) => names.of(code) ?? code)
        .filter((name) => name !== code)
        .map((name) => [plain(name), shortName('de', code)] as const),
    ),
  )
}

let known: Map<string, string> | null = null

/** A country by its English name, in German; null for what is no country. */
export function countryInGerman(english: string): string | null {
  known ??= germanNames()
  return known.get(plain(english)) ?? null
}
