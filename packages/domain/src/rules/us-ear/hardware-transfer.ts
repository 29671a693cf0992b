import type { Dated } from '@allmende/domain/terms'
import { aboutClassRules } from './about-class.ts'
import { cite, ear } from '../cite.ts'
import { unknownPaths } from '../parties.ts'
import type { Rule } from '../rule.ts'
import { anyControlled, anyParagraphA } from './chips.ts'
import { countryGroups, groupCitation, isD5OrMacau, isInControlledGroups } from './country-groups.ts'
import { exceptionRules, lowVolume, trustedDestinations } from './exceptions.ts'
import { computerRules } from './computers.ts'
import { hbmRules } from './hbm.ts'
import { letterRules, letters } from './letters.ts'
import {
  computerParagraphs,
  classificationText,
  controlledThroughput,
  denseChip,
  interconnectGate,
  lowerComputers,
  lowerTier,
  memoryDensity,
  middleDensity,
  middleThroughput,
  nonDatacenterNote,
  reviewGate,
  zParagraphs,
} from './parameters.ts'
import { reviewRules } from './review.ts'
import {
  d5SeatsOf,
  emiratesFrom,
  licenceFor,
  nameOf as name,
  nothing,
  seatsOf,
  transferRule,
} from './transfer-rule.ts'

const macauFrom = '2023-01-17'

const destinationStated = transferRule(
  {
    code: 'us-ear.destination-unknown',
    cite: ear('742', '742.6(a)(6)'),
    logic:
      'Where the destination of a transfer is not stated, and an accelerator is in 3A090 or its class is open: an officer decides. The destination is asked, and the figures that the class lacks.',
  },
  (facts, context) => {
    if (facts.destinationCountry !== null) return nothing
    const chip = anyControlled(context)
    if (chip.answer === false) return nothing
    const finding = 'The destination of controlled hardware is not stated.'
    return [{ outcome: 'needs-officer', finding, missing: ['destinationCountry', ...chip.missing] }]
  },
)

const firstText = transferRule(
  {
    code: 'us-ear.3a090-destination-2022',
    cite: cite('15 CFR 742', '742.6(a)(6)', '87 FR 62186; 88 FR 2821', {
      from: '2022-10-21',
      until: '2023-11-17',
      status: 'unverified',
    }),
    logic:
      'Where accelerators of 3A090.a go to China, Hong Kong or, since 2023-01-17, Macau: a licence is required. Where their class is open, an officer decides and the missing figures are asked.',
  },
  (facts, context) => {
    const to = facts.destinationCountry
    const macau = to === 'MO' && context.asOf >= macauFrom
    if (to === null || !(to === 'CN' || to === 'HK' || macau)) return nothing
    return licenceFor(anyParagraphA(context), `3A090.a to ${name(to)} needs a licence.`, [firstText.cite])
  },
)

/** Since November 2023, the scope that is enforced for .a and is the text for .b. */
const groupScope = transferRule(
  {
    code: 'us-ear.3a090-destination-groups',
    cite: cite('15 CFR 742', '742.6(a)(6)(iii)', '88 FR 73458', { from: '2023-11-17' }),
    logic:
      'Where accelerators of 3A090.a or .b go to or within a country of Group D:1, D:4 or D:5 that is in neither A:5 nor A:6: a licence is required. Where their class is open, an officer decides and the missing figures are asked.',
  },
  (facts, context) => {
    const to = facts.destinationCountry
    if (to === null || !isInControlledGroups(to, context.asOf)) return nothing
    const groups = (['D:1', 'D:4', 'D:5', 'A:5', 'A:6'] as const).map((one) =>
      groupCitation(one, context.asOf),
    )
    const finding = `3A090.a and .b items to or within ${name(to)} need a licence: it is in Group D:1, D:4 or D:5 and not in A:5 or A:6.`
    return licenceFor(anyControlled(context), finding, [groupScope.cite, ...groups])
  },
)

