import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@allmende/wire'
import type { Context } from '../context.ts'
import { demoPeople, demoSites } from './cast.ts'
import { signIn } from './visitor.ts'

/**
 * Writes what the agent of the demo's three sites needs to join. A site that joined goes on as what it is; one whose
 * agent died before it kept what it joined with joins again, with the key that it has.
 */
async function writeConfig(ctx: Context, baseUrl: string): Promise<string> {
  const secretariat = await signIn(baseUrl, demoPeople.secretariat.email)
  const folder = join(ctx.settings.dataDir, 'agent')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const sites = []
  for (const site of demoSites) {
    const enrol = existsSync(join(folder, site.id, 'site.json'))
      ? null
      : (await secretariat.call(routes.enrolSite, { params: { id: site.id }, body: {} })).enrolmentToken
    sites.push({
      server: baseUrl,
      state: join(folder, site.id),
      ...(enrol ? { enrol } : {}),
      capacity: {
        accelerators: site.accelerators,
        acceleratorModel: site.acceleratorModel,
        cpus: site.cpus,
        memoryMiB: site.memoryMiB,
      },
    })
  }
  const path = join(folder, 'config.json')
  writeFileSync(`${path}.new`, JSON.stringify({ sites }, null, 2), { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return path
}

/**
 * Runs the agent of the demo's sites as a process of its own that speaks HTTP, as at a real site. It is started
 * again when it dies; it stops by itself when this process is gone (its standard input then ends).
 */
export async function startAgents(
  ctx: Context,
  baseUrl: string,
  program: string,
): Promise<{ stop(): Promise<void> }> {
  const config = await writeConfig(ctx, baseUrl)
  let stopping = false
  let child: ChildProcess | null = null
  let restart: NodeJS.Timeout | null = null
  const launch = () => {
    child = spawn(
      process.execPath,
      ['--enable-source-maps', program, '--config', config, '--until-stdin-ends'],
      { stdio: ['pipe', 'ignore', 'pipe'] },
    )
    let last = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n').filter(Boolean)) {
        last = line.slice(0, 500)
        ctx.logger.debug({ agent: last }, 'agent')
      }
    })
    child.once('exit', (code, signal) => {
      if (stopping) return
      restart = setTimeout(() => {
        // By now its last words have been read.
        ctx.logger.warn({ code, signal, last }, 'the agent of the demo sites ended; it is started again')
        launch()
      }, 1000)
    })
  }
  launch()
  return {
    stop: () =>
      new Promise((resolve) => {
        stopping = true
        if (restart) clearTimeout(restart)
        if (!child || child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
