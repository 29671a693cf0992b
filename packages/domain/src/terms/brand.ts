declare const brand: unique symbol

/** A value that was parsed once: the compiler keeps two kinds of string or number apart. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

export type NonEmpty<T> = readonly [T, ...T[]]

/** Narrows a list to one that has a first element. */
export function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0
}

export type MemberId = Branded<string, 'MemberId'>
export type SiteId = Branded<string, 'SiteId'>
export type ProjectId = Branded<string, 'ProjectId'>
export type JobId = Branded<string, 'JobId'>
export type PartyId = Branded<string, 'PartyId'>
/** ISO 3166-1 alpha-2, upper case: "KE". */
export type CountryCode = Branded<string, 'CountryCode'>
