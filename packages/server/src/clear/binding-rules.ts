import type { Determination, Reason } from '@allmende/domain/terms'
import type { HeldRule } from '@allmende/wire'

/** A reason as the rule it stands for. */
export function ruleOf({ code, finding, citations }: Reason): HeldRule {
  return { code, finding, instrument: citations[0].instrument, paragraph: citations[0].paragraph }
}

/** The bodies of law that gave the outcome, for the public log: a rule's code could tell a person's country. */
export function bindingRegimes({ outcome, regimes }: Determination): string[] {
  return regimes.filter((one) => one.outcome === outcome).map((one) => one.regime)
}

/** The rules that keep a project from a site: those that gave the outcome, after an officer's refusal if there is one. */
export function bindingRules(determination: Determination, refused: boolean): HeldRule[] {
  const binding = determination.reasons.filter(
    (r) => r.outcome === determination.outcome && r.outcome !== 'no-requirement-found',
  )
  const byOfficer: HeldRule = {
    code: 'officer.refused',
    finding: 'An officer refused this site for the project.',
    instrument: 'decision of an officer',
    paragraph: 'see the application',
  }
  return [...(refused ? [byOfficer] : []), ...binding.map(ruleOf)]
}
