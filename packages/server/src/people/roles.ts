import { unreachable } from '@allmende/domain/terms'
import { and, asc, eq, gt, isNull, or } from 'drizzle-orm'
import { loadMembersNow } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import type { Role } from '../http/actor.ts'
import { newId } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { loadSiteIds } from './store.ts'
import { grants } from './tables.ts'

export type NewGrant = {
  readonly person: string
  readonly role: Role
  readonly scopeKind: 'alliance' | 'member' | 'site' | 'project'
  readonly scopeId: string
  readonly until: Date | null
}

/** For what each role is held. A reviewer may be known by a member, whose applications are then not theirs to read. */
const scopesOf: Readonly<Record<Role, readonly NewGrant['scopeKind'][]>> = {
  secretariat: ['alliance'],
  officer: ['alliance'],
  'panel-chair': ['alliance'],
  reviewer: ['alliance', 'member'],
  'site-operator': ['site'],
  delegate: ['member'],
  'project-lead': ['project'],
  'project-member': ['project'],
}

async function thingsOf(ctx: Context, kind: NewGrant['scopeKind']): Promise<string[]> {
  switch (kind) {
    case 'alliance':
      return ['alliance']
    case 'member':
      return (await loadMembersNow(ctx)).map((m) => m.id)
    case 'site':
      return loadSiteIds(ctx)
    case 'project':
      return []
    default:
      return unreachable(kind)
  }
}

/**
 * What somebody may give by hand: a role for a thing that there is. Roles in a project come from its team alone,
 * whose every person states what law needs and is screened.
 */
export async function demandGrantable(ctx: Context, grant: Omit<NewGrant, 'person'>): Promise<void> {
  const kinds = scopesOf[grant.role]
  if (kinds.includes('project'))
    throw new Refusal('people.by-team', `The role "${grant.role}" is not given by hand.`, {
      remedy:
        'The lead invites the person into the team of the application; the role comes with their own statement, and they are screened.',
      fields: [{ field: 'role', message: 'comes from the team' }],
    })
  const kind = kinds.find((one) => one === grant.scopeKind) ?? kinds[0] ?? 'alliance'
  const things = await thingsOf(ctx, kind)
  if (grant.scopeKind === kind && things.includes(grant.scopeId)) return
  throw new Refusal(
    'people.scope',
    `The role "${grant.role}" is held for the ${kind}; there is no ${kind} "${grant.scopeId}".`,
    {
      remedy: things.length > 0 ? `Name one of: ${things.join(', ')}.` : `Add the ${kind} first.`,
      fields: [{ field: grant.scopeKind === kind ? 'scopeId' : 'scopeKind', message: `names no ${kind}` }],
    },
  )
}

/** Gives a role; one that is held already stays as it is. */
export async function grantRole(ctx: Context, grant: NewGrant) {
  const holds = and(
    eq(grants.person, grant.person),
    eq(grants.role, grant.role),
    eq(grants.scopeId, grant.scopeId),
    isNull(grants.standsFor),
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

/** Refuses to end the last role of the secretariat that has no end: nobody could give it again. */
async function demandSuccessor(ctx: Context, id: string): Promise<void> {
  // Locked in one order, so that two who end each other's role go one after the other.
  const held = await ctx.db.sql
    .select({ id: grants.id, person: grants.person })
    .from(grants)
    .where(and(eq(grants.role, 'secretariat'), isNull(grants.until)))
    .orderBy(asc(grants.id))
    .for('update')
  const own = held.find((row) => row.id === id)
  if (own && !held.some((row) => row.person !== own.person))
    throw new Refusal('people.last-secretariat', 'This is the last role of the secretariat.', {
      remedy: 'Give somebody else the role of secretariat, without an end, first. Then end this one.',
    })
}

/** Ends a role now. */
export async function endRole(ctx: Context, id: string): Promise<void> {
  await demandSuccessor(ctx, id)
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

/** Ends what somebody holds in a project, where they hold something. */
export async function endProjectRoles(ctx: Context, person: string, project: string): Promise<void> {
  const held = await ctx.db.sql
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.person, person),
        eq(grants.scopeKind, 'project'),
        eq(grants.scopeId, project),
        or(isNull(grants.until), gt(grants.until, ctx.now())),
      ),
    )
  for (const { id } of held) await endRole(ctx, id)
}
