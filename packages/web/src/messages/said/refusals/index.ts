import type { Language } from '../../languages.ts'
import { memoryOf, type Pair } from '../law/memory.ts'
import type { Said } from '../index.ts'
import { refusedFirst } from './de-apply.ts'
import { refusedThen } from './de-run.ts'

/** What the API says where it refuses, and what would help, with its German. */
export const germanRefusals: readonly Pair[] = [...refusedFirst, ...refusedThen]

const inGerman = memoryOf(germanRefusals)

/** A refusal's own words in the reader's language; what is not known stays English as a whole. */
export function refusalIn(lang: Language, english: string): Said {
  const german = lang === 'de' ? inGerman(english) : null
  return german === null ? { text: english, lang: 'en' } : { text: german, lang }
}
