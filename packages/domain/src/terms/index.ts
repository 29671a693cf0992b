/** Nouns that more than one room needs. Words: the glossary in docs/words.md. */
export * from './brand.ts'
export * from './countries.ts'
export * from './citation.ts'
export * from './dates.ts'
export * from './party.ts'
export * from './accelerator.ts'
export * from './clearance.ts'
export * from './invariant.ts'
