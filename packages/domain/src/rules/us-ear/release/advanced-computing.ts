import type { CountryCode } from '@allmende/domain/terms'
import { cite, ear } from '../../cite.ts'
import type { ReleasedFor } from '../../facts.ts'
import { countriesWhere, organisationCountries, unknownPaths } from '../../parties.ts'
import type { Finding, Rule } from '../../rule.ts'
import { groupCitation, isD5OrMacau, isInControlledGroups, isInGroup } from '../country-groups.ts'
import { isDeemed, licenceFor, type Release, releaseRule, type Route, routesInWords } from './read-release.ts'

/** Whether the release is of software or technology for one of these commodities, with what would tell. */
function isFor(
  { entry, facts }: Release,
  commodities: readonly ReleasedFor[],
): { readonly answer: boolean | null; readonly missing: readonly string[] } {
  if (entry === null || !entry.advancedComputing) return { answer: false, missing: [] }
  const commodity = facts.releasedFor ?? null
  return commodity === null
    ? { answer: null, missing: ['releasedFor'] }
    : { answer: commodities.includes(commodity), missing: [] }
}

/** Of the worldwide text of January 2025. */
const compliance = '2025-05-15'

const paragraphA: readonly ReleasedFor[] = ['3A090.a', 'z-3A090.a']
const paragraphsAB: readonly ReleasedFor[] = [...paragraphA, '3A090.b', 'z-3A090.b']
const paragraphC: readonly ReleasedFor[] = ['3A090.c']
const every: readonly ReleasedFor[] = [...paragraphsAB, ...paragraphC]

/** 742.6(a)(6)(iv): deemed exports and reexports are left out, so these rules look at places only. */
const toPlace =
  (test: (code: CountryCode) => boolean) =>
  (route: Route): boolean =>
    !isDeemed(route) && test(route.to)

const firstText: Rule = releaseRule(
  {
    code: 'us-ear.release-3a090-2022',
    logic:
      'Where software or technology for 3A090.a, its .z paragraphs included, is released to or within China, Hong Kong or, since 2023-01-17, Macau: a licence is required. Where scope, commodity, place or origin is not stated, an officer decides and it is asked; releases to a status alone (deemed ones) are left out.',
    cite: cite('15 CFR 742', '742.6(a)(6)', '87 FR 62186; 88 FR 2821', {
      until: '2023-11-17',
      status: 'unverified',
    }),
  },
  (release, asOf) => {
    const chip = isFor(release, paragraphA)
    if (chip.answer === false) return []
    const named = (code: CountryCode) =>
      code === 'CN' || code === 'HK' || (code === 'MO' && asOf >= '2023-01-17')
    const what = 'Software or technology for 3A090.a'
    return licenceFor(release, what, [firstText.cite], toPlace(named), chip.missing)
  },
)

/** Since November 2023: what is enforced for .a and is the text for .b. */
const groupScope: Rule = releaseRule(
  {
    code: 'us-ear.release-3a090-groups',
    logic:
      'Where software or technology for 3A090.a, 3A090.b or their .z paragraphs is released to or within a country of Group D:1, D:4 or D:5 that is in neither A:5 nor A:6: a licence is required. Where scope, commodity, place or origin is not stated, an officer decides and it is asked; releases to a status alone (deemed ones) are left out.',
    cite: cite('15 CFR 742', '742.6(a)(6)(iii)', '88 FR 73458', { from: '2023-11-17' }),
  },
  (release, asOf) => {
    const chip = isFor(release, paragraphsAB)
    if (chip.answer === false) return []
    const groups = (['D:1', 'D:4', 'D:5', 'A:5', 'A:6'] as const).map((one) => groupCitation(one, asOf))
    return licenceFor(
      release,
      'Software or technology for 3A090.a, 3A090.b or a .z paragraph, to or within Groups D:1, D:4 and D:5 without A:5 and A:6,',
      [groupScope.cite, ...groups],
      toPlace((code) => isInControlledGroups(code, asOf)),
      chip.missing,
    )
  },
)

