import { spawn, type ChildProcess } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Exit } from '@allmende/wire'
import { unpackBundle } from '@allmende/wire/bundle'
import type { JobSpec } from '../engine.ts'
import { readJson, startTicks, writeJson } from './files.ts'
import {
  giveFolder,
  hasBubblewrap,
  inBubblewrap,
  jobUser,
  plainEnvironment,
  withinLimits,
} from './sandbox.ts'
import { folderBytes, processTree } from './watch.ts'

/** How long a job that is told to stop has before it is killed. */
const graceMs = 5000
const lookMs = 250
const processesMax = 512

export type ExitFile = {
  readonly exit: Exit
  readonly startedAt: string
  readonly endedAt: string
  readonly cpuMs: number
  readonly maxRssMiB: number
}

type Watch = { reason: Exit['reason'] | null; cpuMs: number; maxRssMiB: number }

/**
 * Ends a whole tree: politely from its leaves, or for good from its root, which takes a namespace of its own with it
 * before the rest can fork again.
 */
function killTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  const { pids } = processTree(child.pid, processesMax)
  for (const pid of signal === 'SIGKILL' ? pids : pids.toReversed()) {
    try {
      process.kill(pid, signal)
    } catch {
      // It ended by itself.
    }
  }
}

/** Looks at a running job several times a second and ends it when it goes beyond what it asked for. */
function guard(dir: string, spec: JobSpec, child: ChildProcess, watch: Watch): () => void {
  const started = performance.now()
  let askedAt: number | null = null
  const stop = (reason: Exit['reason'], politely: boolean) => {
    watch.reason ??= reason
    askedAt ??= performance.now()
    killTree(child, politely ? 'SIGTERM' : 'SIGKILL')
  }
  const look = () => {
    if (child.pid === undefined) return
    const tree = processTree(child.pid, processesMax)
    watch.cpuMs = Math.max(watch.cpuMs, tree.cpuMs)
    watch.maxRssMiB = Math.max(watch.maxRssMiB, Math.ceil(tree.rssMiB))
    if (askedAt !== null) {
      if (performance.now() - askedAt > graceMs) killTree(child, 'SIGKILL')
    } else if (existsSync(join(dir, 'cancel'))) stop('cancelled', true)
    else if (tree.pids.length > processesMax) stop('memory-limit', false)
    else if (performance.now() - started > spec.timeLimitMs) stop('time-limit', true)
    else if (tree.rssMiB > spec.memoryMiB + 64) stop('memory-limit', false)
    else if (folderBytes(join(dir, 'work'), spec.diskMiB * 1_048_576) > spec.diskMiB * 1_048_576)
      stop('disk-limit', false)
  }
  const timer = setInterval(look, lookMs)
  return () => clearInterval(timer)
}

/** Everything the job prints goes into one file, up to its limit; beyond that the job ends. */
function captureOutput(dir: string, spec: JobSpec, child: ChildProcess, watch: Watch): Promise<void> {
  const log = createWriteStream(join(dir, 'log'), { flags: 'a' })
  const limit = spec.outputMiB * 1_048_576
  let written = 0
  const take = (chunk: Buffer) => {
    if (written >= limit) return
    const part = chunk.subarray(0, limit - written)
    written += part.byteLength
    log.write(part)
    if (written >= limit) {
      log.write(`\n[allmende] The output reached its limit of ${spec.outputMiB} MiB; the job was ended.\n`)
      watch.reason ??= 'output-limit'
      killTree(child, 'SIGKILL')
    }
  }
  child.stdout?.on('data', take)
  child.stderr?.on('data', take)
  return new Promise((resolve) => child.once('close', () => log.end(() => resolve())))
}

async function runJob(dir: string, spec: JobSpec): Promise<ExitFile> {
  const work = join(dir, 'work')
  mkdirSync(join(work, 'out'), { recursive: true })
  const startedAt = new Date().toISOString()
  const watch: Watch = { reason: null, cpuMs: 0, maxRssMiB: 0 }
  const user = jobUser(spec.placement)
  if (user !== null) giveFolder(work, user)
  const [program = '', ...args] = hasBubblewrap()
    ? inBubblewrap(work, spec.command, spec.env, user)
    : withinLimits(spec.command)
  const options = hasBubblewrap()
    ? { cwd: work, env: { PATH: process.env.PATH ?? '/usr/bin:/bin' } }
    : { cwd: work, env: plainEnvironment(work, spec.env), detached: true }
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('error', (error) => {
      createWriteStream(join(dir, 'log'), { flags: 'a' }).end(
        `[allmende] The command could not be started: ${error.message}\n`,
      )
      resolve({ code: 127, signal: null })
    })
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  writeJson(join(dir, 'running.json'), { pid: process.pid, ticks: startTicks(process.pid), startedAt })
  const unguard = guard(dir, spec, child, watch)
  const captured = captureOutput(dir, spec, child, watch)
  const { code, signal } = await ended
  const endedAt = new Date().toISOString()
  killTree(child, 'SIGKILL')
  await Promise.race([captured, new Promise((resolve) => setTimeout(resolve, 2000))])
  unguard()
  const usage = process.resourceUsage()
  const cpuMs = Math.max(watch.cpuMs, 0) || Math.round((usage.userCPUTime + usage.systemCPUTime) / 1000)
  return {
    exit: { code, signal, reason: watch.reason ?? 'finished' },
    startedAt,
    endedAt,
    cpuMs,
    maxRssMiB: watch.maxRssMiB,
  }
}

/**
 * The process that holds one job: unpacks its files, runs it within its limits, and writes how it ended. It is in a
 * session of its own and outlives the agent; whoever dies, exit.json tells what became of the job, or its absence does.
 */
export async function keep(dir: string): Promise<void> {
  const spec = readJson<JobSpec>(join(dir, 'spec.json'))
  if (!spec || existsSync(join(dir, 'exit.json'))) return
  const bundle = join(dir, 'bundle.tar.gz')
  if (existsSync(bundle) && statSync(bundle).size > 0) {
    mkdirSync(join(dir, 'work'), { recursive: true })
    const unpacked = await unpackBundle(createReadStream(bundle), join(dir, 'work'), {
      files: 10_000,
      unpackedBytes: spec.diskMiB * 1_048_576,
      pathBytes: 1024,
    })
    if (!unpacked.ok) {
      const now = new Date().toISOString()
      createWriteStream(join(dir, 'log'), { flags: 'a' }).end(
        `[allmende] The files were refused: ${unpacked.problem.message}\n`,
      )
      writeJson(join(dir, 'exit.json'), {
        exit: { code: null, signal: null, reason: 'bundle-refused' },
        startedAt: now,
        endedAt: now,
        cpuMs: 0,
        maxRssMiB: 0,
      } satisfies ExitFile)
      return
    }
  }
  writeJson(join(dir, 'exit.json'), await runJob(dir, spec))
}
