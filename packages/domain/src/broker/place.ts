import { createTimeline, fitsEver, type Timeline } from './capacity.ts'
import { createTurns } from './order.ts'
import type {
  BrokerInput,
  Explained,
  Ms,
  PlacementPlan,
  QueuedJob,
  SiteState,
  Verdict,
  VerdictCode,
} from './types.ts'

/** Jobs that wait get a reserved start up to this rank; further ones are only told that they wait. */
const reservationsMax = 64

type Round = {
  readonly now: Ms
  readonly timelines: ReadonlyMap<string, Timeline>
  readonly clearance: (project: string, site: string) => BrokerInput['clearances'][number] | undefined
  readonly remaining: Map<string, { ms: number; until: Ms }>
}

const verdict = (
  site: string,
  code: VerdictCode,
  params: Verdict['params'] = {},
  expectedStartAt: Ms | null = null,
): Verdict => ({ site, verdict: code, params, expectedStartAt })

/** What keeps a job from a site whatever the load; null where only room is the question. Law comes first. */
function obstacle(round: Round, job: QueuedJob, site: SiteState): Verdict | null {
  if (job.onlySite !== null && job.onlySite !== site.site)
    return verdict(site.site, 'other-site-only', { only: job.onlySite })
  const clearance = round.clearance(job.project, site.site)
  // A project that was never determined for a site is not cleared there: fail closed.
  if (!clearance || clearance.standing === 'refused')
    return verdict(site.site, 'not-cleared', { outcome: clearance?.outcome ?? 'not determined' })
  if (clearance.standing === 'open')
    return verdict(site.site, 'clearance-open', { outcome: clearance.outcome })
  if (site.refusedMembers.includes(job.member))
    return verdict(site.site, 'refused-by-site', { member: job.member })
  const allocation = round.remaining.get(job.project)
  const needMs = job.accelerators * job.timeLimitMs
  if (!allocation || allocation.until <= round.now)
    return verdict(site.site, 'no-allocation', { leftMs: 0, needMs })
  if (needMs > allocation.ms) return verdict(site.site, 'no-allocation', { leftMs: allocation.ms, needMs })
  if (!fitsEver(job, site))
    return verdict(site.site, 'too-small', {
      accelerators: site.accelerators,
      cpus: site.cpus,
      memoryMiB: site.memoryMiB,
    })
  if (site.paused) return verdict(site.site, 'site-paused')
  return site.online ? null : verdict(site.site, 'offline')
}

/** Among sites with room now: the one that keeps most accelerators free afterwards, then by name. */
function roomiest(job: QueuedJob, open: readonly Timeline[], now: Ms): Timeline | null {
  const free = (t: Timeline) =>
    t.site.accelerators - t.site.running.reduce((sum, r) => sum + r.accelerators, 0)
  const fitting = open.filter((t) => t.fits(job, now, now + job.timeLimitMs))
  return fitting.toSorted((a, b) => free(b) - free(a) || (a.site.site < b.site.site ? -1 : 1))[0] ?? null
}

/** Places a job, or reserves its start; later jobs can then only fill what neither needs (EASY backfilling, for each of the first that wait). */
function settle(round: Round, job: QueuedJob, rank: number): { placed: string | null; explained: Explained } {
  const { now } = round
  const blocked = new Map<string, Verdict>()
  const open: Timeline[] = []
  for (const timeline of round.timelines.values()) {
    const found = obstacle(round, job, timeline.site)
    if (found) blocked.set(timeline.site.site, found)
    else open.push(timeline)
  }
  const chosen = roomiest(job, open, now)
  const starts = new Map<string, Ms | null>(
    open.map((t) => [t.site.site, chosen ? null : t.firstFit(job, now, job.timeLimitMs)]),
  )
  const earliest = [...starts]
    .filter((s): s is [string, Ms] => s[1] !== null)
    .toSorted((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))[0]
  const sites = [...round.timelines.values()].map(({ site, ...timeline }): Verdict => {
    const found = blocked.get(site.site)
    if (found) return found
    if (chosen)
      return site.site === chosen.site.site
        ? verdict(site.site, 'placed', {}, now)
        : verdict(site.site, 'another-site', { site: chosen.site.site })
    const startsAt = starts.get(site.site) ?? null
    // Room now, but not for the whole time without delaying somebody who was here first.
    const reserved = timeline.fits(job, now, now + 1)
    return verdict(site.site, reserved ? 'reserved' : 'full', { accelerators: job.accelerators }, startsAt)
  })
  if (chosen) chosen.occupy(job, now, now + job.timeLimitMs)
  else if (earliest && rank < reservationsMax)
    round.timelines.get(earliest[0])?.occupy(job, earliest[1], earliest[1] + job.timeLimitMs)
  const expectedStartAt = chosen ? now : (earliest?.[1] ?? null)
  return {
    placed: chosen?.site.site ?? null,
    explained: { job: job.job, rank: chosen ? null : rank, expectedStartAt, sites },
  }
}

/**
 * Places jobs at lawful sites with room: by member share, then first come. Every job gets an answer for every
 * site. A job that must wait has its start reserved, so that smaller ones never push it back. Pure: the same input,
 * in whatever order, gives the same plan.
 */
export function place(input: BrokerInput): PlacementPlan {
  const clearances = new Map(input.clearances.map((c) => [`${c.project} ${c.site}`, c]))
  const round: Round = {
    now: input.now,
    timelines: new Map(
      input.sites
        .toSorted((a, b) => (a.site < b.site ? -1 : 1))
        .map((site) => [site.site, createTimeline(site, input.now)]),
    ),
    clearance: (project, site) => clearances.get(`${project} ${site}`),
    remaining: new Map(input.allocations.map((a) => [a.project, { ms: a.remainingMs, until: a.until }])),
  }
  const turns = createTurns(input)
  const placements: { job: string; site: string }[] = []
  const explained: Explained[] = []
  let rank = 0
  for (let job = turns.next(); job; job = turns.next()) {
    const result = settle(round, job, rank)
    explained.push(result.explained)
    if (result.placed === null) rank += 1
    else {
      placements.push({ job: job.job, site: result.placed })
      turns.charge(job)
      const allocation = round.remaining.get(job.project)
      if (allocation) allocation.ms -= job.accelerators * job.timeLimitMs
    }
  }
  return { placements, explained }
}