/** The Emirates are named since they left D:4; approved entities of Supp. 8 to part 740 stand apart. */
const emirates: Rule = releaseRule(
  {
    code: 'us-ear.release-3a090-emirates',
    logic:
      'Where software or technology for 3A090.a, 3A090.b or their .z paragraphs is released to or within the United Arab Emirates: a licence is required, unless the consignee and every end user are approved entities of 740 Supp. 8, which is left to confirm. Where scope, commodity, place or origin is not stated, an officer decides and it is asked; releases to a status alone (deemed ones) are left out.',
    cite: cite('15 CFR 742', '742.6(a)(6)(iii)(B); 740 Supp. 8', '91 FR 43034', { from: '2026-07-10' }),
  },
  (release) => {
    const chip = isFor(release, paragraphsAB)
    if (chip.answer === false) return []
    const what =
      'Unless the consignee and every end user are approved entities of 740 Supp. 8, software or technology for 3A090.a, 3A090.b or a .z paragraph'
    return licenceFor(
      release,
      what,
      [emirates.cite],
      toPlace((code) => code === 'AE'),
      chip.missing,
    )
  },
)

const memory: Rule = releaseRule(
  {
    code: 'us-ear.release-3a090-c',
    logic:
      'Where software or technology for 3A090.c is released to or within Macau or Group D:5: a licence is required. Where scope, commodity, place or origin is not stated, an officer decides and it is asked; releases to a status alone (deemed ones) are left out.',
    cite: cite('15 CFR 742', '742.6(a)(6)(i)(B)', '89 FR 96790', { from: '2024-12-02' }),
  },
  (release, asOf) => {
    const chip = isFor(release, paragraphC)
    if (chip.answer === false) return []
    return licenceFor(
      release,
      'Software or technology for 3A090.c, to or within Macau and Group D:5,',
      [memory.cite, groupCitation('D:5', asOf)],
      toPlace((code) => isD5OrMacau(code, asOf)),
      chip.missing,
    )
  },
)

/** The worldwide text of January 2025: still in the CFR, announced not to be enforced, never rescinded. */
const worldwideText: Rule = releaseRule(
  {
    code: 'us-ear.release-3a090-a-worldwide-text',
    logic:
      'Where software or technology for 3A090.a, its .z paragraphs included, is released to or within any destination: by the text a licence is required, though BIS said that it does not enforce this. Where scope, commodity, place or origin is not stated, an officer decides and it is asked; releases to a status alone (deemed ones) are left out.',
    cite: ear('742', '742.6(a)(6)(iii)(A)', { from: compliance, status: 'not-enforced' }),
    layer: 'text',
  },
  (release) => {
    const chip = isFor(release, paragraphA)
    if (chip.answer === false) return []
    const what =
      'By its text, which BIS said on 2025-05-13 it does not enforce, software or technology for 3A090.a to or within any destination'
    return licenceFor(release, what, [worldwideText.cite], (route) => !isDeemed(route), chip.missing)
  },
)

const announced: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'A worldwide licence requirement for software and technology for 3A090.a has been published, with compliance from 2025-05-15.',
  },
]

/** The same text before its compliance date. */
const worldwideAnnounced: Rule = releaseRule(
  {
    code: 'us-ear.release-3a090-a-worldwide-announced',
    logic:
      'Where software or technology is for 3A090.a, or may be, and the EAR reach it or may: it is shown that a worldwide licence requirement has been published, with compliance from 2025-05-15. It decides nothing before that day.',
    cite: cite('15 CFR 742', '742.6(a)(6)(iii)(A)', '90 FR 4544', {
      from: '2025-01-13',
      until: compliance,
      status: 'announced',
    }),
  },
  (release) =>
    release.scope.answer === false || isFor(release, paragraphA).answer === false ? [] : announced,
)

const outsideGroups: readonly Finding[] = [
  {
    outcome: 'no-requirement-found',
    finding:
      'As enforced, the requirement for 3A090.a reaches Groups D:1, D:4 and D:5 without A:5 and A:6, the United Arab Emirates, and entities headquartered in D:5 or Macau.',
  },
]

const enforcedScope: Rule = releaseRule(
  {
    code: 'us-ear.release-3a090-a-enforced-scope',
    logic:
      'Where software or technology is for 3A090.a, or may be, and the EAR reach it or may: the countries and entities that the requirement reaches as enforced are shown. It decides nothing by itself.',
    cite: cite('BIS announcement', 'AI Diffusion not enforced; guidance of 2026-05-31', 'BIS, 2025-05-13', {
      from: '2025-05-13',
    }),
    layer: 'enforcement',
  },
  (release) =>
    release.scope.answer === false || isFor(release, paragraphA).answer === false ? [] : outsideGroups,
)

