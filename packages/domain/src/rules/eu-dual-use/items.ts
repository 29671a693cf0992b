import { citationOn, type CountryCode, dated, valueOn } from '@allmende/domain/terms'
import { type Open, releasesControlled, shipsChips } from '../export-law.ts'
import type { Context, Finding, Rule } from '../rule.ts'
import { computers, scope, series500, transmission, update2026 } from './law.ts'
import { leavesUnion } from './leaves-union.ts'

/** Destinations of the Union General Export Authorisation EU001. */
export const generalDestinations = dated<readonly CountryCode[]>({
  cite: 'Regulation (EU) 2021/821, Annex II section A (EU001)',
  unit: 'ISO 3166-1 alpha-2',
  values: [
    {
      from: '2022-10-21',
      cite: 'known from secondary sources',
      status: 'unverified',
      value: 'AU CA CH GB IS JP LI NO NZ US'.split(' ') as CountryCode[],
    },
  ],
})

const nothing: readonly Finding[] = []

/** A finding on what leaves the Union and may be listed; what is open about either is asked. */
function found(context: Context, finding: Finding, item: (context: Context) => Open): readonly Finding[] {
  const leaving = leavesUnion(context)
  if (leaving.is === false) return nothing
  const listed = item(context)
  if (listed.is === false) return nothing
  const missing = [...listed.missing, ...leaving.missing]
  return [missing.length === 0 ? finding : { ...finding, missing }]
}

const leaveAndFit =
  'Where accelerators of 3A090 or 3A991.p, or high-bandwidth memory, go from a member state to a place outside the Union:'
const asked = 'A class or a destination that is not stated is asked.'

const byPerformance: Finding = {
  outcome: 'needs-officer',
  finding:
    'AI chips, or computers with them, leave the Union. Annex I controls computers in 4A003 by their adjusted peak performance, which is not among the facts; an officer reads it.',
}
const bySeries: Finding = {
  outcome: 'needs-officer',
  finding:
    'AI chips leave the Union. Since 2025-11-15 Annex I has a 500-series with advanced computing integrated circuits, electronic assemblies and systems; its entries and figures were not seen, so an officer reads them.',
}
const byUpdate: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'A further update of Annex I was adopted on 2026-09-14, with two months of scrutiny. Whether it is in force, and what it says of AI chips, was not seen.',
  },
]
const related: Finding = {
  outcome: 'needs-officer',
  finding:
    'Unpublished technology, software or model weights of a controlled entry go from the Union to a place outside, electronic transmission included. The entries of Annex I for them were not seen, so an officer reads them.',
}

const chips: Rule = {
  code: 'eu-dual-use.computers',
  logic: `${leaveAndFit} an officer reads entry 4A003 of Annex I. ${asked}`,
  cite: computers,
  only: 'hardware-transfer',
  find: (context) => found(context, byPerformance, shipsChips),
}

const advanced: Rule = {
  code: 'eu-dual-use.advanced-computing',
  logic: `${leaveAndFit} an officer reads the 500-series of Annex I. ${asked}`,
  cite: series500,
  only: 'hardware-transfer',
  find: (context) => found(context, bySeries, shipsChips),
}

const announced: Rule = {
  code: 'eu-dual-use.update-2026',
  logic: `${leaveAndFit} the update adopted in September 2026 is shown. It decides nothing by itself.`,
  cite: update2026,
  only: 'hardware-transfer',
  find: (context) =>
    leavesUnion(context).is === true && shipsChips(context).is === true ? byUpdate : nothing,
}

const release: Rule = {
  code: 'eu-dual-use.release',
  logic:
    'Where what is given from a member state to a place outside the Union is not published and its entry is neither EAR99 nor one with US controls against terrorism alone: an officer reads Annex I. An entry, a publication or a place that is not stated is asked.',
  cite: transmission,
  only: 'release',
  find: (context) => found(context, related, releasesControlled),
}

const general: Rule = {
  code: 'eu-dual-use.general-authorisation',
  logic:
    'Where what may be in Annex I goes to a destination of the general authorisation EU001: it is named as a condition to confirm. It decides nothing by itself.',
  cite: scope,
  find: (context) => {
    const { to } = leavesUnion(context)
    if (to === null || !valueOn(generalDestinations, context.asOf).includes(to)) return nothing
    if (shipsChips(context).is === false && releasesControlled(context).is === false) return nothing
    const finding =
      'The destination is one of the general authorisation EU001. Whether the item is one that it leaves out, and whether the exporter has registered and reports as it asks, is to be confirmed.'
    const citations = [citationOn(generalDestinations, context.asOf)]
    return [{ outcome: 'no-requirement-found', finding, citations }]
  },
}

export const itemRules: readonly Rule[] = [chips, advanced, announced, release, general]
