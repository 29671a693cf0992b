import type { Language } from '../messages/index.ts'

/**
 * Attributes for text in another language than the page's, so that it is read aloud and laid out rightly.
 * The law's own words are English everywhere, findings where a language has none for them.
 */
export function inLanguage(textLang: Language, pageLang: Language): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (textLang === pageLang) return {}
  return { lang: textLang, dir: textLang === 'ar' ? 'rtl' : 'ltr' }
}
