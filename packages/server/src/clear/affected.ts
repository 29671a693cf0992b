import { determine, rulesVersion } from '@allmende/domain/rules'
import {
  outcomes,
  type Binding,
  type CalendarDate,
  type Determination,
  type Reason,
} from '@allmende/domain/terms'
import type { Affected } from '@allmende/wire'
import { loadRulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { ruleOf } from './binding-rules.ts'
import { sameResult } from './determine-sites.ts'
import { gatherFacts } from './gather-facts.ts'
import { withMemberVeto } from './member-veto.ts'
import { standingOf } from './standing.ts'
import { loadLivePage, loadStandingOf, type LiveRow, type StandingRow } from './store-affected.ts'
import { loadSitesWithMember, type SiteWithMember } from './store.ts'

export type AffectedPage = {
  readonly asOf: CalendarDate
  readonly rulesVersion: string
  readonly examined: number
  readonly items: Affected[]
  readonly next: string | null
}

const matters = (reason: Reason) => reason.outcome !== 'no-requirement-found'
const codesOf = (result: Determination | null) => new Set(result?.reasons.filter(matters).map((r) => r.code))
const plain = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T

/** The answer at one site by the rules of the date, from the facts as they stand and the last screening. */
function answerAt(
  live: LiveRow,
  site: SiteWithMember,
  known: StandingRow | undefined,
  rules: { asOf: CalendarDate; enforcement: Parameters<typeof determine>[2] },
) {
  const screening = known?.screening ?? 'unknown'
  const facts = gatherFacts(live.application, live.parties, site, screening)
  const result = plain(
    withMemberVeto(determine(facts, rules.asOf, rules.enforcement), site, live.application.member),
  )
  const verdict = known && sameResult(known.result, result) ? known.verdict : null
  return { result, standing: standingOf(result.outcome, screening, live.hits, verdict) }
}

function isStricter(known: StandingRow | undefined, after: ReturnType<typeof answerAt>): boolean {
  if (!known) return false
  const lost = known.standing === 'cleared' && after.standing !== 'cleared'
  return lost || outcomes.indexOf(after.result.outcome) > outcomes.indexOf(known.result.outcome)
}

/** What differs at one site; null where nothing does. */
function compare(
  live: LiveRow,
  site: SiteWithMember,
  known: StandingRow | undefined,
  after: ReturnType<typeof answerAt>,
): Affected | null {
  const before = known?.result ?? null
  if (known && before?.outcome === after.result.outcome && known.standing === after.standing) return null
  const [had, has] = [codesOf(before), codesOf(after.result)]
  return {
    application: live.application.id,
    number: live.application.number,
    title: live.application.title,
    project: live.project,
    site: site.id,
    siteName: site.name,
    before: known ? { outcome: known.result.outcome, standing: known.standing } : null,
    after: { outcome: after.result.outcome, standing: after.standing },
    stricter: isStricter(known, after),
    newRules: after.result.reasons
      .filter((reason) => matters(reason) && !had.has(reason.code))
      .map((reason) => ({ ...ruleOf(reason), outcome: reason.outcome })),
    goneRules: [...had].filter((code) => !has.has(code)),
    runningJobs: known?.running ?? 0,
    placedJobs: known?.placed ?? 0,
    queuedJobs: known?.queued ?? 0,
  }
}

/**
 * Determines a page of live applications and projects at every site again, by the rules of this program as of a date,
 * and lists those whose answer would be another one. Writes nothing. Names are not screened again: what the last
 * screening said is taken over.
 */
export async function listAffected(
  ctx: Context,
  ask: {
    readonly asOf: CalendarDate
    /** Which answer would bind; as the rulebook in force says where it is left out. */
    readonly enforcement?: Binding | undefined
    readonly after: string | undefined
    readonly limit: number
  },
): Promise<AffectedPage> {
  const enforcement = ask.enforcement ?? (await loadRulebook(ctx)).enforcement
  const rows = await loadLivePage(ctx, ask.after, ask.limit + 1)
  const page = rows.slice(0, ask.limit)
  const standing = new Map(
    (
      await loadStandingOf(
        ctx,
        page.map((row) => row.application.id),
      )
    ).map((row) => [`${row.application} ${row.site}`, row]),
  )
  const sites = await loadSitesWithMember(ctx)
  const items = page.flatMap((live) =>
    sites.flatMap((site) => {
      const known = standing.get(`${live.application.id} ${site.id}`)
      const after = answerAt(live, site, known, { asOf: ask.asOf, enforcement })
      return compare(live, site, known, after) ?? []
    }),
  )
  const last = page.at(-1)
  return {
    asOf: ask.asOf,
    rulesVersion,
    examined: page.length,
    items,
    next: rows.length > ask.limit && last ? last.application.id : null,
  }
}
