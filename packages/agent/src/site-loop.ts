import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { routes, type Desired, type Observed, type SyncRequest } from '@allmende/wire'
import { ProblemError } from '@allmende/wire/client'
import { deliver, deliverLog, type Site } from './deliver.ts'
import type { JobSpec, Seen } from './engines/engine.ts'
import { readJson } from './engines/local/files.ts'
import { say } from './log.ts'
import { reconcile, type Step, type Veto } from './reconcile.ts'

export const agentVersion = '0.1.0'
const idleWaitMs = 15_000
const busyWaitMs = 500
const retryMsMax = 30_000

/** An end is told only when log, files and usage are handed over; until then the placement still runs, for the server. */
function observedOf(seen: Seen): Observed {
  const { spec, startedAt, endedAt, exit, logBytes } = seen
  if (seen.state === 'ended' && !seen.delivered)
    return { placement: spec.placement, state: 'running', startedAt, endedAt: null, exit: null, logBytes }
  return { placement: spec.placement, state: seen.state, startedAt, endedAt, exit, logBytes }
}

async function fetchBundle(site: Site, desired: Desired): Promise<string | null> {
  if (!desired.bundle) return null
  const response = await site.client.send(routes.getPlacementBundle, { params: { id: desired.placement } })
  const folder = join(site.state, 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, desired.placement)
  await writeFile(path, new Uint8Array(await response.arrayBuffer()))
  return path
}

function specOf({
  placement,
  job,
  project,
  member,
  command,
  env,
  accelerators,
  cpus,
  memoryMiB,
  diskMiB,
  outputMiB,
  timeLimitMs,
}: Desired): JobSpec {
  return {
    placement,
    job,
    project,
    member,
    command,
    env,
    accelerators,
    cpus,
    memoryMiB,
    diskMiB,
    outputMiB,
    timeLimitMs,
  }
}

async function carryOut(
  site: Site,
  step: Step,
  seen: readonly Seen[],
  logs: Map<string, number>,
): Promise<void> {
  switch (step.do) {
    case 'start': {
      const bundle = await fetchBundle(site, step.desired)
      await site.engine.start(specOf(step.desired), bundle)
      if (bundle) await rm(bundle, { force: true })
      return say('info', 'started', { placement: step.desired.placement, job: step.desired.job })
    }
    case 'veto':
      return site.engine.refuse(specOf(step.desired), { code: null, signal: null, reason: 'vetoed' })
    case 'decline':
      return site.engine.refuse(specOf(step.desired), { code: null, signal: null, reason: 'cancelled' })
    case 'cancel':
      return site.engine.cancel(step.placement)
    case 'deliver': {
      const found = seen.find((s) => s.spec.placement === step.placement)
      return found ? deliver(site, found, logs) : undefined
    }
    case 'forget':
      logs.delete(step.placement)
      return site.engine.forget(step.placement)
  }
}

function readVeto(site: Site): Veto {
  const veto = readJson<Partial<Veto>>(join(site.state, 'veto.json'))
  return { refuseProjects: veto?.refuseProjects ?? [], refuseMembers: veto?.refuseMembers ?? [] }
}

/** One round: say what is seen, learn what is wanted, do it. @returns whether anything is under way */
async function round(
  site: Site,
  capacity: SyncRequest['capacity'],
  logs: Map<string, number>,
  signal: AbortSignal,
): Promise<boolean> {
  const before = await site.engine.observe()
  const busy = before.some((s) => s.state !== 'lost' && !(s.state === 'ended' && s.delivered))
  const { desired } = await site.client.call(routes.syncSite, {
    body: {
      agentVersion,
      observed: before.map(observedOf),
      capacity,
      engine: { kind: site.engine.kind, sandbox: site.engine.sandbox },
      waitMs: busy ? busyWaitMs : idleWaitMs,
    },
    signal: AbortSignal.any([signal, AbortSignal.timeout(idleWaitMs + 20_000)]),
  })
  const seen = await site.engine.observe()
  for (const step of reconcile(desired, seen, readVeto(site))) {
    if (signal.aborted) return busy
    await carryOut(site, step, seen, logs)
  }
  for (const running of seen.filter((s) => s.state === 'running'))
    await deliverLog(site, running.spec.placement, logs)
  return busy || desired.some((d) => d.action === 'run')
}

/** Runs a site until stopped. Whatever fails is tried again, later each time; jobs go on meanwhile. */
export async function runSite(
  site: Site,
  capacity: SyncRequest['capacity'],
  signal: AbortSignal,
): Promise<void> {
  const logs = new Map<string, number>()
  let failures = 0
  while (!signal.aborted) {
    try {
      await round(site, capacity, logs, signal)
      failures = 0
    } catch (error) {
      if (signal.aborted) return
      failures += 1
      // A part of the log that the server holds already, or not yet: it says where to go on.
      if (error instanceof ProblemError && error.problem.code === 'agent.offset') logs.clear()
      const waitMs = Math.min(retryMsMax, 250 * 2 ** failures) * (0.5 + Math.random() / 2)
      if (failures > 2)
        say('warn', 'the server did not answer as expected; trying again', {
          site: site.site,
          failures,
          error: (error as Error).message.slice(0, 200),
        })
      await pause(waitMs, undefined, { signal }).catch(() => undefined)
    }
  }
}
