import { routes, type ReplyIn } from '@allmende/wire'
import type { Context } from '../context.ts'
import type { Room } from '../http/api.ts'
import type { Actor } from '../http/actor.ts'
import { afterId, pageOf } from '../http/page.ts'
import { can, demand } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import {
  delegateRole,
  endDelegation,
  findDelegation,
  findOrCreatePerson,
  listDelegations,
  queueMail,
  type DelegationRow,
} from '../people/index.ts'
import { answerEnquiry, askApplicant } from './enquiries.ts'
import { pageOfQueries, type EnquiryRow } from './store-officers.ts'

function describeEnquiry(enquiry: EnquiryRow, officer: string): ReplyIn<typeof routes.askApplicant> {
  return {
    id: enquiry.id,
    fact: enquiry.fact,
    text: enquiry.text,
    officer,
    askedAt: enquiry.askedAt.toISOString(),
    answer: enquiry.answer,
    answeredAt: enquiry.answeredAt?.toISOString() ?? null,
  }
}

function describeDelegation(row: DelegationRow, actor: Actor, now: Date) {
  const state = row.until <= now ? 'ended' : row.from > now ? 'to-come' : 'now'
  return {
    id: row.id,
    deputy: row.deputy.name,
    officer: row.officer.name,
    from: row.from.toISOString(),
    until: row.until.toISOString(),
    reason: row.reason,
    state: state as 'ended' | 'to-come' | 'now',
    canEnd:
      state !== 'ended' &&
      can(actor, { action: 'delegation.end', officer: row.officer.id, deputy: row.deputy.id }).may,
  }
}

async function demandDelegation(ctx: Context, id: string): Promise<DelegationRow> {
  const row = await findDelegation(ctx, id)
  if (!row) throw new Refusal('request.not-found', 'There is no such delegation.')
  return row
}

async function tellDeputy(ctx: Context, row: DelegationRow, email: string): Promise<void> {
  await queueMail(ctx, {
    to: email,
    subject: 'You stand in for a compliance officer',
    text: `${row.officer.name} delegated the role of compliance officer to you, from ${row.from.toISOString().slice(0, 10)} until ${row.until.toISOString().slice(0, 10)}. What you decide in that time is recorded for both of you.\n\n${ctx.settings.publicUrl}/clear\n`,
  })
}

const delegationsRoom: Room = (serve, ctx) => {
  serve(routes.listDelegations, async ({ actor }) => {
    demand(actor, { action: 'delegations.read' })
    const rows = await listDelegations(ctx)
    return {
      body: {
        items: rows.map((row) => describeDelegation(row, actor, ctx.now())),
        canDelegate: can(actor, { action: 'role.delegate' }).may,
      },
    }
  })
  serve(routes.delegateRole, async ({ actor, body }) => {
    demand(actor, { action: 'role.delegate' })
    const deputy = await findOrCreatePerson(ctx, body.name, body.email)
    const id = await delegateRole(ctx, actor.person, {
      deputy,
      from: body.from === null ? ctx.now() : new Date(body.from),
      until: new Date(body.until),
      reason: body.reason,
    })
    const row = await demandDelegation(ctx, id)
    await tellDeputy(ctx, row, deputy.email)
    return { body: describeDelegation(row, actor, ctx.now()) }
  })
  serve(routes.endDelegation, async ({ actor, params }) => {
    const row = await demandDelegation(ctx, params.id)
    demand(actor, { action: 'delegation.end', officer: row.officer.id, deputy: row.deputy.id })
    await endDelegation(ctx, params.id)
    return {}
  })
}

/** What officers do besides deciding: they ask, they delegate, they see who asked the rules. */
export const officersRoom: Room = (serve, ctx) => {
  delegationsRoom(serve, ctx)
  serve(routes.askApplicant, async ({ actor, params, body }) => {
    demand(actor, { action: 'case.read', team: [] })
    return { body: describeEnquiry(await askApplicant(ctx, actor, params.id, body), actor.name) }
  })
  serve(routes.answerEnquiry, async ({ actor, params, body }) => {
    const { enquiry, officerName } = await answerEnquiry(ctx, actor, params.id, params.enquiry, body.answer)
    return { body: describeEnquiry(enquiry, officerName) }
  })
  serve(routes.listQueries, async ({ actor, query }) => {
    demand(actor, { action: 'queries.read' })
    const found = await pageOfQueries(ctx, afterId(query.after), query.limit + 1)
    const { rows, next } = pageOf(found, query.limit, (last) => last.id)
    const items = rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      who: row.who ?? '',
      kind: row.action === 'rules.query' ? ('rules' as const) : ('screening' as const),
      resource: row.resource,
      outcome: row.outcome,
    }))
    return { body: { items, next } }
  })
}
