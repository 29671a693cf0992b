import { loadRulebook } from '../alliance/index.ts'
import { screeningRule } from '@allmende/domain/rules'
import { bindingRegimes, bindingRules } from '../clear/index.ts'
import type { Context } from '../context.ts'
import { lockLivePlacements, stopByLaw } from '../jobs/index.ts'
import { append } from '../record/index.ts'
import { listProjectsDue, loadSeen, lockLaw, saveHold, type HoldRow, type Seen } from './store-holds.ts'

/**
 * What law prohibits, and what serves a party that an officer confirmed to be listed, stops at once; so does what
 * serves a party with a hit on a list that the rulebook has block. What only the site's operator refuses ends with
 * the grace: they are free to end it themselves.
 */
function stopsAtOnce({ result, screening, blocked }: Seen): boolean {
  const byLaw = result.regimes.some((r) => r.regime !== 'site-policy' && r.outcome === 'prohibited')
  const listed = screening === 'denied-person' || screening === 'confirmed-match'
  return listed || blocked || (result.outcome === 'prohibited' && byLaw)
}

/** How long what runs goes on where a clearance is lost. */
export type Graces = { readonly lawMs: number; readonly hitMs: number }

/**
 * An undecided hit is a suspicion that an officer looks into in office hours: most are somebody else. It has a grace
 * of its own, while it is all that keeps the project from the site.
 */
function graceOf({ standing, result, refused }: Seen, { lawMs, hitMs }: Graces): number {
  const rules = bindingRules(result, refused)
  const hitAlone = rules.length > 0 && rules.every((rule) => rule.code === screeningRule)
  return standing === 'open' && hitAlone ? hitMs : lawMs
}

const codesOf = (rules: HoldRow['rules']) => rules.map((rule) => rule.code).join()

/** Whether officers and the lead know this already: the same standing, outcome, end and rules. */
function isTold(before: HoldRow, after: HoldRow): boolean {
  return (
    before.standing === after.standing &&
    before.outcome === after.outcome &&
    before.until?.getTime() === after.until?.getTime() &&
    codesOf(before.rules) === codesOf(after.rules)
  )
}

/**
 * The state that what stands leads to; null where there is none to keep: the project was not seen cleared
 * there and has nothing there. The grace runs from when the loss was seen, and only ever gets shorter.
 */
export function holdFor(project: string, seen: Seen, now: Date, graces: Graces): HoldRow | null {
  const { site, standing, determination, result, hold } = seen
  const found = { project, site, standing, determination, outcome: result.outcome }
  if (standing === 'cleared') {
    // Of a clearance that stood all along there is nothing to tell; of one that came back there is.
    const toldAt = hold ? (hold.since ? null : hold.toldAt) : now
    return { ...found, since: null, until: null, rules: [], toldAt }
  }
  if (!hold && !seen.live) return null
  const since = hold?.since ?? now
  const grace = new Date(now.getTime() + graceOf(seen, graces))
  const until = hold?.until && hold.until < grace ? hold.until : grace
  const after: HoldRow = {
    ...found,
    since,
    until: stopsAtOnce(seen) && until > now ? now : until,
    rules: bindingRules(result, seen.refused),
    toldAt: null,
  }
  return hold?.since && isTold(hold, after) ? { ...after, toldAt: hold.toldAt } : after
}

/** What the log says of a change: null where a clearance is seen for the first time. */
function entryOf(ctx: Context, seen: Seen, after: HoldRow): (() => Promise<unknown>) | null {
  const { project, site, outcome, since, until } = after
  const subjects = [project, site]
  if (since && until)
    return () =>
      append(ctx, 'project.held', subjects, () => ({
        project,
        site,
        standing: after.standing,
        outcome,
        regimes: bindingRegimes(seen.result),
        since: since.toISOString(),
        until: until.toISOString(),
        rulesVersion: seen.result.rulesVersion,
      }))
  return seen.hold?.since
    ? () => append(ctx, 'project.released', subjects, () => ({ project, site, outcome }))
    : null
}

type Live = Awaited<ReturnType<typeof lockLivePlacements>>

/** Brings one site in line. @returns entries to append at the end */
async function enforceAt(
  ctx: Context,
  project: string,
  seen: Seen,
  live: Live,
  graces: Graces,
): Promise<(() => Promise<unknown>)[]> {
  const after = holdFor(project, seen, ctx.now(), graces)
  if (!after) return []
  const { since, until, rules } = after
  const isNews = !seen.hold || !isTold(seen.hold, after)
  if (isNews || seen.hold?.determination !== after.determination) await saveHold(ctx, after)
  const entry = isNews ? entryOf(ctx, seen, after) : null
  if (!since || !until) return entry ? [entry] : []
  const hold = {
    site: seen.site,
    since: since.toISOString(),
    until: until.toISOString(),
    outcome: seen.result.outcome,
    rules: [...rules],
  }
  const there = live.filter(({ placement }) => placement.site === seen.site)
  return [...(entry ? [entry] : []), ...(await stopByLaw(ctx, there, hold))]
}

/**
 * Brings what projects run in line with their clearances: where one is lost nothing starts, what was placed and has
 * not begun waits again, and what runs is stopped when its grace is over, at once where law prohibits the use. A
 * clearance that comes back in time lets it run on. It looks at what stands and never at what happened, each project
 * in a transaction of its own: a run that is killed loses nothing, and a second run changes nothing.
 * @returns whether anything moved
 */
export async function enforceLaw(ctx: Context): Promise<boolean> {
  const due = await listProjectsDue(ctx)
  if (due.length === 0) return false
  const rulebook = await loadRulebook(ctx)
  const graces = {
    lawMs: rulebook.clearanceGraceMinutes * 60_000,
    hitMs: rulebook.hitGraceMinutes * 60_000,
  }
  let moved = false
  for (const project of due) {
    try {
      const did = await ctx.db.transaction(async () => {
        await lockLaw(ctx)
        // Locks in the order in which everybody takes them: placements and jobs, allocations, and last the log's head.
        const live = await lockLivePlacements(ctx, project)
        const pending: (() => Promise<unknown>)[] = []
        for (const seen of await loadSeen(ctx, project))
          pending.push(...(await enforceAt(ctx, project, seen, live, graces)))
        for (const write of pending) await write()
        return pending.length > 0
      })
      moved = did || moved
    } catch (error) {
      // One project that cannot be brought in line must not keep the others running; it is tried again.
      ctx.logger.error({ project, err: error }, 'a project could not be brought in line with its clearances')
    }
  }
  return moved
}