/** The Emirates left D:4 for A:5 and are named instead; approved entities of Supp. 8 to part 740 stand apart. */
const emirates = transferRule(
  {
    code: 'us-ear.3a090-emirates',
    cite: cite('15 CFR 742', '742.6(a)(6)(iii)(B); 740 Supp. 8', '91 FR 43034', { from: emiratesFrom }),
    logic:
      'Where accelerators of 3A090.a or .b go to or within the United Arab Emirates: a licence is required, unless every consignee and end user is stated to be an approved entity of 740 Supp. 8; then an exception may apply, once each is confirmed. Where this is not stated, or the class is open, an officer decides and it is asked.',
  },
  (facts, context) => {
    if (facts.destinationCountry !== 'AE') return nothing
    const chip = anyControlled(context)
    if (chip.answer === false) return nothing
    if (facts.approvedUaeEntities === false) {
      return licenceFor(chip, 'Controlled items to the United Arab Emirates need a licence.', [emirates.cite])
    }
    if (facts.approvedUaeEntities === true) {
      const finding =
        'Consignee and end users are stated to be approved entities of the Emirates; confirm each in Supp. 8 to part 740.'
      return [
        {
          outcome: 'exception-may-apply',
          finding,
          missing: chip.missing,
        },
      ]
    }
    const finding =
      'Whether every consignee and end user is an approved entity of the Emirates is not stated.'
    return [{ outcome: 'needs-officer', finding, missing: ['approvedUaeEntities', ...chip.missing] }]
  },
)

/** The worldwide text of January 2025: still in the CFR, announced not to be enforced, never rescinded. */
const worldwideText = transferRule(
  {
    code: 'us-ear.3a090-a-worldwide-text',
    cite: ear('742', '742.6(a)(6)(iii)(A)', { from: '2025-05-15', status: 'not-enforced' }),
    logic:
      'Where accelerators of 3A090.a go to or within any destination outside the United States: by the text a licence is required, though BIS said that it does not enforce this. A destination in the United States, or an open class, is for an officer. Left out are approved entities of the United Arab Emirates since 2026-07-10.',
    layer: 'text',
  },
  (facts, context) => {
    const to = facts.destinationCountry
    if (to === null) return nothing
    const chip = anyParagraphA(context)
    if (chip.answer === false) return nothing
    if (to === 'US') {
      const finding =
        'The text names any destination; how it reads for one inside the United States is for an officer.'
      return [{ outcome: 'needs-officer', finding, missing: chip.missing }]
    }
    if (to === 'AE' && context.asOf >= emiratesFrom && facts.approvedUaeEntities === true) return nothing
    const finding = `By its text, 3A090.a to or within any destination needs a licence, ${name(to)} included; BIS said on 2025-05-13 that it does not enforce this.`
    return licenceFor(chip, finding, [worldwideText.cite])
  },
)

/** The same text before its compliance date. */
const worldwideAnnounced = transferRule(
  {
    code: 'us-ear.3a090-a-worldwide-announced',
    cite: cite('15 CFR 742', '742.6(a)(6)(iii)(A)', '90 FR 4544', {
      from: '2025-01-13',
      until: '2025-05-15',
      status: 'announced',
    }),
    logic:
      'Where an accelerator is in 3A090.a, or its class is open: it is shown that a worldwide licence requirement has been published, with compliance from 2025-05-15. It decides nothing before that day.',
  },
  (_facts, context) => {
    if (anyParagraphA(context).answer === false) return nothing
    const finding =
      'A worldwide licence requirement for 3A090.a has been published, with compliance from 2025-05-15.'
    return [{ outcome: 'no-requirement-found', finding }]
  },
)

