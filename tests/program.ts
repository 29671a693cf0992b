import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('../dist', import.meta.url))

/** The built server as a process, as `npm start` runs it. */
export type Program = {
  readonly child: ChildProcess
  readonly url: string
  output(): string
  /** The exit code, once it has ended; null where a signal ended it. */
  readonly exited: Promise<number | null>
  until(text: RegExp, seconds: number): Promise<void>
  kill(signal: NodeJS.Signals): Promise<number | null>
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

export function startProgram(
  dataDir: string,
  port: number,
  words: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn(process.execPath, ['--enable-source-maps', `${dist}/server/main.js`, ...words], {
    env: {
      ...process.env,
      ALLMENDE_DATA: dataDir,
      ALLMENDE_PORT: String(port),
      ALLMENDE_LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    output: () => text,
    exited: ended,
    async until(pattern, seconds) {
      const deadline = performance.now() + seconds * 1000
      while (!pattern.test(text)) {
        if (performance.now() > deadline || child.exitCode !== null)
          throw new Error(`"${pattern.source}" did not come (exit ${child.exitCode}):\n${text.slice(-3000)}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    async kill(signal) {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs the built command `allmende` and gives what it said. */
export function allmende(
  config: string,
  words: readonly string[],
  cwd = process.cwd(),
): { code: number | null; out: string; err: string } {
  const result = spawnSync(process.execPath, [`${dist}/cli/main.js`, ...words], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, XDG_CONFIG_HOME: config },
    timeout: 120_000,
  })
  return { code: result.status, out: result.stdout, err: result.stderr }
}
