import type { DayComparison } from '@allmende/domain/rules'
import { unreachable, type Determination, type Reason } from '@allmende/domain/terms'
import type { Context } from '../context.ts'
import type {
  HitRow,
  ApplicationRow,
  ClearanceRow,
  DecisionRow,
  ListRow,
  LoadedList,
  PartyRow,
} from './store.ts'
import type { Actor } from '../http/actor.ts'
import { can } from '../http/policy.ts'
import { asksForTwo } from './decide-determination.ts'
import { factsOf, sharedFacts, siteFacts } from './describe-facts.ts'
import type { CaseEnquiry, CasePartyRow, CaseSiteRow } from './store-cases.ts'
import type { ProposalRow } from './store-officers.ts'
import { openIdentifiers } from '../apply/index.ts'
import { dateOf } from './gather-facts.ts'
import { holdingsOf, ownershipOf } from './owners.ts'
import { ageDays } from './list-age.ts'
import { sourceOf } from './list-sources.ts'
import { describeEntry, describeFactors } from './screener.ts'

export function describeList(ctx: Context, list: ListRow & Partial<LoadedList>, maxAgeDays: number) {
  const age = ageDays(list, ctx.now())
  return {
    name: list.name,
    source: list.source,
    publishedOn: list.publishedOn,
    importedAt: list.importedAt.toISOString(),
    sha256: list.sha256,
    entries: list.entries,
    ageDays: age,
    stale: age > maxAgeDays,
    confirmedOn: list.confirmedOn,
    refreshable: sourceOf(ctx.settings, list.name) !== null,
    check: list.check ? { at: list.check.at.toISOString(), problem: list.check.problem } : null,
  }
}

export function describeDecision(decision: DecisionRow, officer: string, standsFor: string | null) {
  return {
    id: decision.id,
    officer,
    verdict: decision.verdict,
    reason: decision.reason,
    at: decision.at.toISOString(),
    standsFor,
  }
}

export type Decided = {
  readonly decision: DecisionRow
  readonly officerName: string
  readonly deputyOf: string | null
}

export type Proposed = {
  readonly proposal: Omit<ProposalRow, 'determination'>
  readonly officerName: string
  readonly deputyOf: string | null
}

export function describeHit(hit: HitRow, decided: Decided | null, proposed: Proposed | null) {
  return {
    id: hit.id,
    party: hit.party,
    entry: describeEntry(hit.list, hit.entry),
    score: hit.score,
    match: hit.match,
    factors: describeFactors(hit.factors),
    engineVersion: hit.engineVersion,
    state: hit.state,
    effect: hit.effect,
    decision: decided ? describeDecision(decided.decision, decided.officerName, decided.deputyOf) : null,
    fourEyes: hit.fourEyes,
    proposal: proposed && describeProposal(proposed.proposal, proposed.officerName, proposed.deputyOf),
  }
}

const reason = (r: Reason) => ({
  code: r.code,
  regime: r.regime,
  outcome: r.outcome,
  finding: r.finding,
  arithmetic: [...r.arithmetic],
  citations: r.citations.map((c) => ({ ...c })),
  layer: r.layer,
  fourEyes: r.fourEyes,
})

/** Two days compared, in the wire's shape. */
export function describeComparison(comparison: DayComparison) {
  return {
    ...comparison,
    changes: comparison.changes.map((change) => ({
      code: change.code,
      before: change.before && reason(change.before),
      after: change.after && reason(change.after),
      instruments: change.instruments.map((one) => ({ ...one })),
    })),
  }
}

