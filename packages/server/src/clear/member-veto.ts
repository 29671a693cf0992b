import { outcomes, strictest, type Determination, type NonEmpty, type Reason } from '@allmende/domain/terms'
import { dateOf } from './gather-facts.ts'
import type { SiteWithMember } from './store.ts'

/** Adds the site's own refusal of a member to what the rules say: the site is sovereign, and says so in the open. */
export function withMemberVeto(
  determination: Determination,
  site: SiteWithMember,
  member: string | null,
): Determination {
  if (member === null || !site.policy.refusedMembers.includes(member)) return determination
  const reason: Reason = {
    code: 'site-policy.member-refused',
    regime: 'site-policy',
    outcome: 'prohibited',
    finding: `${site.name} serves nobody from the member "${member}".`,
    arithmetic: [],
    citations: [
      {
        instrument: 'site declaration',
        paragraph: `members that ${site.name} refuses`,
        version: 'as the site operator declared it',
        from: dateOf(site.createdAt),
        until: null,
        status: 'in-force',
      },
    ],
    layer: 'both',
    fourEyes: false,
  }
  const reasons: NonEmpty<Reason> = [reason, ...determination.reasons]
  const others = determination.regimes.filter((r) => r.regime !== 'site-policy')
  const own = determination.regimes.find((r) => r.regime === 'site-policy')
  return {
    ...determination,
    outcome: strictest(determination.outcome, 'prohibited'),
    byText: 'prohibited',
    asEnforced: 'prohibited',
    reasons: reasons.toSorted(
      (a, b) => outcomes.indexOf(b.outcome) - outcomes.indexOf(a.outcome),
    ) as unknown as NonEmpty<Reason>,
    regimes: [
      ...others,
      { regime: 'site-policy', outcome: 'prohibited', reasons: [reason, ...(own?.reasons ?? [])] },
    ],
  }
}
