import { IntlMessageFormat } from 'intl-messageformat'
import { directionOf, locales } from './languages.ts'
import type { Language } from './languages.ts'

export type MessageValue = string | number

type Texts = Readonly<Partial<Record<string, string>>>

/** Compiled messages by language and key, filled on first use. */
type Compiled = Map<string, IntlMessageFormat>

function compile(
  texts: Readonly<Record<Language, Texts>>,
  compiled: Compiled,
  language: Language,
  key: string,
) {
  const cacheKey = `${language} ${key}`
  const known = compiled.get(cacheKey)
  if (known) return known
  const own = texts[language][key]
  const text = own ?? texts.en[key]
  if (text === undefined) throw new Error(`No message has the key ${key}`)
  // English text on an Arabic page keeps English plurals.
  const locale = own === undefined ? locales.en : locales[language]
  const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true })
  compiled.set(cacheKey, message)
  return message
}

/** Makes the lookup of translators: one per language, with a plain string as answer (escaped by the page). */
export function createTranslators<Key extends string>(texts: Readonly<Record<Language, Texts>>) {
  const compiled: Compiled = new Map()

  function translatorFor(lang: Language) {
    const t = (key: Key, values?: Readonly<Record<string, MessageValue>>): string =>
      String(compile(texts, compiled, lang, key).format(values))
    return Object.assign(t, {
      lang,
      dir: directionOf(lang),
      /** The language that `t(key)` answers in: "en" where the reader's language has no text yet. */
      langOf: (key: Key): Language => (texts[lang][key] === undefined ? 'en' : lang),
    })
  }

  const translators = { en: translatorFor('en'), de: translatorFor('de'), ar: translatorFor('ar') }
  return (lang: Language) => translators[lang]
}
