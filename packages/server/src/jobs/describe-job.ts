import type { Hold } from '@allmende/wire'
import { describeHold } from '../award/index.ts'
import { readProofs } from '../record/index.ts'
import type { JobListRow, JobView } from './store.ts'

type Exit = { code: number | null; reason: string } | null

const iso = (at: Date | string | null | undefined) => (at ? new Date(at).toISOString() : null)

/**
 * What keeps a job from its site: of one that is placed there or runs, the hold that stands; of one that was
 * stopped, the hold it was stopped for.
 */
export function holdOf({ job, hold }: Pick<JobView, 'job' | 'hold'>): Hold | null {
  if (job.lawHold !== null && (job.state !== 'ended' || job.result === 'clearance-lost'))
    return job.lawHold as Hold
  const onSite = job.state === 'placed' || job.state === 'running'
  return onSite ? describeHold(hold) : null
}

/** A job as the API shows it. */
export function describeJob(view: JobView) {
  const { job, placement } = view
  return {
    id: job.id,
    project: job.project,
    projectName: view.projectName,
    name: job.name,
    submittedBy: view.submittedBy,
    command: job.command as string[],
    state: job.state,
    result: job.result as never,
    exitCode: job.exitCode ?? (placement?.exit as Exit)?.code ?? null,
    canary: job.canary,
    accelerators: job.accelerators,
    cpus: job.cpus,
    memoryMiB: job.memoryMiB,
    diskMiB: job.diskMiB,
    timeLimitMs: job.timeLimitMs,
    site: placement?.site ?? null,
    siteName: view.siteName,
    attempt: job.attempt,
    submittedAt: job.submittedAt.toISOString(),
    startedAt: iso(job.startedAt),
    endedAt: iso(job.endedAt),
    expectedStartAt: job.state === 'queued' ? iso(view.expectedStartAt) : null,
    rank: job.state === 'queued' ? view.rank : null,
    cancelRequested: job.cancelAskedAt !== null,
    logBytes: placement?.logBytes ?? 0,
    hasOutputs: placement?.outputsSha256 != null,
    usedAcceleratorMs: view.usedAcceleratorMs,
    sandbox: view.sandbox,
    hold: holdOf(view),
    proofs: readProofs(view.proofs),
  }
}

/** A job as a row of a list. */
export function describeJobRow(row: JobListRow) {
  const { id, project, name, state, result, site, accelerators } = row
  return {
    id,
    project,
    name,
    state,
    result: result as never,
    site,
    submittedAt: new Date(row.submittedAt).toISOString(),
    startedAt: iso(row.startedAt),
    endedAt: iso(row.endedAt),
    expectedStartAt: state === 'queued' ? iso(row.expectedStartAt) : null,
    accelerators,
  }
}
