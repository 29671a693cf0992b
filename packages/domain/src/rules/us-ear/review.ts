import { type CalendarDate, citationOn, valueOn } from '@allmende/domain/terms'
import { ear } from '../cite.ts'
import type { HardwareTransferFacts } from '../facts.ts'
import type { Context, Finding } from '../rule.ts'
import { anyControlled } from './chips.ts'
import { isD5OrMacau, isInGroup } from './country-groups.ts'
import { reviewGate } from './parameters.ts'
import { concernsD5, nothing, seatsOf, transferRule } from './transfer-rule.ts'

/*
 * What a licence application meets. It changes no outcome: the licence is needed either way.
 */
type Review = 'case-by-case' | 'denial' | 'open'

const inWords: Readonly<Record<Review, string>> = {
  'case-by-case': 'is reviewed case by case if the information of 748 Supp. 2 (dd) is supplied',
  denial: 'meets a presumption of denial',
  open: 'is reviewed case by case only as an export from the United States to an end user in China or Macau, below both figures; otherwise it meets a presumption of denial. What is needed to tell is not stated:',
}

const inChina = (code: string | null) => code === 'CN' || code === 'HK' || code === 'MO'

/** The review of one accelerator under the gate, with the figures compared. */
function reviewOf(
  facts: HardwareTransferFacts,
  tpp: number | null,
  dram: number | null,
  asOf: CalendarDate,
): { readonly review: Review; readonly arithmetic: readonly string[]; readonly unknown: readonly string[] } {
  const gate = valueOn(reviewGate, asOf)
  if (gate === null || tpp === null) return { review: 'denial', arithmetic: [], unknown: [] }
  const arithmetic = [`TPP ${tpp} ${tpp < gate.tppBelow ? '<' : '≥'} ${gate.tppBelow}`]
  if (dram !== null)
    arithmetic.push(`DRAM ${dram} GB/s ${dram < gate.dramGBpsBelow ? '<' : '≥'} ${gate.dramGBpsBelow}`)
  const from = facts.exportedFrom
  const outside =
    !inChina(facts.destinationCountry) ||
    tpp >= gate.tppBelow ||
    (dram !== null && dram >= gate.dramGBpsBelow) ||
    (from !== null && from !== 'US')
  if (outside) return { review: 'denial', arithmetic, unknown: [] }
  const unknown = [
    ...(dram === null ? ['total DRAM bandwidth'] : []),
    ...(from === null ? ['where it is exported from'] : []),
  ]
  return { review: unknown.length > 0 ? 'open' : 'case-by-case', arithmetic, unknown }
}

/** Findings for the accelerators whose application meets this review. */
function findingsFor(review: Review, facts: HardwareTransferFacts, context: Context): readonly Finding[] {
  if (!concernsD5(context)) return nothing
  const { asOf, classifications } = context
  return facts.accelerators.flatMap((accelerator, index): readonly Finding[] => {
    const one = classifications[index]
    if (one === undefined || one.outcome !== 'controlled') return nothing
    const met = reviewOf(facts, one.tpp, accelerator.dramBandwidthGBps, asOf)
    if (met.review !== review) return nothing
    const finding =
      `A licence application for ${one.name} ${inWords[review]} ${met.unknown.join(' and ')}`.trim()
    const citations = [citationOn(reviewGate, asOf)]
    return [
      { outcome: 'no-requirement-found', finding: `${finding}.`, arithmetic: met.arithmetic, citations },
    ]
  })
}

const gate = ear('742', '742.6(b)(10)(iii)(A)(1)', { from: '2026-01-15' })
const gated = (review: Review, logic: string) =>
  transferRule({ code: `us-ear.review-${review}`, cite: gate, logic }, (facts, context) =>
    findingsFor(review, facts, context),
  )

const approval: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'An application under 744.23 for end users headquartered in the United States, Group A:5 or A:6, not majority-owned from Macau or Group D:5, meets a presumption of approval; ownership is to be confirmed.',
  },
]
const otherwise: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'An application under 744.23 for Macau, Group D:5 or entities headquartered there meets a presumption of denial; items of 3A090, 4A090 and .z are reviewed case by case unless they are for datacenters and in 3A090.a, as are items below both figures of 742.6(b)(10)(iii)(A)(1).',
  },
]

/** Headquartered in the United States or in a group of allies. */
const isAllied = (code: Parameters<typeof isInGroup>[0], asOf: CalendarDate) =>
  code === 'US' || isInGroup(code, 'A:5', asOf) || isInGroup(code, 'A:6', asOf)

const intoSupercomputer = (facts: HardwareTransferFacts, { asOf }: Context) =>
  facts.endUse.supercomputer === true &&
  facts.destinationCountry !== null &&
  isD5OrMacau(facts.destinationCountry, asOf)

const allSeatsAllied = (facts: HardwareTransferFacts, { asOf }: Context) =>
  facts.organisations.length > 0 &&
  seatsOf(facts).every(({ country }) => country !== null && isAllied(country, asOf))

/** 744.23(d) as read on 2026-09-24. It names the gate of 2026-01-15, so it is not older in this form. */
const section744 = ear('744', '744.23(d)', { from: '2026-01-15' })

export const reviewRules = [
  gated(
    'case-by-case',
    'Where accelerators of 3A090 are exported from the United States to China, Hong Kong or Macau, below both figures of 742.6(b)(10)(iii)(A)(1): it is shown that an application is reviewed case by case if the information of 748 Supp. 2 (dd) is supplied. The licence is required either way.',
  ),
  gated(
    'denial',
    'Where accelerators of 3A090 go to Macau or Group D:5, or for an entity headquartered there, and the destination is not China, Hong Kong or Macau, the export is not from the United States, or a figure of 742.6(b)(10)(iii)(A)(1) is met: it is shown that an application meets a presumption of denial. The licence is required either way.',
  ),
  gated(
    'open',
    'Where accelerators of 3A090 go to China, Hong Kong or Macau, no stated figure of 742.6(b)(10)(iii)(A)(1) is met, and the total DRAM bandwidth or the country of export is not stated: it is shown that the kind of review is open, and what would tell. The licence is required either way.',
  ),
  transferRule(
    {
      code: 'us-ear.review-744-23-approval',
      cite: section744,
      logic:
        'Where hardware goes into a supercomputer in Macau or Group D:5, and every organisation and ultimate parent is headquartered in the United States, Group A:5 or A:6: it is shown that an application meets a presumption of approval, ownership to be confirmed. The licence is required either way.',
    },
    (facts, context) =>
      intoSupercomputer(facts, context) && allSeatsAllied(facts, context) ? approval : nothing,
  ),
  transferRule(
    {
      code: 'us-ear.review-744-23',
      cite: section744,
      logic:
        'Where hardware goes into a supercomputer in Macau or Group D:5 and not every headquarters is stated to be in the United States, Group A:5 or A:6, or where accelerators of 3A090 go to Macau or Group D:5, or for an entity headquartered there: the presumption of denial and its exceptions are shown. The licence is required either way.',
    },
    (facts, context) =>
      (intoSupercomputer(facts, context) && !allSeatsAllied(facts, context)) ||
      (anyControlled(context).answer === true && concernsD5(context))
        ? otherwise
        : nothing,
  ),
]
