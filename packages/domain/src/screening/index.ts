/** Party × list entries → hits, each with its evidence. README.md says what it finds and what it does not yet. */
export {
  type Factor,
  type FactorCode,
  type Hit,
  type ListEntry,
  type ListName,
  type NameKind,
  type ScreeningQuery,
} from './entry.ts'
export { effectOf, expectedFalsePositives, isDenial, isNamed, mayHave, type Effect } from './policy.ts'
export { readCountries } from './countries.ts'
export { factorSentences } from './factors.ts'
export { buildIndex, type ListIndex } from './list-index.ts'
export { parseListLine, parseQueryLine, type Line, type QueryLine } from './lines.ts'
export {
  detectFormat,
  listFormats,
  type Collector,
  type ListFormat,
  type ListRecord,
  type XmlElement,
} from './lists/index.ts'
export { nameCharactersMax, problemOfName, problemsOf, type QueryProblem } from './problems.ts'
export { defaultThreshold, engineVersion, screen, screenPair, shownFrom } from './screen.ts'
