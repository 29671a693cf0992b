import type { CountryCode, PartyId } from './brand.ts'

export type PartyKind = 'person' | 'organisation' | 'vessel'

/** A person or organisation that takes part in something and is screened. Absent facts are null, never guessed. */
export type Party = {
  readonly id: PartyId
  readonly kind: PartyKind
  /** The name as in a passport or register; further spellings in `aliases`. */
  readonly name: string
  readonly aliases: readonly string[]
  /** Year, year-month or full date: "1988", "1988-04", "1988-04-09". */
  readonly birthDate: string | null
  readonly countries: readonly CountryCode[]
  /** `kind:value` or a bare value: "passport:K1234567". */
  readonly identifiers: readonly string[]
}
