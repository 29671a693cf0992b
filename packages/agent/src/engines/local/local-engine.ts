import { spawn } from 'node:child_process'
import { copyFile, mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exit } from '@allmende/wire'
import { packBundle } from '@allmende/wire/bundle'
import type { Engine, JobSpec, Seen } from '../engine.ts'
import { readJson, startTicks, writeJson } from './files.ts'
import type { ExitFile } from './keeper.ts'
import { hasBubblewrap } from './sandbox.ts'

/** A keeper that was launched has this long to say that it runs. */
const launchMs = 30_000

type RunningFile = { readonly pid: number; readonly ticks: string; readonly startedAt: string }
type LaunchFile = { readonly at: number; readonly pid: number; readonly ticks: string }

/** Runs jobs on this machine, each under a keeper of its own. Everything known stands in `<state>/placements/<id>/`. */
export function createLocalEngine(state: string, keeper: readonly string[]): Engine {
  const root = join(state, 'placements')
  const dirOf = (placement: string) => join(root, placement)

  function isAlive(dir: string): boolean {
    const running = readJson<RunningFile>(join(dir, 'running.json'))
    const launched = readJson<LaunchFile>(join(dir, 'launched.json'))
    const holder = running ?? launched
    if (!holder) return false
    return startTicks(holder.pid) !== '' && startTicks(holder.pid) === holder.ticks
  }

  async function observeOne(placement: string): Promise<Seen | null> {
    const dir = dirOf(placement)
    const spec = readJson<JobSpec>(join(dir, 'spec.json'))
    if (!spec) return null
    const ended = readJson<ExitFile>(join(dir, 'exit.json'))
    const running = readJson<RunningFile>(join(dir, 'running.json'))
    const launched = readJson<LaunchFile>(join(dir, 'launched.json'))
    const logBytes = await stat(join(dir, 'log')).then(
      (s) => s.size,
      () => 0,
    )
    const common = { spec, logBytes, delivered: existsSync(join(dir, 'delivered')) }
    if (ended)
      return {
        ...common,
        state: 'ended',
        startedAt: ended.startedAt,
        endedAt: ended.endedAt,
        exit: ended.exit,
        cpuMs: ended.cpuMs,
        maxRssMiB: ended.maxRssMiB,
      }
    const alive =
      isAlive(dir) ||
      (launched !== null &&
        running === null &&
        Date.now() - launched.at < launchMs &&
        startTicks(launched.pid) === launched.ticks)
    const none = { endedAt: null, exit: null, cpuMs: 0, maxRssMiB: 0 }
    if (alive)
      return {
        ...common,
        ...none,
        state: running ? 'running' : 'accepted',
        startedAt: running?.startedAt ?? null,
      }
    // The keeper may have written its end between our two looks.
    if (readJson<ExitFile>(join(dir, 'exit.json'))) return observeOne(placement)
    return { ...common, ...none, state: 'lost', startedAt: running?.startedAt ?? null }
  }

  async function claim(spec: JobSpec): Promise<boolean> {
    await mkdir(dirOf(spec.placement), { recursive: true, mode: 0o700 })
    try {
      // Only one start in the life of a placement: the file is made once, and is never removed before the folder is.
      await writeFile(join(dirOf(spec.placement), 'claimed'), '', { flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      // Claimed by an agent that died before it wrote what to run: nothing was launched, so this start goes on.
      return !existsSync(join(dirOf(spec.placement), 'spec.json'))
    }
    return true
  }

  return {
    kind: 'local',
    sandbox: hasBubblewrap() ? 'bubblewrap' : 'none',
    async observe() {
      await mkdir(root, { recursive: true, mode: 0o700 })
      const seen = await Promise.all((await readdir(root)).map(observeOne))
      return seen.filter((s) => s !== null)
    },
    async start(spec, bundle) {
      if (!(await claim(spec))) return
      const dir = dirOf(spec.placement)
      if (bundle) await copyFile(bundle, join(dir, 'bundle.tar.gz'))
      writeJson(join(dir, 'spec.json'), spec)
      const [program = process.execPath, ...args] = keeper
      const child = spawn(program, [...args, dir], { detached: true, stdio: 'ignore' })
      if (child.pid === undefined) throw new Error('The keeper could not be started.')
      writeFileSync(
        join(dir, 'launched.json'),
        JSON.stringify({ at: Date.now(), pid: child.pid, ticks: startTicks(child.pid) } satisfies LaunchFile),
      )
      child.unref()
    },
    async cancel(placement) {
      await writeFile(join(dirOf(placement), 'cancel'), '')
    },
    async readLog(placement, offset, bytesMax) {
      const file = await open(join(dirOf(placement), 'log'), 'r').catch(() => null)
      if (!file) return new Uint8Array()
      try {
        const buffer = new Uint8Array(bytesMax)
        const { bytesRead } = await file.read(buffer, 0, bytesMax, offset)
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
    async outputs(placement) {
      const folder = join(dirOf(placement), 'work/out')
      if (!existsSync(folder) || (await readdir(folder)).length === 0) return null
      return (await packBundle(folder)).data
    },
    markDelivered: (placement) => writeFile(join(dirOf(placement), 'delivered'), ''),
    forget: (placement) => rm(dirOf(placement), { recursive: true, force: true }),
    async refuse(spec, exit: Exit) {
      if (!(await claim(spec))) return
      const now = new Date().toISOString()
      writeJson(join(dirOf(spec.placement), 'exit.json'), {
        exit,
        startedAt: now,
        endedAt: now,
        cpuMs: 0,
        maxRssMiB: 0,
      } satisfies ExitFile)
      writeJson(join(dirOf(spec.placement), 'spec.json'), spec)
    },
  }
}
