import { isDeepStrictEqual } from 'node:util'
import type { ScreeningStatus } from '@allmende/domain/rules'
import type { Rulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { holdLock } from '../db/locks.ts'
import { newId } from '../http/ids.ts'
import { isScreened, screenParties, type Pending } from './screen-parties.ts'
import type { Thresholds } from './screener.ts'
import type { HitCounts } from './standing.ts'
import { insertOperator, loadOperators, saveOperator, type OperatorRow } from './store-operators.ts'
import { loadHits, loadLastScreenings, type HitRow, type ListRow, type ScreeningRow } from './store.ts'
import { weighHits } from './weigh-hits.ts'

/** What screening of a site's operator has come to. */
export type Operator = { readonly status: ScreeningStatus; readonly counts: HitCounts }

/** One score for whoever operates a site: they do not join, and are few. */
export const siteThresholdsOf = ({ siteThreshold }: Rulebook): Thresholds => ({
  joining: siteThreshold,
  batch: siteThreshold,
})

/**
 * What is screened of an operator: its name as the site has it, beside that of the institution that is the member,
 * where the site is, and where its member is.
 */
const statedOf = ({ site }: OperatorRow) => ({
  name: site.operator,
  aliases: site.memberKind === 'institution' && site.memberName !== site.operator ? [site.memberName] : [],
  residence: site.country,
  headquartersCountry: site.memberCountry,
})

function isAsStated({ party, site }: OperatorRow): boolean {
  if (!party) return false
  const { name, aliases, residence, headquartersCountry } = party
  return isDeepStrictEqual({ name, aliases, residence, headquartersCountry }, statedOf({ party, site }))
}

/** Brings the parties of operators in line with their sites; a change is a new version, which is screened again. */
async function syncOperators(ctx: Context): Promise<OperatorRow[]> {
  const rows = await loadOperators(ctx)
  for (const row of rows.filter((one) => !isAsStated(one))) {
    if (!row.party) await insertOperator(ctx, newId(ctx.now()), row.site.id, statedOf(row))
    else await saveOperator(ctx, row.party.id, row.party.version + 1, statedOf(row))
  }
  return rows.every(isAsStated) ? rows : loadOperators(ctx)
}

type Standing = { readonly rows: readonly OperatorRow[]; readonly last: ReadonlyMap<string, ScreeningRow> }

async function loadStanding(ctx: Context): Promise<Standing> {
  const rows = await loadOperators(ctx)
  const last = await loadLastScreenings(
    ctx,
    rows.flatMap(({ party }) => party ?? []),
  )
  return { rows, last }
}

function isDue({ rows, last }: Standing, lists: readonly ListRow[], rulebook: Rulebook): boolean {
  return rows.some(
    (row) =>
      !isAsStated(row) ||
      (row.party && !isScreened(row.party, last.get(row.party.id), lists, siteThresholdsOf(rulebook))),
  )
}

/** Screens operators that were not screened as they stand, one at a time for all servers. */
async function screenDue(ctx: Context, lists: readonly ListRow[], rulebook: Rulebook): Promise<Pending[]> {
  await holdLock(ctx, 'operators')
  const pending: Pending[] = []
  for (const { party, site } of await syncOperators(ctx))
    if (party) {
      const about = { application: null, site: site.id }
      const screened = await screenParties(ctx, about, [party], lists, rulebook, siteThresholdsOf(rulebook))
      pending.push(...screened.pending)
    }
  return pending
}

function operatorOf({ party }: OperatorRow, hits: readonly HitRow[], screened: boolean, now: Date): Operator {
  if (!party) return { status: 'unknown', counts: { open: 0, confirmed: 0 } }
  const own = hits.filter((hit) => hit.party === party.id)
  const { status, counts } = weighHits([party], own, now)
  return { status: screened || counts.confirmed > 0 ? status : 'unknown', counts }
}

/**
 * The organisations that operate sites, screened as whoever takes part is: by site, what it came to. Lists that are
 * missing or too old screen nobody; an operator who was screened before keeps what that said.
 * @returns also entries to append at the end
 */
export async function screenOperators(
  ctx: Context,
  lists: readonly ListRow[],
  rulebook: Rulebook,
  canScreen: boolean,
): Promise<{ operators: ReadonlyMap<string, Operator>; pending: Pending[] }> {
  const before = await loadStanding(ctx)
  const due = canScreen && isDue(before, lists, rulebook)
  const pending = due ? await screenDue(ctx, lists, rulebook) : []
  const { rows, last } = due ? await loadStanding(ctx) : before
  const hits = await loadHits(
    ctx,
    rows.flatMap(({ party }) => party?.id ?? []),
  )
  const wasScreened = ({ party }: OperatorRow) =>
    party !== null && last.get(party.id)?.partyVersion === party.version
  return {
    operators: new Map(rows.map((row) => [row.site.id, operatorOf(row, hits, wasScreened(row), ctx.now())])),
    pending,
  }
}

const order: readonly ScreeningStatus[] = [
  'clear',
  'listed-owner',
  'hold',
  'unknown',
  'confirmed-match',
  'denied-person',
]

/** The stricter of two, and the hits of both. */
export function together(team: Operator, operator: Operator | undefined): Operator {
  const other = operator ?? { status: 'unknown' as const, counts: { open: 0, confirmed: 0 } }
  return {
    status: order.indexOf(team.status) >= order.indexOf(other.status) ? team.status : other.status,
    counts: {
      open: team.counts.open + other.counts.open,
      confirmed: team.counts.confirmed + other.counts.confirmed,
    },
  }
}
