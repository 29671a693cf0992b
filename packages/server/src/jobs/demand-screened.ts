import { and, eq, isNull, sql } from 'drizzle-orm'
import { parties, teamMembers } from '../apply/tables.ts'
import { hits, screenings } from '../clear/tables.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../http/problems.ts'

async function loadStanding(ctx: Context, person: string, application: string) {
  const screened = sql<boolean>`exists (select 1 from ${screenings} where ${screenings.party} = ${parties.id} and ${screenings.partyVersion} = ${parties.version})`
  const held = sql<boolean>`exists (select 1 from ${hits} where ${hits.party} = ${parties.id} and ${hits.goneAt} is null and ${hits.state} <> 'cleared' and ${hits.effect} <> 'inform')`
  const [row] = await ctx.db.sql
    .select({ party: parties.id, screened, held })
    .from(teamMembers)
    .leftJoin(parties, and(eq(parties.id, teamMembers.party), isNull(parties.leftAt)))
    .where(
      and(
        eq(teamMembers.application, application),
        eq(teamMembers.person, person),
        isNull(teamMembers.leftAt),
      ),
    )
  return row ?? null
}

/**
 * Whoever runs a job is in the project's team now, has stated what law needs, was screened as they stand, and has
 * no hit that an officer has not cleared. A role alone is not enough, whoever gave it.
 */
export async function demandScreened(ctx: Context, person: string, application: string): Promise<void> {
  const refuse = (detail: string, remedy: string) => new Refusal('jobs.team', detail, { remedy })
  const standing = await loadStanding(ctx, person, application)
  if (!standing)
    throw refuse(
      'You are not in the team of this project.',
      'Ask its lead to invite you; then state for yourself what law needs.',
    )
  if (standing.party === null)
    throw refuse(
      'You have not yet stated for yourself what law needs.',
      `State it: ${ctx.settings.publicUrl}/applications/${application}/statement`,
    )
  if (standing.held)
    throw refuse(
      'Your screening is open or was not cleared.',
      'A compliance officer decides it; you need do nothing meanwhile.',
    )
  if (!standing.screened)
    throw refuse(
      'You are not yet screened as you stand now.',
      'This takes a moment where the lists are fresh. Try again soon, or ask a compliance officer.',
    )
}
