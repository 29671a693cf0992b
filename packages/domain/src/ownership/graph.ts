import type { CalendarDate } from '@allmende/domain/terms'
import { checkHolding, type Holding, isHeldOn, leftOf, unitsOf } from './holding.ts'

/** All that one party holds in another on a day. */
export type Stake = {
  readonly owner: number
  readonly owned: number
  /** Billionths of a percent that are known. */
  readonly units: number
  /** Whether part of it is not known. */
  readonly isOpen: boolean
  readonly controls: boolean
}

/** An entity and everyone above it. Numbers follow the order of ids, so that the order of holdings changes nothing. */
export type Graph = {
  readonly ids: readonly string[]
  readonly of: number
  readonly into: readonly (readonly Stake[])[]
  readonly outOf: readonly (readonly Stake[])[]
  /** By entity: units that no known share accounts for. */
  readonly left: readonly number[]
}

type Gathered = { shares: number; byControl: number; isOpen: boolean; controls: boolean }
type Above = { readonly owners: ReadonlyMap<string, Gathered>; readonly left: number }

/** What a controller is said to hold is taken for the same shares that a register names, so the greater counts. */
const unitsIn = ({ shares, byControl }: Gathered) => Math.max(shares, byControl)

function gather(entity: string, holdings: readonly Holding[]): Above {
  const owners = new Map<string, Gathered>()
  for (const holding of holdings) {
    const one = owners.get(holding.owner) ?? { shares: 0, byControl: 0, isOpen: false, controls: false }
    if (holding.share === null) one.isOpen = true
    if (holding.kind === 'controls') {
      one.controls = true
      one.byControl = Math.max(one.byControl, unitsOf(holding))
    } else one.shares += unitsOf(holding)
    owners.set(holding.owner, one)
  }
  let known = 0
  for (const one of owners.values()) known += unitsIn(one)
  return { owners, left: leftOf(entity, known) }
}

function heldOn(holdings: readonly Holding[], day: CalendarDate): Map<string, Holding[]> {
  const byOwned = new Map<string, Holding[]>()
  for (const holding of holdings) {
    checkHolding(holding)
    if (!isHeldOn(holding, day)) continue
    const others = byOwned.get(holding.owned)
    if (others) others.push(holding)
    else byOwned.set(holding.owned, [holding])
  }
  return byOwned
}

/**
 * The graph above one entity on a day, as far as `follows` lets it.
 *
 * @throws {HoldingRefused} when a holding cannot be true, or shares in the entity or one above it are over the whole.
 */
export function graphAbove(
  holdings: readonly Holding[],
  of: string,
  asOf: CalendarDate,
  follows: (stake: Omit<Stake, 'owner' | 'owned'>) => boolean = () => true,
): Graph {
  const byOwned = heldOn(holdings, asOf)
  const above = new Map<string, Above>()
  const met = new Set([of])
  for (const entity of met) {
    const one = gather(entity, byOwned.get(entity) ?? [])
    above.set(entity, one)
    // A set is walked in the order of what is added to it, what is added on the way included.
    for (const [owner, held] of one.owners) if (follows({ ...held, units: unitsIn(held) })) met.add(owner)
  }
  const ids = [...met].toSorted()
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const numberOf = (id: string) => numbers.get(id) ?? -1
  const outOf: Stake[][] = ids.map(() => [])
  const into = ids.map((id, owned) => {
    const stakes: Stake[] = []
    for (const [owner, held] of above.get(id)?.owners ?? []) {
      const stake = { units: unitsIn(held), isOpen: held.isOpen, controls: held.controls }
      if (follows(stake)) stakes.push({ ...stake, owner: numberOf(owner), owned })
    }
    stakes.sort((a, b) => a.owner - b.owner)
    for (const stake of stakes) outOf[stake.owner]?.push(stake)
    return stakes
  })
  return { ids, of: numberOf(of), into, outOf, left: ids.map((id) => above.get(id)?.left ?? 0) }
}
