import { finishOrder } from './finish-order.ts'
import type { Graph, Stake } from './graph.ts'
import { unitsPerPercent } from './holding.ts'
import type { OwnershipTest } from './ownership-rules.ts'

/** Who counts as listed, from the listed parties downward. */
export type Spread = {
  readonly starts: readonly number[]
  /** The starts, and all that is owned by those who count. */
  readonly counted: ReadonlySet<number>
  /** Those of them that are owned enough, or controlled where that counts. */
  readonly owned: ReadonlySet<number>
  /** By entity: units held by those who count. */
  readonly units: ReadonlyMap<number, number>
}

const isEnough = (units: number, { test, percent }: OwnershipTest) =>
  test === 'at-least' ? units >= percent * unitsPerPercent : units > percent * unitsPerPercent

/** Whether control makes the owned count, without a look at shares. */
export const ownsByControl = (stake: Stake, test: OwnershipTest): boolean =>
  test.controlCounts && stake.controls

/**
 * The least fixed point: whoever is owned enough by those who count is counted too, in whole, and nobody below passes
 * anything on. A party is counted once and its stakes are added once, so cycles end and no order matters.
 *
 * @param openAs 'nothing': shares that are not known are 0. 'all-left': those of one entity that counted parties hold
 *   are together what its known shares leave.
 */
export function spread(
  graph: Graph,
  starts: readonly number[],
  test: OwnershipTest,
  openAs: 'nothing' | 'all-left',
): Spread {
  const counted = new Set(starts)
  const owned = new Set<number>()
  const units = new Map<number, number>()
  const given = new Set<number>()
  // A set is walked in the order of what is added to it, what is added on the way included.
  for (const owner of counted) {
    for (const stake of graph.outOf[owner] ?? []) {
      let held = (units.get(stake.owned) ?? 0) + stake.units
      if (openAs === 'all-left' && stake.isOpen && !given.has(stake.owned)) {
        given.add(stake.owned)
        held += graph.left[stake.owned] ?? 0
      }
      units.set(stake.owned, held)
      if (!isEnough(held, test) && !ownsByControl(stake, test)) continue
      owned.add(stake.owned)
      counted.add(stake.owned)
    }
  }
  return { starts, counted, owned, units }
}

/**
 * Listed parties such that one which another owns comes after it, where a single stake of each on the way is enough.
 * What the later one owns the earlier one then owns too.
 */
export function ownersFirst(graph: Graph, listed: readonly number[], test: OwnershipTest): number[] {
  const isListed = new Set(listed)
  const ways = (node: number) =>
    (graph.outOf[node] ?? [])
      .filter((stake) => isEnough(stake.units, test) || ownsByControl(stake, test))
      .map((stake) => stake.owned)
  return finishOrder(listed, graph.ids.length, ways)
    .filter((node) => isListed.has(node))
    .toReversed()
}
