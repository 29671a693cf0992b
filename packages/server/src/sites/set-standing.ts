import type { BodyOf, routes } from '@allmende/wire'
import type { Context } from '../context.ts'
import { holdLock } from '../db/locks.ts'
import type { PersonActor } from '../http/actor.ts'
import { demand } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { countLive, forgetClearances, loadSite, saveStanding, type SiteRow } from './store.ts'

type Ask = BodyOf<typeof routes.setSiteStanding>

/** From where each standing is reached. An ended site stays ended, and only a paused one is ended. */
const before: Readonly<Record<Ask['standing'], readonly SiteRow['standing'][]>> = {
  active: ['paused'],
  paused: ['active'],
  ended: ['paused'],
}

/**
 * Pauses, resumes or ends a site. A paused one starts nothing and runs on what it has; it is ended once nothing is
 * placed or runs there and no job waits for it alone, so that ending loses no work and no usage. An ended one takes
 * no part in clearing and placing any more; what was recorded of it stays.
 */
export async function setSiteStanding(ctx: Context, actor: PersonActor, id: string, ask: Ask): Promise<void> {
  // The broker must not place there what it planned before.
  await holdLock(ctx, 'broker')
  const site = await loadSite(ctx, id)
  if (!site) throw new Refusal('request.not-found', `There is no site "${id}".`)
  demand(
    actor,
    ask.standing === 'ended'
      ? { action: 'alliance.manage' }
      : { action: 'site.manage', site: site.id, member: site.member },
  )
  if (!before[ask.standing].includes(site.standing))
    throw new Refusal('sites.standing', `The site is ${site.standing}, and cannot become ${ask.standing}.`, {
      remedy: `It becomes ${ask.standing} from: ${before[ask.standing].join(', ')}.`,
      fields: [{ field: 'standing', fault: 'choice', message: `The site is ${site.standing}.` }],
    })
  if (ask.standing === 'ended') {
    const live = await countLive(ctx, id)
    if (live > 0)
      throw new Refusal(
        'sites.standing',
        `${live} ${live === 1 ? 'job is' : 'jobs are'} bound to this site.`,
        {
          remedy: 'Wait until they have ended, or cancel them.',
        },
      )
    await forgetClearances(ctx, id)
  }
  await saveStanding(ctx, id, ask.standing)
  await append(ctx, 'site.standing-set', [id], (hide) => ({
    site: id,
    standing: ask.standing,
    by: hide('by', actor.person),
    reason: hide('reason', ask.reason),
  }))
  ctx.nudge('chain')
  ctx.nudge('place')
}
