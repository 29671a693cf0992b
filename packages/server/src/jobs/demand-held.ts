import { sql } from 'drizzle-orm'
import { loadClearances } from '../clear/index.ts'
import { clearances } from '../clear/tables.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { loadSites } from '../sites/index.ts'
import { sites } from '../sites/tables.ts'

type Size = { readonly accelerators: number; readonly cpus: number; readonly memoryMiB: number }

const inWords = (size: Size) =>
  `${size.accelerators} accelerators, ${size.cpus} CPUs and ${size.memoryMiB} MiB of memory`

/** Whether any site is known that the project may use or may yet be cleared for, and whether one of them is large enough. */
async function lookForRoom(ctx: Context, application: string, job: Size) {
  const [found] = await ctx.db.rows<{ known: boolean; large: boolean | null }>(sql`
    select count(*) > 0 as known,
      bool_or(s.accelerators >= ${job.accelerators} and s.cpus >= ${job.cpus} and s.memory_mib >= ${job.memoryMiB}) as large
    from ${clearances} c join ${sites} s on s.id = c.site
    where c.application = ${application} and c.standing <> 'refused'`)
  return found ?? { known: false, large: null }
}

/**
 * Refuses a job that is larger than every site that the project may use or may yet be cleared for: it would wait
 * for ever. A job runs at one site. Where no such site is known the job waits, and its explanation says why.
 */
export async function demandHeld(ctx: Context, application: string, job: Size): Promise<void> {
  const { known, large } = await lookForRoom(ctx, application, job)
  if (!known || large) return
  const hopeful = (await loadClearances(ctx, application)).filter((c) => c.standing !== 'refused')
  const sizes = (await loadSites(ctx))
    .filter((site) => hopeful.some((c) => c.site === site.id))
    .map((site) => `${site.name}: ${inWords(site)}`)
    .join('; ')
  throw new Refusal(
    'jobs.too-large',
    `The job asks for ${inWords(job)} at one site, and no site that your project may use holds that.`,
    { remedy: `Ask for no more than one of them has. ${sizes}.` },
  )
}
