import { cite, ear } from '../cite.ts'
import { countriesWhere, organisationCountries, placeCountries, unknownPaths } from '../parties.ts'
import type { Finding, Rule } from '../rule.ts'
import type { Classification } from './classification.ts'
import { anyControlled, anyParagraphA, chipNames, shipsMemoryAlone } from './chips.ts'
import { groupCitation, isD5OrMacau, isInControlledGroups } from './country-groups.ts'

/** What is shown of a class is the same in every case with that accelerator. */
const shown = new WeakMap<Classification, readonly Finding[]>()

function classFindings(one: Classification): readonly Finding[] {
  const known = shown.get(one)
  if (known !== undefined) return known
  const found = one.reasons.map((reason): Finding => ({
    outcome: 'no-requirement-found',
    finding: reason.finding,
    arithmetic: reason.arithmetic,
    citations: reason.citations,
  }))
  shown.set(one, found)
  return found
}

const nothing: readonly Finding[] = []
const note = (finding: string): readonly Finding[] => [{ outcome: 'no-requirement-found', finding }]

const classShown: Rule = {
  code: 'us-ear.classification',
  logic:
    'Where accelerators are used or sent: the class of each is shown with its arithmetic, and decides nothing by itself. Where none is stated, an officer decides and they are asked; a transfer of memory alone has none to state.',
  cite: ear('774 Supp. 1', '3A090'),
  find: ({ facts, classifications }) => {
    if (facts.transaction === 'release') return []
    if (facts.accelerators.length === 0) {
      if (shipsMemoryAlone(facts)) return []
      const finding = 'No accelerator is stated, so no class can be shown.'
      return [{ outcome: 'needs-officer', finding, missing: ['accelerators'] }]
    }
    const [only] = classifications
    if (only && classifications.length === 1) return classFindings(only)
    const once = classifications.filter(
      (one, index) => classifications.findIndex((other) => other.name === one.name) === index,
    )
    return once.flatMap(classFindings)
  },
}

const notAnExportFound = note(
  'Remote use of an accelerator is not by itself an export, reexport or transfer of it. Sending controlled technology, source code or software with a job is, and is asked separately.',
)
const notAnExport: Rule = {
  code: 'us-ear.remote-use-no-hardware-export',
  logic:
    'Where accelerators are used remotely: it is shown that no hardware moves, so the use by itself is no export, reexport or transfer of them. Technology, source code or software that is sent with a job is asked separately.',
  cite: ear('734', '734.13, 734.14, 734.16'),
  find: ({ facts }) => (facts.transaction === 'remote-use' ? notAnExportFound : nothing),
}

const nationalityFound = note(
  'Nationality was not weighed: these requirements do not reach deemed exports or reexports.',
)
const nationality: Rule = {
  code: 'us-ear.nationality',
  logic:
    'Where people take part in a remote use: it is shown that their nationality is not weighed, since the requirements for advanced computing do not reach deemed exports and reexports.',
  cite: ear('742', '742.6(a)(6)(iv)'),
  find: ({ facts }) =>
    facts.transaction === 'remote-use' && facts.people.length > 0 ? nationalityFound : nothing,
}

const training: Rule = {
  code: 'us-ear.training-for-d5',
  logic:
    'Where an AI model is trained by remote use of accelerators of 3A090.a for a party headquartered in Group D:5 or Macau: a red flag, on which an officer decides. Where this is not stated, or the class of the accelerators is open, an officer decides all the same and it is asked.',
  cite: cite('BIS policy statement on training AI models', 'IaaS and 744.6', 'BIS, 2025-05-13', {
    from: '2025-05-13',
  }),
  fourEyes: true,
  find: (context) => {
    const { facts, asOf } = context
    if (facts.transaction !== 'remote-use' || facts.endUse.trainsModelForD5Entity === false) return []
    const chip = anyParagraphA(context)
    if (chip.answer === false) return []
    const parties = countriesWhere(organisationCountries(facts), (code) => isD5OrMacau(code, asOf))
    const names = chipNames(context, (one) => one.outcome !== 'not-controlled')
    const arithmetic = [
      `accelerators in or possibly in 3A090.a: ${names || 'not stated'}`,
      `parties in or headquartered in D:5 or Macau: ${parties.join(', ') || 'none stated'}`,
    ]
    const citations = [training.cite, groupCitation('D:5', asOf)]
    if (facts.endUse.trainsModelForD5Entity === true) {
      const finding =
        'Red flag: training an AI model on controlled chips for a party headquartered in Group D:5 or Macau may need a licence.'
      return [{ outcome: 'needs-officer', finding, arithmetic, citations, missing: chip.missing }]
    }
    const finding =
      'Whether an AI model is trained on controlled chips for a party headquartered in Group D:5 or Macau is not stated.'
    const missing = ['endUse.trainsModelForD5Entity', ...chip.missing]
    return [{ outcome: 'needs-officer', finding, arithmetic, citations, missing }]
  },
}

