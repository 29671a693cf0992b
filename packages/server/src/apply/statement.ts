import type { statementInput } from '@allmende/wire'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { isOutsideTeams } from '../people/index.ts'
import { openIdentifiers, sealIdentifiers } from './identifiers.ts'
import { insertParty, saveParty, type PartyRow } from './store.ts'
import { parties } from './tables.ts'

export type Statement = z.infer<typeof statementInput>

/** What somebody states for themselves, as their party keeps it; numbers of documents sealed. */
export function statedFacts(ctx: Context, party: string, statement: Statement) {
  return {
    name: statement.passportName,
    aliases: statement.otherNames,
    birthDate: statement.birthDate,
    nationalities: statement.nationalities,
    residence: statement.residence,
    affiliation: statement.affiliation,
    usPerson: statement.usPerson,
    identifiers: sealIdentifiers(ctx, party, statement.identifiers),
    statedAt: ctx.now(),
    // What is stated anew after an earlier statement was erased is erased in its own time.
    erasedAt: null,
  }
}

/** Who was screened by the name of their account has stated nothing yet. */
export const hasStated = (party: Pick<PartyRow, 'statedAt'>): boolean => party.statedAt !== null

/** The same back, for whoever stated it; null where they have stated nothing yet. */
export function describeStatement(ctx: Context, party: PartyRow | null | undefined): Statement | null {
  if (!party || !hasStated(party)) return null
  return {
    passportName: party.name,
    otherNames: party.aliases as string[],
    birthDate: party.birthDate ?? '',
    nationalities: party.nationalities as string[],
    residence: party.residence ?? '',
    affiliation: party.affiliation ?? '',
    usPerson: party.usPerson as 'yes' | 'no' | null,
    identifiers: openIdentifiers(ctx, party),
  }
}

export type OwnStanding = {
  /** Whether they hold a role that does not come from a team, held back or not. */
  readonly holdsRole: boolean
  readonly held: 'open-hit' | 'confirmed-hit' | null
  readonly party: PartyRow | null
}

/** What law asks of somebody for the roles that they hold outside of teams, and what they stated. */
export async function loadOwnStanding(ctx: Context, person: string): Promise<OwnStanding> {
  const [row] = await ctx.db.rows<Omit<OwnStanding, 'party'>>(sql`
    select held, exists (select 1 from grants g where g.person = people.id
      and ${isOutsideTeams(sql`g`, ctx.now().toISOString())}) as "holdsRole"
    from people where id = ${person}::uuid`)
  const [party] = await ctx.db.sql
    .select()
    .from(parties)
    .where(and(eq(parties.person, person), isNull(parties.application)))
  return { holdsRole: row?.holdsRole ?? false, held: row?.held ?? null, party: party ?? null }
}

/** What somebody who holds a role states for themselves. A change makes a new version, which is screened again. */
export async function saveOwnStatement(ctx: Context, person: string, statement: Statement): Promise<void> {
  const { holdsRole, party } = await loadOwnStanding(ctx, person)
  if (!holdsRole)
    throw new Refusal('apply.no-role', 'You hold no role for which law asks anything of you.', {
      remedy: 'In a team you state it in its application.',
    })
  if (party)
    await saveParty(ctx, party.id, { ...statedFacts(ctx, party.id, statement), version: party.version + 1 })
  else {
    const id = newId(ctx.now())
    await insertParty(ctx, {
      id,
      application: null,
      kind: 'person',
      person,
      version: 1,
      ...statedFacts(ctx, id, statement),
    })
  }
  ctx.nudge('chain')
}
