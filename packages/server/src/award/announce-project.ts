import { teamPersons } from '../apply/index.ts'
import type { Context } from '../context.ts'
import { queueMail } from '../people/index.ts'
import { append } from '../record/index.ts'
import { loadAddresses, lockProject, saveProject } from './store.ts'

/** Tells the team of an award, once a canary job has run as the project; does nothing when they were told already. */
export async function announceProject(
  ctx: Context,
  id: string,
  canaries: readonly { site: string; job: string }[],
): Promise<void> {
  const project = await lockProject(ctx, id)
  if (project?.state !== 'canary' || canaries.length === 0) return
  await saveProject(ctx, id, { state: 'active', announcedAt: ctx.now() })
  for (const to of await loadAddresses(ctx, await teamPersons(ctx, project.application))) {
    await queueMail(ctx, {
      to,
      subject: `Your project ${project.id} can run`,
      text: `"${project.name}" was awarded, and a test job has just run as your project. You can submit jobs now:\n\n${ctx.settings.publicUrl}/projects/${project.id}\n`,
    })
  }
  await append(ctx, 'award.announced', [id, project.application], () => ({
    project: id,
    canaries: canaries.map((c) => ({ site: c.site, job: c.job })),
  }))
  ctx.nudge('place')
}
