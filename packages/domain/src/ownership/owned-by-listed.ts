import {
  type CalendarDate,
  type Citation,
  citationOn,
  type DatedVersion,
  versionOn,
} from '@allmende/domain/terms'
import { type Graph, graphAbove } from './graph.ts'
import { type Holding, percentOf } from './holding.ts'
import type { OwnershipRule, OwnershipTest } from './ownership-rules.ts'
import { ownersFirst, ownsByControl, spread, type Spread } from './spread.ts'

/** One link of an explanation: all that one party holds in another. */
export type ChainLink = {
  readonly owner: string
  readonly owned: string
  /** Percent that is known; null where only control counts. */
  readonly share: number | null
  /** Why the owner counts: a list names it, or those who count own it. */
  readonly counted: 'listed' | 'owned-by-listed'
}

/** How much does `owner` own of `owned`? */
export type ShareQuestion = { readonly owner: string; readonly owned: string }

/** Whether an entity counts as listed because of who owns it. */
export type OwnedByListed = {
  /** `unknown`: the shares that are known do not reach the threshold, and those that are not might. */
  readonly outcome: 'owned' | 'not-owned' | 'unknown'
  /**
   * Percent held by those who count: by all of them where the rule adds up, by the listed party that comes to most
   * where it does not. `least` has shares that are not known as 0, `most` gives them what is left to 100.
   */
  readonly share: { readonly least: number; readonly most: number }
  /** Percent of the entity that no known share accounts for. Owners nobody stated are never counted. */
  readonly unstated: number
  /** The stakes that add up to `least`, nearest first, up to the listed parties. Shown under a stayed version too. */
  readonly chain: readonly ChainLink[]
  /** Shares that are not known and could change the outcome, nearest first. Empty unless it is `unknown`. */
  readonly questions: readonly ShareQuestion[]
  /** The version that decided, with its status. */
  readonly citation: Citation
}

type Case = { readonly graph: Graph; readonly test: OwnershipTest }
type Weighed = {
  /** What explains the answer: owned before not, then the greatest share, then the first met. */
  readonly best: Spread | null
  readonly isOwned: boolean
  readonly mayBeOwned: boolean
  readonly mostUnits: number
  /** Entities in which shares are to be asked for, nearest first. */
  readonly open: ReadonlySet<number>
}

const unitsAt = ({ units }: Spread, node: number) => units.get(node) ?? 0

function isAhead(of: number, one: Spread, best: Spread): boolean {
  const [owned, bestOwned] = [one.owned.has(of), best.owned.has(of)]
  if (owned !== bestOwned) return owned
  return unitsAt(one, of) > unitsAt(best, of)
}

/** Upward from the entity through all whose standing is open: those in whom one who may count has an unknown share. */
function openIn({ of, outOf }: Graph, least: Spread, most: Spread): number[] {
  if (!most.owned.has(of) || least.owned.has(of)) return []
  const isOpen = (node: number) => node === of || (most.counted.has(node) && !least.counted.has(node))
  const asking = new Set<number>()
  const openAbove = new Map<number, number[]>()
  // From the owners, since an entity may have more of them than one listed party reaches.
  for (const owner of most.counted)
    for (const stake of outOf[owner] ?? []) {
      if (stake.isOpen) asking.add(stake.owned)
      if (!isOpen(owner)) continue
      const others = openAbove.get(stake.owned)
      if (others) others.push(owner)
      else openAbove.set(stake.owned, [owner])
    }
  const met = new Set([of])
  for (const node of met) for (const owner of openAbove.get(node) ?? []) met.add(owner)
  return [...met].filter((node) => asking.has(node))
}

