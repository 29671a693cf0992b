import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Role } from '../http/actor.ts'
import { newId } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { grants } from './tables.ts'

export type NewGrant = {
  readonly person: string
  readonly role: Role
  readonly scopeKind: 'alliance' | 'member' | 'site' | 'project'
  readonly scopeId: string
  readonly until: Date | null
}

/** Gives a role; one that is held already stays as it is. */
export async function grantRole(ctx: Context, grant: NewGrant) {
  const holds = and(
    eq(grants.person, grant.person),
    eq(grants.role, grant.role),
    eq(grants.scopeId, grant.scopeId),
    or(isNull(grants.until), gt(grants.until, ctx.now())),
  )
  const [held] = await ctx.db.sql.select().from(grants).where(holds)
  if (held) return held
  const row = { id: newId(ctx.now()), ...grant, from: ctx.now() }
  await ctx.db.sql.insert(grants).values(row)
  await append(ctx, 'role.granted', [grant.scopeId], (hide) => ({
    person: hide('person', grant.person),
    role: grant.role,
    scopeKind: grant.scopeKind,
    scopeId: grant.scopeId,
  }))
  return row
}

/** Ends a role now. */
export async function endRole(ctx: Context, id: string): Promise<void> {
  const [ended] = await ctx.db.sql
    .update(grants)
    .set({ until: ctx.now() })
    .where(and(eq(grants.id, id), or(isNull(grants.until), gt(grants.until, ctx.now()))))
    .returning()
  if (!ended) throw new Refusal('request.not-found', 'There is no such role, or it has ended.')
  await append(ctx, 'role.revoked', [ended.scopeId], (hide) => ({
    person: hide('person', ended.person),
    role: ended.role,
    scopeKind: ended.scopeKind,
    scopeId: ended.scopeId,
  }))
}
