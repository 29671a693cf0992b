import type { ListEntry } from './entry.ts'

/**
 * What a hit does. `inform`: it is shown, and holds nothing. `hold`: nothing starts until an officer has decided.
 * `block`: the same, and what runs stops at once.
 */
export type Effect = 'inform' | 'hold' | 'block'

const rank: Readonly<Record<Effect, number>> = { inform: 0, hold: 1, block: 2 }

/**
 * Lists that forbid something to everybody whom their law reaches, by what their source calls them: Denied Persons,
 * Specially Designated Nationals, Entity List, Military End Users, Foreign Sanctions Evaders, debarred persons, and
 * the sanctions of the United Nations, the European Union and the United Kingdom.
 */
const bindingLists: ReadonlySet<string> = new Set(['dpl', 'sdn', 'el', 'meu', 'fse', 'dtc', 'un', 'eu', 'uk'])

/** Chinese military-industrial companies: only dealings in their securities are forbidden (Executive Order 14032). */
const informingLists: ReadonlySet<string> = new Set(['cmic'])

type Named = Pick<ListEntry, 'list' | 'programmes'>

const programmeKeys = ({ programmes }: Named) => programmes.map((programme) => `programme:${programme}`)
const listKeys = (source: string, { list }: Named) => [`${source}/${list}`, source]
const leastOf = (list: string): Effect => (bindingLists.has(list) ? 'hold' : 'inform')
const strictest = (effects: readonly Effect[]) => effects.toSorted((a, b) => rank[b] - rank[a])[0]

/**
 * What a hit on an entry does under a rulebook, which names programmes ("programme:SDGT"), lists of a source
 * ("us-csl/sdn") and whole sources ("us-csl"): the first of these that it names counts, and of several programmes the
 * strictest. Without a word of the rulebook a hit holds. A list that binds by law never only informs.
 */
export function effectOf(source: string, entry: Named, set: Readonly<Record<string, Effect>>): Effect {
  const said = (keys: readonly string[]) => keys.flatMap((key) => (Object.hasOwn(set, key) ? [set[key]] : []))
  const known = (effects: readonly (Effect | undefined)[]) => effects.filter((one) => one !== undefined)
  const own: Effect = informingLists.has(entry.list) ? 'inform' : 'hold'
  const wanted =
    strictest(known(said(programmeKeys(entry)))) ?? known(said(listKeys(source, entry)))[0] ?? own
  return strictest([wanted, leastOf(entry.list)]) ?? own
}

/** Whether a rulebook's list of names speaks of an entry. */
export function isNamed(source: string, entry: Named, names: readonly string[]): boolean {
  return [...programmeKeys(entry), ...listKeys(source, entry)].some((key) => names.includes(key))
}

/** Whether a rulebook may say this of a list: one that binds by law is at least held. */
export function mayHave(key: string, effect: Effect): boolean {
  return rank[effect] >= rank[leastOf(key.split('/').at(-1) ?? key)]
}

/** Denied Persons: nobody may deal with them in what is subject to the EAR (15 CFR 764.3(a)(2), 736.2(b)(4)). */
export function isDenial({ list }: Pick<ListEntry, 'list'>): boolean {
  return list === 'dpl'
}

/**
 * Of people worldwide who are on no list, the share that has a hit at a threshold: the higher of the two halves of
 * the labelled negatives, as `npm run bench -- screening` prints it. See bench/README.md.
 */
const measured: readonly (readonly [threshold: number, share: number])[] = [
  [0.5, 0.104],
  [0.54, 0.075],
  [0.58, 0.048],
  [0.6, 0.033],
  [0.64, 0.027],
  [0.68, 0.0162],
  [0.7, 0.0114],
  [0.72, 0.0098],
  [0.74, 0.0049],
  [0.76, 0.004],
  [0.84, 0.0032],
  [0.86, 0.0024],
  [0.9, 0.0016],
  [0.94, 0.0008],
]

/**
 * The share, 0 to 1, of people on no list that are expected to have a hit at a threshold: that of the next lower
 * threshold that was measured. Null below 0.5, which nobody measured.
 */
export function expectedFalsePositives(threshold: number): number | null {
  return measured.findLast(([from]) => from <= threshold)?.[1] ?? null
}
