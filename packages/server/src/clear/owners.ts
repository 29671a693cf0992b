import {
  HoldingRefused,
  isLei,
  ownedByListed,
  ownershipRules,
  type Holding,
  type OwnedByListed,
  type OwnershipRule,
} from '@allmende/domain/ownership'
import type { CalendarDate } from '@allmende/domain/terms'
import { isOwner, openIdentifiers, sealIdentifiers, type StatedHolding } from '../apply/index.ts'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { insertOwnerParty, leaveOwnerParties, loadRegisterHoldings } from './store-owners.ts'
import type { HitRow, PartyRow } from './store.ts'

export const holdingsOf = (party: PartyRow): readonly StatedHolding[] =>
  (party.holding as readonly StatedHolding[] | null) ?? []

/** The rule that extends a list to what those on it own; null for lists of which none is known. */
function ruleOf(list: string): OwnershipRule | null {
  const part = list.split('/').at(-1) ?? list
  if (part === 'sdn' || part === 'ssi') return ownershipRules.ofac
  if (part === 'el' || part === 'meu') return ownershipRules.bisAffiliates
  if (part === 'eu') return ownershipRules.eu
  return part === 'uk' ? ownershipRules.uk : null
}

/** Whether a hit counts: its entry still stands, and its list does more than inform. */
export const isBinding = (hit: Pick<HitRow, 'goneAt' | 'effect'>): boolean =>
  hit.goneAt === null && hit.effect !== 'inform'

export type Owned = OwnedByListed & { readonly organisation: string; readonly rule: string }

const toHoldings = (parties: readonly PartyRow[]): Holding[] =>
  parties.flatMap((party) =>
    holdingsOf(party).map(({ of, share, controls, source }) => ({
      owner: party.id,
      owned: of,
      share,
      kind: controls ? ('controls' as const) : ('shares' as const),
      from: null,
      until: null,
      source,
    })),
  )

/** Shares that cannot be true are as good as not known: an officer reads them, and nothing is decided by them. */
function answerOf(
  holdings: readonly Holding[],
  ask: {
    readonly listed: ReadonlySet<string>
    readonly of: string
    readonly asOf: CalendarDate
    readonly rule: OwnershipRule
  },
): OwnedByListed {
  try {
    return ownedByListed({ ...ask, holdings })
  } catch (error) {
    if (!(error instanceof HoldingRefused)) throw error
    return ownedByListed({ ...ask, holdings: holdings.map((one) => ({ ...one, share: null })) })
  }
}

/**
 * Whether organisations that take part are owned by parties that an officer confirmed to be listed, by the rule of
 * each list, on a day. Empty where no owner is listed.
 */
export function ownershipOf(
  parties: readonly PartyRow[],
  hits: readonly HitRow[],
  asOf: CalendarDate,
): { readonly owned: readonly Owned[]; readonly listedOwners: number } {
  const owners = new Set(parties.filter(isOwner).map(({ id }) => id))
  const confirmed = hits.filter((hit) => owners.has(hit.party) && hit.state === 'confirmed' && isBinding(hit))
  const byRule = Map.groupBy(confirmed, (hit) => ruleOf((hit.entry as { list: string }).list))
  const holdings = toHoldings(parties)
  const organisations = parties.filter((party) => party.kind === 'organisation' && !isOwner(party))
  const owned = [...byRule].flatMap(([rule, found]) => {
    if (rule === null || asOf < rule.law.values[0].from) return []
    const listed = new Set(found.map((hit) => hit.party))
    return organisations.map(({ id }) => ({
      organisation: id,
      rule: rule.name,
      ...answerOf(holdings, { listed, of: id, asOf, rule }),
    }))
  })
  return {
    owned,
    listedOwners: new Set(confirmed.map((hit) => hit.party)).size,
  }
}

/** The LEI among the numbers of an organisation; null where it states none. */
function leiOf(ctx: Context, party: PartyRow): string | null {
  const numbers = openIdentifiers(ctx, party).map((text) => text.replace(/^lei:/i, '').trim().toUpperCase())
  return numbers.find(isLei) ?? null
}

/** What a party that a register names is called: by its LEI, as registers hold no names. */
const leiName = 'LEI:'

/**
 * Brings the owners that registers name in line with what they say today: who stands above an organisation with an
 * LEI becomes a party of the application, known by LEI, and is screened by it; who no longer does leaves.
 * @returns the parties as they stand then
 */
export async function syncRegisterOwners(
  ctx: Context,
  application: string,
  parties: readonly PartyRow[],
  asOf: CalendarDate,
): Promise<PartyRow[]> {
  const leis = new Map<string, string>()
  for (const party of parties) {
    const lei = party.kind === 'organisation' && !isOwner(party) ? leiOf(ctx, party) : null
    if (lei !== null) leis.set(lei, party.id)
  }
  const known = parties.filter((party) => isOwner(party) && party.name.startsWith(leiName))
  if (leis.size === 0 && known.length === 0) return [...parties]
  const register = await loadRegisterHoldings(ctx, [...leis.keys()], asOf)
  const ids = new Map([
    ...leis,
    ...known.map((party) => [party.name.slice(leiName.length), party.id] as const),
  ])
  for (const { owner } of register) if (!ids.has(owner)) ids.set(owner, newId(ctx.now()))
  const byOwner = Map.groupBy(register, ({ owner }) => owner)
  const gone = known.filter((party) => !byOwner.has(party.name.slice(leiName.length)))
  await leaveOwnerParties(
    ctx,
    gone.map(({ id }) => id),
  )
  const rows: PartyRow[] = []
  for (const [lei, held] of byOwner) {
    const id = ids.get(lei)
    if (id === undefined || leis.has(lei)) continue
    const holding = held.flatMap(({ owned, share, kind, source }): StatedHolding[] => {
      const of = ids.get(owned)
      return of === undefined ? [] : [{ of, share, controls: kind === 'controls', source }]
    })
    const identifiers = sealIdentifiers(ctx, id, [`lei:${lei}`])
    rows.push(
      await insertOwnerParty(ctx, { id, application, name: `${leiName}${lei}`, identifiers, holding }),
    )
  }
  const changed = new Set([...gone, ...rows].map(({ id }) => id))
  return [...parties.filter(({ id }) => !changed.has(id)), ...rows]
}
