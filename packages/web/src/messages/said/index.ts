import { IntlMessageFormat } from 'intl-messageformat'
import { formatFigure, formatHours, formatNumber } from '../format.ts'
import { locales, type Language } from '../languages.ts'
import ar from './ar.json' with { type: 'json' }
import de from './de.json' with { type: 'json' }

/**
 * What the API says in English beside a stable code (why a job waits, the arithmetic of a plan, a question of the
 * rules), in other languages by that code. English is the API's own sentence, so it stands here no second time.
 */
export const said: Readonly<Record<Exclude<Language, 'en'>, Readonly<Record<string, string>>>> = { de, ar }

export type SaidValues = Readonly<Record<string, string | number | null>>

/** Text, and the language it is in. */
export type Said = { readonly text: string; readonly lang: Language }

/** Figures in the manner of the language: times as hours, the rest with four significant digits at most. */
function shown(lang: Language, name: string, value: string | number | null): string {
  if (typeof value !== 'number') return value ?? '–'
  if (name.endsWith('Ms')) return formatHours(lang, value)
  return Number.isInteger(value) && value < 1e6 ? formatNumber(lang, value) : formatFigure(lang, value)
}

/** The sentence of a code in the reader's language, or the API's English one where there is no other. */
export function sayIn(
  lang: Language,
  codes: readonly string[],
  english: string,
  values: SaidValues = {},
): Said {
  const known = lang === 'en' ? {} : said[lang]
  const code = codes.find((one) => Object.hasOwn(known, one))
  if (lang === 'en' || code === undefined) return { text: english, lang: 'en' }
  const message = new IntlMessageFormat(known[code] ?? '', locales[lang], undefined, { ignoreTag: true })
  const texts = Object.entries(values).map(([name, value]) => [name, shown(lang, name, value)])
  return { text: String(message.format(Object.fromEntries(texts))), lang }
}

/** A question of the rules: known by the fact it asks for, its path without positions, or the last name of it. */
export function askIn(lang: Language, question: { readonly fact: string; readonly ask: string }): Said {
  const names = question.fact.split('.').filter((name) => !/^\d+$/.test(name))
  return sayIn(lang, [`ask.${names.join('.')}`, `ask.${names.at(-1) ?? ''}`], question.ask)
}
