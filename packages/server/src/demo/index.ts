import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningServer } from '../server.ts'
import { startAgents } from './agents.ts'
import { foundDemo } from './found.ts'
import { playChain } from './play.ts'
import { createSteps } from './steps.ts'
import { printDone } from './welcome.ts'

export type Demo = { stop(): Promise<void> }
const nobody: Demo = { stop: () => Promise.resolve() }

/** Founds the demo alliance where there is none, runs its sites, and plays the chain once. */
export async function startDemo(
  server: RunningServer,
  places: { agent: string; examples: string },
): Promise<Demo> {
  const isDemo = await foundDemo(server.ctx, server.url, places.examples)
  if (!isDemo) return nobody
  const agents = await startAgents(server.ctx, server.url, places.agent)
  const played = join(server.ctx.settings.dataDir, 'demo-played')
  if (!existsSync(played)) {
    process.stdout.write('\nThe chain, once, with a real job:\n\n')
    try {
      const job = await playChain(
        server.url,
        places.examples,
        createSteps(process.stdout, () => performance.now()),
      )
      writeFileSync(played, `${job}\n`)
    } catch (error) {
      // The server stays up: the pages show what it waits for, and the next start goes on from there.
      process.stdout.write(`\nThe play stopped: ${error instanceof Error ? error.message : String(error)}\n`)
      server.ctx.logger.error({ err: error }, 'the play of the chain stopped')
      return agents
    }
  }
  printDone(server.url)
  return agents
}
