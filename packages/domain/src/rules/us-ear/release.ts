import type { CalendarDate, CountryCode } from '@allmende/domain/terms'
import { cite, ear, firstDay } from '../cite.ts'
import { citationOn, dated, valueOn } from '../dated.ts'
import type { Finding, Regime, Rule } from '../rule.ts'
import { groupCitation, isInGroup } from './country-groups.ts'
import { advancedComputingReleaseRules } from './release/advanced-computing.ts'
import { modelWeightsRules, trainingOperations } from './release/model-weights.ts'
import { isDeemed, licenceFor, type Release, releaseRule, routesInWords } from './release/read-release.ts'

/**
 * Countries without a mark in NS column 1 of the chart of 2026-07-23. That Australia and the United Kingdom joined
 * Canada on 2024-04-19 was not read in the Federal Register.
 */
const nationalSecurityExempt = dated<readonly CountryCode[]>({
  cite: '15 CFR 738 Supp. 1, NS column 1',
  unit: 'ISO 3166-1 alpha-2, no licence for this reason',
  values: [
    { from: firstDay, cite: 'chart of 2026-07-23, known move undone', status: 'unverified', value: ['CA'] },
    { from: '2024-04-19', cite: '89 FR 28594', status: 'unverified', value: ['AU', 'CA', 'GB'] },
  ] as { from: string; cite: string; status: 'unverified'; value: CountryCode[] }[],
})

const published: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'What is published, or arises from fundamental research that is intended to be published, is not subject to the EAR.',
    citations: [ear('734', '734.7(a)'), ear('734', '734.8(a)')],
  },
]
const notSubject: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'It is stated not to be subject to the EAR: not of US origin, without more than de minimis US content, and no direct product.',
  },
]

/** What the EAR do not reach: only where it is stated to be so. */
const scope: Rule = releaseRule(
  { code: 'us-ear.release-scope', cite: ear('734', '734.3, 734.4, 734.9') },
  ({ facts, scope: reach }) => {
    if (reach.answer !== false) return []
    return facts.published === true ? published : notSubject
  },
)

/** A release in the words of 734.13, 734.14 and 734.16. */
const kind: Rule = releaseRule(
  { code: 'us-ear.release-kind', cite: ear('734', '734.13, 734.14, 734.16') },
  ({ routes, scope: reach, openRoutes }) => {
    if (reach.answer === false || (routes.length === 0 && openRoutes.length > 0)) return []
    const finding =
      routes.length > 0
        ? `This release counts as: ${routesInWords(routes)}.`
        : 'This release stays in the United States and among its citizens and permanent residents, and is no export.'
    return [{ outcome: 'no-requirement-found', finding }]
  },
)

const objectCodeFinding: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'Object code is no deemed export or reexport, so the citizenship of people was not weighed; sending it over a border is an export or reexport.',
  },
]

const objectCode: Rule = releaseRule(
  { code: 'us-ear.object-code-not-deemed', cite: ear('734', '734.13(a)(2), 734.14(a)(2)') },
  ({ facts, scope: reach }) =>
    facts.what === 'object-code' && reach.answer !== false ? objectCodeFinding : [],
)

/** What does not go together in the facts of an entry; null where they fit. */
function misfit({ facts, entry }: Release): string | null {
  if (entry === null)
    return `${facts.eccn} is not encoded: an officer reads its licence requirements, the Country Chart, and 734.7(b) for encryption software of 5D002.`
  const { what, releasedFor = null } = facts
  const software = what === 'source-code' || what === 'object-code'
  if (what !== null && entry.group !== null && (entry.group === 'D') !== software)
    return `${facts.eccn} is no entry for what is stated to be released.`
  if (releasedFor !== null && releasedFor !== 'other' && !entry.advancedComputing)
    return `${facts.eccn} is no entry for what is for ${releasedFor}.`
  return null
}

/** The entry, without which no requirement of the Commerce Control List can be read. */
const entryStated: Rule = releaseRule(
  {
    code: 'us-ear.release-entry',
    cite: cite('15 CFR 774 Supp. 1', 'product groups D and E', 'eCFR as of 2026-07-23'),
  },
  (release) => {
    const { facts, scope: reach } = release
    if (reach.answer === false) return []
    const unstated = (['what', 'eccn'] as const).filter((name) => facts[name] === null)
    if (unstated.length > 0) {
      const finding = 'What is released, or the entry of the Commerce Control List for it, is not stated.'
      return [{ outcome: 'needs-officer', finding, missing: [...new Set([...unstated, ...reach.missing])] }]
    }
    const finding = misfit(release)
    return finding === null ? [] : [{ outcome: 'needs-officer', finding, missing: reach.missing }]
  },
)

