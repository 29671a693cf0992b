/** Party × list entries → hits, each with its evidence. README.md says what it finds and what it does not yet. */
export {
  effectOf,
  type Effect,
  type Factor,
  type Hit,
  type ListEntry,
  type ListName,
  type NameKind,
  type ScreeningQuery,
} from './entry.ts'
export { normaliseName } from './normalise.ts'
export {
  knownCslColumns,
  parseBirthDate,
  parseCslRecord,
  requiredCslColumns,
  type ListRecord,
  type Parsed,
} from './parse-csl.ts'
export {
  buildIndex,
  engineVersion,
  nameCharactersMax,
  problemOf,
  screen,
  type ScreeningIndex,
} from './screen.ts'
