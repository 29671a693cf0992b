import { invariant } from '@allmende/domain/terms'
import { setApplicationState } from '../apply/index.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { queueMail } from '../people/index.ts'
import { append } from '../record/index.ts'
import { loadAddresses, lockAsked, saveRefusal } from './store.ts'

/** From where the panel refuses, and from where a rule does. */
const refusableBy = { person: ['review', 'panel'], rule: ['clearing', 'review', 'panel'] } as const

/** Refuses an application with the reason and what would change it; the lead is told. `by` is null where a rule refuses. */
export async function refuseApplication(
  ctx: Context,
  id: string,
  ask: { by: string | null; reason: string },
): Promise<void> {
  const asked = await lockAsked(ctx, id)
  if (!asked) throw new Refusal('request.not-found', 'There is no such application.')
  const { application } = asked
  const from: readonly string[] = ask.by === null ? refusableBy.rule : refusableBy.person
  if (!from.includes(application.state))
    throw new Refusal(
      'apply.state',
      `The application is in the state "${application.state}"; it is refused from ${from.map((s) => `"${s}"`).join(' or ')}.`,
    )
  invariant(
    await setApplicationState(ctx, id, [application.state], 'refused', ctx.now()),
    'a locked application stands where it was read',
  )
  await saveRefusal(ctx, id, ask.reason)
  for (const to of await loadAddresses(ctx, [application.lead])) {
    await queueMail(ctx, {
      to,
      subject: `Application ${application.number} was refused`,
      text: `Application ${application.number} was refused.\n\n${ask.reason}\n\n${ctx.settings.publicUrl}/applications/${id}\n`,
    })
  }
  await append(ctx, 'application.refused', [id], (hide) => ({
    application: id,
    by: hide('by', ask.by ?? 'rule'),
    reason: hide('reason', ask.reason),
  }))
}
