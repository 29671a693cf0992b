import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { members } from '../alliance/tables.ts'
import type { Waiting } from '../apply/index.ts'
import { parties } from '../apply/tables.ts'
import type { Context } from '../context.ts'
import { sites } from '../sites/tables.ts'
import { isWaitingHit, type PartyRow } from './store.ts'
import { hits } from './tables.ts'

export type OperatorRow = {
  readonly site: {
    readonly id: string
    readonly operator: string
    readonly country: string
    readonly memberCountry: string
    readonly memberName: string
    readonly memberKind: 'state' | 'institution'
  }
  readonly party: PartyRow | null
}

type Stated = Pick<PartyRow, 'name' | 'aliases' | 'residence' | 'headquartersCountry'>

/** Sites that have not ended, each with its operator as a party; one query. */
export async function loadOperators(ctx: Context): Promise<OperatorRow[]> {
  const rows = await ctx.db.sql
    .select({
      site: {
        id: sites.id,
        operator: sites.operator,
        country: sites.country,
        memberCountry: members.country,
        memberName: members.name,
        memberKind: members.kind,
      },
      party: parties,
    })
    .from(sites)
    .innerJoin(members, eq(members.id, sites.member))
    .leftJoin(parties, eq(parties.site, sites.id))
    .where(ne(sites.standing, 'ended'))
    .orderBy(asc(sites.id))
  return rows as OperatorRow[]
}

export async function insertOperator(ctx: Context, id: string, site: string, stated: Stated): Promise<void> {
  await ctx.db.sql
    .insert(parties)
    .values({ id, site, kind: 'organisation', nationalities: [], version: 1, ...stated })
    .onConflictDoNothing()
}

export async function saveOperator(ctx: Context, id: string, version: number, stated: Stated): Promise<void> {
  await ctx.db.sql
    .update(parties)
    .set({ ...stated, version })
    .where(eq(parties.id, id))
}

/** The site of an operator, held until the transaction ends, so that its hits are decided by one at a time. */
export async function lockSite(ctx: Context, id: string): Promise<void> {
  await ctx.db.sql.select({ id: sites.id }).from(sites).where(eq(sites.id, id)).for('update')
}

/** Hits of operators that wait for an officer, each by its site; they have no term, and nobody's team. */
export async function listWaitingOperators(ctx: Context): Promise<Waiting[]> {
  const rows = await ctx.db.sql
    .select({ application: hits.id, number: sites.id })
    .from(hits)
    .innerJoin(parties, eq(parties.id, hits.party))
    .innerJoin(sites, eq(sites.id, parties.site))
    .where(and(isWaitingHit(sql`${hits}`), ne(sites.standing, 'ended')))
    .orderBy(asc(sites.id), asc(hits.id))
  return rows.map((row) => ({ ...row, by: null, team: [] }))
}
