import type { CalendarDate } from '@allmende/domain/terms'
import { finishOrder } from './finish-order.ts'
import { type Graph, graphAbove } from './graph.ts'
import { type Holding, unitsPerPercent } from './holding.ts'

/** Where the way up ends: at a party nobody is above of, or, with no parent to name, in a cycle. */
export type UltimateParent =
  | { readonly parent: string; readonly cycle: null }
  /** The ids that stand above one another, sorted. */
  | { readonly parent: null; readonly cycle: readonly string[] }

export type Parents = {
  /** Whoever controls the entity or holds more than half of it, sorted. */
  readonly direct: readonly string[]
  readonly ultimate: readonly UltimateParent[]
}

/** The parties from which no way leads out again, each group with all that stand above one another. */
function tops(graph: Graph): number[][] {
  const count = graph.ids.length
  const owners = graph.into.map((stakes) => stakes.map(({ owner }) => owner))
  const groups: number[][] = []
  const groupOf = new Int32Array(count).fill(-1)
  // Kosaraju: by falling finish, each walk back along the ways meets one strongly connected group.
  for (const node of finishOrder([graph.of], count, (at) => owners[at] ?? []).toReversed()) {
    if (groupOf[node] !== -1) continue
    const group = new Set([node])
    for (const one of group) {
      groupOf[one] = groups.length
      for (const { owned } of graph.outOf[one] ?? []) if (groupOf[owned] === -1) group.add(owned)
    }
    groups.push([...group])
  }
  return groups.filter((group, at) =>
    group.every((node) => (owners[node] ?? []).every((owner) => groupOf[owner] === at)),
  )
}

/**
 * Who stands above an entity on a day: by control, or by more than half of the shares. A party is no parent of itself.
 * A source that states the ultimate parent beside the direct one makes both of them direct.
 *
 * @throws {HoldingRefused} when a holding cannot be true, or shares in the entity or a parent are over the whole.
 */
export function parentsOf(question: {
  readonly holdings: readonly Holding[]
  readonly of: string
  readonly asOf: CalendarDate
}): Parents {
  const { holdings, of, asOf } = question
  const others = holdings.filter(({ owner, owned }) => owner !== owned)
  const graph = graphAbove(others, of, asOf, (stake) => stake.controls || stake.units > 50 * unitsPerPercent)
  const name = (node: number) => graph.ids[node] ?? ''
  const ultimate = tops(graph)
    .map((group) => group.map(name).toSorted())
    .toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
    .flatMap((ids): UltimateParent[] => {
      const [only = ''] = ids
      if (ids.length > 1) return [{ parent: null, cycle: ids }]
      return only === of ? [] : [{ parent: only, cycle: null }]
    })
  return { direct: (graph.into[graph.of] ?? []).map(({ owner }) => name(owner)), ultimate }
}
