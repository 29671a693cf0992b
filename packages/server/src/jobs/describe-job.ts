import type { JobView } from './store.ts'

type Exit = { code: number | null; reason: string } | null

const iso = (at: Date | null | undefined) => at?.toISOString() ?? null

/** A job as the API shows it. */
export function describeJob(view: JobView, proofs: { index: number; kind: string; at: string }[]) {
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
    proofs,
  }
}

export function describeJobRow(view: JobView) {
  const {
    id,
    project,
    name,
    state,
    result,
    site,
    submittedAt,
    startedAt,
    endedAt,
    expectedStartAt,
    accelerators,
  } = describeJob(view, [])
  return {
    id,
    project,
    name,
    state,
    result,
    site,
    submittedAt,
    startedAt,
    endedAt,
    expectedStartAt,
    accelerators,
  }
}
