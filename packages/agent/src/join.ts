import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { routes, type SyncRequest } from '@allmende/wire'
import { createClient, ProblemError } from '@allmende/wire/client'
import { createLocalEngine } from './engines/local/local-engine.ts'
import { readJson, startTicks, writeJson } from './engines/local/files.ts'
import type { Site } from './deliver.ts'
import { agentVersion } from './site-loop.ts'
import { openSiteKey, proveKey } from './site-key.ts'

export type SiteConfig = {
  readonly server: string
  readonly state: string
  readonly enrol?: string
  readonly capacity: SyncRequest['capacity']
}
type Joined = { readonly site: string; readonly siteToken: string }
type Lock = { readonly pid: number; readonly ticks: string }

/** One agent for a state folder: two would report each other's jobs as their own. A lock of a dead one is taken over. */
export function lockState(state: string): void {
  mkdirSync(state, { recursive: true, mode: 0o700 })
  const path = join(state, 'agent-lock.json')
  const held = existsSync(path) ? readJson<Lock>(path) : null
  if (held && held.pid !== process.pid && held.ticks !== '' && startTicks(held.pid) === held.ticks) {
    throw new Error(`The state folder ${state} is in use by process ${held.pid}. Stop that agent first.`)
  }
  writeJson(path, { pid: process.pid, ticks: startTicks(process.pid) })
}

/** Joins with the one-time code, or goes on as the site this folder belongs to. */
export async function joinSite(given: SiteConfig, keeper: readonly string[]): Promise<Site> {
  // Absolute: a job runs in a folder of its own, where a relative path would lead elsewhere.
  const config = { ...given, state: resolve(given.state) }
  lockState(config.state)
  const key = openSiteKey(config.state)
  const path = join(config.state, 'site.json')
  let joined = readJson<Joined>(path)
  if (!joined || config.enrol) {
    if (!config.enrol)
      throw new Error(`${config.state} belongs to no site yet. Join with a one-time code: --enrol CODE.`)
    try {
      joined = await createClient({ baseUrl: config.server }).call(routes.enrolAgent, {
        body: {
          enrolmentToken: config.enrol,
          publicKey: key.publicKey,
          proof: proveKey(key, config.enrol),
          agentVersion,
        },
      })
      writeJson(path, joined)
    } catch (error) {
      // A folder that joined before stays joined, whatever becomes of an old code.
      if (!(error instanceof ProblemError) || !joined) throw error
    }
  }
  return {
    site: joined.site,
    state: config.state,
    acceleratorModel: config.capacity.acceleratorModel,
    key,
    client: createClient({ baseUrl: config.server, token: joined.siteToken }),
    engine: createLocalEngine(config.state, keeper),
  }
}
