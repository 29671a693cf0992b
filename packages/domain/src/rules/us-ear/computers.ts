import type { CalendarDate } from '@allmende/domain/terms'
import { ear } from '../cite.ts'
import type { HardwareTransferFacts, ShippedComputer } from '../facts.ts'
import type { Finding } from '../rule.ts'
import type { Classification } from './classification.ts'
import { classifyComputer } from './classify-computer.ts'
import { nothing, transferRule } from './transfer-rule.ts'

const contentsOf = ({ accelerators }: HardwareTransferFacts, { contains }: ShippedComputer) =>
  accelerators.filter((one) => contains.includes(one.name))

function classOf(facts: HardwareTransferFacts, one: ShippedComputer, asOf: CalendarDate): Classification {
  return classifyComputer(one.name, contentsOf(facts, one), asOf, one.entry === 'none' ? null : one.entry)
}

/** Computers are tested by each accelerator in them, never by their sum, and the entry that names them is shown. */
const classShown = transferRule(
  {
    code: 'us-ear.computer-classification',
    cite: ear('774 Supp. 1', '4A090'),
    logic:
      'Where accelerators are sent in computers: the class of each computer is shown by the accelerators in it, 4A090 or a .z paragraph, and decides nothing by itself: the requirements of 3A090 are those of both.',
  },
  (facts, { asOf }) => {
    if (facts.computers === undefined || facts.computers.length === 0) return nothing
    return facts.computers.flatMap((one): Finding[] => {
      // The class of each accelerator in it is shown by a rule of its own.
      const [reason] = classOf(facts, one, asOf).reasons
      if (reason === undefined) return []
      const { finding, arithmetic, citations } = reason
      const shown: Finding = { outcome: 'no-requirement-found', finding, arithmetic, citations }
      if (one.entry !== null) return [shown]
      const unstated = `Which other entry describes ${one.name} is not stated: where one of them has a .z paragraph, it is in that instead of 4A090, with the same requirements.`
      return [shown, { outcome: 'no-requirement-found', finding: unstated }]
    })
  },
)

export const computerRules = [classShown]
