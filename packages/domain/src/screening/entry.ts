import type { PartyKind } from '../terms/index.ts'
import type { BirthAgreement } from './birth-date.ts'
import type { PartRule } from './compare-parts.ts'

export type NameKind = 'primary' | 'aka' | 'weak' | 'original-script'
export type ListName = { readonly text: string; readonly kind: NameKind }

/** One entry of a sanctions or export list, with every field that scoring or an officer needs. */
export type ListEntry = {
  readonly id: string
  /** The list within its source: "dpl", "el", "sdn". */
  readonly list: string
  /** Null where the list does not say what it names. */
  readonly kind: PartyKind | null
  readonly names: readonly ListName[]
  /** Year, year-month or full date; "circa 1961" and "1960 to 1965" too. */
  readonly birthDates: readonly string[]
  readonly birthPlaces: readonly string[]
  /** ISO 3166-1 alpha-2 codes; a text that names no country known here stands as it is. */
  readonly countries: readonly string[]
  /** `kind:value` or a bare value. */
  readonly identifiers: readonly string[]
  readonly programmes: readonly string[]
  readonly addresses: readonly string[]
  readonly remarks: string
  readonly sourceUrl: string
}

/** Why a factor speaks for or against a hit. Stable: other languages know it by this. */
export type FactorCode =
  | PartRule
  | 'weak-alias'
  | 'other-words'
  | 'only-in-query'
  | 'only-in-entry'
  | 'same-identifier'
  | `birth-${BirthAgreement}`
  | 'country-shared'
  | 'country-other'
  | 'kind-other'

/** One thing that speaks for or against a hit. `weight` is what it added to the score, or took from it. */
export type Factor = {
  readonly channel: 'identifier' | 'name' | 'birth-date' | 'country' | 'kind'
  readonly code: FactorCode
  readonly side: 'for' | 'against'
  readonly what: string
  readonly queryPart: string
  readonly entryPart: string
  readonly weight: number
}

export type Hit = {
  readonly entry: ListEntry
  readonly score: number
  readonly match: boolean
  readonly factors: readonly Factor[]
}

export type ScreeningQuery = {
  readonly name: string
  readonly aliases: readonly string[]
  /** Null where it is not known whether it is a person, an organisation or a vessel. */
  readonly kind: PartyKind | null
  readonly birthDate: string | null
  /** Codes or English names. */
  readonly countries: readonly string[]
  readonly identifiers: readonly string[]
}
