import type { CountryCode } from '@allmende/domain/terms'
import { euMemberOn } from '../eu-members.ts'
import type { Context } from '../rule.ts'

/** What leaves the Union: from a member state to a place outside; open where that place is not stated. */
export type Leaving = {
  readonly is: boolean | null
  readonly to: CountryCode | null
  readonly missing: readonly string[]
}

const stays: Leaving = { is: false, to: null, missing: [] }
const toWhere: Leaving = { is: null, to: null, missing: ['destinationCountry'] }
const receivedWhere: Leaving = { is: null, to: null, missing: ['receivedIn'] }

/** Whether goods, technology or software leave the Union. Remote use moves none. */
export function leavesUnion({ facts, asOf }: Context): Leaving {
  if (facts.transaction === 'remote-use') return stays
  const isHardware = facts.transaction === 'hardware-transfer'
  const from = isHardware ? facts.exportedFrom : facts.releasedFrom
  const isMember = euMemberOn(asOf)
  if (from === null || !isMember(from)) return stays
  const to = isHardware ? facts.destinationCountry : facts.receivedIn
  if (to === null) return isHardware ? toWhere : receivedWhere
  return isMember(to) ? stays : { is: true, to, missing: [] }
}
