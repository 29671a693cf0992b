import { z } from 'zod'
import { route } from './contract.ts'
import { country, instant, prose, slug } from './shapes.ts'

export const siteShape = z.object({
  id: slug, name: z.string(), member: slug, country, operator: z.string(), engine: z.string(), acceleratorModel: z.string(), accelerators: z.int(), cpus: z.int(), memoryMiB: z.int(),
  state: z.enum(['enrolling', 'online', 'offline']), sandbox: z.string().nullable(), lastSeenAt: instant.nullable(), running: z.int(), publicKey: z.string().nullable(),
  /** The operator's own veto: members and countries it serves nobody from, and its licence conditions in its own words. */
  policy: z.object({ refusedMembers: z.array(slug), refusedCountries: z.array(country), licenceConditions: prose(2000), conditionsKnown: z.boolean() }),
})
const room = 'sites'
export const siteRoutes = {
  listSites: route({ operation: 'listSites', room, method: 'get', path: '/sites', summary: 'Sites with capacity and state', who: 'public', scope: 'read', reply: z.object({ items: z.array(siteShape) }), status: 200 }),
  getSite: route({ operation: 'getSite', room, method: 'get', path: '/sites/{id}', summary: 'One site', who: 'public', scope: 'read', params: z.object({ id: slug }), reply: siteShape, status: 200 }),
  createSite: route({ operation: 'createSite', room, method: 'post', path: '/sites', summary: 'Add a site', who: 'person', scope: 'manage', body: siteShape.pick({ id: true, name: true, member: true, country: true, operator: true, acceleratorModel: true, accelerators: true, cpus: true, memoryMiB: true, policy: true }), reply: siteShape, status: 201 }),
  enrolSite: route({ operation: 'enrolSite', replay: false, room, method: 'post', path: '/sites/{id}/enrolments', summary: 'Make a one-time code with which an agent joins as this site', who: 'person', scope: 'manage', params: z.object({ id: slug }), body: z.object({}), reply: z.object({ enrolmentToken: z.string(), expiresAt: instant }), status: 201 }),
  setSitePolicy: route({ operation: 'setSitePolicy', room, method: 'put', path: '/sites/{id}/policy', summary: "The site's own veto", who: 'person', scope: 'manage', params: z.object({ id: slug }), body: siteShape.shape.policy, reply: siteShape, status: 200 }),
}
