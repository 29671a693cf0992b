import { routes } from '@allmende/wire'
import type { Room } from '../http/api.ts'
import { recordUsage } from './record-usage.ts'

/** What jobs used, signed by the site, counted once. */
export const meterRoom: Room = (serve, ctx) => {
  serve(routes.putPlacementUsage, async ({ actor, params, body }) => ({
    body: await recordUsage(ctx, actor, params.id, body),
  }))
}
