import { routes } from '@allmende/wire'
import type { Room } from '../http/api.ts'
import { afterId } from '../http/page.ts'
import { demand } from '../http/policy.ts'
import { noteAudit } from '../people/index.ts'
import { listAffected } from './affected.ts'
import { dayOf } from './queries.ts'

/** What other rules would change, for officers and for who adopts the rulebook. Who asked is kept, with how much was found. */
export const affectedRoom: Room = (serve, ctx) => {
  serve(routes.listAffected, async ({ actor, query, requestId }) => {
    demand(actor, { action: 'queries.read' })
    const page = await listAffected(ctx, {
      asOf: dayOf(query.asOf, ctx.now()),
      after: afterId(query.after),
      enforcement: query.enforcement,
      limit: query.limit,
    })
    await noteAudit(ctx, {
      person: actor.person,
      requestId,
      action: 'rules.affected',
      resource: page.asOf,
      outcome: `${page.items.length} of ${page.examined}`,
    })
    return { body: page }
  })
}
