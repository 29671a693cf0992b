import { routes } from '@allmende/wire'
import type { Room } from '../http/api.ts'
import { demand } from '../http/policy.ts'
import { erasePerson } from './erase-person.ts'
import { exportPerson } from './export-person.ts'

export const privacyRoom: Room = (serve, ctx) => {
  serve(routes.exportMyData, async ({ actor }) => ({ body: await exportPerson(ctx, actor.person) }))
  serve(routes.eraseMyData, async ({ actor }) => ({ body: await erasePerson(ctx, actor.person) }))
  serve(routes.erasePerson, async ({ actor, params }) => {
    demand(actor, { action: 'people.manage' })
    return { body: await erasePerson(ctx, params.id) }
  })
}
