import type { ReplyOf, routes } from '@allmende/wire'
import { pathPatterns, pathTo, type PageName } from './paths.ts'

type Me = ReplyOf<typeof routes.getMe>
type Held = Pick<Me['grants'][number], 'role'>
type Role = Held['role']
type Why = NonNullable<Me['resting']>['why']
/** Whoever stands at a door: the roles that they hold, and those that rest. */
type Holder = {
  readonly grants: readonly Held[]
  readonly resting: { readonly why: Why; readonly grants: readonly Held[] } | null
}

/**
 * Pages with a form that only some people can send: who they are. The API refuses everybody else anyway; the door
 * says so before somebody fills the form in. An empty list is everybody who is signed in.
 */
const doors: Readonly<Partial<Record<PageName, readonly Role[]>>> = {
  screen: ['officer'],
  delegations: ['officer', 'secretariat'],
  queries: ['officer', 'secretariat'],
  secretariat: ['secretariat'],
  secretariatMembers: ['secretariat'],
  secretariatMember: ['secretariat'],
  secretariatPeople: ['secretariat'],
  secretariatGrant: ['secretariat'],
  secretariatSites: ['secretariat'],
  secretariatLists: ['secretariat', 'officer'],
  secretariatCalls: ['secretariat'],
  secretariatCall: ['secretariat'],
  sitePolicy: ['secretariat', 'site-operator'],
  siteStanding: ['secretariat', 'site-operator'],
  projectState: ['secretariat'],
  newJob: [],
}

export type Door =
  | { readonly open: true }
  | { readonly open: false; readonly why: 'signed-out' }
  | { readonly open: false; readonly why: 'role'; readonly roles: readonly Role[] }
  | { readonly open: false; readonly why: Why }

/** Whether a page is for somebody with their roles; null is somebody who is not signed in. */
export function doorOf(page: PageName, me: Holder | null): Door {
  const roles = doors[page]
  if (!roles) return { open: true }
  if (me === null) return { open: false, why: 'signed-out' }
  const opens = ({ role }: Held) => roles.includes(role)
  if (roles.length === 0 || me.grants.some(opens)) return { open: true }
  return me.resting?.grants.some(opens)
    ? { open: false, why: me.resting.why }
    : { open: false, why: 'role', roles }
}

/** The page that a request asks for, with its query; the front page where a form was sent. */
export function hrefOf(request: { readonly method: string; readonly url: string }): string {
  const url = new URL(request.url)
  return request.method === 'GET' ? `${url.pathname}${url.search}` : pathPatterns.home
}

/** The sign-in, and from there to a page. */
export function signInThen(next: string): string {
  return pathTo('signIn', {}, { next })
}
