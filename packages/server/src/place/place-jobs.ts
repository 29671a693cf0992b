import {
  describeVerdict,
  place,
  type BrokerInput,
  type Explained,
  type PlacementPlan,
  type Verdict,
} from '@allmende/domain/broker'
import { isMemberOn } from '@allmende/wire'
import { loadMembers, loadRulebook } from '../alliance/index.ts'
import { reserve } from '../award/index.ts'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { createPlacements, lockQueued, type JobRow } from '../jobs/index.ts'
import { appendAll } from '../record/index.ts'
import { isOnline, loadSites, policyOf } from '../sites/index.ts'
import {
  loadAllocations,
  loadClearances,
  loadDecayedUsage,
  loadNewlySuspended,
  loadOccupied,
  loadQueue,
  lockBroker,
  saveExplanations,
} from './store.ts'

const queueMax = 2000

type Queue = Awaited<ReturnType<typeof loadQueue>>

async function loadInput(ctx: Context, queue: Queue): Promise<BrokerInput> {
  const now = ctx.now()
  const rulebook = await loadRulebook(ctx)
  const applications = new Map(queue.map((row) => [row.application, row.job.project]))
  const [sites, occupied, clearances, allocations, members, usage] = [
    await presentSites(ctx),
    await loadOccupied(ctx),
    await loadClearances(ctx, [...applications.keys()]),
    await loadAllocations(ctx, [...new Set(applications.values())]),
    await loadMembers(ctx),
    await loadDecayedUsage(ctx, now, rulebook.shareHalfLifeDays),
  ]
  return {
    now: now.getTime(),
    jobs: queue.map(({ job, member }) => ({
      job: job.id,
      project: job.project,
      member,
      accelerators: job.accelerators,
      cpus: job.cpus,
      memoryMiB: job.memoryMiB,
      timeLimitMs: job.timeLimitMs,
      submittedAt: job.submittedAt.getTime(),
      sequence: job.sequence,
      onlySite: job.onlySite,
    })),
    sites: sites.map((site) => ({
      site: site.id,
      accelerators: site.accelerators,
      cpus: site.cpus,
      memoryMiB: site.memoryMiB,
      paused: site.standing === 'paused',
      online: isOnline(site, now, rulebook.siteOfflineAfterMs),
      refusedMembers: policyOf(site).refusedMembers,
      running: occupied
        .filter((placement) => placement.site === site.id)
        .map(({ job, ...placement }) => ({
          job: job.id,
          accelerators: job.accelerators,
          cpus: job.cpus,
          memoryMiB: job.memoryMiB,
          endsBy: (placement.startedAt ?? placement.placedAt).getTime() + job.timeLimitMs,
        })),
    })),
    clearances: clearances.map((c) => ({
      project: applications.get(c.application) ?? '',
      site: c.site,
      standing: c.standing,
      outcome: c.outcome as never,
    })),
    allocations: allocations.map((a) => ({
      project: a.project,
      remainingMs: a.acceleratorMs - a.usedMs - a.reservedMs,
      until: a.until.getTime(),
    })),
    shares: members.map((m) => ({
      member: m.id,
      // What waits of a member that has left goes after everybody else's.
      share: isMemberOn(m, now.toISOString().slice(0, 10)) ? m.shareBp : 0,
      usedMs: usage.find((u) => u.member === m.id)?.ms ?? 0,
    })),
  }
}

function explanationRow(ctx: Context, explained: Explained) {
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
  return {
    job: explained.job,
    at: ctx.now(),
    rank: explained.rank,
    expectedStartAt: explained.expectedStartAt === null ? null : new Date(explained.expectedStartAt),
    sites: explained.sites.map((v) => ({
      ...v,
      ...describeVerdict(v),
      expectedStartAt: iso(v.expectedStartAt),
    })),
  }
}

/** Sites that have not ended: the others take no part any more. */
async function presentSites(ctx: Context) {
  return (await loadSites(ctx)).filter((site) => site.standing !== 'ended')
}

/** Says of every job that waits in a suspended project that this is why, at each site. */
async function explainSuspended(ctx: Context): Promise<void> {
  const waiting = await loadNewlySuspended(ctx, queueMax)
  if (waiting.length === 0) return
  const sites = (await presentSites(ctx)).map(({ id }): Verdict => ({
    site: id,
    verdict: 'project-suspended',
    params: {},
    expectedStartAt: null,
  }))
  await saveExplanations(
    ctx,
    waiting.map((job) => explanationRow(ctx, { job, rank: null, expectedStartAt: null, sites })),
  )
}

/** Of jobs of one project, in the broker's order, those for which the allocation has room: set aside for all of them. */
async function reserveFor(ctx: Context, project: string, wanted: readonly JobRow[]): Promise<JobRow[]> {
  const total = wanted.reduce((sum, job) => sum + reservedMs(job), 0)
  if (await reserve(ctx, project, total)) return [...wanted]
  const covered: JobRow[] = []
  for (const job of wanted) if (await reserve(ctx, project, reservedMs(job))) covered.push(job)
  return covered
}

const reservedMs = (job: JobRow) => job.accelerators * job.timeLimitMs

/**
 * Carries out placements. What changed since the plan was made (a cancel, the last hours) makes a job wait again.
 * @returns how many were placed
 */
async function carryOut(ctx: Context, planned: PlacementPlan['placements']): Promise<number> {
  const queued = await lockQueued(
    ctx,
    planned.map((one) => one.job),
  )
  const inOrder = planned.flatMap((one) => queued.find((job) => job.id === one.job) ?? [])
  const covered: JobRow[] = []
  for (const [project, wanted] of Map.groupBy(inOrder, (job) => job.project))
    covered.push(...(await reserveFor(ctx, project, wanted)))
  if (covered.length === 0) return 0
  const siteOf = new Map(planned.map((one) => [one.job, one.site]))
  const placements = covered.map((job) => ({
    id: newId(ctx.now()),
    job: job.id,
    site: siteOf.get(job.id) ?? '',
    attempt: job.attempt + 1,
    state: 'desired' as const,
    reservedMs: reservedMs(job),
    placedAt: ctx.now(),
    logBytes: 0,
  }))
  await createPlacements(ctx, placements)
  const projectOf = new Map(covered.map((job) => [job.id, job.project]))
  await appendAll(
    ctx,
    placements.map(({ id, job, site, attempt }) => ({
      kind: 'job.placed',
      subjects: [job, projectOf.get(job) ?? '', site],
      data: () => ({ job, placement: id, site, attempt }),
    })),
  )
  for (const job of covered) ctx.nudge(`job:${job.id}`)
  return covered.length
}

/**
 * Looks at the whole queue and places what can run, in one transaction under a lock that one broker holds.
 * @returns whether anything was placed
 */
export async function placeJobs(ctx: Context): Promise<boolean> {
  return ctx.db.transaction(async () => {
    await lockBroker(ctx)
    await explainSuspended(ctx)
    const queue = await loadQueue(ctx, queueMax)
    if (queue.length === 0) return false
    const plan = place(await loadInput(ctx, queue))
    await saveExplanations(
      ctx,
      plan.explained.map((e) => explanationRow(ctx, e)),
    )
    const placed = await carryOut(ctx, plan.placements)
    if (placed > 0) ctx.nudge('sites')
    return placed > 0
  })
}
