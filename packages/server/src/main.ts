import { dryRunRules } from './dry-run.ts'
import { readSettings, type Settings } from './settings.ts'
import { startServer } from './server.ts'
import { startDemo, type Demo } from './demo/index.ts'
import { printWelcome } from './demo/welcome.ts'
import { fileURLToPath } from 'node:url'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The program behind `npm start`. Reads the environment; nobody else does. */
async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < 24)
    throw new Error(
      `This needs Node 24 or later and runs on ${process.version}. Start it with "npm start", which brings its own.`,
    )
  const empty = process.argv.includes('--empty')
  const settings = readSettings(process.env)
  if (process.argv.includes('--dry-run-rules')) process.exit(await dryRun(settings))
  const server = await startServer(settings, { migrations: here('./migrations'), assets: here('../assets') })
  let demo: Demo | null = null
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    process.stderr.write(`\n${signal}: finishing what is under way, then stopping.\n`)
    await demo?.stop()
    await server.stop()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
  await printWelcome(server, empty)
  if (!empty)
    demo = await startDemo(server, { agent: here('../agent/main.js'), examples: here('../examples') })
}

/** `npm start -- --dry-run-rules [--as-of DATE] [--json]`. */
function dryRun(settings: Settings): Promise<number> {
  const at = process.argv.indexOf('--as-of')
  return dryRunRules({
    settings,
    migrations: here('./migrations'),
    asOf: at === -1 ? undefined : process.argv[at + 1],
    json: process.argv.includes('--json'),
    now: new Date(),
    out: (text) => void process.stdout.write(text),
  })
}

main().catch((error: unknown) => {
  process.stderr.write(
    `Allmende could not start. ${error instanceof Error ? error.message : String(error)}\n`,
  )
  if (process.env.ALLMENDE_LOG_LEVEL === 'debug') console.error(error)
  process.exit(1)
})
