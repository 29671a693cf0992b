import { unreachable, type Determination, type Outcome } from '@allmende/domain/terms'

export type RefusedSite = {
  readonly site: string
  readonly determination: Determination
  /** An officer's reason, where one refused. */ readonly officerReason: string | null
}

/** What would change the answer, and never a way around it. */
function remedyOf(outcome: Outcome): string {
  switch (outcome) {
    case 'prohibited':
      return 'Only a change of the rule or of the list, or the correction of a fact that was stated wrongly, would change this.'
    case 'licence-required':
      return 'A licence of the authority that the rule names, or the correction of a fact that was stated wrongly, would change this.'
    case 'no-requirement-found':
    case 'exception-may-apply':
    case 'needs-officer':
      return 'New facts that answer the reason given would change this.'
    default:
      return unreachable(outcome)
  }
}

function explainSite({ site, determination, officerReason }: RefusedSite): string {
  const binding = determination.reasons.filter((r) => r.outcome === determination.outcome)
  const found = binding.map(
    (r) => `${r.finding} (${r.code}: ${r.citations[0].instrument}, ${r.citations[0].paragraph})`,
  )
  const lines = officerReason === null ? found : [`An officer refused: ${officerReason}`, ...found]
  return [`${site}:`, ...lines.map((line) => `- ${line}`), `- ${remedyOf(determination.outcome)}`].join('\n')
}

/** Why an application was refused at every site: the rules by name, and what would change the answer. */
export function explainRefusal(sites: readonly RefusedSite[], confirmedHits: number): string {
  const listed =
    confirmedHits > 0
      ? [
          'An officer confirmed that a party of this application is on a screening list. Evidence that it is somebody else, or the removal of the entry by its publisher, would change this.',
        ]
      : []
  return ['No site can serve this application.', ...listed, ...sites.map(explainSite)].join('\n\n')
}
