import { rulesVersion } from '@allmende/domain/rules'
import { loadRulebook, type Rulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { determineSites } from './determine-sites.ts'
import { dateOf } from './gather-facts.ts'
import { syncRegisterOwners } from './owners.ts'
import { screenOperators, siteThresholdsOf } from './screen-operators.ts'
import { weighHits } from './weigh-hits.ts'
import { screeningHolds } from './list-age.ts'
import { currentEdition, isScreened, nameHolds, screenParties, thresholdsOf } from './screen-parties.ts'
import { currentEngineVersion } from './screener.ts'
import {
  loadHits,
  loadLastScreenings,
  loadLists,
  loadParties,
  type ApplicationRow,
  type ListRow,
  type PartyRow,
} from './store.ts'
import { saveEvaluation, type Today } from './store-evaluations.ts'

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

/** What an evaluation is made on besides the application, as it is now. */
export async function todayOf(ctx: Context, lists: readonly ListRow[]): Promise<Today> {
  const rulebook = await loadRulebook(ctx)
  const holds = screeningHolds(lists, ctx.now(), rulebook.listMaxAgeDays)
  const text = [
    dateOf(ctx.now()),
    rulesVersion,
    currentEngineVersion,
    `rulebook ${rulebook.version}`,
    ...holds.map((h) => h.text),
  ].join('\n')
  return {
    text,
    team: currentEdition(lists, thresholdsOf(rulebook)),
    operators: currentEdition(lists, siteThresholdsOf(rulebook)),
  }
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
  const last = await loadLastScreenings(ctx, parties)
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
      : await screenParties(ctx, { application: application.id, site: null }, parties, lists, rulebook)
  const unscreenable = nameHolds(parties)
  const known = holds.length === 0 || (await wasScreened(ctx, application, parties, lists, rulebook))
  const unknown = parties.length === 0 || unscreenable.length > 0 || !known
  const { status, counts } = weighHits(parties, screened.hits, ctx.now())
  const sites = await screenOperators(ctx, lists, rulebook, holds.length === 0)
  const determined = await determineSites(
    ctx,
    application,
    parties,
    { status: unknown && counts.confirmed === 0 ? 'unknown' : status, counts },
    sites.operators,
  )
  await saveEvaluation(ctx, application.id, await todayOf(ctx, lists))
  for (const write of [...sites.pending, ...screened.pending, ...determined.pending]) await write()
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
