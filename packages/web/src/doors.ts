import type { ReplyOf, routes } from '@allmende/wire'
import { pathPatterns, pathTo, type PageName } from './paths.ts'

type Role = ReplyOf<typeof routes.getMe>['grants'][number]['role']

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

/** Whether a page is for somebody who holds these roles; null is somebody who is not signed in. */
export function doorOf(page: PageName, held: readonly Role[] | null): Door {
  const roles = doors[page]
  if (!roles) return { open: true }
  if (held === null) return { open: false, why: 'signed-out' }
  return roles.length === 0 || roles.some((role) => held.includes(role))
    ? { open: true }
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
