import { and, desc, eq, gt, isNotNull, lt, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { endRole } from './roles.ts'
import { grants, people } from './tables.ts'

const dayMs = 86_400_000
/** As long as one delegation may last. */
export const delegationDaysMax = 90

export type Delegated = {
  readonly deputy: { readonly id: string; readonly name: string }
  readonly from: Date
  readonly until: Date
  readonly reason: string
}

function refuse(field: string, message: string, remedy: string): Refusal {
  return new Refusal('people.delegation', message, { remedy, fields: [{ field, message }] })
}

function demandPeriod(from: Date, until: Date): void {
  if (until <= from) throw refuse('until', 'The end is not after the beginning.', 'Give a later end.')
  if (until.getTime() - from.getTime() > delegationDaysMax * dayMs)
    throw refuse(
      'until',
      `A delegation lasts at most ${delegationDaysMax} days.`,
      'Give an earlier end; delegate again when it has passed.',
    )
}

/** An officer who stands in for another would no longer be a second pair of eyes; so only others become deputies. */
async function demandFree(ctx: Context, deputy: string, from: Date, until: Date): Promise<void> {
  // Two delegations to one person at once: the second waits here and then sees the first.
  await ctx.db.sql.select({ id: people.id }).from(people).where(eq(people.id, deputy)).for('update')
  const [held] = await ctx.db.sql
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.person, deputy),
        eq(grants.role, 'officer'),
        lt(grants.from, until),
        sql`(${grants.until} is null or ${grants.until} > ${from.toISOString()}::timestamptz)`,
      ),
    )
  if (held)
    throw refuse(
      'email',
      'This person is an officer, or the deputy of one, in that time.',
      'Name somebody else, or another time.',
    )
}

/**
 * Gives an officer's role to a deputy for a time. It ends by itself, and with the role of the officer; the deputy can
 * pass it on to nobody.
 */
export async function delegateRole(ctx: Context, officer: string, ask: Delegated): Promise<string> {
  const { deputy, until, reason } = ask
  if (deputy.id === officer) throw refuse('email', 'You cannot be your own deputy.', 'Name somebody else.')
  const from = ask.from < ctx.now() ? ctx.now() : ask.from
  demandPeriod(from, until)
  await demandFree(ctx, deputy.id, from, until)
  const id = newId(ctx.now())
  const role = { role: 'officer', scopeKind: 'alliance', scopeId: 'alliance' }
  await ctx.db.sql
    .insert(grants)
    .values({ id, person: deputy.id, ...role, from, until, standsFor: officer, reason })
  await append(ctx, 'role.delegated', ['alliance'], (hide) => ({
    ...role,
    person: hide('person', deputy.id),
    standsFor: hide('standsFor', officer),
    reason: hide('reason', reason),
    from: from.toISOString(),
    until: until.toISOString(),
  }))
  return id
}

const officers = alias(people, 'officers')

async function selectDelegations(ctx: Context, where: SQL | undefined) {
  const rows = await ctx.db.sql
    .select({ grant: grants, deputyName: people.name, officerName: officers.name })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.person))
    .innerJoin(officers, eq(officers.id, grants.standsFor))
    .where(and(isNotNull(grants.standsFor), where))
    .orderBy(desc(grants.until), desc(grants.id))
    .limit(200)
  return rows.map(({ grant, deputyName, officerName }) => ({
    id: grant.id,
    deputy: { id: grant.person, name: deputyName },
    officer: { id: grant.standsFor ?? '', name: officerName },
    from: grant.from,
    until: grant.until ?? grant.from,
    reason: grant.reason ?? '',
  }))
}
export type DelegationRow = Awaited<ReturnType<typeof selectDelegations>>[number]

/** Delegations, those that last longest on top, ended ones included; one query. */
export async function listDelegations(ctx: Context): Promise<DelegationRow[]> {
  return selectDelegations(ctx, undefined)
}

export async function findDelegation(ctx: Context, id: string): Promise<DelegationRow | null> {
  return (await selectDelegations(ctx, eq(grants.id, id)))[0] ?? null
}

/** Ends a delegation now, before its day. */
export async function endDelegation(ctx: Context, id: string): Promise<void> {
  const [open] = await ctx.db.sql
    .select({ id: grants.id })
    .from(grants)
    .where(and(eq(grants.id, id), gt(grants.until, ctx.now())))
  if (!open) throw new Refusal('request.not-found', 'There is no such delegation, or it has ended.')
  await endRole(ctx, id)
}
