import { type Citation, day, NoValueYet } from '@allmende/domain/terms'
import { evaluate } from '../determine.ts'
import type { Facts } from '../facts.ts'
import { regimes } from '../regimes.ts'
import type { WorkedCase } from './remote-use.ts'

/** A citation in one line: "3A090.a.1 88 FR 73458 2023-11-17", and where it has ended " until 2024-04-04". */
export const citedAs = ({ paragraph, version, from, until }: Citation) =>
  `${paragraph} ${version} ${from}${until === null ? '' : ` until ${until}`}`

const copyOf = (facts: Facts) => JSON.parse(JSON.stringify(facts)) as Facts

/**
 * The first case that the rules, as they stand in memory, no longer give; null where all hold. Nothing kept from an
 * earlier run counts: regimes are compiled anew and facts are copied.
 */
export function brokenCase(cases: readonly WorkedCase[]): string | null {
  const fresh = [...regimes]
  for (const one of cases) {
    try {
      const { outcome, reasons } = evaluate(copyOf(one.facts), day(one.asOf), 'stricter', fresh)
      const spoke = reasons.some((reason) => reason.code === one.rule)
      if (outcome !== one.outcome || spoke === (one.absent === true)) return one.name
      const { cites } = one
      if (
        cites !== undefined &&
        !reasons.some((reason) => reason.citations.some((cite) => citedAs(cite).startsWith(cites)))
      )
        return one.name
    } catch (error) {
      if (error instanceof NoValueYet) return one.name
      throw error
    }
  }
  return null
}
