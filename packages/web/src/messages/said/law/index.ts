import type { Language } from '../../languages.ts'
import type { Said } from '../index.ts'
import { answers } from './de/answers.ts'
import { bookHardware } from './de/book-hardware.ts'
import { bookNations } from './de/book-nations.ts'
import { bookUses } from './de/book-uses.ts'
import { bookValues } from './de/book-values.ts'
import { chips } from './de/chips.ts'
import { citations } from './de/citations.ts'
import { letter } from './de/letter.ts'
import { nations } from './de/nations.ts'
import { releases } from './de/releases.ts'
import { sanctions } from './de/sanctions.ts'
import { transfers } from './de/transfers.ts'
import { uses } from './de/uses.ts'
import { memoryOf, type Pair } from './memory.ts'

/** What the rules say in English, sentence by sentence, with its German. */
export const germanLaw: readonly Pair[] = [
  ...chips,
  ...transfers,
  ...uses,
  ...releases,
  ...nations,
  ...sanctions,
  ...answers,
  ...citations,
  ...letter,
  ...bookNations,
  ...bookHardware,
  ...bookUses,
  ...bookValues,
]

const inGerman = memoryOf(germanLaw)

/**
 * What the rules say (findings, why a fact is asked, answers, arithmetic, where a citation comes from) in the reader's
 * language. The rules write English alone; a text of which any part is not known stays English as a whole.
 */
export function lawIn(lang: Language, english: string): Said {
  const german = lang === 'de' ? inGerman(english) : null
  return german === null ? { text: english, lang: 'en' } : { text: german, lang }
}

/** A finding in a letter: "- The finding. (us-ear.code: 15 CFR 744, 744.11)". */
const withSource = /^(.+) \(([\w.-]+): (.+), ([^,]+(?:, [^,]+)*)\)$/s

function lineInGerman(line: string): string | null {
  const [mark, text] = line.startsWith('- ') ? ['- ', line.slice(2)] : ['', line]
  // A site is called by its name, and an empty line parts paragraphs.
  if (text === '' || (mark === '' && /^[^.]+:$/.test(text))) return line
  const found = withSource.exec(text)
  const said = inGerman(found?.[1] ?? text)
  if (said === null || !found) return said === null ? null : mark + said
  const [, , code, instrument = '', paragraph = ''] = found
  return `${mark}${said} (${code}: ${inGerman(instrument) ?? instrument}, ${inGerman(paragraph) ?? paragraph})`
}

/** The letter of a refusal, line by line; in English as a whole where a line is not known. */
export function letterIn(lang: Language, english: string): Said {
  const lines = lang === 'de' ? english.split('\n').map(lineInGerman) : [null]
  return lines.includes(null) ? { text: english, lang: 'en' } : { text: lines.join('\n'), lang }
}
