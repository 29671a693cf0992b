import { isCharacters, type Part } from './parts.ts'

/**
 * The letters of a whole name, whatever its words and their order, as a number: a sum of one number for each letter, so
 * that a letter more or less is an addition (an additive hash of a multiset). Names of the same letters have the same
 * number; others hardly ever, and a comparison decides in any case.
 */
export type Letters = { readonly key: number; readonly text: string }

const numbers = new Int32Array(128)
let state = 1
for (let code = 0; code < numbers.length; code += 1) {
  // Park and Miller's minimal standard, twice for 32 bits.
  const high = (state = (state * 48_271) % 2_147_483_647)
  state = (state * 48_271) % 2_147_483_647
  numbers[code] = (high << 16) ^ state
}
const numberAt = (code: number): number => numbers[code & 127] as number

/** Fewer letters than this say nothing without their order; and with another letter in place of one, fewer than that. */
const lettersMin = 6
const otherFrom = 9
const lettersMax = 80

/** The letters of a name without its legal forms, which lists leave out; null where it is not spelled, too short or too long. */
export function lettersOf(parts: readonly Part[]): Letters | null {
  let text = ''
  for (const part of parts) {
    if (isCharacters(part)) return null
    if (part.kind !== 'form') text += part.text
  }
  if (text.length < lettersMin || text.length > lettersMax) return null
  let key = 0
  for (let at = 0; at < text.length; at += 1) key = (key + numberAt(text.charCodeAt(at))) | 0
  return { key, text }
}

const [a, z] = [97, 122]

/** Names by their letters. */
export class NamesByLetters {
  readonly #names = new Map<number, number[]>()
  /** A bit for the upper bits of each key: most keys that are asked for are none, which is quickly seen here. */
  readonly #marks = new Int32Array(1 << 17)

  add({ key }: Letters, name: number): void {
    const names = this.#names.get(key)
    if (names) names.push(name)
    else this.#names.set(key, [name])
    const word = key >>> 15
    this.#marks[word] = (this.#marks[word] as number) | (1 << ((key >>> 10) & 31))
  }

  /** Names whose letters differ by one at most: one less, one more, or another in its place. */
  near({ key, text }: Letters): number[] {
    const found: number[] = []
    const marks = this.#marks
    const take = (one: number) => {
      if (((marks[one >>> 15] as number) & (1 << ((one >>> 10) & 31))) === 0) return
      for (const name of this.#names.get(one) ?? []) found.push(name)
    }
    take(key)
    for (let more = a; more <= z; more += 1) take((key + numberAt(more)) | 0)
    let seen = 0
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      // A letter that comes again says the same again.
      const bit = code >= a && code <= z ? 1 << (code - a) : 0
      if ((seen & bit) !== 0) continue
      seen |= bit
      const less = (key - numberAt(code)) | 0
      take(less)
      if (text.length < otherFrom) continue
      for (let other = a; other <= z; other += 1) if (other !== code) take((less + numberAt(other)) | 0)
    }
    return found
  }
}
