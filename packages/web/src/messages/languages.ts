/** The languages of the pages, in the order of the switch. */
export const languages = ['en', 'de', 'ar'] as const
export type Language = (typeof languages)[number]

/** Each language's name in itself, as its readers look for it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  ar: 'العربية',
}

export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text)
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/**
 * The Intl locale behind a language. English writes day before month; Arabic keeps the digits 0 to 9, so that a
 * figure on screen is the figure in the log and in the CSV.
 */
export const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', ar: 'ar-u-nu-latn' }
