import {
  describeVerdict,
  place,
  type BrokerInput,
  type Explained,
  type PlacementPlan,
} from '@allmende/domain/broker'
import { loadMembers, loadRulebook } from '../alliance/index.ts'
import { reserve } from '../award/index.ts'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { createPlacement, lockJob, saveJob } from '../jobs/index.ts'
import { append } from '../record/index.ts'
import { isOnline, loadSites, policyOf } from '../sites/index.ts'
import {
  loadAllocations,
  loadClearances,
  loadDecayedUsage,
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
    await loadSites(ctx),
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
      online: isOnline(site, now, rulebook.siteOfflineAfterMs),
      refusedMembers: policyOf(site).refusedMembers,
      running: occupied
        .filter((o) => o.placement.site === site.id)
        .map(({ placement, job }) => ({
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
      share: m.shareBp,
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

/** Carries out one placement; what changed since the plan was made (a cancel, the last hours) makes it wait again. */
async function carryOut(ctx: Context, placed: PlacementPlan['placements'][number]): Promise<boolean> {
  const job = await lockJob(ctx, placed.job)
  if (!job || job.state !== 'queued') return false
  const reservedMs = job.accelerators * job.timeLimitMs
  if (!(await reserve(ctx, job.project, reservedMs))) return false
  const attempt = job.attempt + 1
  const id = newId(ctx.now())
  await createPlacement(ctx, {
    id,
    job: job.id,
    site: placed.site,
    attempt,
    state: 'desired',
    reservedMs,
    placedAt: ctx.now(),
    logBytes: 0,
  })
  await saveJob(ctx, job.id, { state: 'placed', attempt })
  await append(ctx, 'job.placed', [job.id, job.project, placed.site], () => ({
    job: job.id,
    placement: id,
    site: placed.site,
    attempt,
  }))
  ctx.nudge(`job:${job.id}`)
  return true
}

/**
 * Looks at the whole queue and places what can run, in one transaction under a lock that one broker holds.
 * @returns whether anything was placed
 */
export async function placeJobs(ctx: Context): Promise<boolean> {
  return ctx.db.transaction(async () => {
    await lockBroker(ctx)
    const queue = await loadQueue(ctx, queueMax)
    if (queue.length === 0) return false
    const plan = place(await loadInput(ctx, queue))
    await saveExplanations(
      ctx,
      plan.explained.map((e) => explanationRow(ctx, e)),
    )
    let placed = 0
    for (const placement of plan.placements) if (await carryOut(ctx, placement)) placed += 1
    if (placed > 0) ctx.nudge('sites')
    return placed > 0
  })
}
