import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { text as readAll } from 'node:stream/consumers'
import { createClient } from '@allmende/wire/client'
import { runCli } from './cli.ts'
import { SignInError, type Io } from './command.ts'

const folder = join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'allmende')
const loginFile = join(folder, 'login.json')

type Login = { server: string; token: string }

async function readLogin(): Promise<Login | null> {
  try {
    return JSON.parse(await readFile(loginFile, 'utf8')) as Login
  } catch {
    return null
  }
}

/** The server named in the arguments, wherever it stands before "--". */
function serverIn(argv: readonly string[]): string | undefined {
  const own = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv
  const at = own.findIndex((word) => word === '--server' || word.startsWith('--server='))
  return at === -1 ? undefined : own[at]?.includes('=') ? own[at]?.slice('--server='.length) : own[at + 1]
}

function createIo(argv: readonly string[], signal: AbortSignal): Io {
  const server = async () =>
    (
      serverIn(argv) ??
      process.env.ALLMENDE_SERVER ??
      (await readLogin())?.server ??
      'http://127.0.0.1:8080'
    ).replace(/\/$/, '')
  return {
    out: (words) => void process.stdout.write(words),
    err: (words) => void process.stderr.write(words),
    progress: (words) =>
      void (
        process.stderr.isTTY &&
        process.stderr.write(`\r\x1b[2K${words.slice(0, (process.stderr.columns ?? 100) - 1)}`)
      ),
    async ask(question) {
      if (!process.stdin.isTTY) return null
      const lines = createInterface({ input: process.stdin, output: process.stderr })
      const said = await lines.question(question)
      lines.close()
      return said.trim() || null
    },
    env: process.env,
    cwd: process.cwd(),
    stdin: () => readAll(process.stdin),
    signal,
    server,
    async client() {
      const baseUrl = await server()
      const login = await readLogin()
      // A session is for the server that gave it, and is shown to no other.
      const token =
        process.env.ALLMENDE_TOKEN ?? (login?.server.replace(/\/$/, '') === baseUrl ? login.token : undefined)
      if (!token) throw new SignInError(baseUrl)
      return createClient({ baseUrl, token })
    },
    async saveLogin(login) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(`${loginFile}.new`, JSON.stringify(login), { mode: 0o600 })
      await rename(`${loginFile}.new`, loginFile)
    },
    forgetLogin: () => rm(loginFile, { force: true }),
  }
}

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
process.once('SIGTERM', () => stop.abort())
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
})
const argv = process.argv.slice(2)
process.exitCode = await runCli(createIo(argv, stop.signal), argv)
