import { announceProject, projectsAwaitingCanary } from '../award/index.ts'
import type { Context } from '../context.ts'
import { submitJob } from '../jobs/index.ts'

const canaryProgram =
  "console.log('canary: this project can run here, on Node ' + process.version + ' with ' + process.arch)"

/**
 * Approved means runnable: for every awarded project that nobody was told of yet, a small job runs as that project
 * at each cleared site; when the first one has finished, the award is announced. A canary that failed is tried
 * again after ten minutes. @returns whether anything moved
 */
export async function proveAwards(ctx: Context): Promise<boolean> {
  let moved = false
  for (const project of await projectsAwaitingCanary(ctx)) {
    const proven = project.canaries.filter((c) => c.result === 'finished')
    if (proven.length > 0) {
      await ctx.db.transaction(() =>
        announceProject(
          ctx,
          project.id,
          proven.map((c) => ({ site: c.site, job: c.job })),
        ),
      )
      moved = true
      continue
    }
    for (const site of project.clearedSites) {
      const tries = project.canaries.filter((c) => c.site === site)
      const underWay = tries.some((c) => c.result === null)
      const lastEnd = Math.max(0, ...tries.map((c) => c.endedAt?.getTime() ?? 0))
      if (underWay || ctx.now().getTime() - lastEnd < 600_000) continue
      await ctx.db.transaction(() =>
        submitJob(
          ctx,
          project.lead,
          {
            project: project.id,
            name: `Canary at ${site}`,
            command: ['node', '-e', canaryProgram],
            env: {},
            bundle: null,
            accelerators: 1,
            cpus: 1,
            memoryMiB: 256,
            diskMiB: 16,
            outputMiB: 1,
            minutes: 1,
          },
          { onlySite: site },
        ),
      )
      moved = true
    }
  }
  return moved
}
