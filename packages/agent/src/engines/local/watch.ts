import { existsSync, readdirSync, readFileSync, lstatSync } from 'node:fs'
import { join } from 'node:path'

type Process = {
  readonly pid: number
  readonly parent: number
  readonly rssPages: number
  readonly cpuTicks: number
}

const pageBytes = 4096
const tickMs = 10

function readProcess(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return {
      pid,
      parent: fields[1] ?? 0,
      rssPages: fields[21] ?? 0,
      cpuTicks: (fields[11] ?? 0) + (fields[12] ?? 0) + (fields[13] ?? 0) + (fields[14] ?? 0),
    }
  } catch {
    return null
  }
}

/** The children of a process, by the kernel's own list of them, or null where it keeps none or the process is gone. */
function childrenOf(pid: number): number[] | null {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return null
  }
}

const keepsChildren = existsSync(`/proc/${process.pid}/task/${process.pid}/children`)

/** The parent of every process of the machine: for kernels that keep no list of children. */
function childrenByParent(): (pid: number) => number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? [])
  const below = Map.groupBy(all, (p) => p.parent)
  return (pid) => (below.get(pid) ?? []).map((p) => p.pid)
}

/**
 * A process and what is below it, from /proc: the process first, then its children, and so on. Stops above `max`
 * processes, so that a job that forks without end cannot keep its keeper looking (2,000 of them did, for 30 s).
 */
export function processTree(root: number, max: number): { pids: number[]; rssMiB: number; cpuMs: number } {
  const below = keepsChildren ? (pid: number) => childrenOf(pid) ?? [] : childrenByParent()
  const pids = [root]
  for (let at = 0; at < pids.length && pids.length <= max; at += 1) pids.push(...below(pids[at] ?? root))
  if (pids.length > max) return { pids, rssMiB: 0, cpuMs: 0 }
  const tree = pids.flatMap((pid) => readProcess(pid) ?? [])
  return {
    pids: tree.map((p) => p.pid),
    rssMiB: (tree.reduce((sum, p) => sum + p.rssPages, 0) * pageBytes) / 1_048_576,
    cpuMs: tree.reduce((sum, p) => sum + p.cpuTicks, 0) * tickMs,
  }
}

/** Bytes below a folder, links not followed; stops counting above the limit. */
export function folderBytes(folder: string, limit: number): number {
  let bytes = 0
  const waiting = [folder]
  for (let next = waiting.pop(); next !== undefined && bytes <= limit; next = waiting.pop()) {
    let names: string[]
    try {
      names = readdirSync(next)
    } catch {
      continue
    }
    for (const name of names) {
      try {
        const found = lstatSync(join(next, name))
        if (found.isDirectory()) waiting.push(join(next, name))
        else bytes += found.blocks * 512
      } catch {
        // It went away while we looked.
      }
    }
  }
  return bytes
}
