import { routes, type BodyOf } from '@allmende/wire'
import type { Context } from '../context.ts'
import type { Room } from '../http/api.ts'
import { demand } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { changeCall, changeMember, type MemberRow } from './change.ts'
import { adoptRulebook, describeRulebook, describeVersions } from './rulebook.ts'
import {
  dayOf,
  insertCall,
  insertMember,
  isOpen,
  loadAlliance,
  loadCall,
  loadCalls,
  loadMembers,
  loadRulebook,
  loadRulebooks,
  lockShares,
  type CallRow,
} from './store.ts'

export async function describeAlliance(ctx: Context) {
  const row = await loadAlliance(ctx)
  return {
    founded: row !== null,
    name: row?.name ?? 'Allmende',
    demo: row?.demo ?? false,
    foundedAt: row?.foundedAt.toISOString() ?? null,
    logOrigin: row?.logOrigin ?? '',
    mail: row?.demo ? ('page' as const) : ctx.settings.smtpUrl ? ('smtp' as const) : ('folder' as const),
    version: ctx.settings.version,
  }
}

function describeCall(call: CallRow, now: Date) {
  return {
    ...call,
    opensAt: call.opensAt.toISOString(),
    closesAt: call.closesAt?.toISOString() ?? null,
    open: isOpen(call, now),
  }
}

async function demandCall(ctx: Context, id: string): Promise<CallRow> {
  const call = await loadCall(ctx, id)
  if (!call) throw new Refusal('request.not-found', `There is no call "${id}".`)
  return call
}

function demandFresh(inserted: boolean, id: string): void {
  if (!inserted)
    throw new Refusal('alliance.exists', `"${id}" is taken already.`, {
      remedy: 'Choose another short name.',
      fields: [{ field: 'id', fault: 'taken', message: `"${id}" is taken already. Choose another.` }],
    })
}

function demandTerm(call: { opensAt: string; closesAt: string | null }): void {
  if (call.closesAt !== null && Date.parse(call.closesAt) <= Date.parse(call.opensAt))
    throw new Refusal('request.invalid', 'The call would close before it opens.', {
      remedy: 'Let it close after the day it opens on, or leave it open.',
      fields: [{ field: 'closesAt', fault: 'early', message: 'This must be after the call opens.' }],
    })
}

const percent = (basisPoints: number) => `${basisPoints / 100} %`

/** Shares are parts of one pool: those of the members that there are now add up to 100 % at most. */
async function demandShare(ctx: Context, id: string, shareBp: number): Promise<void> {
  await lockShares(ctx)
  const today = dayOf(ctx)
  // Whoever is admitted for a day to come has a promise of that share.
  const others = (await loadMembers(ctx)).filter((m) => m.id !== id && (m.until === null || today < m.until))
  const held = others.reduce((sum, m) => sum + m.shareBp, 0)
  if (held + shareBp <= 10_000) return
  throw new Refusal(
    'request.invalid',
    `The shares would add up to ${percent(held + shareBp)}; the other members hold ${percent(held)}.`,
    {
      remedy: `Give ${percent(10_000 - held)} at most, or lower another share first.`,
      fields: [
        {
          field: 'shareBp',
          fault: 'large',
          limit: 10_000 - held,
          message: `At most ${10_000 - held}: all shares together are 10,000.`,
        },
      ],
    },
  )
}

/** A share that grows, or that comes back with its member, fits beside the others'. */
async function demandChangedShare(
  ctx: Context,
  member: MemberRow,
  change: BodyOf<typeof routes.changeMember>,
): Promise<void> {
  const { shareBp = member.shareBp, until = member.until } = change
  const holds = (day: string | null) => day === null || dayOf(ctx) < day
  if (holds(until) && (shareBp > member.shareBp || !holds(member.until)))
    await demandShare(ctx, member.id, shareBp)
}

/** Members, calls, rulebook. The founding itself is served by `people`, which must know its first person. */
export const allianceRoom: Room = (serve, ctx) => {
  serve(routes.getAlliance, async () => ({ body: await describeAlliance(ctx) }))
  serve(routes.listMembers, async () => ({ body: { items: await loadMembers(ctx) } }))
  serve(routes.getMember, async ({ params }) => {
    const member = (await loadMembers(ctx)).find((m) => m.id === params.id)
    if (!member) throw new Refusal('request.not-found', `There is no member "${params.id}".`)
    return { body: member }
  })
  serve(routes.createMember, async ({ actor, body }) => {
    demand(actor, { action: 'alliance.manage' })
    await demandShare(ctx, body.id, body.shareBp)
    demandFresh(await insertMember(ctx, { ...body, until: null }), body.id)
    await append(ctx, 'member.admitted', [body.id], () => ({
      member: body.id,
      country: body.country,
      shareBp: body.shareBp,
      pledgedAcceleratorMs: body.pledgedAcceleratorMs,
    }))
    return { body: { ...body, until: null } }
  })
  serve(routes.listCalls, async () => ({
    body: { items: (await loadCalls(ctx)).map((call) => describeCall(call, ctx.now())) },
  }))
  serve(routes.getCall, async ({ params }) => ({
    body: describeCall(await demandCall(ctx, params.id), ctx.now()),
  }))
  serve(routes.createCall, async ({ actor, body }) => {
    demand(actor, { action: 'alliance.manage' })
    demandTerm(body)
    demandFresh(
      await insertCall(ctx, {
        ...body,
        opensAt: new Date(body.opensAt),
        closesAt: body.closesAt ? new Date(body.closesAt) : null,
      }),
      body.id,
    )
    await append(ctx, 'call.opened', [body.id], () => ({
      call: body.id,
      lane: body.lane,
      maxAcceleratorMs: body.maxAcceleratorMs,
    }))
    return { body: describeCall(await demandCall(ctx, body.id), ctx.now()) }
  })
  serve(routes.changeMember, async ({ actor, params, body }) => {
    demand(actor, { action: 'alliance.manage' })
    await lockShares(ctx)
    const member = (await loadMembers(ctx)).find((m) => m.id === params.id)
    if (!member) throw new Refusal('request.not-found', `There is no member "${params.id}".`)
    await demandChangedShare(ctx, member, body)
    return { body: await changeMember(ctx, member, body) }
  })
  serve(routes.changeCall, async ({ actor, params, body }) => {
    demand(actor, { action: 'alliance.manage' })
    return { body: describeCall(await changeCall(ctx, params.id, body), ctx.now()) }
  })
  serve(routes.getRulebook, async () => ({ body: describeRulebook(await loadRulebook(ctx)) }))
  serve(routes.listRulebooks, async () => ({ body: { items: describeVersions(await loadRulebooks(ctx)) } }))
  serve(routes.adoptRulebook, async ({ actor, body }) => {
    demand(actor, { action: 'alliance.manage' })
    return { body: describeRulebook(await adoptRulebook(ctx, body)) }
  })
}
