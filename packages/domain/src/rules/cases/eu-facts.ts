import type { HardwareTransferFacts, ReleaseFacts, RemoteUseFacts } from '../facts.ts'
import { chip, clearRemoteUse, clearTransfer, inCountry, organisation } from './clear-facts.ts'
import { give } from './release-facts.ts'

/** Every member state, written out once more so that a list that loses one is noticed. */
export const members =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ')

/** An accelerator below both tiers of the US list. */
export const small = chip(8, { ioGBps: 100 })

/** An accelerator of 3A991.p from one country to another, for an organisation in Kenya. */
export function ship(
  from: string | null,
  to: string | null,
  changes: Partial<HardwareTransferFacts> = {},
): HardwareTransferFacts {
  return {
    ...clearTransfer,
    exportedFrom: from === null ? null : inCountry(from),
    destinationCountry: to === null ? null : inCountry(to),
    ...changes,
  }
}

/** A Kenyan university on chips below both tiers at a site whose operator is there too. */
export function useIn(code: string | null, changes: Partial<RemoteUseFacts> = {}): RemoteUseFacts {
  const country = code === null ? null : inCountry(code)
  return {
    ...clearRemoteUse,
    accelerators: [small],
    site: { ...clearRemoteUse.site, country, operator: { country, headquartersCountry: country } },
    ...changes,
  }
}

/** Unpublished technology that is not subject to the EAR, from a member state to Kenya. */
export const technology = (changes: Partial<ReleaseFacts> = {}) =>
  give('DE', 'KE', { eccn: '3E003', subjectToEar: false, ...changes })

export const party = (at: string, seat?: string, parent?: string) => ({
  organisations: [organisation(at, seat, parent)],
})
