import { rulesVersion, type ScreeningStatus } from '@allmende/domain/rules'
import { loadRulebook, type Rulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { determineSites } from './determine-sites.ts'
import { dateOf } from './gather-facts.ts'
import { isOwner, ownershipOf, syncRegisterOwners } from './owners.ts'
import { screeningHolds } from './list-age.ts'
import { isScreened, nameHolds, screenParties, thresholdsOf } from './screen-parties.ts'
import { currentEngineVersion, isDenial } from './screener.ts'
import type { HitCounts } from './standing.ts'
import {
  loadHits,
  loadLastScreenings,
  loadLists,
  loadParties,
  saveEvaluation,
  type ApplicationRow,
  type HitRow,
  type ListRow,
  type PartyRow,
} from './store.ts'

/** States in which law and lists are looked at again and again: from submission until the project ends. */
export const liveStates: readonly string[] = ['submitted', 'clearing', 'review', 'panel', 'awarded']

/** What an evaluation has come to. */
export type Evaluation = {
  readonly openHits: number
  readonly confirmedHits: number
  readonly cleared: readonly string[]
  readonly open: readonly string[]
  readonly refused: readonly string[]
  /** Why nothing can be screened now, in words; empty where all is well. */
  readonly holds: readonly string[]
  readonly changed: boolean
}

/** Hits that bind: a list that only informs is shown, and counts for nothing. */
const binding = (hits: readonly HitRow[]) =>
  hits.filter((hit) => hit.goneAt === null && hit.effect !== 'inform')

function countHits(hits: readonly HitRow[]): HitCounts {
  const standing = binding(hits)
  return {
    open: standing.filter((h) => h.state === 'open').length,
    confirmed: standing.filter((h) => h.state === 'confirmed').length,
  }
}

/** What the hits of all parties come to: those of owners by what they own, all others as they are. */
function weigh(
  parties: readonly PartyRow[],
  hits: readonly HitRow[],
  now: Date,
): { readonly status: ScreeningStatus; readonly counts: HitCounts } {
  const owners = new Set(parties.filter(isOwner).map(({ id }) => id))
  const own = binding(hits).filter((hit) => !owners.has(hit.party) && hit.state === 'confirmed')
  const { owned, listedOwners } = ownershipOf(parties, hits, dateOf(now))
  const isOwned = owned.some(({ outcome }) => outcome === 'owned')
  const counts = { open: countHits(hits).open, confirmed: own.length + (isOwned ? 1 : 0) }
  const status = own.some((hit) => isDenial(hit.entry))
    ? 'denied-person'
    : counts.confirmed > 0
      ? 'confirmed-match'
      : counts.open > 0
        ? 'hold'
        : listedOwners > 0
          ? 'listed-owner'
          : 'clear'
  return { status, counts }
}

/** What changes with the day and the program rather than with the data: part of what an evaluation is made on. */
export async function todayOf(ctx: Context, lists: readonly ListRow[]): Promise<string> {
  const { version, listMaxAgeDays } = await loadRulebook(ctx)
  const holds = screeningHolds(lists, ctx.now(), listMaxAgeDays)
  return [
    dateOf(ctx.now()),
    rulesVersion,
    currentEngineVersion,
    `rulebook ${version}`,
    ...holds.map((h) => h.text),
  ].join('\n')
}

/** An awarded project whose parties were all screened, as they stand, against the lists that have grown too old since. */
async function wasScreened(
  ctx: Context,
  application: ApplicationRow,
  parties: readonly PartyRow[],
  lists: readonly ListRow[],
  rulebook: Rulebook,
): Promise<boolean> {
  if (application.state !== 'awarded') return false
  const last = new Map(
    (
      await loadLastScreenings(
        ctx,
        parties.map((p) => p.id),
      )
    ).map((row) => [row.party, row]),
  )
  return parties.every((party) => isScreened(party, last.get(party.id), lists, thresholdsOf(rulebook)))
}

/**
 * Screens every party of an application and determines every site, on what stands now, and records what changed.
 * Lists that are missing or too old screen nobody: screening is then unknown, and nothing clears. An awarded
 * project keeps what the last screening said until somebody or some list changes. The caller holds the
 * application's lock. Repeating it without a change does nothing.
 */
export async function evaluate(ctx: Context, application: ApplicationRow): Promise<Evaluation> {
  const rulebook = await loadRulebook(ctx)
  const lists = await loadLists(ctx)
  const parties = await syncRegisterOwners(
    ctx,
    application.id,
    await loadParties(ctx, application.id),
    dateOf(ctx.now()),
  )
  const holds = screeningHolds(lists, ctx.now(), rulebook.listMaxAgeDays)
  const screened =
    holds.length > 0
      ? {
          hits: await loadHits(
            ctx,
            parties.map((p) => p.id),
          ),
          pending: [],
        }
      : await screenParties(ctx, application.id, parties, lists, rulebook)
  const unscreenable = nameHolds(parties)
  const known = holds.length === 0 || (await wasScreened(ctx, application, parties, lists, rulebook))
  const unknown = parties.length === 0 || unscreenable.length > 0 || !known
  const { status, counts } = weigh(parties, screened.hits, ctx.now())
  const determined = await determineSites(
    ctx,
    application,
    parties,
    unknown && counts.confirmed === 0 ? 'unknown' : status,
    counts,
  )
  await saveEvaluation(ctx, application.id, await todayOf(ctx, lists))
  for (const write of [...screened.pending, ...determined.pending]) await write()
  if (determined.changed) {
    ctx.nudge('place')
    ctx.nudge('law')
  }
  const at = (standing: string) =>
    determined.clearances.filter((c) => c.standing === standing).map((c) => c.site)
  return {
    openHits: counts.open,
    confirmedHits: counts.confirmed,
    cleared: at('cleared'),
    open: at('open'),
    refused: at('refused'),
    holds: [...holds.map((h) => h.text), ...unscreenable],
    changed: determined.changed || screened.pending.length > 0 || determined.pending.length > 0,
  }
}
