/** Export-control rules: the facts of one use or transfer, and what dated, cited rules say of them. */
export { isD5OrMacau } from './us-ear/country-groups.ts'
export { classify } from './us-ear/classify.ts'
export { classifyComputer } from './us-ear/classify-computer.ts'
export { classifyHbm, type HbmClassification } from './us-ear/classify-hbm.ts'
export type { Classification } from './us-ear/classification.ts'
export { compareDays, type Change, type DayComparison, type Instrument } from './compare-days.ts'
export { screeningRule } from './denied-persons/index.ts'
export { determine, rulesVersion } from './determine.ts'
export { asks } from './questions.ts'
export { bitLengths } from './parse-accelerators.ts'
export { classifyItem, parseItems, type Item } from './classify-items.ts'
export { factsSchema } from './facts-schema.ts'
export { parseFacts } from './parse-facts.ts'
export type { Parsed, Problem } from './check.ts'
export { accelerators, findAccelerator } from './register/accelerators.ts'
export type { RegisteredAccelerator } from './register/registered-accelerator.ts'
export { citationOn, dated, NoValueYet, valueOn } from '@allmende/domain/terms'
export type { Dated, DatedVersion } from '@allmende/domain/terms'
export { firstDay } from './cite.ts'
export { purposes, screeningStatuses } from './facts.ts'
export type {
  CommonFacts,
  EndUse,
  Facts,
  HardwareTransferFacts,
  HbmStack,
  LicenceConditions,
  NationalPolicy,
  Organisation,
  Person,
  Purpose,
  ReleaseFacts,
  RemoteUseFacts,
  ScreeningStatus,
  ShippedComputer,
  SiteFacts,
} from './facts.ts'
