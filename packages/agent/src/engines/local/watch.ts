import { readdirSync, readFileSync, lstatSync } from 'node:fs'
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

/** A process and everything below it, from /proc. */
export function processTree(root: number): { pids: number[]; rssMiB: number; cpuMs: number } {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? [])
  const children = Map.groupBy(all, (p) => p.parent)
  const tree: Process[] = all.filter((p) => p.pid === root)
  for (let at = 0; at < tree.length; at += 1) tree.push(...(children.get(tree[at]?.pid ?? -1) ?? []))
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
