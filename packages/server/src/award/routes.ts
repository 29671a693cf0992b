import { routes } from '@allmende/wire'
import { loadRulebook } from '../alliance/index.ts'
import { teamPersons } from '../apply/index.ts'
import type { Context } from '../context.ts'
import type { Room } from '../http/api.ts'
import { pageOf } from '../http/page.ts'
import { demand, readableProjects } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { proofsOf } from '../record/index.ts'
import { listShortOfReviewers } from '../review/index.ts'
import { awardApplication } from './award-application.ts'
import { describeProject, describeProjectRow } from './describe-project.ts'
import { describePanelCase } from './panel.ts'
import { refuseApplication } from './refuse-application.ts'
import { listPanelRows, listProjectViews, loadProject, loadProjectSites, type ProjectView } from './store.ts'

async function demandProject(ctx: Context, id: string): Promise<ProjectView> {
  const view = await loadProject(ctx, id)
  if (!view) throw new Refusal('request.not-found', `There is no project "${id}".`)
  return view
}

async function describe(ctx: Context, view: ProjectView) {
  return describeProject(
    view,
    await loadProjectSites(ctx, view.project),
    await proofsOf(ctx, view.project.id),
  )
}

export const awardRoom: Room = (serve, ctx) => {
  serve(routes.listPanel, async ({ actor }) => {
    demand(actor, { action: 'panel.read' })
    const { reviewersPerApplication } = await loadRulebook(ctx)
    const clocked = <R extends { since: Date; by: Date | null }>(row: R) => ({
      ...row,
      since: row.since.toISOString(),
      by: row.by?.toISOString() ?? null,
    })
    return {
      body: {
        items: (await listPanelRows(ctx)).map(clocked),
        short: (await listShortOfReviewers(ctx, reviewersPerApplication)).map(clocked),
      },
    }
  })
  serve(routes.getPanelCase, async ({ actor, params }) => ({
    body: await describePanelCase(ctx, actor, params.id),
  }))
  serve(routes.awardApplication, async ({ actor, params, body }) => {
    demand(actor, { action: 'award.decide', team: await teamPersons(ctx, params.id) })
    const project = await awardApplication(ctx, params.id, { ...body, by: actor.person })
    return { body: await describe(ctx, await demandProject(ctx, project.id)) }
  })
  serve(routes.refuseApplication, async ({ actor, params, body }) => {
    demand(actor, { action: 'award.decide', team: await teamPersons(ctx, params.id) })
    await refuseApplication(ctx, params.id, { by: actor.person, reason: body.reason })
    return { body: { refused: true as const } }
  })
  serve(routes.listProjects, async ({ actor, query }) => {
    const views = await listProjectViews(ctx, readableProjects(actor), {
      after: query.after,
      limit: query.limit + 1,
    })
    const { rows, next } = pageOf(views, query.limit, (last) => last.project.id)
    return { body: { items: rows.map(describeProjectRow), next } }
  })
  serve(routes.getProject, async ({ actor, params }) => {
    const view = await demandProject(ctx, params.id)
    demand(actor, { action: 'project.read', project: view.project.id, member: view.project.member })
    return { body: await describe(ctx, view) }
  })
}
