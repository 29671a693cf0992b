/** Lists of whole numbers, all in one array: that of a place ends where the next one begins. */
export type Lists = { readonly from: Int32Array; readonly values: Int32Array }

/** Lists of whole numbers by a key. A hundred thousand arrays of their own would cost their weight and be waited for. */
export type Postings = Lists & { readonly slots: ReadonlyMap<string, number> }

/** Lists while they grow: each value knows the one before it in its list. */
export class GrowingLists {
  readonly #values: number[] = []
  readonly #before: number[] = []
  readonly #last: number[] = []

  /** Adds to the list at a place, in the order of places when it is the first of one; the same value again is left out. */
  add(place: number, value: number): void {
    const last = this.#last[place] ?? -1
    if (last >= 0 && this.#values[last] === value) return
    this.#before.push(last)
    this.#last[place] = this.#values.push(value) - 1
  }

  finish(): Lists {
    const count = this.#last.length
    const from = new Int32Array(count + 1)
    const values = new Int32Array(this.#values.length)
    let end = values.length
    for (let place = count - 1; place >= 0; place -= 1) {
      from[place + 1] = end
      for (let at = this.#last[place] as number; at >= 0; at = this.#before[at] as number)
        values[(end -= 1)] = this.#values[at] as number
    }
    return { from, values }
  }
}

/** Postings while they grow. */
export class GrowingPostings {
  readonly #slots = new Map<string, number>()
  readonly #lists = new GrowingLists()

  add(key: string, value: number): void {
    let slot = this.#slots.get(key)
    if (slot === undefined) this.#slots.set(key, (slot = this.#slots.size))
    this.#lists.add(slot, value)
  }

  finish(): Postings {
    return { slots: this.#slots, ...this.#lists.finish() }
  }
}

const none = new Int32Array(0)

/** The list of a key; empty where there is none. */
export function listOf({ slots, from, values }: Postings, key: string): Int32Array {
  const slot = slots.get(key)
  return slot === undefined ? none : values.subarray(from[slot], from[slot + 1])
}
