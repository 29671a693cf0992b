import { type Citation, day, type LegalStatus } from '@allmende/domain/terms'

/** The first day the rules can answer for: 3A090 did not exist before. */
export const firstDay = day('2022-10-21')

/**
 * A citation of one paragraph. `from` is the day the paragraph took effect or, where it is older, the first day
 * these rules answer for; `until` is the first day it no longer applies.
 *
 * @throws when a date names no day.
 */
export function cite(
  instrument: string,
  paragraph: string,
  version: string,
  more: {
    readonly from?: string
    readonly until?: string
    readonly status?: LegalStatus
    readonly text?: string
  } = {},
): Citation {
  return {
    instrument,
    paragraph,
    version,
    from: more.from === undefined ? firstDay : day(more.from),
    until: more.until === undefined ? null : day(more.until),
    status: more.status ?? 'in-force',
    ...(more.text === undefined ? {} : { text: more.text }),
  }
}

/** A paragraph of Title 15 CFR as read in the eCFR of 2026-09-24. */
export function ear(part: string, paragraph: string, more: Parameters<typeof cite>[3] = {}): Citation {
  return cite(`15 CFR ${part}`, paragraph, 'eCFR as of 2026-09-24', more)
}
