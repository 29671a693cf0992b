import type { BrokerInput, MemberShare, QueuedJob } from './types.ts'

/**
 * Who comes next: the member that has used least of its share, counting what is placed in this round at its full
 * time limit; within a member, first come first. A member without a voted share comes after those with one.
 */
export function createTurns(input: BrokerInput) {
  const shares = new Map<string, MemberShare>(input.shares.map((s) => [s.member, s]))
  const used = new Map<string, number>(input.shares.map((s) => [s.member, s.usedMs]))
  const queues = new Map<string, QueuedJob[]>()
  for (const job of input.jobs.toSorted((a, b) => a.sequence - b.sequence)) {
    const queue = queues.get(job.member) ?? []
    queue.push(job)
    queues.set(job.member, queue)
  }
  const heads = new Map<string, number>([...queues.keys()].map((member) => [member, 0]))

  /** Use for each part of share: the lower, the earlier. */
  function burden(member: string): number {
    const share = shares.get(member)?.share ?? 0
    return share > 0 ? (used.get(member) ?? 0) / share : Number.POSITIVE_INFINITY
  }

  function next(): QueuedJob | null {
    let best: QueuedJob | null = null
    for (const [member, at] of heads) {
      const job = queues.get(member)?.[at]
      if (!job) continue
      if (!best || precedes(job, best)) best = job
    }
    if (best) heads.set(best.member, (heads.get(best.member) ?? 0) + 1)
    return best
  }

  function precedes(a: QueuedJob, b: QueuedJob): boolean {
    const [mine, theirs] = [burden(a.member), burden(b.member)]
    return mine === theirs ? a.sequence < b.sequence : mine < theirs
  }

  /** Counts a placed job against its member at once, so that one member does not take the whole round. */
  function charge(job: QueuedJob): void {
    used.set(job.member, (used.get(job.member) ?? 0) + Math.max(1, job.accelerators) * job.timeLimitMs)
  }

  return { next, charge }
}
