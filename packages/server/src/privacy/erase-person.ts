import type { ReplyIn, routes } from '@allmende/wire'
import { loadRulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'
import { loadPerson } from '../people/index.ts'
import { append } from '../record/index.ts'
import { retentionEnd } from './retention.ts'
import { eraseAccount, eraseParties, liveApplicationsOf, liveRolesOf, statementsOf } from './store.ts'

/** Nobody is erased out of something that is under way: whoever decides there must know with whom. */
async function demandApart(ctx: Context, person: string): Promise<void> {
  const applications = await liveApplicationsOf(ctx, person)
  if (applications.length > 0)
    throw new Refusal('privacy.in-use', `This person takes part in ${applications.join(', ')}.`, {
      remedy: 'Leave the team, withdraw the application, or have the project ended, and ask again.',
    })
  const roles = await liveRolesOf(ctx, person, ctx.now())
  if (roles.length > 0)
    throw new Refusal('privacy.in-use', `This person still has a role: ${roles.join(', ')}.`, {
      remedy: 'Have the secretariat end it, and ask again.',
    })
}

/**
 * Erases a person's account at once, and what they stated wherever the time for which the rulebook keeps it has
 * passed; the rest is erased by itself on its day. What they did stays on record as done by somebody erased, and the
 * log stays whole: what it holds of people are commitments whose openings are gone.
 *
 * @throws {Refusal} privacy.in-use
 */
export async function erasePerson(ctx: Context, person: string): Promise<ReplyIn<typeof routes.eraseMyData>> {
  const known = await loadPerson(ctx, person)
  if (!known || known.erasedAt !== null) throw new Refusal('request.not-found', 'There is nobody like that.')
  await demandApart(ctx, person)
  const { retentionDays } = await loadRulebook(ctx)
  const now = ctx.now()
  const statements = await statementsOf(ctx, person)
  const ends = statements.map((one) => ({
    ...one,
    // Of an application that was never submitted nothing has to be kept.
    until: one.endedAt === null ? now : retentionEnd(one.endedAt, retentionDays),
  }))
  const kept = ends.filter(({ until }) => until > now)
  const gone = ends.filter(({ until }) => until <= now)
  await eraseParties(
    ctx,
    gone.map(({ party }) => party),
    now,
  )
  await eraseAccount(ctx, person, now)
  await append(ctx, 'data.erased', ['alliance'], (hide) => ({
    what: 'person',
    subject: hide('erased', person),
    statements: gone.length,
  }))
  return {
    erasedAt: now.toISOString(),
    erasedStatements: gone.length,
    kept: kept.map(({ number, until }) => ({ application: number, until: until.toISOString() })),
  }
}
