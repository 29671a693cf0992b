import { unreachable, type Determination } from '@allmende/domain/terms'
import type { HitRow, ApplicationRow, ClearanceRow, DecisionRow, ListRow } from './store.ts'
import type { CasePartyRow, CaseSiteRow } from './store-cases.ts'
import { ageDays } from './list-age.ts'
import { describeEntry, describeFactors } from './screener.ts'

export function describeList(list: ListRow, now: Date, maxAgeDays: number) {
  const age = ageDays(list, now)
  return {
    name: list.name,
    source: list.source,
    publishedOn: list.publishedOn,
    importedAt: list.importedAt.toISOString(),
    sha256: list.sha256,
    entries: list.entries,
    ageDays: age,
    stale: age > maxAgeDays,
  }
}

export function describeDecision(decision: DecisionRow, officer: string) {
  return {
    id: decision.id,
    officer,
    verdict: decision.verdict,
    reason: decision.reason,
    at: decision.at.toISOString(),
  }
}

export function describeHit(hit: HitRow, decision: { decision: DecisionRow; officerName: string } | null) {
  return {
    id: hit.id,
    party: hit.party,
    entry: describeEntry(hit.list, hit.entry),
    score: hit.score,
    match: hit.match,
    factors: describeFactors(hit.factors),
    engineVersion: hit.engineVersion,
    state: hit.state,
    decision: decision ? describeDecision(decision.decision, decision.officerName) : null,
  }
}

/** The domain's Determination in the wire's shape: the same fields, spelled out so that one may change alone. */
export function describeDetermination(d: Determination) {
  const reason = (r: Determination['reasons'][number]) => ({
    code: r.code,
    regime: r.regime,
    outcome: r.outcome,
    finding: r.finding,
    arithmetic: [...r.arithmetic],
    citations: r.citations.map((c) => ({ ...c })),
    layer: r.layer,
    fourEyes: r.fourEyes,
  })
  return {
    outcome: d.outcome,
    byText: d.byText,
    asEnforced: d.asEnforced,
    binds: d.binds,
    regimes: d.regimes.map((r) => ({ regime: r.regime, outcome: r.outcome, reasons: r.reasons.map(reason) })),
    reasons: d.reasons.map(reason),
    questions: d.questions.map((q) => ({
      fact: q.fact,
      ask: q.ask,
      whyAsked: q.whyAsked,
      answers: q.answers.map((a) => ({ ...a })),
    })),
    asOf: d.asOf as string,
    rulesVersion: d.rulesVersion,
  }
}

export function describeClearance(clearance: ClearanceRow) {
  return {
    application: clearance.application,
    site: clearance.site,
    standing: clearance.standing,
    outcome: clearance.outcome as Determination['outcome'],
    at: clearance.at.toISOString(),
  }
}

/** What a team reads about a site: the findings that bind, in words. */
export function bindingFindings(determination: Determination): string[] {
  return determination.reasons.filter((r) => r.outcome === determination.outcome).map((r) => r.finding)
}

function describeParties(rows: readonly CasePartyRow[]) {
  const byParty = Map.groupBy(rows, (row) => row.party.id)
  return [...byParty.values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const { party } = first
    const found = [first, ...rest].flatMap(({ hit, decision, officerName }) =>
      hit ? [describeHit(hit, decision && officerName !== null ? { decision, officerName } : null)] : [],
    )
    const countries = [
      ...new Set(
        [
          ...party.nationalities,
          party.residence,
          party.headquartersCountry,
          party.ultimateParentCountry,
        ].filter((c) => c !== null),
      ),
    ]
    return [
      {
        id: party.id,
        kind: party.kind,
        name: party.name,
        birthDate: party.birthDate,
        countries,
        affiliation: party.affiliation,
        screenedAt: first.screenedAt?.toISOString() ?? null,
        hits: found,
      },
    ]
  })
}

function whoHas(state: ApplicationRow['state'], open: boolean): string {
  if (open) return 'officer'
  switch (state) {
    case 'review':
      return 'reviewers'
    case 'panel':
      return 'panel'
    case 'draft':
      return 'applicant'
    case 'submitted':
    case 'clearing':
      return 'rules'
    case 'awarded':
    case 'refused':
    case 'withdrawn':
      return 'nobody'
    default:
      return unreachable(state)
  }
}

export function describeCase(
  application: ApplicationRow,
  parties: readonly CasePartyRow[],
  atSites: readonly CaseSiteRow[],
  holds: readonly string[],
  proofs: { index: number; kind: string; at: string }[],
) {
  const open =
    parties.some((p) => p.hit?.state === 'open') || atSites.some((s) => s.clearance.standing === 'open')
  return {
    application: application.id,
    number: application.number,
    title: application.title,
    member: application.member,
    state: application.state,
    clock: {
      since: application.stateSince.toISOString(),
      by: application.decideBy?.toISOString() ?? null,
      who: whoHas(application.state, open),
    },
    endUse: { ...application.content.endUse },
    organisation: application.content.organisation ? { ...application.content.organisation } : null,
    waitsFor: [...holds],
    parties: describeParties(parties),
    sites: atSites.map((s) => ({
      site: s.clearance.site,
      siteName: s.siteName,
      determination: s.determination.id,
      result: describeDetermination(s.determination.result),
      standing: s.clearance.standing,
      decision: s.decision && s.officerName !== null ? describeDecision(s.decision, s.officerName) : null,
    })),
    proofs,
  }
}
