import { loadRulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { append } from '../record/index.ts'
import { screeningHolds } from './list-age.ts'
import { screenOperators } from './screen-operators.ts'
import { currentEdition, screenAll, screenedAgainst, thresholdsOf } from './screen-parties.ts'
import { screenRoleHolders } from './screen-role-holders.ts'
import { loadPartiesOf, lockScreenedBefore, type Edition } from './store-rescreen.ts'
import { loadLists } from './store.ts'

/** So many applications are screened in one transaction, and have one entry in the log. */
const atOnce = 200

/** Of each database, the edition with which everybody was screened in this process: so there is nothing to look for. */
const finished = new WeakMap<object, string>()

type Page = { readonly edition: Edition; readonly last: string | null; readonly screened: boolean }

async function screenPage(ctx: Context, after: string | null): Promise<Page | null> {
  const lists = await loadLists(ctx)
  const rulebook = await loadRulebook(ctx)
  if (screeningHolds(lists, ctx.now(), rulebook.listMaxAgeDays).length > 0) return null
  const thresholds = thresholdsOf(rulebook)
  const edition = currentEdition(lists, thresholds)
  if (after === null && finished.get(ctx.db) === JSON.stringify(edition)) return null
  const applications = await lockScreenedBefore(ctx, edition, after, atOnce)
  const parties = applications.length === 0 ? [] : await loadPartiesOf(ctx, applications)
  const { found } = await screenAll(ctx, parties, { lists, rulebook, thresholds }, ['batch'])
  if (found.length > 0)
    await append(ctx, 'parties.screened', [], (hide) => ({
      parties: found.length,
      who: hide(
        'parties',
        found.map(({ party }) => party),
      ),
      ...screenedAgainst(lists),
      hits: found.reduce((sum, { hits }) => sum + hits, 0),
    }))
  return { edition, last: applications.at(-1) ?? null, screened: found.length > 0 }
}

/** Whoever operates a site or holds a role belongs to no application, and is screened apart from them. */
async function screenApart(ctx: Context): Promise<boolean> {
  const lists = await loadLists(ctx)
  const rulebook = await loadRulebook(ctx)
  const canScreen = screeningHolds(lists, ctx.now(), rulebook.listMaxAgeDays).length === 0
  const operators = await screenOperators(ctx, lists, rulebook, canScreen)
  const roleHolders = await screenRoleHolders(ctx, canScreen ? lists : null, rulebook)
  for (const write of [...operators.pending, ...roleHolders]) await write()
  return operators.pending.length + roleHolders.length > 0
}

/**
 * Where a list, the engine or a threshold changed, screens everybody who takes part in a live application and was
 * screened before, many in one transaction. An application is looked at again only where that changed its hits.
 * Whoever joins or changes a statement is screened with the application; so is whoever is left out here because
 * somebody else holds it.
 * @returns whether anybody was screened
 */
export async function rescreen(ctx: Context): Promise<boolean> {
  const editions = new Set<string>()
  let screened = await ctx.db.transaction(() => screenApart(ctx))
  let after: string | null = null
  do {
    const from: string | null = after
    const page: Page | null = await ctx.db.transaction(() => screenPage(ctx, from))
    if (page === null) return screened
    screened ||= page.screened
    editions.add(JSON.stringify(page.edition))
    after = page.last
  } while (after !== null)
  const [edition] = editions
  // A list that came in the middle leaves some behind; the next run finds them.
  if (editions.size === 1 && edition !== undefined) finished.set(ctx.db, edition)
  return screened
}
