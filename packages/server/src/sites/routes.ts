import { routes } from '@allmende/wire'
import type { Context } from '../context.ts'
import type { Room } from '../http/api.ts'
import { demand } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { describeSite } from './describe-site.ts'
import { joinSite, makeEnrolment } from './enrol.ts'
import { setSiteStanding } from './set-standing.ts'
import { insertSite, loadSite, loadSites, savePolicy, type SiteView } from './store.ts'

async function demandSite(ctx: Context, id: string) {
  const site = await loadSite(ctx, id)
  if (!site) throw new Refusal('request.not-found', `There is no site "${id}".`)
  return site
}

export const sitesRoom: Room = (serve, ctx) => {
  const describe = (site: SiteView) => describeSite(site, ctx.now())
  serve(routes.listSites, async () => ({ body: { items: (await loadSites(ctx)).map(describe) } }))
  serve(routes.getSite, async ({ params }) => ({ body: describe(await demandSite(ctx, params.id)) }))
  serve(routes.createSite, async ({ actor, body }) => {
    demand(actor, { action: 'alliance.manage' })
    const added = await insertSite(ctx, { ...body, engine: 'local', createdAt: ctx.now() })
    if (!added) throw new Refusal('alliance.exists', `There is a site "${body.id}" already.`)
    await append(ctx, 'site.added', [body.id], () => ({
      site: body.id,
      member: body.member,
      country: body.country,
      acceleratorModel: body.acceleratorModel,
      accelerators: body.accelerators,
    }))
    ctx.nudge('chain')
    return { body: describe(await demandSite(ctx, body.id)) }
  })
  serve(routes.setSiteStanding, async ({ actor, params, body }) => {
    await setSiteStanding(ctx, actor, params.id, body)
    return { body: describe(await demandSite(ctx, params.id)) }
  })
  serve(routes.enrolSite, async ({ actor, params }) => {
    const site = await demandSite(ctx, params.id)
    if (site.standing === 'ended')
      throw new Refusal('sites.standing', 'This site has ended; no agent joins it.', {
        remedy: 'Add it as a new site.',
      })
    demand(actor, { action: 'site.manage', site: site.id, member: site.member })
    return { body: await makeEnrolment(ctx, site.id) }
  })
  serve(routes.setSitePolicy, async ({ actor, params, body }) => {
    const site = await demandSite(ctx, params.id)
    demand(actor, { action: 'site.manage', site: site.id, member: site.member })
    await savePolicy(ctx, site.id, body)
    await append(ctx, 'site.policy-set', [site.id], (hide) => ({
      site: site.id,
      refusedMembers: body.refusedMembers,
      refusedCountries: body.refusedCountries,
      licenceConditions: hide('licenceConditions', body.licenceConditions),
    }))
    ctx.nudge('chain')
    ctx.nudge('place')
    return { body: describe(await demandSite(ctx, site.id)) }
  })
  serve(routes.enrolAgent, async ({ body }) => ({ body: await joinSite(ctx, body) }))
}
