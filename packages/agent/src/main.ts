import { readFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ProblemError } from '@allmende/wire/client'
import { keep } from './engines/local/keeper.ts'
import { joinSite, type SiteConfig } from './join.ts'
import { say } from './log.ts'
import { runSite } from './site-loop.ts'

const program = fileURLToPath(import.meta.url)

function readConfig(): { sites: SiteConfig[]; untilStdinEnds: boolean } {
  const { values } = parseArgs({
    options: {
      server: { type: 'string' },
      state: { type: 'string' },
      enrol: { type: 'string' },
      config: { type: 'string' },
      accelerators: { type: 'string' },
      'accelerator-model': { type: 'string' },
      'until-stdin-ends': { type: 'boolean' },
    },
  })
  const untilStdinEnds = values['until-stdin-ends'] === true
  if (values.config)
    return {
      sites: (JSON.parse(readFileSync(values.config, 'utf8')) as { sites: SiteConfig[] }).sites,
      untilStdinEnds,
    }
  if (!values.server || !values.state)
    throw new Error(
      'Say where the server is and where this site keeps its state: agent --server URL --state DIR [--enrol CODE].',
    )
  const capacity = {
    accelerators: Number(values.accelerators ?? 0),
    acceleratorModel: values['accelerator-model'] ?? 'none',
    cpus: availableParallelism(),
    memoryMiB: Math.floor(totalmem() / 1_048_576 / 2),
  }
  return {
    sites: [
      {
        server: values.server,
        state: values.state,
        capacity,
        ...(values.enrol ? { enrol: values.enrol } : {}),
      },
    ],
    untilStdinEnds,
  }
}

/** Joins as soon as the server answers; only its "no" is final. */
async function joinPatiently(config: SiteConfig, signal: AbortSignal) {
  for (let failures = 0; ; failures += 1) {
    try {
      return await joinSite(config, [process.execPath, program, '--keeper'])
    } catch (error) {
      if (!(error instanceof TypeError) && !(error instanceof ProblemError && error.problem.status >= 500))
        throw error
      if (signal.aborted) throw error
      await pause(Math.min(30_000, 500 * 2 ** failures), undefined, { signal }).catch(() => undefined)
    }
  }
}

async function main(): Promise<void> {
  const keeperDir = process.argv[2] === '--keeper' ? process.argv[3] : undefined
  if (keeperDir) return keep(keeperDir)
  const { sites, untilStdinEnds } = readConfig()
  const stop = new AbortController()
  process.once('SIGTERM', () => stop.abort())
  process.once('SIGINT', () => stop.abort())
  if (untilStdinEnds)
    process.stdin
      .resume()
      .once('end', () => stop.abort())
      .once('error', () => stop.abort())
  await Promise.all(
    sites.map(async (config) => {
      const site = await joinPatiently(config, stop.signal)
      say('info', 'site is up', { site: site.site, sandbox: site.engine.sandbox })
      await runSite(site, config.capacity, stop.signal)
    }),
  )
  process.exit(0)
}

main().catch((error: unknown) => {
  say('error', 'the agent ended', { error: error instanceof Error ? error.message : String(error) })
  process.exit(1)
})
