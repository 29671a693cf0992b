import { loadRulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { losePlacement, silentPlacements } from '../jobs/index.ts'

/**
 * Takes back jobs from sites that fell silent: at once where the site never said that it began, else only when
 * every time the job could have taken has passed. Should the site come back, what it used still counts, once.
 */
export async function reclaimSilent(ctx: Context): Promise<boolean> {
  const rulebook = await loadRulebook(ctx)
  const silentSince = new Date(ctx.now().getTime() - rulebook.siteOfflineAfterMs)
  const found = await silentPlacements(ctx, silentSince, ctx.now())
  for (const row of found) await ctx.db.transaction(() => losePlacement(ctx, row, rulebook.maxAttemptsPerJob))
  return found.length > 0
}