const headquarters: Rule = releaseRule(
  {
    code: 'us-ear.release-3a090-headquarters',
    logic:
      'Where software or technology for 3A090 or its .z paragraphs is released, at any place outside the United States, for an entity headquartered, or with its ultimate parent, in Group D:5 or Macau: a licence is required. Where a headquarters, scope, commodity or place is not stated, an officer decides and it is asked; deemed releases are left out.',
    cite: cite(
      '15 CFR 742, 744',
      '742.6(a)(6)(iii)(A); 744.23(a)(3)',
      '88 FR 73458; BIS guidance of 2026-05-31; its reach to software and technology not read',
      { from: '2023-11-17', status: 'unverified' },
    ),
  },
  (release, asOf) => {
    const chip = isFor(release, every)
    if (chip.answer === false) return []
    const { organisations } = release.facts
    const seats = organisationCountries(release.facts).filter((fact) => fact.kind === 'headquarters')
    const hit = countriesWhere(seats, (code) => isD5OrMacau(code, asOf))
    const unknown = organisations.length === 0 ? ['organisations'] : unknownPaths(seats)
    if (hit.length === 0 && unknown.length === 0) return []
    const what =
      'Software or technology for 3A090 or a .z paragraph, for an entity headquartered or ultimately owned in Group D:5 or Macau,'
    return licenceFor(
      release,
      what,
      [headquarters.cite, groupCitation('D:5', asOf)],
      (route) => !isDeemed(route),
      [...chip.missing, ...(hit.length > 0 ? [] : unknown)],
    )
  },
)

/** 742.6(a)(6)(ii): design technology made in D:5 or Macau with US software; its facts are for an officer. */
const fromD5: Rule = releaseRule(
  {
    code: 'us-ear.release-3e001-from-d5',
    logic:
      'Where technology of 3E001 for 3A090 or a .z paragraph, or for a commodity not stated, leaves Macau or Group D:5 for a country in neither A:5 nor A:6: an officer decides, and asks by whom and with what software it was developed.',
    cite: ear('742', '742.6(a)(6)(ii)', { from: '2023-11-17' }),
  },
  (release, asOf) => {
    const { facts, scope } = release
    const from = facts.releasedFrom
    if (scope.answer === false || facts.eccn !== '3E001' || from === null || !isD5OrMacau(from, asOf))
      return []
    const chip = isFor(release, every)
    const leaves = release.routes.filter(
      ({ kind, to }) => kind === 'reexport' && !isInGroup(to, 'A:5', asOf) && !isInGroup(to, 'A:6', asOf),
    )
    if (chip.answer === false || leaves.length === 0) return []
    const finding = `Technology of 3E001 for 3A090, developed by an entity headquartered in Group D:5 or Macau with software subject to the EAR, needs a licence to leave there; an officer asks how it was developed: ${routesInWords(leaves)}.`
    const citations = [fromD5.cite, groupCitation('D:5', asOf)]
    return [{ outcome: 'needs-officer', finding, citations, missing: [...scope.missing, ...chip.missing] }]
  },
)

const deemedLeftOut: Rule = releaseRule(
  {
    code: 'us-ear.release-3a090-deemed',
    logic:
      'Where software or technology for 3A090 or a .z paragraph, or for a commodity not stated, is released to people of another country: it is shown that the advanced-computing requirements leave deemed exports and reexports out, and which requirements remain.',
    cite: ear('742', '742.6(a)(6)(iv)'),
  },
  (release) => {
    const deemed = release.routes.filter(isDeemed)
    if (deemed.length === 0 || release.scope.answer === false) return []
    if (isFor(release, every).answer === false) return []
    const finding = `The advanced-computing requirements of 742.6(a)(6)(i) to (iii) do not apply to deemed exports and reexports: ${routesInWords(deemed)}. National security controls on what is for .z paragraphs, anti-terrorism controls, embargoes and part 744 remain.`
    return [{ outcome: 'no-requirement-found', finding }]
  },
)

export const advancedComputingReleaseRules: readonly Rule[] = [
  firstText,
  groupScope,
  emirates,
  memory,
  worldwideText,
  worldwideAnnounced,
  enforcedScope,
  headquarters,
  fromD5,
  deemedLeftOut,
]
