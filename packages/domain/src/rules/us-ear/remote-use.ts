import { cite, ear } from '../cite.ts'
import { countriesWhere, organisationCountries, placeCountries, unknownPaths } from '../parties.ts'
import type { Finding, Rule } from '../rule.ts'
import { anyControlled, anyParagraphA, chipNames, shipsMemoryAlone } from './chips.ts'
import { groupCitation, isD5OrMacau, isInControlledGroups } from './country-groups.ts'

/** The class of each accelerator, shown with its arithmetic. It decides nothing by itself. */
const classShown: Rule = {
  code: 'us-ear.classification',
  cite: ear('774 Supp. 1', '3A090'),
  find: ({ facts, classifications }) => {
    if (facts.transaction === 'release') return []
    if (facts.accelerators.length === 0) {
      if (shipsMemoryAlone(facts)) return []
      const finding = 'No accelerator is stated, so no class can be shown.'
      return [{ outcome: 'needs-officer', finding, missing: ['accelerators'] }]
    }
    const once = classifications.filter(
      (one, index) => classifications.findIndex((other) => other.name === one.name) === index,
    )
    return once.flatMap((one) =>
      one.reasons.map((reason): Finding => ({
        outcome: 'no-requirement-found',
        finding: reason.finding,
        arithmetic: reason.arithmetic,
        citations: reason.citations,
      })),
    )
  },
}

/** Using hardware from elsewhere moves no hardware. */
const notAnExport: Rule = {
  code: 'us-ear.remote-use-no-hardware-export',
  cite: ear('734', '734.13, 734.14, 734.16'),
  find: ({ facts }) => {
    if (facts.transaction !== 'remote-use') return []
    const finding =
      'Remote use of an accelerator is not by itself an export, reexport or transfer of it. Sending controlled technology, source code or software with a job is, and is asked separately.'
    return [{ outcome: 'no-requirement-found', finding }]
  },
}

/** Nationality matters for a release of technology, not for the use of hardware. */
const nationality: Rule = {
  code: 'us-ear.nationality',
  cite: ear('742', '742.6(a)(6)(iv)'),
  find: ({ facts }) => {
    if (facts.transaction !== 'remote-use' || facts.people.length === 0) return []
    const finding =
      'Nationality was not weighed: these requirements do not reach deemed exports or reexports.'
    return [{ outcome: 'no-requirement-found', finding }]
  },
}

/** The policy statement of May 2025 on training models for parties headquartered in D:5 or Macau. */
const training: Rule = {
  code: 'us-ear.training-for-d5',
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

/** Controlled hardware, stated to carry no licence, where a licence was needed to bring it: a red flag. */
const hardwareOrigin: Rule = {
  code: 'us-ear.hardware-origin',
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

/** A bill on remote access that had passed one chamber; shown, never applied. */
const pendingBill: Rule = {
  code: 'us-ear.pending-remote-access-bill',
  cite: cite(
    'Remote Access Security Act, H.R. 2683',
    'as passed by the House',
    'Congressional Record, 2026-01-12',
    {
      from: '2026-01-12',
      status: 'announced',
    },
  ),
  find: ({ facts }) => {
    if (facts.transaction !== 'remote-use') return []
    const finding = 'A bill that would bring remote access under the EAR is pending and is not applied.'
    return [{ outcome: 'no-requirement-found', finding }]
  },
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