const enforcedScope = transferRule(
  {
    code: 'us-ear.3a090-a-enforced-scope',
    cite: cite('BIS announcement', 'AI Diffusion not enforced; guidance of 2026-05-31', 'BIS, 2025-05-13', {
      from: '2025-05-13',
    }),
    logic:
      'Where accelerators of 3A090.a, or of open class, go to a country outside the groups of 742.6(a)(6)(iii) and other than the United Arab Emirates: it is shown that the requirement as enforced does not reach the destination. Headquarters are read by a rule of their own.',
    layer: 'enforcement',
  },
  (facts, context) => {
    const to = facts.destinationCountry
    if (to === null || to === 'AE' || isInControlledGroups(to, context.asOf)) return nothing
    if (anyParagraphA(context).answer === false) return nothing
    const finding = `As enforced, 3A090.a reaches Groups D:1, D:4 and D:5 and entities headquartered in D:5 or Macau; ${name(to)} is outside those groups.`
    return [{ outcome: 'no-requirement-found', finding }]
  },
)

const headquarters = transferRule(
  {
    code: 'us-ear.3a090-headquarters',
    cite: cite(
      '15 CFR 742, 744',
      '742.6(a)(6)(iii)(A); 744.23(a)(3)',
      '88 FR 73458; BIS guidance of 2026-05-31',
      {
        from: '2023-11-17',
      },
    ),
    logic:
      'Where accelerators of 3A090.a or .b go to any destination outside the United States for an entity headquartered, or with its ultimate parent, in Group D:5 or Macau: a licence is required. Where a headquarters, an ultimate parent or the class is not stated, an officer decides and it is asked.',
  },
  (facts, context) => {
    const chip = anyControlled(context)
    if (chip.answer === false || facts.destinationCountry === 'US') return nothing
    const hit = d5SeatsOf(context)
    if (hit.length > 0) {
      const finding = `An entity is headquartered, or has its ultimate parent, in ${hit.map(name).join(', ')}: 3A090.a and .b items for it need a licence at any destination outside the United States.`
      return licenceFor(chip, finding, [headquarters.cite, groupCitation('D:5', context.asOf)])
    }
    const missing = facts.organisations.length === 0 ? ['organisations'] : unknownPaths(seatsOf(facts))
    if (missing.length === 0) return nothing
    const finding = 'Where an entity and its ultimate parent are headquartered decides for controlled items.'
    return [{ outcome: 'needs-officer', finding, missing: [...missing, ...chip.missing] }]
  },
)

/**
 * 744.23(a)(1): chips for a supercomputer in D:5 or Macau. It names entries below 3A090; asking for every chip is
 * the stricter reading, and differs only before 3A090 reached all of D:5.
 */
const supercomputer = transferRule(
  {
    code: 'us-ear.supercomputer',
    cite: ear('744', '744.23(a)(1)'),
    logic:
      'Where hardware goes to Macau or a country of Group D:5 for a supercomputer: a licence is required, whatever its class. Where it is not stated whether it goes into a supercomputer, an officer decides and it is asked.',
  },
  (facts, context) => {
    const to = facts.destinationCountry
    if (to === null || !isD5OrMacau(to, context.asOf)) return nothing
    const use = facts.endUse.supercomputer ?? null
    if (use === false) return nothing
    if (use === true) {
      const finding = `Chips for a supercomputer in ${name(to)} need a licence.`
      return [{ outcome: 'licence-required', finding }]
    }
    const finding = `Whether the chips go into a supercomputer in ${name(to)} is not stated.`
    return [{ outcome: 'needs-officer', finding, missing: ['endUse.supercomputer'] }]
  },
)

export const hardwareTransferRules: readonly Rule[] = [
  destinationStated,
  firstText,
  groupScope,
  emirates,
  worldwideText,
  worldwideAnnounced,
  enforcedScope,
  headquarters,
  supercomputer,
  ...computerRules,
  ...hbmRules,
  ...letterRules,
  ...reviewRules,
  ...exceptionRules,
  ...aboutClassRules,
]

/** The values of law that classification and transfers read. */
export const hardwareTransferData: readonly Dated<unknown>[] = [
  classificationText,
  interconnectGate,
  controlledThroughput,
  denseChip,
  middleThroughput,
  middleDensity,
  nonDatacenterNote,
  memoryDensity,
  lowerTier,
  computerParagraphs,
  lowerComputers,
  zParagraphs,
  reviewGate,
  letters,
  trustedDestinations,
  lowVolume,
  ...Object.values(countryGroups),
]
