import { loadClearances } from '../clear/index.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { loadSites } from '../sites/index.ts'

type Size = { readonly accelerators: number; readonly cpus: number; readonly memoryMiB: number }

const inWords = (size: Size) =>
  `${size.accelerators} accelerators, ${size.cpus} CPUs and ${size.memoryMiB} MiB of memory`

const holds = (site: Size, job: Size) =>
  site.accelerators >= job.accelerators && site.cpus >= job.cpus && site.memoryMiB >= job.memoryMiB

/**
 * Refuses a job that is larger than every site that the project may use or may yet be cleared for: it would wait
 * for ever. A job runs at one site. Where no such site is known the job waits, and its explanation says why.
 */
export async function demandHeld(ctx: Context, application: string, job: Size): Promise<void> {
  const clearances = await loadClearances(ctx, application)
  const hopeful = new Set(clearances.filter((c) => c.standing !== 'refused').map((c) => c.site))
  const sites = (await loadSites(ctx)).filter((site) => hopeful.has(site.id))
  if (sites.length === 0 || sites.some((site) => holds(site, job))) return
  const sizes = sites.map((site) => `${site.name}: ${inWords(site)}`).join('; ')
  throw new Refusal(
    'jobs.too-large',
    `The job asks for ${inWords(job)} at one site, and no site that your project may use holds that.`,
    { remedy: `Ask for no more than one of them has. ${sizes}.` },
  )
}
