import type { CalendarDate } from './dates.ts'

/** How law stands on a date. `unverified`: encoded from a source that was not the law's own text. */
export type LegalStatus = 'in-force' | 'announced' | 'stayed' | 'not-enforced' | 'unverified'

/** Where a reason comes from. */
export type Citation = {
  /** The instrument: "15 CFR 774 Supp. 1", "alliance rulebook". */
  readonly instrument: string
  /** The paragraph: "3A090.a.1". */
  readonly paragraph: string
  /** What brought this version in: "88 FR 73458". */
  readonly version: string
  readonly from: CalendarDate
  readonly until: CalendarDate | null
  readonly status: LegalStatus
  /** What ended this version, where one ended and it is known: "91 FR 43034". */
  readonly endedBy?: string
  /** The words of the law, where we hold them. */
  readonly text?: string
}
