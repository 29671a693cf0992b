import { isDeepStrictEqual } from 'node:util'
import { determine } from '@allmende/domain/rules'
import type { Determination } from '@allmende/domain/terms'
import { loadRulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { append } from '../record/index.ts'
import { bindingRegimes } from './binding-rules.ts'
import { dateOf, gatherFacts, hashFacts } from './gather-facts.ts'
import { withMemberVeto } from './member-veto.ts'
import type { Pending } from './screen-parties.ts'
import { together, type Operator } from './screen-operators.ts'
import { standingOf } from './standing.ts'
import {
  insertDeterminations,
  loadClearances,
  loadDeterminations,
  loadSitesWithMember,
  saveClearances,
  type ApplicationRow,
  type ClearanceRow,
  type DecisionRow,
  type DeterminationRow,
  type PartyRow,
} from './store.ts'

type Standing = { readonly determination: DeterminationRow; readonly decision: DecisionRow | null }

/**
 * The same answer on another day, or by another edition of the rules, is the same answer: a decision made on it still
 * holds.
 */
export function sameResult(a: Determination, b: Determination): boolean {
  const bare = (result: Determination) => ({ ...result, asOf: null, rulesVersion: null })
  return isDeepStrictEqual(bare(a), bare(b))
}

const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T

/**
 * Determines an application at every site as of today (UTC) and keeps what changed; the old determination is
 * superseded, with the decision made on it. @returns the standing determination per site
 */
async function determineEach(
  ctx: Context,
  application: ApplicationRow,
  parties: readonly PartyRow[],
  at: (site: string) => Operator,
): Promise<{ standing: Standing[]; pending: Pending[] }> {
  const known = new Map(
    (await loadDeterminations(ctx, application.id)).map((row) => [row.determination.site, row]),
  )
  const asOf = dateOf(ctx.now())
  const { enforcement } = await loadRulebook(ctx)
  const made: DeterminationRow[] = []
  const superseded: string[] = []
  const standing: Standing[] = []
  for (const site of await loadSitesWithMember(ctx)) {
    const facts = gatherFacts(application, parties, site, at(site.id).status)
    const factsHash = hashFacts(facts)
    const result = plain(withMemberVeto(determine(facts, asOf, enforcement), site, application.member))
    const old = known.get(site.id)
    if (old && old.determination.factsHash === factsHash && sameResult(old.determination.result, result)) {
      standing.push(old)
      continue
    }
    if (old) superseded.push(old.determination.id)
    const row = {
      id: newId(ctx.now()),
      application: application.id,
      site: site.id,
      factsHash,
      facts,
      result,
      outcome: result.outcome,
      createdAt: ctx.now(),
      supersededAt: null,
    }
    made.push(row)
    standing.push({ determination: row, decision: null })
  }
  await insertDeterminations(ctx, made, superseded)
  const pending = made.map(
    (row) => () =>
      append(ctx, 'determination.made', [application.id], (hide) => ({
        application: application.id,
        site: row.site,
        outcome: row.outcome,
        regimes: bindingRegimes(row.result),
        asOf: row.result.asOf,
        rulesVersion: row.result.rulesVersion,
        facts: hide('facts', row.facts),
      })),
  )
  return { standing, pending }
}

/** Determines every site and brings the clearances up to date. @returns the clearances, and entries to append at the end */
export async function determineSites(
  ctx: Context,
  application: ApplicationRow,
  parties: readonly PartyRow[],
  team: Operator,
  operators: ReadonlyMap<string, Operator>,
): Promise<{ clearances: ClearanceRow[]; changed: boolean; pending: Pending[] }> {
  const at = (site: string) => together(team, operators.get(site))
  const { standing, pending } = await determineEach(ctx, application, parties, at)
  const before = new Map((await loadClearances(ctx, application.id)).map((row) => [row.site, row]))
  const after = standing.map(({ determination, decision }): ClearanceRow => {
    const verdict = decision ? (decision.verdict as 'cleared' | 'refused') : null
    const { status, counts } = at(determination.site)
    const next = standingOf(determination.result.outcome, status, counts, verdict)
    return {
      application: application.id,
      site: determination.site,
      standing: next,
      outcome: determination.outcome,
      determination: determination.id,
      at: ctx.now(),
    }
  })
  const differs = (row: ClearanceRow) =>
    before.get(row.site)?.standing !== row.standing || before.get(row.site)?.outcome !== row.outcome
  const moved = after.filter(differs)
  await saveClearances(
    ctx,
    after.filter((row) => differs(row) || before.get(row.site)?.determination !== row.determination),
  )
  for (const row of moved) {
    pending.push(() =>
      append(ctx, 'clearance.changed', [application.id], () => ({
        application: application.id,
        site: row.site,
        standing: row.standing,
        outcome: row.outcome,
      })),
    )
  }
  return { clearances: after, changed: moved.length > 0, pending }
}
