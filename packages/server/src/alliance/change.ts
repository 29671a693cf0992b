import type { BodyOf, routes } from '@allmende/wire'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { loadMembers, lockCall, saveCall, saveMember, type CallRow } from './store.ts'

export type MemberRow = Awaited<ReturnType<typeof loadMembers>>[number]

/** Changes a member; its share was checked against the others. @returns it as it stands then */
export async function changeMember(
  ctx: Context,
  member: MemberRow,
  change: BodyOf<typeof routes.changeMember>,
): Promise<MemberRow> {
  const {
    shareBp = member.shareBp,
    pledgedAcceleratorMs = member.pledgedAcceleratorMs,
    until = member.until,
  } = change
  if (until !== null && until <= member.from)
    throw new Refusal('request.invalid', `A membership from ${member.from} cannot end on ${until}.`, {
      remedy: 'Give a day after it began.',
      fields: [{ field: 'until', message: `This must be after ${member.from}.` }],
    })
  const now = { shareBp, pledgedAcceleratorMs, until }
  await saveMember(ctx, member.id, now)
  await append(ctx, 'member.changed', [member.id], () => ({ member: member.id, ...now }))
  ctx.nudge('place')
  return { ...member, ...now }
}

/** Changes a call. One that has closed stays closed: applicants were told so. */
export async function changeCall(
  ctx: Context,
  id: string,
  change: BodyOf<typeof routes.changeCall>,
): Promise<CallRow> {
  const call = await lockCall(ctx, id)
  if (!call) throw new Refusal('request.not-found', `There is no call "${id}".`)
  const { title = call.title, summary = call.summary } = change
  const closesAt =
    change.closesAt === undefined
      ? call.closesAt
      : change.closesAt === null
        ? null
        : new Date(change.closesAt)
  const moved = closesAt?.getTime() !== call.closesAt?.getTime()
  const refuse = (detail: string, remedy: string) =>
    new Refusal('request.invalid', detail, { remedy, fields: [{ field: 'closesAt', message: remedy }] })
  if (moved && call.closesAt && call.closesAt <= ctx.now())
    throw refuse('The call has closed, and stays closed.', 'Open a new call instead.')
  if (moved && closesAt && closesAt <= call.opensAt)
    throw refuse('The call would close before it opens.', 'Give a closing time after the opening, or none.')
  // A moment that has passed would close it for those who applied since.
  const closing = moved && closesAt && closesAt < ctx.now() ? ctx.now() : closesAt
  const now = { title, summary, closesAt: closing }
  await saveCall(ctx, id, now)
  await append(ctx, 'call.changed', [id], (hide) => ({
    call: id,
    closesAt: closing?.toISOString() ?? null,
    content: hide('content', { title, summary }),
  }))
  return { ...call, ...now }
}
