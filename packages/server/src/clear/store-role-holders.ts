import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { parties } from '../apply/tables.ts'
import type { Waiting } from '../apply/index.ts'
import type { Context } from '../context.ts'
import { isOutsideTeams, restsWhileOpen } from '../people/index.ts'
import { people } from '../people/tables.ts'
import { isWaitingHit, type PartyRow } from './store.ts'
import { hits } from './tables.ts'

export type RoleHolder = {
  readonly person: typeof people.$inferSelect
  /** Whether they hold a role now or will, outside of teams; who does not any more is screened no longer. */
  readonly holdsRole: boolean
  /** Whether one of them is at a site or of a member: such a role rests while a hit is undecided. */
  readonly restsWhileOpen: boolean
  readonly party: PartyRow | null
}

/**
 * Whoever holds a role outside of teams, and whoever is still screened for one that has ended; one query, which does not
 * grow with those who hold none.
 */
export async function loadRoleHolders(ctx: Context): Promise<RoleHolder[]> {
  const g = sql`g`
  const holding = sql`select g.person from grants g where ${isOutsideTeams(g, ctx.now().toISOString())}`
  const rows = await ctx.db.sql
    .select({
      person: people,
      holdsRole: sql<boolean>`${people.id} in (${holding})`,
      restsWhileOpen: sql<boolean>`${people.id} in (${holding} and ${restsWhileOpen(g)})`,
      party: parties,
    })
    .from(people)
    .leftJoin(parties, and(eq(parties.person, people.id), isNull(parties.application)))
    .where(
      and(
        sql`${people.id} in (${holding} union select p.person from parties p where p.application is null and p.person is not null)`,
        isNull(people.erasedAt),
        or(sql`${people.id} in (${holding})`, isNull(parties.leftAt), isNotNull(people.held)),
      ),
    )
    .orderBy(asc(people.id))
  return rows as RoleHolder[]
}

/** Holds these parties until the transaction ends, so that their hits are decided or found by one at a time. */
export async function lockParties(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await ctx.db.sql
    .select({ id: parties.id })
    .from(parties)
    .where(inArray(parties.id, [...ids]))
    .orderBy(asc(parties.id))
    .for('update')
}

export async function insertRoleHolder(
  ctx: Context,
  id: string,
  person: string,
  name: string,
): Promise<void> {
  await ctx.db.sql
    .insert(parties)
    .values({ id, kind: 'person', person, name, aliases: [], nationalities: [], version: 1 })
    .onConflictDoNothing()
}

export async function saveRoleHolder(
  ctx: Context,
  id: string,
  changed: Partial<Pick<PartyRow, 'name' | 'version' | 'leftAt' | 'erasedAt'>>,
): Promise<void> {
  await ctx.db.sql.update(parties).set(changed).where(eq(parties.id, id))
}

export async function setHeld(
  ctx: Context,
  person: string,
  held: RoleHolder['person']['held'],
): Promise<void> {
  await ctx.db.sql.update(people).set({ held }).where(eq(people.id, person))
}

/** Hits of role holders that wait for an officer; they have no term, and are not decided by whom they are about. */
export async function listWaitingRoleHolders(ctx: Context): Promise<Waiting[]> {
  const rows = await ctx.db.sql
    .select({ application: hits.id, person: parties.person })
    .from(hits)
    .innerJoin(parties, eq(parties.id, hits.party))
    .where(
      and(
        isNull(parties.application),
        isNull(parties.site),
        isNull(parties.leftAt),
        isWaitingHit(sql`${hits}`),
      ),
    )
    .orderBy(asc(hits.id))
  return rows.map(({ application, person }) => ({
    application,
    number: 'Somebody with a role',
    by: null,
    team: person === null ? [] : [person],
  }))
}
