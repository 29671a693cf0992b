import { z } from 'zod'
import { enrolReplySchema, enrolRequestSchema, syncReplySchema, syncRequestSchema, usageDeliverySchema } from './agent-protocol.ts'
import { route } from './contract.ts'
import { idParams } from './shapes.ts'

const room = 'agent'

/** What a site's agent calls: outbound only, with its own token. */
export const agentRoutes = {
  enrolAgent: route({ operation: 'enrolAgent', room, method: 'put', path: '/agent/enrolment', summary: 'Join as a site with a one-time code; the same code and key again join again', who: 'public', scope: 'read', body: enrolRequestSchema, reply: enrolReplySchema, status: 200 }),
  syncSite: route({ operation: 'syncSite', room, method: 'put', path: '/agent/sync', summary: 'Say what runs, learn what should', who: 'site', scope: 'read', body: syncRequestSchema, reply: syncReplySchema, status: 200, transaction: false }),
  getPlacementBundle: route({ operation: 'getPlacementBundle', room, method: 'get', path: '/agent/placements/{id}/bundle', summary: 'Files of a placed job', who: 'site', scope: 'read', params: idParams, replyType: 'application/gzip', status: 200, transaction: false }),
  putPlacementLog: route({ operation: 'putPlacementLog', room, method: 'put', path: '/agent/placements/{id}/log', summary: "A part of a job's output", who: 'site', scope: 'read', params: idParams, query: z.object({ offset: z.coerce.number().int().min(0).meta({ type: 'integer' }) }), bodyType: 'application/octet-stream', reply: z.object({ next: z.int() }), status: 200, transaction: false }),
  putPlacementOutputs: route({ operation: 'putPlacementOutputs', room, method: 'put', path: '/agent/placements/{id}/outputs', summary: 'Files a job left', who: 'site', scope: 'read', params: idParams, bodyType: 'application/gzip', reply: z.object({ sha256: z.string() }), status: 200, transaction: false }),
  putPlacementUsage: route({ operation: 'putPlacementUsage', room, method: 'put', path: '/agent/placements/{id}/usage', summary: 'What a placement used, signed by the site', who: 'site', scope: 'read', params: idParams, body: usageDeliverySchema, reply: z.object({ acceleratorMs: z.int() }), status: 200, transaction: false }),
}
