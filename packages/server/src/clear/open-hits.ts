import { createHash } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { applications, parties } from '../apply/tables.ts'
import type { Context } from '../context.ts'
import type { Grant, PersonActor } from '../http/actor.ts'
import { can } from '../http/policy.ts'
import { Refusal } from '../http/problems.ts'
import { isOutsideTeams } from '../people/index.ts'
import { sites } from '../sites/tables.ts'
import { decideHit, teamOf } from './decide-hit.ts'
import { findHit, type HitRow, type PartyRow } from './store.ts'
import { nameOfPerson } from './store-cases.ts'
import type { HitProposalRow } from './store-officers.ts'
import { hitProposals, hits } from './tables.ts'

export type OpenHit = {
  readonly hit: HitRow
  readonly party: PartyRow
  /** Null for the operator of a site, and for somebody who holds a role. */
  readonly application: string | null
  readonly number: string | null
  readonly site: string | null
  /** What somebody holds outside of teams, where it is about that. */
  readonly roles: readonly Pick<Grant, 'role' | 'scopeKind' | 'scopeId'>[]
  /** Everybody in the team: none of them decides about it. */
  readonly team: readonly string[]
  readonly by: Date | null
  /** What the first of two officers proposed. */
  readonly proposal: HitProposalRow | null
  readonly proposerName: string | null
  readonly proposerFor: string | null
}

/** States in which an officer is waited for. */
const waiting = ['clearing' as const, 'review' as const, 'panel' as const, 'awarded' as const]

/** A party of no application and no site is somebody who holds a role. */
const isRoleHolder = sql`(${parties.application} is null and ${parties.site} is null)`

/**
 * Hits that wait for an officer, the oldest first, and confirmed ones of operators of sites and of role holders: they
 * have no case in which they could be opened again. One query.
 */
export async function listOpenHits(
  ctx: Context,
  page: { readonly list: string | undefined; readonly after: string | undefined; readonly limit: number },
): Promise<OpenHit[]> {
  const rows = await ctx.db.sql
    .select({
      hit: hits,
      party: parties,
      application: applications.id,
      number: applications.number,
      site: parties.site,
      team: sql<string[]>`(select coalesce(json_agg(t.person), '[]'::json) from (
        select person from team_members where application = ${applications.id} and left_at is null
        union all select ${parties.person} where ${isRoleHolder}) t)`,
      roles: sql<
        OpenHit['roles']
      >`case when ${isRoleHolder} then (select coalesce(json_agg(json_build_object('role', g.role, 'scopeKind', g.scope_kind, 'scopeId', g.scope_id) order by g.role, g.scope_id), '[]'::json)
        from grants g where g.person = ${parties.person} and ${isOutsideTeams(sql`g`, ctx.now().toISOString())}) else '[]'::json end`,
      by: applications.decideBy,
      proposal: hitProposals,
      proposerName: nameOfPerson(hitProposals.officer),
      proposerFor: nameOfPerson(hitProposals.standsFor),
    })
    .from(hits)
    .innerJoin(parties, eq(parties.id, hits.party))
    .leftJoin(sites, eq(sites.id, parties.site))
    .leftJoin(hitProposals, and(eq(hitProposals.hit, hits.id), eq(hitProposals.opened, hits.opened)))
    .leftJoin(applications, eq(applications.id, parties.application))
    .where(
      and(
        or(eq(hits.state, 'open'), and(eq(hits.state, 'confirmed'), isNull(parties.application))),
        isNull(hits.goneAt),
        isNull(parties.leftAt),
        or(inArray(applications.state, waiting), ne(sites.standing, 'ended'), isRoleHolder),
        page.list === undefined ? undefined : eq(hits.list, page.list),
        page.after === undefined ? undefined : gt(hits.id, page.after),
      ),
    )
    .orderBy(asc(hits.id))
    .limit(page.limit)
  return rows as OpenHit[]
}

/** Hits with the same key have the same evidence: the same entry, met by the same words and facts. */
export function evidenceOf({ list, listEntry, score, factors }: HitRow): string {
  return createHash('sha256')
    .update(JSON.stringify([list, listEntry, score, factors]))
    .digest('base64url')
}

export type LeftOpen = { readonly hit: string; readonly why: 'decided' | 'own-team' | 'four-eyes' }

/**
 * Clears hits of one evidence with one reason, each by a decision of its own: all of them, but for those that
 * somebody decided meanwhile, those of the officer's own team and those that take two officers, which are named.
 * Nothing is confirmed this way.
 * @throws {Refusal} clear.superseded where the hits do not have the same evidence
 */
export async function clearHits(
  ctx: Context,
  officer: PersonActor,
  ids: readonly string[],
  reason: string,
): Promise<{ readonly cleared: readonly string[]; readonly left: readonly LeftOpen[] }> {
  const [cleared, left]: [string[], LeftOpen[]] = [[], []]
  const keys = new Set<string>()
  // In one order for everybody, so that two officers at once wait for one another and never for ever.
  for (const id of ids.toSorted()) {
    const found = await findHit(ctx, id)
    if (!found) throw new Refusal('request.not-found', 'There is no such hit.')
    const { hit } = found
    keys.add(evidenceOf(hit))
    if (keys.size > 1)
      throw new Refusal('clear.superseded', 'These hits do not have the same evidence.', {
        remedy: 'Decide each by itself, or clear those that have the same.',
      })
    const team = await teamOf(ctx, found)
    if (!can(officer, { action: 'case.decide', team }).may) left.push({ hit: id, why: 'own-team' })
    else if (hit.state !== 'open' || hit.goneAt !== null) left.push({ hit: id, why: 'decided' })
    else if (hit.fourEyes) left.push({ hit: id, why: 'four-eyes' })
    else {
      await decideHit(ctx, officer, id, { verdict: 'cleared', reason, seen: 'no-proposal' })
      cleared.push(id)
    }
  }
  return { cleared, left }
}
