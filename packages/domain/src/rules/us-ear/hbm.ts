import { ear } from '../cite.ts'
import type { HardwareTransferFacts } from '../facts.ts'
import { unknownPaths } from '../parties.ts'
import type { Context, Finding } from '../rule.ts'
import type { ClassAnswer } from './chips.ts'
import { classifyHbm, type HbmClassification } from './classify-hbm.ts'
import { groupCitation, isD5OrMacau } from './country-groups.ts'
import { d5SeatsOf, licenceFor, nameOf, nothing, seatsOf, transferRule } from './transfer-rule.ts'

function classesOf(facts: HardwareTransferFacts, { asOf }: Context): readonly HbmClassification[] {
  return (facts.hbm ?? []).map((stack) => classifyHbm(stack, asOf))
}

/** Whether any memory of the shipment is in 3A090.c. */
export function anyHbm(facts: HardwareTransferFacts, context: Context): ClassAnswer {
  const classes = classesOf(facts, context)
  if (classes.some((one) => one.outcome === 'controlled')) return { answer: true, missing: [] }
  const missing = classes.flatMap((one, index) => one.missing.map((fact) => `hbm.${index}.${fact}`))
  return { answer: missing.length > 0 ? null : false, missing }
}

const stated = (facts: HardwareTransferFacts) => facts.hbm !== undefined && facts.hbm.length > 0

const classShown = transferRule(
  {
    code: 'us-ear.hbm-classification',
    cite: ear('774 Supp. 1', '3A090.c'),
    logic:
      'Where high-bandwidth memory is sent: the class of each stack is shown with its arithmetic, and decides nothing by itself.',
  },
  (facts, context) =>
    stated(facts)
      ? classesOf(facts, context).flatMap((one) =>
          one.reasons.map(({ finding, arithmetic, citations }): Finding => ({
            outcome: 'no-requirement-found',
            finding,
            arithmetic,
            citations,
          })),
        )
      : nothing,
)

const destination = transferRule(
  {
    code: 'us-ear.3a090-c-destination',
    cite: ear('742', '742.6(a)(6)(i)(B)', { from: '2024-12-02' }),
    logic:
      'Where memory of 3A090.c goes to or within Macau or Group D:5: a licence is required. Where the destination or a figure that the class needs is not stated, an officer decides and it is asked.',
  },
  (facts, context) => {
    if (!stated(facts)) return nothing
    const memory = anyHbm(facts, context)
    if (memory.answer === false) return nothing
    const to = facts.destinationCountry
    if (to === null) {
      const finding = 'The destination of high-bandwidth memory is not stated.'
      return [{ outcome: 'needs-officer', finding, missing: ['destinationCountry', ...memory.missing] }]
    }
    if (!isD5OrMacau(to, context.asOf)) return nothing
    const finding = `High-bandwidth memory of 3A090.c to or within ${nameOf(to)} needs a licence: it is Macau or in Group D:5.`
    return licenceFor(memory, finding, [destination.cite, groupCitation('D:5', context.asOf)])
  },
)

const headquarters = transferRule(
  {
    code: 'us-ear.3a090-c-headquarters',
    cite: ear('744', '744.23(a)(3)(i)(B)', { from: '2024-12-02' }),
    logic:
      'Where memory of 3A090.c goes elsewhere outside the United States for an entity headquartered, or with its ultimate parent, in Macau or Group D:5: a licence is required. Where a headquarters, an ultimate parent or the class is not stated, an officer decides and it is asked.',
  },
  (facts, context) => {
    const to = facts.destinationCountry
    if (!stated(facts) || to === 'US' || (to !== null && isD5OrMacau(to, context.asOf))) return nothing
    const memory = anyHbm(facts, context)
    if (memory.answer === false) return nothing
    const hit = d5SeatsOf(context)
    if (hit.length > 0) {
      const finding = `An entity is headquartered, or has its ultimate parent, in ${hit.map(nameOf).join(', ')}: memory of 3A090.c for it needs a licence outside Macau and Group D:5 as well.`
      return licenceFor(memory, finding, [headquarters.cite, groupCitation('D:5', context.asOf)])
    }
    const missing = facts.organisations.length === 0 ? ['organisations'] : unknownPaths(seatsOf(facts))
    if (missing.length === 0) return nothing
    const finding =
      'Where an entity and its ultimate parent are headquartered decides for high-bandwidth memory.'
    return [{ outcome: 'needs-officer', finding, missing: [...missing, ...memory.missing] }]
  },
)

/** High-bandwidth memory, 3A090.c. */
export const hbmRules = [classShown, destination, headquarters]
