import { isCharacters, type Part } from './parts.ts'
import type { Postings } from './postings.ts'

/** A word of the lists that a word may stand for, by its place, and how alike they are. */
export type Found = { readonly place: number; readonly value: number }
/** Such words, the nearest first, and how many names they lead to. */
export type Finds = { readonly found: readonly Found[]; readonly names: number }

/**
 * Room to work in, one for each index. What is read of thousands of words and names in a search stands in a few
 * arrays of numbers, since each object of its own would be waited for.
 */
export type Work = {
  /** Beside each list of words what is quickly seen of them. */
  readonly looks: ReadonlyMap<Postings, Int32Array>
  readonly seen: Int32Array
  round: number
  readonly weights: Float64Array
  /** Of each name what its words gained so far, by which word last, and what it weighs. */
  readonly gains: Float64Array
  readonly touched: Int32Array
  readonly like: Map<Part, Finds>
  readonly joined: Map<Part, Finds>
}

/** Where in the room of a name stands what it gained, by which word last, and what it weighs. */
export const gainAt = 0
export const lastAt = 1
export const weightAt = 2
export const roomOfName = 4

export const soundMax = 31
export const lettersMask = 0x7fffffe
/** Of a word its letters (bits 1 to 26), whether it is spelled out (bit 0), and how long it sounds (bits 27 to 31). */
const looksOf = (part: Part): number =>
  (part.letters & lettersMask) | (isCharacters(part) ? 0 : 1) | (Math.min(soundMax, part.sound.length) << 27)

/** Room for an index of these words and names, whose words are looked up in these lists. */
export function makeWork(
  terms: readonly Part[],
  names: readonly { readonly weight: number }[],
  lists: readonly Postings[],
): Work {
  const looks = Int32Array.from(terms, looksOf)
  const gains = new Float64Array(names.length * roomOfName)
  for (const [name, { weight }] of names.entries()) gains[name * roomOfName + weightAt] = weight
  return {
    looks: new Map(lists.map((list) => [list, list.values.map((place) => looks[place] as number)] as const)),
    seen: new Int32Array(terms.length),
    round: 0,
    weights: Float64Array.from(terms, ({ weight }) => weight),
    gains,
    touched: new Int32Array(names.length),
    like: new Map(),
    joined: new Map(),
  }
}
