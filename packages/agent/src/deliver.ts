import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { routes, type UsageDelivery, type UsageRecord } from '@allmende/wire'
import { ProblemError, type Client } from '@allmende/wire/client'
import type { Engine, Seen } from './engines/engine.ts'
import { readJson, writeJson } from './engines/local/files.ts'
import { say } from './log.ts'
import { signUsage, type SiteKey } from './site-key.ts'

const partBytes = 256 * 1024

export type Site = {
  readonly site: string
  readonly state: string
  readonly acceleratorModel: string
  readonly key: SiteKey
  readonly client: Client
  readonly engine: Engine
}

/** Sends what a job printed from where the server has it; the server names another place where it knows better. */
export async function deliverLog(site: Site, placement: string, known: Map<string, number>): Promise<void> {
  for (;;) {
    const offset = known.get(placement) ?? 0
    const part = await site.engine.readLog(placement, offset, partBytes)
    if (part.byteLength === 0) return
    const response = await site.client.send(routes.putPlacementLog, {
      params: { id: placement },
      query: { offset },
      raw: part,
    })
    known.set(placement, ((await response.json()) as { next: number }).next)
  }
}

function usageOf(site: Site, seen: Seen): UsageRecord | null {
  const { spec, startedAt, endedAt, exit } = seen
  // What never ran used nothing, and leaves no record.
  if (!startedAt || !endedAt || !exit || exit.reason === 'vetoed' || exit.reason === 'bundle-refused')
    return null
  return {
    v: 1,
    placement: spec.placement,
    job: spec.job,
    project: spec.project,
    site: site.site,
    accelerator: site.acceleratorModel,
    accelerators: spec.accelerators,
    cpus: spec.cpus,
    startedAt,
    endedAt,
    acceleratorMs: spec.accelerators * (Date.parse(endedAt) - Date.parse(startedAt)),
    cpuMs: Math.round(seen.cpuMs),
    maxRssMiB: seen.maxRssMiB,
    energyWh: null,
    reason: exit.reason,
  }
}

/** Signs usage once and keeps it on disk until the server has it: what is sent again is the same to the letter. */
function signedUsage(site: Site, seen: Seen): UsageDelivery | null {
  const path = join(site.state, 'placements', seen.spec.placement, 'usage.json')
  if (existsSync(path)) return readJson<UsageDelivery>(path)
  const record = usageOf(site, seen)
  if (!record) return null
  const delivery = { record, signature: signUsage(site.key, record) }
  writeJson(path, delivery)
  return delivery
}

/** A refusal that no repetition changes must not hold up the end of the job; it is said, and the log will show it. */
async function onceOrNever(what: string, placement: string, send: () => Promise<unknown>): Promise<void> {
  try {
    await send()
  } catch (error) {
    if (!(error instanceof ProblemError) || ![404, 409, 413, 422].includes(error.problem.status)) throw error
    say('warn', `the server refused ${what}`, { placement, code: error.problem.code })
  }
}

async function packOutputs(site: Site, placement: string): Promise<Uint8Array | null> {
  try {
    return await site.engine.outputs(placement)
  } catch (error) {
    say('warn', 'the output files could not be packed', {
      placement,
      error: (error as Error).message.slice(0, 200),
    })
    return null
  }
}

/** Hands over everything of an ended placement, in this order: log, files, usage. Its end is reported afterwards. */
export async function deliver(site: Site, seen: Seen, known: Map<string, number>): Promise<void> {
  const { placement } = seen.spec
  await onceOrNever('the log', placement, () => deliverLog(site, placement, known))
  const outputs = await packOutputs(site, placement)
  if (outputs)
    await onceOrNever('the output files', placement, () =>
      site.client.send(routes.putPlacementOutputs, { params: { id: placement }, raw: outputs }),
    )
  const usage = signedUsage(site, seen)
  if (usage)
    await onceOrNever('the usage record', placement, () =>
      site.client.call(routes.putPlacementUsage, { params: { id: placement }, body: usage }),
    )
  await site.engine.markDelivered(placement)
}