/** Whether NS column 1 applies to the entry, with what would tell. */
function nationalSecurityOf({ entry, facts }: Release): {
  readonly answer: boolean | null
  readonly missing: readonly string[]
} {
  if (entry === null || entry.nationalSecurity === 'none') return { answer: false, missing: [] }
  if (entry.nationalSecurity === 'whole') return { answer: true, missing: [] }
  const commodity = facts.releasedFor ?? null
  if (commodity === null) return { answer: null, missing: ['releasedFor'] }
  return { answer: !commodity.startsWith('3A090'), missing: [] }
}

const exempt = (code: CountryCode, asOf: CalendarDate) => valueOn(nationalSecurityExempt, asOf).includes(code)

const nationalSecurityTables = cite(
  '15 CFR 774 Supp. 1',
  'licence requirements of the entry, NS column 1',
  'eCFR as of 2026-07-23',
)

/** NS column 1 of the Commerce Country Chart, for places and for the status of people. */
const nationalSecurity: Rule = releaseRule(
  { code: 'us-ear.release-national-security', cite: nationalSecurityTables },
  (release, asOf) => {
    const control = nationalSecurityOf(release)
    if (control.answer === false) return []
    return licenceFor(
      release,
      `${release.facts.eccn}, controlled for national security (NS column 1),`,
      [nationalSecurity.cite, citationOn(nationalSecurityExempt, asOf)],
      (route) => route.kind !== 'in-country' && !exempt(route.to, asOf),
      control.missing,
    )
  },
)

/** Entries of the Commerce Control List to Russia and Belarus; part 746 was not read. */
const russiaBelarus: Rule = releaseRule(
  {
    code: 'us-ear.release-russia-belarus',
    cite: cite('15 CFR 746', '746.8(a)(1)', 'known from secondary sources', { status: 'unverified' }),
  },
  (release) => {
    const { eccn } = release.facts
    if (eccn === null || eccn === 'EAR99') return []
    const what = `Software or technology on the Commerce Control List such as ${eccn}`
    return licenceFor(
      release,
      what,
      [russiaBelarus.cite],
      (route) => !isDeemed(route) && (route.to === 'RU' || route.to === 'BY'),
    )
  },
)

/** 734.20: what is no deemed reexport; conditions to confirm, never an answer. */
const deemedReexport: Rule = releaseRule(
  { code: 'us-ear.deemed-reexport-conditions', cite: ear('734', '734.20(a), (b), (c)') },
  (release, asOf) => {
    if (release.scope.answer === false || nationalSecurityOf(release).answer === false) return []
    const deemed = release.routes.filter(
      ({ kind: one, to }) => one === 'deemed-reexport' && !exempt(to, asOf),
    )
    if (deemed.length === 0) return []
    const allied = deemed.filter(({ to }) => isInGroup(to, 'A:5', asOf))
    const employees =
      allied.length === deemed.length
        ? 'permanent and regular employees who are nationals of Group A:5 only, within such a country (b)'
        : 'permanent and regular employees who are screened under a technology security plan, within the country of the entity (c)'
    const finding = `To confirm for ${routesInWords(deemed)}: it is no deemed reexport where the entity is authorised to receive the item and an export to that country would be authorised too (a), or for ${employees}.`
    return [
      {
        outcome: 'exception-may-apply',
        finding,
        citations: [deemedReexport.cite, groupCitation('A:5', asOf)],
      },
    ]
  },
)

const accessFinding: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'Passing passwords, keys or other access information needs the same authorisation as the release it is known to lead to.',
  },
]
const encryptedFinding: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'Sending or storing it unclassified and end-to-end encrypted as 734.18(a)(5) asks, and not stored in Group D:5 on purpose, is no export or reexport until someone can read it.',
  },
]

const access: Rule = releaseRule(
  { code: 'us-ear.access-information', cite: ear('734', '734.19(a), 734.15(b)') },
  ({ scope: reach }) => (reach.answer === false ? [] : accessFinding),
)

const encrypted: Rule = releaseRule(
  { code: 'us-ear.encrypted-transfer', cite: ear('734', '734.18(a)(5)') },
  ({ scope: reach }) => (reach.answer === false ? [] : encryptedFinding),
)

/** Release of technology, source code, object code and model weights. Citizenship matters here, and only here. */
export const releaseRules: readonly Rule[] = [
  scope,
  kind,
  objectCode,
  entryStated,
  nationalSecurity,
  russiaBelarus,
  deemedReexport,
  access,
  encrypted,
  ...advancedComputingReleaseRules,
  ...modelWeightsRules,
]

export const releaseData: NonNullable<Regime['data']> = [nationalSecurityExempt, trainingOperations]
