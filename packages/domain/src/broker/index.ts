/** Jobs × capacity × law × shares → placements, with a reason for every job and site. */
export { describeVerdict } from './describe.ts'
export { place } from './place.ts'
export { verdicts } from './types.ts'
export type {
  BrokerInput,
  Explained,
  MemberShare,
  PlacementPlan,
  ProjectAllocation,
  ProjectClearance,
  QueuedJob,
  Running,
  SiteState,
  Verdict,
  VerdictCode,
} from './types.ts'
