import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { WorldError } from '../http/problems.ts'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process started, in clock ticks since boot: tells a process from a later one with the same number. */
function startTicks(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/**
 * Takes the data folder for this process alone. PGlite locks nothing: two processes on one folder lose rows.
 * A lock whose process is gone is taken over.
 * @returns gives the folder back
 * @throws WorldError `data-folder.locked`
 */
export function lockDataFolder(dir: string): () => void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const path = join(dir, 'lock')
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = openSync(path, 'wx', 0o600)
      writeSync(file, `${process.pid} ${startTicks(process.pid)}\n`)
      closeSync(file)
      return () => rmSync(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const [pid, ticks] = readFileSync(path, 'utf8').trim().split(' ')
      if (pid && isAlive(Number(pid)) && startTicks(Number(pid)) === (ticks ?? '')) {
        throw new WorldError(
          'data-folder.locked',
          `The data folder ${dir} is in use by process ${pid}. Stop that one first, or start with another folder: ALLMENDE_DATA=./other npm start.`,
          false,
        )
      }
      rmSync(path, { force: true })
    }
  }
  throw new WorldError('data-folder.locked', `The data folder ${dir} could not be locked.`, true)
}
