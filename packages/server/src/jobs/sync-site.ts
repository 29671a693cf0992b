import type { SyncReply, SyncRequest } from '@allmende/wire'
import { loadRulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import type { SiteActor } from '../http/actor.ts'
import { saveSeen } from '../sites/index.ts'
import { endByExit, losePlacement, type Exit } from './end-job.ts'
import { loadPlacement, placementsOfSite, saveJob, savePlacement } from './store.ts'

type Observed = SyncRequest['observed'][number]
type Known = Awaited<ReturnType<typeof placementsOfSite>>[number]
type Desired = SyncReply['desired'][number]

/** Takes over what the site says of one placement. Reports may come late, twice or out of order; states only move on. */
async function takeOver(ctx: Context, site: string, observed: Observed, attemptsMax: number): Promise<void> {
  await ctx.db.transaction(async () => {
    const found = await loadPlacement(ctx, site, observed.placement, true)
    if (!found || found.placement.state === 'ended' || found.placement.state === 'lost') return
    if (observed.state === 'lost') return losePlacement(ctx, found, attemptsMax)
    if (observed.state === 'ended') {
      const exit: Exit = observed.exit ?? { code: null, signal: null, reason: 'lost' }
      return endByExit(ctx, found, { startedAt: observed.startedAt, endedAt: observed.endedAt, exit })
    }
    const startedAt = observed.startedAt ? new Date(observed.startedAt) : null
    await savePlacement(ctx, found.placement.id, { state: observed.state, startedAt })
    if (
      observed.state === 'running' &&
      found.job.state === 'placed' &&
      found.job.attempt === found.placement.attempt
    ) {
      await saveJob(ctx, found.job.id, { state: 'running', startedAt: startedAt ?? ctx.now() })
      ctx.nudge(`job:${found.job.id}`)
    }
  })
}

function isNews(observed: Observed, known: Known | undefined): boolean {
  if (!known || known.placement.state === 'ended' || known.placement.state === 'lost') return false
  return (
    observed.state !== known.placement.state ||
    (observed.state === 'running' && known.placement.startedAt === null)
  )
}

function desiredOf(known: Known, observed: Observed | undefined): Desired {
  const { placement, job } = known
  const over = placement.state === 'ended' || placement.state === 'lost'
  // Taken back while its site was silent, it may have begun there all the same: it is ended before it is forgotten.
  const goesOn = observed?.state === 'accepted' || observed?.state === 'running'
  const stop =
    job.cancelAskedAt !== null ||
    job.lawStopAt !== null ||
    known.projectState === 'suspended' ||
    known.projectState === 'ended' ||
    placement.attempt !== job.attempt
  return {
    placement: placement.id,
    job: job.id,
    project: job.project,
    member: known.member,
    command: job.command as string[],
    env: job.env as Record<string, string>,
    bundle:
      job.bundle && known.bundleBytes !== null ? { sha256: job.bundle, bytes: known.bundleBytes } : null,
    accelerators: job.accelerators,
    cpus: job.cpus,
    memoryMiB: job.memoryMiB,
    diskMiB: job.diskMiB,
    outputMiB: job.outputMiB,
    timeLimitMs: job.timeLimitMs,
    network: false,
    action: over ? (goesOn ? 'cancel' : 'forget') : stop ? 'cancel' : 'run',
  }
}

/** Whether the site has something to do that its own report does not show it doing. */
function isActionable(desired: Desired, observed: ReadonlyMap<string, Observed>): boolean {
  const reported = observed.get(desired.placement)
  if (desired.action === 'run') return reported === undefined
  if (desired.action === 'cancel') return reported?.state !== 'ended'
  return reported !== undefined
}

/**
 * One round of a site's agent: it says what it sees and gets what it should do. Answers at once when there is
 * something new to do, else after `waitMs` at most.
 */
export async function syncSite(
  ctx: Context,
  actor: SiteActor,
  request: SyncRequest,
  signal: AbortSignal,
): Promise<SyncReply> {
  const { maxAttemptsPerJob } = await loadRulebook(ctx)
  const { capacity, engine, agentVersion } = request
  await saveSeen(ctx, actor.site, {
    agentVersion,
    sandbox: engine.sandbox,
    engine: engine.kind,
    accelerators: capacity.accelerators,
    cpus: capacity.cpus,
    memoryMiB: capacity.memoryMiB,
  })
  const observed = new Map(request.observed.map((o) => [o.placement, o]))
  const look = () => placementsOfSite(ctx, actor.site, [...observed.keys()])
  const before = new Map((await look()).map((k) => [k.placement.id, k]))
  for (const report of request.observed) {
    if (isNews(report, before.get(report.placement)))
      await takeOver(ctx, actor.site, report, maxAttemptsPerJob)
  }
  const until = performance.now() + request.waitMs
  for (;;) {
    const wake = new AbortController()
    const hint = ctx.waitFor(
      'sites',
      Math.max(0, until - performance.now()),
      AbortSignal.any([signal, wake.signal]),
    )
    const desired = (await look())
      .map((known) => desiredOf(known, observed.get(known.placement.id)))
      .filter((d) => d.action !== 'cancel' || observed.has(d.placement) || before.has(d.placement))
    const mustAnswer = performance.now() >= until || signal.aborted || ctx.stopping?.aborted
    if (mustAnswer || desired.some((d) => isActionable(d, observed))) {
      wake.abort()
      return { desired, serverTime: ctx.now().toISOString() }
    }
    await hint
  }
}
