import { type CalendarDate, citationOn, type CountryCode, dated, valueOn } from '@allmende/domain/terms'
import { cite, ear, firstDay } from '../cite.ts'
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

const scope: Rule = releaseRule(
  {
    code: 'us-ear.release-scope',
    logic:
      'Where a release is stated to be of what is published, encryption software of 5D002 aside, or from outside the United States and not subject to the EAR: it is shown that the EAR do not reach it, and none of their other rules on releases speaks.',
    cite: ear('734', '734.3, 734.4, 734.9'),
  },
  ({ facts, scope: reach }) => {
    if (reach.answer !== false) return []
    return facts.published === true ? published : notSubject
  },
)

/** A release in the words of 734.13, 734.14 and 734.16. */
const kind: Rule = releaseRule(
  {
    code: 'us-ear.release-kind',
    logic:
      'Where the EAR reach a release, or may: each export, reexport, transfer within a country, deemed export and deemed reexport that it amounts to is shown, or that it is none; nothing is said while that is open. It decides nothing by itself.',
    cite: ear('734', '734.13, 734.14, 734.16'),
  },
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
  {
    code: 'us-ear.object-code-not-deemed',
    logic:
      'Where object code is released and the EAR reach it, or may: it is shown that the citizenship of people is not weighed, while sending it over a border counts. It decides nothing by itself.',
    cite: ear('734', '734.13(a)(2), 734.14(a)(2)'),
  },
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
    logic:
      'Where what is released, or its entry of the Commerce Control List, is not stated: an officer decides and it is asked. Where the entry is not encoded, or does not fit what is stated to be released or what it is for: an officer decides. What is outside the EAR is left out.',
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

const nationalSecurity: Rule = releaseRule(
  {
    code: 'us-ear.release-national-security',
    logic:
      'Where software or technology of an entry under NS column 1 is exported or reexported, deemed releases included, to a country that column marks in the Country Chart: a licence is required. Where scope, place, status or, for entries that leave 3A090 out, the commodity is not stated, an officer decides and it is asked.',
    cite: nationalSecurityTables,
  },
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
    logic:
      'Where software or technology of an entry other than EAR99 is released to or within Russia or Belarus: a licence is required. Where scope or place is not stated, an officer decides and it is asked; releases to a status alone (deemed ones) are left out.',
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
  {
    code: 'us-ear.deemed-reexport-conditions',
    logic:
      'Where software or technology that is under NS column 1, or may be, is released outside the United States to people of another country that this column marks: an exception may apply, once the conditions of 734.20 are confirmed. It takes no requirement away.',
    cite: ear('734', '734.20(a), (b), (c)'),
  },
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
  {
    code: 'us-ear.access-information',
    logic:
      'Where the EAR reach a release, or may: it is shown that passing passwords, keys or other access information needs the same authorisation as the release that it leads to.',
    cite: ear('734', '734.19(a), 734.15(b)'),
  },
  ({ scope: reach }) => (reach.answer === false ? [] : accessFinding),
)

const encrypted: Rule = releaseRule(
  {
    code: 'us-ear.encrypted-transfer',
    logic:
      'Where the EAR reach a release, or may: it is shown that sending or storing it unclassified and end-to-end encrypted, as 734.18(a)(5) asks, is no export or reexport until someone can read it.',
    cite: ear('734', '734.18(a)(5)'),
  },
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
