import { ear } from '../cite.ts'
import { citationOn, type CountryCode, dated, type Dated, valueOn } from '@allmende/domain/terms'
import type { HardwareTransferFacts } from '../facts.ts'
import type { Context, Finding, Rule } from '../rule.ts'
import { anyControlled, anyParagraphA, isParagraphA, ofLastCase } from './chips.ts'
import { isD5OrMacau, isInControlledGroups } from './country-groups.ts'
import { anyHbm } from './hbm.ts'
import { concernsD5, emiratesFrom, nothing, type RuleHead, seatsOf, transferRule } from './transfer-rule.ts'

/** Destinations of Supp. 5(a) to part 740, as read on 2026-09-24. */
export const trustedDestinations = dated<readonly CountryCode[]>({
  cite: '15 CFR 740 Supp. 5, paragraph (a)',
  unit: 'ISO 3166-1 alpha-2',
  values: [
    {
      from: '2025-01-13',
      cite: '90 FR 4544',
      value: 'AU BE CA DK FI FR DE IE IT JP NL NZ NO KR ES SE TW GB US'.split(' ') as CountryCode[],
    },
  ],
})

/** The cap of License Exception LPP on what one ultimate consignee receives in a calendar year. */
export const lowVolume = dated({
  cite: '15 CFR 740, 740.29',
  unit: 'TPP a year and consignee',
  values: [{ from: '2025-01-13', cite: '90 FR 4544', value: 26_900_000 }],
})

type Test = (facts: HardwareTransferFacts, context: Context) => boolean

/** A 3A090.a or .b chip, and none that is for datacenters and in .a, which NAC and ACA leave out. */
const outsideDatacenterA: Test = (facts, context) =>
  anyControlled(context).answer === true &&
  !context.classifications.some(
    (one, index) => isParagraphA(one) && facts.accelerators[index]?.datacenterMarketed !== false,
  )
const controlled: Test = (_facts, context) => anyControlled(context).answer === true
const paragraphA: Test = (_facts, context) => anyParagraphA(context).answer === true

const isInGroups = ofLastCase(({ facts, asOf }): boolean => {
  if (facts.transaction !== 'hardware-transfer') return false
  const to = facts.destinationCountry
  return to !== null && (isInControlledGroups(to, asOf) || (to === 'AE' && asOf >= emiratesFrom))
})
const inGroups: Test = (_facts, context) => isInGroups(context)
const inGroupsOutsideD5: Test = (facts, context) => inGroups(facts, context) && !concernsD5(context)
const withinD5: Test = ({ destinationCountry: to, exportedFrom }, { asOf }) =>
  to !== null && to === exportedFrom && isD5OrMacau(to, asOf)
/** Where a licence is asked by the worldwide text alone. */
const byTextAlone: Test = (facts, context) => {
  const to = facts.destinationCountry
  return to !== null && to !== 'US' && !inGroups(facts, context) && !concernsD5(context)
}
const trusted: Test = (facts, context) => {
  const list = valueOn(trustedDestinations, context.asOf)
  const seats = seatsOf(facts)
  const to = facts.destinationCountry
  return (
    to !== null &&
    list.includes(to) &&
    seats.length > 0 &&
    seats.every(({ country }) => country !== null && list.includes(country)) &&
    byTextAlone(facts, context)
  )
}
/** Number of pieces is not a fact of the case, so the least that it can come to is compared: one of each. */
const withinLowVolume: Test = (facts, context) =>
  byTextAlone(facts, context) &&
  context.classifications.reduce((sum, one) => sum + (isParagraphA(one) ? (one.tpp ?? 0) : 0), 0) <=
    valueOn(lowVolume, context.asOf)

/**
 * An exception by its scope, which never takes away the licence beside it. Where a list or figure of its own decides,
 * `read`, the version of that on the day is cited too.
 */
function exception(
  head: RuleHead,
  items: Test,
  where: Test,
  conditions: string,
  read?: Dated<unknown>,
): Rule {
  const said: readonly Finding[] = [
    {
      outcome: 'exception-may-apply',
      finding: `License Exception ${conditions} Each condition must be confirmed; until then the licence is needed.`,
    },
  ]
  const logic = `${head.logic}: an exception may apply, once each condition is confirmed. License Exception ${conditions}`
  return transferRule({ ...head, logic }, (facts, context) => {
    if (!items(facts, context) || !where(facts, context)) return nothing
    if (read === undefined) return said
    const citations = [head.cite, citationOn(read, context.asOf)]
    return said.map((one) => ({ ...one, citations }))
  })
}

const nacConditions =
  'a written purchase order, a SNAP-R notice at least 25 calendar days before with TPP, performance density, datasheet and memory bandwidth, and whether it is for a cluster used by others such as through cloud services; not where part 744 or 746 needs a licence, 744.23(a)(3) aside.'
const notDatacenter = 'items that are not both for datacenters and in 3A090.a'
/** Until the worldwide text had to be complied with, nothing outside the groups needed an exception from it. */
const worldwide = { from: '2025-05-15', status: 'not-enforced' } as const

const barsSaid: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'Of the license exceptions only TMP (740.9(a)(6)), NAC and ACA, RPL, GOV (740.11(b)), TSU (740.13(a) and (c)), HBM, AIA and ACM can be considered here; LPP and STA cannot.',
  },
]
const bars = transferRule(
  {
    code: 'us-ear.exceptions-barred',
    cite: ear('740', '740.2(a)(9)(ii)', { from: '2023-11-17' }),
    logic:
      'Where accelerators of 3A090 go to Macau or Group D:5, or for an entity headquartered there, or to the groups of 742.6(a)(6)(iii) or the United Arab Emirates: the license exceptions that can be considered are shown, and that LPP and STA cannot. It decides nothing by itself.',
  },
  (facts, context) =>
    controlled(facts, context) && (inGroups(facts, context) || concernsD5(context)) ? barsSaid : nothing,
)

