/** Holdings × parties on lists × a rule → whether a party counts as listed by who owns it. README.md says the limits. */
export { HoldingRefused, type Holding, type HoldingRefusalCode } from './holding.ts'
export { ownershipRules, type OwnershipRule, type OwnershipTest } from './ownership-rules.ts'
export { ownedByListed, type ChainLink, type OwnedByListed, type ShareQuestion } from './owned-by-listed.ts'
export { parentsOf, type Parents, type UltimateParent } from './parents.ts'
export {
  readGleifHeader,
  readGleifRow,
  type GleifColumns,
  type GleifHeader,
  type GleifLeftOut,
  type GleifRow,
} from './gleif.ts'
export { isLei } from './lei.ts'
