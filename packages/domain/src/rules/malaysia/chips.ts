import { type CountryCode, dated, valueOn } from '@allmende/domain/terms'
import { cite } from '../cite.ts'
import type { HardwareTransferFacts } from '../facts.ts'
import type { Context, Finding, Rule } from '../rule.ts'

const own = 'MY' as CountryCode

/**
 * What is taken for a "high-performance AI chip of US origin": its definition was not seen, so the two tiers of the
 * US list stand for it, whoever made the chip.
 */
export const highPerformance = dated<readonly string[]>({
  cite: 'Strategic Trade Act 2010, section 12 on high-performance AI chips',
  unit: 'US entries that stand for the definition, which was not seen',
  values: [
    {
      from: '2022-10-21',
      value: ['3A090', '3A991.p'],
      cite: 'taken for it by these rules',
      status: 'unverified',
    },
  ],
})

const announced = cite(
  'Strategic Trade Act 2010',
  'section 12 on high-performance AI chips',
  'announcement of 2025-07-14, known from secondary sources',
  { from: '2025-07-14', status: 'unverified' },
)

type Chips = { readonly are: boolean | null; readonly missing: readonly string[] }
const yes: Chips = { are: true, missing: [] }
const no: Chips = { are: false, missing: [] }
const unstated: Chips = { are: null, missing: ['accelerators'] }

/** Whether an accelerator of the two tiers is shipped; high-bandwidth memory alone is no AI chip. */
function chipsOf(facts: HardwareTransferFacts, { asOf, classifications }: Context): Chips {
  if (classifications.length === 0) return facts.hbm !== undefined && facts.hbm.length > 0 ? no : unstated
  const tiers = valueOn(highPerformance, asOf)
  const isIn = (paragraph: string) => tiers.some((tier) => paragraph.startsWith(tier))
  if (classifications.some((one) => one.paragraphs.some(isIn))) return yes
  if (classifications.every((one) => one.outcome !== 'needs-officer')) return no
  const missing = classifications.flatMap((one, index) =>
    one.outcome === 'needs-officer' ? one.missing.map((name) => `accelerators.${index}.${name}`) : [],
  )
  return { are: null, missing }
}

const nothing: readonly Finding[] = []
const leaves: Finding = {
  outcome: 'needs-officer',
  finding:
    'AI chips leave Malaysia. Since 2025-07-14 section 12 asks for an authorisation, and notice 30 days before, for high-performance AI chips of US origin; how these are defined was not seen.',
}
const passes: Finding = {
  outcome: 'needs-officer',
  finding:
    'A party in Malaysia takes part in a transfer of AI chips between other countries. Section 12 covers transhipment and transit since 2025-07-14; whether the chips pass through Malaysia is not among the facts.',
}
const below: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'The accelerators are in neither 3A090 nor 3A991.p and are taken not to be the high-performance AI chips of section 12, whose definition was not seen.',
  },
]
const leavesFound = [leaves]
const passesFound = [passes]

/** The finding, with what is open about the chips or about where they go. */
function found(facts: HardwareTransferFacts, context: Context, whole: readonly Finding[], finding: Finding) {
  const chips = chipsOf(facts, context)
  if (chips.are === false) return nothing
  if (facts.destinationCountry !== null) return chips.are ? whole : [{ ...finding, missing: chips.missing }]
  return [{ ...finding, missing: [...chips.missing, 'destinationCountry'] }]
}

/** Whether an organisation in Malaysia takes part, through which the hardware may pass. */
const hasPartyThere = (facts: HardwareTransferFacts) =>
  facts.organisations.some(({ country }) => country === own)

const shipped: Rule = {
  code: 'malaysia.ai-chips',
  logic:
    'Where hardware leaves Malaysia for another country and an accelerator in it is in 3A090 or 3A991.p, which stand for "high-performance": an officer decides. A class or a destination that is not stated is asked.',
  cite: announced,
  only: 'hardware-transfer',
  find: (context) => {
    const { facts } = context
    if (facts.transaction !== 'hardware-transfer' || facts.exportedFrom !== own) return nothing
    return facts.destinationCountry === own ? nothing : found(facts, context, leavesFound, leaves)
  },
}

const transit: Rule = {
  code: 'malaysia.ai-chips-through',
  logic:
    'Where an organisation in Malaysia takes part in a transfer of hardware between other countries, and an accelerator in it is in 3A090 or 3A991.p: an officer asks whether it passes through Malaysia. A class or a destination that is not stated is asked.',
  cite: announced,
  only: 'hardware-transfer',
  find: (context) => {
    const { facts } = context
    if (facts.transaction !== 'hardware-transfer' || facts.exportedFrom === own) return nothing
    if (facts.destinationCountry === own || !hasPartyThere(facts)) return nothing
    return found(facts, context, passesFound, passes)
  },
}

const otherChips: Rule = {
  code: 'malaysia.other-chips',
  logic:
    'Where hardware leaves Malaysia, or may pass through it, and every accelerator is stated and in neither tier: it is shown that section 12 is taken not to mean it.',
  cite: announced,
  only: 'hardware-transfer',
  find: (context) => {
    const { facts } = context
    if (facts.transaction !== 'hardware-transfer' || facts.destinationCountry === own) return nothing
    if (facts.exportedFrom !== own && !hasPartyThere(facts)) return nothing
    return chipsOf(facts, context).are === false ? below : nothing
  },
}

export const chipRules: readonly Rule[] = [shipped, transit, otherChips]