/** Conditions that came with the site's hardware licence bind whoever uses it. */
const licenceConditions: Rule = {
  code: 'us-ear.site-licence-conditions',
  logic:
    'Where the licence under which a site holds its hardware excludes the country of an organisation or a person: a licence is required; any other condition is for an officer. Where a site with accelerators of 3A090, or of open class, has not stated its conditions, or a country is not stated, an officer decides and it is asked.',
  cite: cite('15 CFR 750', '750.7', 'licence conditions, text not read', { status: 'unverified' }),
  find: (context) => {
    const { facts } = context
    if (facts.transaction !== 'remote-use') return []
    const conditions = facts.site.licenceConditions
    if (conditions === 'none') return []
    if (conditions === null) {
      const chip = anyControlled(context)
      if (chip.answer === false) return []
      const finding =
        'Controlled hardware may carry licence conditions on who uses it; the site has not stated them.'
      return [{ outcome: 'needs-officer', finding, missing: ['site.licenceConditions', ...chip.missing] }]
    }
    const parties = [
      ...organisationCountries(facts),
      ...facts.people.map((person, index) => ({
        path: `people.${index}.locationCountry`,
        kind: 'location' as const,
        of: 'person' as const,
        country: person.locationCountry,
      })),
    ]
    const hit = countriesWhere(parties, (code) => conditions.excludedCountries.includes(code))
    const unknown = conditions.excludedCountries.length > 0 ? unknownPaths(parties) : []
    return [
      ...(hit.length > 0
        ? [
            {
              outcome: 'licence-required' as const,
              finding: `${conditions.source} excludes ${hit.join(', ')}.`,
            },
          ]
        : []),
      ...(hit.length === 0 && unknown.length > 0
        ? [
            {
              outcome: 'needs-officer' as const,
              finding: `${conditions.source} excludes countries, and a party's country is not stated.`,
              missing: unknown,
            },
          ]
        : []),
      ...conditions.otherConditions.map((condition) => ({
        outcome: 'needs-officer' as const,
        finding: `${conditions.source} sets a condition that an officer compares with the case: ${condition}`,
      })),
    ]
  },
}

const hardwareOrigin: Rule = {
  code: 'us-ear.hardware-origin',
  logic:
    'Where a site with accelerators of 3A090 states that no licence conditions bind it, and it stands in or is operated from a country to which they need a licence, Macau, Group D:5 or the United Arab Emirates: a red flag, on which an officer decides. Where place, operator or class is not stated, an officer decides and it is asked.',
  cite: cite('15 CFR 764', '764.2(e)', 'inferred from 742.6(a)(6)(iii)', {
    from: '2023-11-17',
    status: 'unverified',
  }),
  fourEyes: true,
  find: (context) => {
    const { facts, asOf } = context
    if (facts.transaction !== 'remote-use' || facts.site.licenceConditions !== 'none') return []
    const chip = anyControlled(context)
    if (chip.answer === false) return []
    const places = placeCountries(facts)
    const flagged = countriesWhere(
      places,
      (code) => isInControlledGroups(code, asOf) || isD5OrMacau(code, asOf) || code === 'AE',
    )
    if (flagged.length === 0) {
      const missing = unknownPaths(places)
      if (missing.length === 0) return []
      const finding = 'Where the controlled hardware stands and who operates it is not stated.'
      return [{ outcome: 'needs-officer', finding, missing: [...missing, ...chip.missing] }]
    }
    const finding = `Red flag: controlled chips at a site in or operated from ${flagged.join(', ')} are stated to carry no licence conditions, though bringing them there needs a licence.`
    return [{ outcome: 'needs-officer', finding, missing: chip.missing }]
  },
}

/** Ascend 910B, 910C and 910D: BIS holds that they were likely made in violation, and use anywhere is a risk. */
const ascend: Rule = {
  code: 'us-ear.gp10-ascend',
  logic:
    'Where an accelerator is named Ascend 910B, 910C or 910D, for use or transfer anywhere: a red flag, on which an officer decides.',
  cite: cite('15 CFR 764', '764.2(e), 736.2(b)(10)', 'BIS guidance of 2025-05-13', { from: '2025-05-13' }),
  fourEyes: true,
  find: ({ facts }) => {
    if (facts.transaction === 'release') return []
    const named = facts.accelerators
      .filter((one) => /ascend\s*910\s*[bcd]/iu.test(one.name))
      .map((one) => one.name)
    if (named.length === 0) return []
    const finding = `Red flag: BIS names ${named.join(', ')} as likely made in violation of the EAR; using it anywhere risks General Prohibition 10.`
    return [{ outcome: 'needs-officer', finding }]
  },
}

const pendingBillFound = note(
  'A bill that would bring remote access under the EAR is pending and is not applied.',
)
const pendingBill: Rule = {
  code: 'us-ear.pending-remote-access-bill',
  logic:
    'Where accelerators are used remotely: it is shown that a bill on remote access is pending. It is not applied and decides nothing.',
  cite: cite(
    'Remote Access Security Act, H.R. 2683',
    'as passed by the House',
    'Congressional Record, 2026-01-12',
    {
      from: '2026-01-12',
      status: 'announced',
    },
  ),
  find: ({ facts }) => (facts.transaction === 'remote-use' ? pendingBillFound : nothing),
}

export const remoteUseRules: readonly Rule[] = [
  classShown,
  notAnExport,
  nationality,
  training,
  licenceConditions,
  hardwareOrigin,
  ascend,
  pendingBill,
]
