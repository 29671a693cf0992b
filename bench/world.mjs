// What the benchmarks run on: a server in a process of its own, pinned to one core where `taskset` is there.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

function hasTaskset() {
  try {
    execFileSync('taskset', ['-V'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const pinned = hasTaskset()

/** A command on one core. */
export function onCore(core, command, words) {
  return pinned ? ['taskset', ['-c', String(core), command, ...words]] : [command, words]
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Starts the built server on core 0. */
export async function startServer(dataDir, env = {}) {
  const port = await freePort()
  const [command, words] = onCore(0, process.execPath, [
    '--max-semi-space-size=8',
    '--heap-growing-percent=40',
    '--enable-source-maps',
    `${root}dist/server/main.js`,
  ])
  const child = spawn(command, words, {
    cwd: root,
    env: {
      ...process.env,
      ALLMENDE_DATA: dataDir,
      ALLMENDE_PORT: String(port),
      ALLMENDE_LOG_LEVEL: 'warn',
      ALLMENDE_REQUESTS_PER_MINUTE: '100000000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk) => (text += chunk))
  const exited = new Promise((resolve) => child.once('exit', resolve))
  return {
    pid: child.pid,
    url: `http://127.0.0.1:${port}`,
    output: () => text,
    async until(pattern, seconds) {
      const deadline = performance.now() + seconds * 1000
      while (!pattern.test(text)) {
        if (performance.now() > deadline || child.exitCode !== null)
          throw new Error(`"${pattern.source}" did not come:\n${text.slice(-2000)}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** Processor time of a process so far, in milliseconds (proc(5): utime and stime). */
export function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000
}

/** Resident memory of a process in MiB: now, and the most it ever had. */
export function memoryMiB(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
  return { now: of('VmRSS'), most: of('VmHWM') }
}

/** From here on the most memory counts anew (proc(5), clear_refs). */
export function forgetMost(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

/** Processes below one, itself included. */
export function processesBelow(pid) {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1].split(' ')
          return [[Number(name), Number(fields[1])]]
        } catch {
          return []
        }
      }),
  )
  const below = (id) => [
    id,
    ...[...parents].filter(([, parent]) => parent === id).flatMap(([child]) => below(child)),
  ]
  return below(pid)
}

/** Runs the generator on core 1. */
export function load(plan) {
  return new Promise((resolve, reject) => {
    const [command, words] = onCore(1, process.execPath, [`${root}bench/load.mjs`, JSON.stringify(plan)])
    const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    child.stdout.on('data', (chunk) => (text += chunk))
    child.once('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`load ended with ${code}`)),
    )
  })
}

/** Signs in through the pages of the demo; gives the cookie, and the token that is in it. */
export async function signIn(url, email) {
  const headers = { origin: url, 'content-type': 'application/x-www-form-urlencoded' }
  const post = (path, fields) =>
    fetch(url + path, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' })
  await (await post('/sign-in', { email })).text()
  const { items } = await (await fetch(`${url}/api/v1/demo/mail`)).json()
  const token = /token=([\w-]+)/.exec(
    items.find((m) => m.to === email && m.text.includes('token='))?.text ?? '',
  )?.[1]
  const answer = await post('/sign-in/link', { token: token ?? '' })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0]
  if (!cookie) throw new Error(`Nobody was signed in as ${email}: HTTP ${answer.status}`)
  return { cookie, token: decodeURIComponent(cookie.split('=')[1]) }
}
