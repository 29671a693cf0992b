import { isCharacters, isTelling, type Part } from './parts.ts'

/** With fewer letters than this nearly every word shortens somebody's name; nobody shortens to more than the other. */
const lettersMin = 4
const lettersMax = 8

const isWithin = ({ length }: string) => length >= lettersMin && length <= lettersMax
const firstLetters = (parts: readonly Part[]) => parts.map(({ text }) => text[0] ?? '').join('')

/**
 * What a name of an organisation may be shortened to: the first letters of its words, with its legal form, without it,
 * and with its small words ("of", "and").
 */
export function acronymsOf(parts: readonly Part[]): string[] {
  if (parts.length < lettersMin || parts.some(isCharacters)) return []
  const words = parts.filter(({ kind }) => kind !== 'particle' && kind !== 'title')
  const bare = words.filter(({ kind }) => kind !== 'form')
  return [...new Set([words, bare, parts].map(firstLetters))].filter(isWithin)
}

/** The one word of a name, if it may be others' first letters: -1 where there are more or none. */
export function acronymAt(parts: readonly Part[]): number {
  const at = parts.findIndex(isTelling)
  const part = parts[at]
  if (!part || part.kind !== 'name' || isCharacters(part) || !isWithin(part.text)) return -1
  return parts.findLastIndex(isTelling) === at ? at : -1
}

/**
 * How much first letters are worth, 0 to 1. Four are shared by chance more often than not among a hundred thousand
 * names: they make a match only where something else agrees.
 */
export const acronymValue = (letters: string): number => (letters.length === lettersMin ? 0.85 : 0.9)