/** License exceptions as conditions to confirm: 15 CFR part 740 as read on 2026-09-24. */
export const exceptionRules: readonly Rule[] = [
  bars,
  exception(
    {
      code: 'us-ear.exception-nac-2023',
      cite: ear('740', '740.8', { from: '2023-11-17', until: '2024-04-04', status: 'unverified' }),
      logic:
        'Where accelerators of 3A090, none of them both for datacenters and in 3A090.a, go to the groups of 742.6(a)(6)(iii), to Macau or Group D:5, or for entities headquartered there, before the exception was split',
    },
    outsideDatacenterA,
    (facts, context) => inGroups(facts, context) || concernsD5(context),
    `NAC names ${notDatacenter}. Its conditions before it was split in April 2024 were not read.`,
  ),
  exception(
    {
      code: 'us-ear.exception-nac',
      cite: ear('740', '740.8', { from: '2024-04-04' }),
      logic:
        'Where accelerators of 3A090, none of them both for datacenters and in 3A090.a, go to Macau or Group D:5, or for an entity headquartered there',
    },
    outsideDatacenterA,
    (_facts, context) => concernsD5(context),
    `NAC names ${notDatacenter}, exported or reexported to Macau, Group D:5 or entities headquartered there: ${nacConditions}`,
  ),
  exception(
    {
      code: 'us-ear.exception-aca',
      cite: ear('740', '740.8', { from: '2024-04-04' }),
      logic:
        'Where accelerators of 3A090, none of them both for datacenters and in 3A090.a, go to the groups of 742.6(a)(6)(iii) or the United Arab Emirates and neither to nor for Macau or Group D:5, or stay within Macau or one country of Group D:5',
    },
    outsideDatacenterA,
    (facts, context) => inGroupsOutsideD5(facts, context) || withinD5(facts, context),
    `ACA names ${notDatacenter}, to destinations other than Macau and Group D:5 and entities from there, or within one of these: a written purchase order, no notice.`,
  ),
  exception(
    {
      code: 'us-ear.exception-aca-worldwide',
      cite: ear('740', '740.8', worldwide),
      logic:
        'Where accelerators of 3A090.a, none of them for datacenters, go to a destination outside the United States that only the worldwide text reaches',
      layer: 'text',
    },
    (facts, context) => paragraphA(facts, context) && outsideDatacenterA(facts, context),
    byTextAlone,
    `ACA names ${notDatacenter}, to destinations other than Macau and Group D:5 and entities from there: a written purchase order, no notice.`,
  ),
  exception(
    {
      code: 'us-ear.exception-acm',
      cite: ear('740', '740.28', { from: '2025-01-13' }),
      logic:
        'Where accelerators of 3A090 go to the groups of 742.6(a)(6)(iii) or the United Arab Emirates, and neither to nor for Macau or Group D:5',
    },
    controlled,
    inGroupsOutsideD5,
    'ACM is for development, production or storage by private-sector end users, not from Macau or Group D:5: records every six months.',
  ),
  exception(
    {
      code: 'us-ear.exception-acm-worldwide',
      cite: ear('740', '740.28', worldwide),
      logic:
        'Where accelerators of 3A090.a go to a destination outside the United States that only the worldwide text reaches',
      layer: 'text',
    },
    paragraphA,
    byTextAlone,
    'ACM is for development, production or storage by private-sector end users, not from Macau or Group D:5: records every six months.',
  ),
  exception(
    {
      code: 'us-ear.exception-aia',
      cite: ear('740', '740.27; Supp. 5(a)', worldwide),
      logic:
        'Where accelerators of 3A090.a go to a destination outside the United States that only the worldwide text reaches, and it and every headquarters are in Supp. 5(a) to part 740',
      layer: 'text',
    },
    paragraphA,
    trusted,
    'AIA names 3A090.a items of approved or authorized designers to entities located and headquartered in destinations of Supp. 5(a): certification by the consignee, no access for training models of 4E091 for entities headquartered elsewhere, a report once 253,000,000 TPP are reached.',
    trustedDestinations,
  ),
  exception(
    {
      code: 'us-ear.exception-lpp',
      cite: ear('740', '740.29', worldwide),
      logic:
        'Where accelerators of 3A090.a, one of each, come to no more than the yearly figure of 740.29 and go to a destination outside the United States that only the worldwide text reaches',
      layer: 'text',
    },
    paragraphA,
    withinLowVolume,
    'LPP names 3A090.a items up to 26,900,000 TPP for one ultimate consignee in a calendar year, by export or reexport, not within a country: a certificate to BIS within 30 days, notice of a shipment of 3,200,000 TPP.',
    lowVolume,
  ),
  exception(
    {
      code: 'us-ear.exception-hbm',
      cite: ear('740', '740.25', { from: '2024-12-02', status: 'unverified' }),
      logic: 'Where memory of 3A090.c goes to Macau or Group D:5, or for an entity headquartered there',
    },
    (facts, context) => facts.hbm !== undefined && anyHbm(facts, context).answer === true,
    (_facts, context) => concernsD5(context),
    'HBM is for memory of 3A090.c; it was read in part: a discrepancy of more than 1 % of units is a red flag to report within 60 days.',
  ),
]