/** The domain's Determination in the wire's shape: the same fields, spelled out so that one may change alone. */
export function describeDetermination(d: Determination) {
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

/** What an owner holds, with the names of whom; a party that has left is named by nothing. */
function describeHoldings(party: PartyRow, names: ReadonlyMap<string, string>) {
  return holdingsOf(party).map(({ of, share, controls, source }) => ({
    of: names.get(of) ?? '',
    share,
    controls,
    source,
  }))
}

/** What ownership comes to in this case, in names. */
function describeOwnership(rows: readonly CasePartyRow[], now: Date) {
  const parties = [...new Map(rows.map(({ party }) => [party.id, party])).values()]
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const hits = rows.flatMap(({ hit }) => hit ?? [])
  return ownershipOf(parties, hits, dateOf(now)).owned.map((one) => ({
    organisation: nameOf(one.organisation),
    rule: one.rule,
    outcome: one.outcome,
    least: one.share.least,
    most: one.share.most,
    unstated: one.unstated,
    chain: one.chain.map((link) => ({ ...link, owner: nameOf(link.owner), owned: nameOf(link.owned) })),
    citation: { ...one.citation },
  }))
}

function describeParties(ctx: Context, rows: readonly CasePartyRow[]) {
  const names = new Map(rows.map(({ party }) => [party.id, party.name]))
  const byParty = Map.groupBy(rows, (row) => row.party.id)
  return [...byParty.values()].flatMap(([first, ...rest]) => {
    if (!first) return []
    const { party } = first
    const found = [first, ...rest].flatMap((row) => {
      const { hit, decision, officerName, deputyOf, proposal, proposerName } = row
      if (!hit) return []
      const decided = decision && officerName !== null ? { decision, officerName, deputyOf } : null
      const proposed =
        proposal && !decision
          ? { proposal, officerName: proposerName ?? '', deputyOf: row.proposerFor }
          : null
      return [describeHit(hit, decided, proposed)]
    })
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
        identifiers: openIdentifiers(ctx, party),
        holdings: describeHoldings(party, names),
        hits: found,
      },
    ]
  })
}

function whoHas(state: ApplicationRow['state'], open: boolean, asked: boolean): string {
  if (asked) return 'applicant'
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

export function describeProposal(
  row: Omit<ProposalRow, 'determination'>,
  officer: string,
  standsFor: string | null,
) {
  return { officer, standsFor, reason: row.reason, at: row.at.toISOString() }
}

/** Whether whoever reads may clear a site, or second what is proposed; the policy says why not. */
function mayClear(actor: Actor, team: readonly string[], proposal: ProposalRow | null) {
  const verdict = proposal
    ? can(actor, {
        action: 'case.second',
        team,
        first: { officer: proposal.officer, standsFor: proposal.standsFor },
      })
    : can(actor, { action: 'case.decide', team })
  const refuse = can(actor, { action: 'case.decide', team }).may
  return { clear: verdict.may, refuse, because: verdict.may ? null : `${verdict.because} ${verdict.remedy}` }
}

function describeSite(row: CaseSiteRow, actor: Actor, team: readonly string[]) {
  const { determination, decision, officerName, proposal } = row
  return {
    site: row.clearance.site,
    siteName: row.siteName,
    determination: determination.id,
    result: describeDetermination(determination.result),
    standing: row.clearance.standing,
    decision: decision && officerName !== null ? describeDecision(decision, officerName, row.deputyOf) : null,
    facts: siteFacts({ facts: factsOf(determination) }),
    fourEyes: asksForTwo(determination),
    proposal: proposal ? describeProposal(proposal, row.proposerName ?? '', row.proposerFor) : null,
    can: mayClear(actor, team, proposal),
  }
}

export type CaseFile = {
  readonly application: ApplicationRow
  readonly team: readonly string[]
  readonly enquiries: readonly CaseEnquiry[]
  readonly parties: readonly CasePartyRow[]
  readonly atSites: readonly CaseSiteRow[]
  readonly holds: readonly string[]
  readonly proofs: { index: number; kind: string; at: string }[]
}

export function describeCase(ctx: Context, file: CaseFile, actor: Actor) {
  const { application, parties, atSites } = file
  const open =
    parties.some((p) => p.hit?.state === 'open') || atSites.some((s) => s.clearance.standing === 'open')
  const asked = file.enquiries.find((enquiry) => enquiry.answer === null)
  const [first] = atSites
  return {
    application: application.id,
    number: application.number,
    title: application.title,
    member: application.member,
    state: application.state,
    clock: {
      since: asked?.askedAt ?? application.stateSince.toISOString(),
      by: application.decideBy?.toISOString() ?? null,
      who: whoHas(application.state, open, asked !== undefined),
    },
    endUse: { ...application.content.endUse },
    organisation: application.content.organisation ? { ...application.content.organisation } : null,
    waitsFor: [...file.holds],
    facts: first ? sharedFacts(factsOf(first.determination)) : [],
    enquiries: [...file.enquiries],
    parties: describeParties(ctx, parties),
    ownership: describeOwnership(parties, ctx.now()),
    sites: atSites.map((row) => describeSite(row, actor, file.team)),
    proofs: file.proofs,
  }
}
