import { z } from 'zod'
import { route } from './contract.ts'
import { id, instant, line, pageOf, pageQuery, slug, slugParams } from './shapes.ts'

export const roleShape = z.enum(['secretariat', 'officer', 'panel-chair', 'reviewer', 'site-operator', 'delegate', 'project-lead', 'project-member'])
export const scopeKind = z.enum(['alliance', 'member', 'site', 'project'])
export const grantShape = z.object({ id, person: id, role: roleShape, scopeKind, scopeId: z.string(), from: instant, until: instant.nullable() })

const session = z.object({ token: z.string(), expiresAt: instant })
const sessionRow = z.object({ id, createdAt: instant, lastSeenAt: instant, expiresAt: instant, method: z.string(), current: z.boolean() })
const tokenRow = z.object({ id, name: z.string(), prefix: z.string(), scopes: z.array(z.string()), createdAt: instant, expiresAt: instant, lastUsedAt: instant.nullable() })
export const meShape = z.object({
  id, name: z.string(), email: z.string(), language: z.string(),
  grants: z.array(z.object({ role: roleShape, scopeKind, scopeId: z.string() })),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: instant })),
})
const jsonObject = z.record(z.string(), z.unknown())
const room = 'people'

export const peopleRoutes = {
  requestLink: route({ operation: 'requestLink', room, method: 'post', path: '/sign-in/links', summary: 'Send a sign-in link; answers the same whether or not the address is known', who: 'public', scope: 'read', body: z.object({ email: z.email().max(254), next: z.string().max(500).default('/') }), reply: z.object({ sent: z.literal(true) }), status: 202 }),
  redeemLink: route({ operation: 'redeemLink', room, method: 'post', path: '/sign-in/links/redeem', summary: 'Turn a sign-in link into a session; once', who: 'public', scope: 'read', body: z.object({ token: line(200) }), reply: session.extend({ next: z.string() }), status: 201 }),
  passkeySignInOptions: route({ operation: 'passkeySignInOptions', room, method: 'post', path: '/sign-in/passkeys/options', summary: 'Start signing in with a passkey', who: 'public', scope: 'read', body: z.object({}), reply: z.object({ attempt: id, options: jsonObject }), status: 200 }),
  passkeySignIn: route({ operation: 'passkeySignIn', room, method: 'post', path: '/sign-in/passkeys', summary: 'Finish signing in with a passkey', who: 'public', scope: 'read', body: z.object({ attempt: id, response: jsonObject }), reply: session, status: 201 }),
  listProviders: route({ operation: 'listProviders', room, method: 'get', path: '/sign-in/providers', summary: 'OpenID Connect providers of this installation', who: 'public', scope: 'read', reply: z.object({ items: z.array(z.object({ id: slug, name: z.string() })) }), status: 200 }),
  startOidc: route({ operation: 'startOidc', room, method: 'post', path: '/sign-in/oidc/{id}/start', summary: 'Start signing in at a provider', who: 'public', scope: 'read', params: slugParams, body: z.object({ next: z.string().max(500).default('/') }), reply: z.object({ attempt: id, url: z.string() }), status: 200, transaction: false }),
  finishOidc: route({ operation: 'finishOidc', room, method: 'post', path: '/sign-in/oidc/{id}/finish', summary: 'Finish signing in at a provider', who: 'public', scope: 'read', params: slugParams, body: z.object({ attempt: id, callbackUrl: z.string().max(4000) }), reply: session.extend({ next: z.string() }), status: 201, transaction: false }),
  getMe: route({ operation: 'getMe', room, method: 'get', path: '/me', summary: 'Who you are and which roles you hold', who: 'person', scope: 'read', reply: meShape, status: 200 }),
  signOut: route({ operation: 'signOut', room, method: 'delete', path: '/me/session', summary: 'End this session', who: 'person', scope: 'read', status: 204 }),
  listSessions: route({ operation: 'listSessions', room, method: 'get', path: '/me/sessions', summary: 'Your sessions', who: 'person', scope: 'read', reply: z.object({ items: z.array(sessionRow) }), status: 200 }),
  revokeSession: route({ operation: 'revokeSession', room, method: 'delete', path: '/me/sessions/{id}', summary: 'End one of your sessions', who: 'person', scope: 'manage', params: z.object({ id }), status: 204 }),
  listTokens: route({ operation: 'listTokens', room, method: 'get', path: '/me/tokens', summary: 'Your API tokens', who: 'person', scope: 'read', reply: z.object({ items: z.array(tokenRow) }), status: 200 }),
  createToken: route({ operation: 'createToken', replay: false, room, method: 'post', path: '/me/tokens', summary: 'Make an API token; it is shown once', who: 'person', scope: 'manage', body: z.object({ name: line(100), scopes: z.array(z.enum(['read', 'apply', 'jobs', 'decide', 'manage'])).min(1), days: z.int().min(1).max(365).default(90) }), reply: tokenRow.extend({ token: z.string() }), status: 201 }),
  revokeToken: route({ operation: 'revokeToken', room, method: 'delete', path: '/me/tokens/{id}', summary: 'Revoke one of your API tokens', who: 'person', scope: 'manage', params: z.object({ id }), status: 204 }),
  passkeyOptions: route({ operation: 'passkeyOptions', room, method: 'post', path: '/me/passkeys/options', summary: 'Start adding a passkey', who: 'person', scope: 'manage', body: z.object({}), reply: z.object({ attempt: id, options: jsonObject }), status: 200 }),
  addPasskey: route({ operation: 'addPasskey', room, method: 'post', path: '/me/passkeys', summary: 'Finish adding a passkey', who: 'person', scope: 'manage', body: z.object({ attempt: id, name: line(100), response: jsonObject }), reply: z.object({ id: z.string() }), status: 201 }),
  setLanguage: route({ operation: 'setLanguage', room, method: 'put', path: '/me/language', summary: 'Choose your language', who: 'person', scope: 'manage', body: z.object({ language: z.enum(['en', 'de', 'ar']) }), status: 204 }),
  demoMail: route({ operation: 'demoMail', room, method: 'get', path: '/demo/mail', summary: 'Mail of a demo alliance, which sends none', who: 'public', scope: 'read', reply: z.object({ items: z.array(z.object({ id, to: z.string(), subject: z.string(), text: z.string(), at: instant })) }), status: 200 }),
  demoPeople: route({ operation: 'demoPeople', room, method: 'get', path: '/demo/people', summary: 'Invented people of a demo alliance, by role', who: 'public', scope: 'read', reply: z.object({ items: z.array(z.object({ email: z.string(), name: z.string(), role: z.string() })) }), status: 200 }),
  listPeople: route({ operation: 'listPeople', room, method: 'get', path: '/people', summary: 'People with roles, for the secretariat', who: 'person', scope: 'manage', query: pageQuery, reply: pageOf(z.object({ id, name: z.string(), email: z.string(), grants: z.array(grantShape) })), status: 200 }),
  grantRole: route({ operation: 'grantRole', room, method: 'post', path: '/grants', summary: 'Give a person a role; invites them when new', who: 'person', scope: 'manage', body: z.object({ name: line(200), email: z.email().max(254), role: roleShape, scopeKind, scopeId: z.string().max(100), until: instant.nullable().default(null) }), reply: grantShape, status: 201 }),
  revokeRole: route({ operation: 'revokeRole', room, method: 'delete', path: '/grants/{id}', summary: 'End a role', who: 'person', scope: 'manage', params: z.object({ id }), status: 204 }),
}