/** All listed parties together where they add up; else each, but those that an earlier one owns anyway. */
function weigh({ graph, test }: Case, listed: readonly number[]): Weighed {
  const { of } = graph
  const hasOpen = graph.into.some((stakes) => stakes.some(({ isOpen }) => isOpen))
  const groups = test.aggregated ? [listed] : ownersFirst(graph, listed, test).map((one) => [one])
  const covered = new Set<number>()
  const open = new Set<number>()
  let best: Spread | null = null
  let [isOwned, mayBeOwned, mostUnits] = [false, false, 0]
  for (const starts of groups) {
    if (starts.some((one) => covered.has(one))) continue
    const least = spread(graph, starts, test, 'nothing')
    const most = hasOpen ? spread(graph, starts, test, 'all-left') : least
    for (const node of test.aggregated ? [] : least.counted) covered.add(node)
    if (best === null || isAhead(of, least, best)) best = least
    isOwned ||= least.owned.has(of)
    mayBeOwned ||= most.owned.has(of)
    mostUnits = Math.max(mostUnits, unitsAt(most, of))
    for (const node of openIn(graph, least, most)) open.add(node)
  }
  return { best, isOwned, mayBeOwned, mostUnits, open }
}

function chainOf({ graph, test }: Case, least: Spread, listed: ReadonlySet<string>): ChainLink[] {
  const starts = new Set(least.starts)
  const name = (node: number) => graph.ids[node] ?? ''
  const links: ChainLink[] = []
  const explained = new Set([graph.of])
  for (const node of explained) {
    for (const stake of graph.into[node] ?? []) {
      const { owner, units } = stake
      if (!least.counted.has(owner) || (units === 0 && !ownsByControl(stake, test))) continue
      links.push({
        owner: name(owner),
        owned: name(node),
        share: units === 0 ? null : percentOf(units),
        counted: listed.has(name(owner)) ? 'listed' : 'owned-by-listed',
      })
      if (!starts.has(owner)) explained.add(owner)
    }
  }
  return links
}

/** Of an entity every share that is not known: what another owner has leaves less for the one who may count. */
function questionsOf({ ids, into }: Graph, open: ReadonlySet<number>): ShareQuestion[] {
  const stakes = [...open].flatMap((node) => (into[node] ?? []).filter(({ isOpen }) => isOpen))
  return stakes.map(({ owner, owned }) => ({ owner: ids[owner] ?? '', owned: ids[owned] ?? '' }))
}

function outcomeOf({ status }: DatedVersion<OwnershipTest>, weighed: Weighed): OwnedByListed['outcome'] {
  if (status === 'stayed' || status === 'announced') return 'not-owned'
  if (weighed.isOwned) return 'owned'
  return weighed.mayBeOwned ? 'unknown' : 'not-owned'
}

/**
 * Whether listed parties own an entity, by a rule, on a day. An entity that they own enough counts as listed in whole
 * for what it owns; one below the threshold passes nothing on. Holdings out of their dates are not counted.
 *
 * @param listed ids of parties on a list that the rule covers.
 * @throws {NoValueYet} when the day lies before the rule's first version.
 * @throws {HoldingRefused} when a holding cannot be true, or shares in the entity or one above it are over the whole.
 */
export function ownedByListed(question: {
  readonly holdings: readonly Holding[]
  readonly listed: ReadonlySet<string>
  readonly of: string
  readonly asOf: CalendarDate
  readonly rule: OwnershipRule
}): OwnedByListed {
  const { holdings, listed, of, asOf, rule } = question
  const version = versionOn(rule.law, asOf)
  const test = version.value
  const graph = graphAbove(holdings, of, asOf)
  const name = (node: number) => graph.ids[node] ?? ''
  const weighed = weigh(
    { graph, test },
    [...graph.ids.keys()].filter((node) => listed.has(name(node))),
  )
  const { best, mostUnits } = weighed
  const outcome = outcomeOf(version, weighed)
  return {
    outcome,
    share: {
      least: best === null ? 0 : percentOf(unitsAt(best, graph.of)),
      most: percentOf(mostUnits),
    },
    unstated: percentOf(graph.left[graph.of] ?? 0),
    chain: best === null ? [] : chainOf({ graph, test }, best, listed),
    questions: outcome === 'unknown' ? questionsOf(graph, weighed.open) : [],
    citation: citationOn(rule.law, asOf),
  }
}
