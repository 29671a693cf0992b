import { z } from 'zod'
import { route } from './contract.ts'
import { roleShape, scopeKind } from './people.ts'
import { factorShape, id, idParams, instant, line, pageQuery, slug } from './shapes.ts'

const room = 'clear'
export const reasonText = line(4000)

export const decisionShape = z.object({
  id,
  officer: z.string(),
  verdict: z.string(),
  reason: z.string(),
  at: instant,
  /** The officer whose deputy decided. */
  standsFor: z.string().nullable(),
})

/** What the first of two officers proposes, where a rule asks for two. */
export const proposalShape = z.object({
  officer: z.string(),
  standsFor: z.string().nullable(),
  reason: z.string(),
  at: instant,
})

const entryShape = z.object({
  id: z.string(),
  list: z.string(),
  names: z.array(z.string()),
  birthDates: z.array(z.string()),
  countries: z.array(z.string()),
  identifiers: z.array(z.string()),
  programmes: z.array(z.string()),
  remarks: z.string(),
  sourceUrl: z.string(),
})

export const hitShape = z.object({
  id,
  party: id,
  entry: entryShape,
  score: z.number(),
  match: z.boolean(),
  factors: z.array(factorShape),
  engineVersion: z.string(),
  state: z.enum(['open', 'confirmed', 'cleared']),
  /** What it does by the rulebook: it only informs, holds until it is decided, or stops at once what runs. */
  effect: z.enum(['inform', 'hold', 'block']),
  decision: decisionShape.nullable(),
  /** Whether the rulebook asks for two officers to clear it; then what the first one proposed. */
  fourEyes: z.boolean(),
  proposal: proposalShape.nullable(),
})

export const hitRoutes = {
  decideHit: route({
    operation: 'decideHit',
    room,
    method: 'post',
    path: '/clear/hits/{id}/decision',
    summary: 'Confirm or clear an open hit, or open a confirmed one again, with a reason',
    who: 'person',
    scope: 'decide',
    params: idParams,
    body: z.object({
      verdict: z.enum(['confirmed', 'cleared', 'reopened']),
      reason: reasonText,
      /** What you had before your eyes; where another officer proposed meanwhile, you are told. */
      seen: z.enum(['no-proposal', 'proposal']).default('no-proposal'),
    }),
    reply: hitShape,
    status: 201,
  }),
  listOpenHits: route({
    operation: 'listOpenHits',
    room,
    method: 'get',
    path: '/hits',
    summary:
      'Hits that wait for an officer, the oldest first, and confirmed ones of operators of sites and of role holders; those with the same `evidence` can be cleared together',
    who: 'person',
    scope: 'decide',
    query: pageQuery.extend({ list: z.string().max(80).optional() }),
    reply: z.object({
      items: z.array(
        z.object({
          id,
          /** Null for the operator of a site, and for somebody who holds a role. */
          application: id.nullable(),
          number: z.string().nullable(),
          site: slug.nullable(),
          /** What somebody holds outside of teams, where the hit is about that. */
          roles: z.array(z.object({ role: roleShape, scopeKind, scopeId: z.string() })),
          /** Confirmed ones are those of operators of sites and of role holders, which have no case. */
          state: z.enum(['open', 'confirmed']),
          party: z.object({
            name: z.string(),
            aliases: z.array(z.string()),
            kind: z.string(),
            birthDate: z.string().nullable(),
            countries: z.array(z.string()),
          }),
          entry: entryShape,
          score: z.number(),
          factors: z.array(factorShape),
          /** The same for hits of the same entry that were met by the same words and facts. */
          evidence: z.string(),
          since: instant,
          by: instant.nullable(),
          late: z.boolean(),
          /** You belong to this team: another officer decides. */
          ownTeam: z.boolean(),
          effect: z.enum(['inform', 'hold', 'block']),
          /** The rulebook asks for two officers, who look at it in its case. */
          fourEyes: z.boolean(),
          proposal: proposalShape.nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
    status: 200,
  }),
  hitStatistics: route({
    operation: 'hitStatistics',
    room,
    method: 'get',
    path: '/hits/statistics',
    summary:
      'By list: how many hits it gave, how many proved to be somebody else, and how long decisions took',
    who: 'person',
    scope: 'decide',
    reply: z.object({
      items: z.array(
        z.object({
          list: z.string(),
          found: z.int(),
          open: z.int(),
          cleared: z.int(),
          confirmed: z.int(),
          /** Cleared ones among those decided, 0 to 1; null where none was. */
          falsePositives: z.number().nullable(),
          medianMs: z.number().nullable(),
          ninetiethMs: z.number().nullable(),
        }),
      ),
    }),
    status: 200,
  }),
  clearHits: route({
    operation: 'clearHits',
    room,
    method: 'post',
    path: '/hits/clear',
    summary: 'Clear hits of the same evidence with one reason, each by a decision of its own; never confirms',
    who: 'person',
    scope: 'decide',
    body: z.object({ hits: z.array(id).min(1).max(100), reason: reasonText }),
    reply: z.object({
      cleared: z.array(id),
      left: z.array(z.object({ hit: id, why: z.enum(['decided', 'own-team', 'four-eyes']) })),
    }),
    status: 201,
  }),
}
