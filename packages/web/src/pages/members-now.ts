import { isMemberOn, routes, type ReplyOf } from '@allmende/wire'
import type { Visit } from '../web.ts'

type Member = ReplyOf<typeof routes.listMembers>['items'][number]

/** Whether something new can be given to this member, today (UTC). */
export function isMemberNow(visit: Visit, member: Member): boolean {
  return isMemberOn(member, new Date(visit.now).toISOString().slice(0, 10))
}

export async function membersNow(visit: Visit): Promise<Member[]> {
  const { items } = await visit.api.call(routes.listMembers, {})
  return items.filter((member) => isMemberNow(visit, member))
}
