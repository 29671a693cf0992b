import type { Outcome } from '../terms/index.ts'

/** A moment in milliseconds since 1970-01-01 UTC; handed in, since the core has no clock. */
export type Ms = number

export type QueuedJob = {
  readonly job: string
  readonly project: string
  readonly member: string
  /** Accelerators asked for; 0 for a job that needs processors only. */
  readonly accelerators: number
  readonly cpus: number
  readonly memoryMiB: number
  readonly timeLimitMs: number
  readonly submittedAt: Ms
  /** The order of arrival; no two are equal. */
  readonly sequence: number
  /** A job that may run at one site only, such as a canary. */
  readonly onlySite: string | null
}

export type Running = {
  readonly job: string
  readonly accelerators: number
  readonly cpus: number
  readonly memoryMiB: number
  readonly endsBy: Ms
}

export type SiteState = {
  readonly site: string
  readonly accelerators: number
  readonly cpus: number
  readonly memoryMiB: number
  readonly online: boolean
  /** Its operator or the secretariat lets nothing start there. */
  readonly paused: boolean
  readonly refusedMembers: readonly string[]
  readonly running: readonly Running[]
}

/** The standing answer of law and officers for one project at one site. */
export type ProjectClearance = {
  readonly project: string
  readonly site: string
  readonly standing: 'open' | 'cleared' | 'refused'
  readonly outcome: Outcome
}

export type ProjectAllocation = { readonly project: string; readonly remainingMs: number; readonly until: Ms }

/** A member's voted share (any unit, only the proportion counts) and decayed use, in accelerator-milliseconds. */
export type MemberShare = { readonly member: string; readonly share: number; readonly usedMs: number }

export type BrokerInput = {
  readonly now: Ms
  readonly jobs: readonly QueuedJob[]
  readonly sites: readonly SiteState[]
  readonly clearances: readonly ProjectClearance[]
  readonly allocations: readonly ProjectAllocation[]
  readonly shares: readonly MemberShare[]
}

export const verdicts = [
  'placed',
  'another-site',
  'full',
  'reserved',
  'too-small',
  'offline',
  'refused-by-site',
  'not-cleared',
  'clearance-open',
  'no-allocation',
  'other-site-only',
  'project-suspended',
  'site-paused',
] as const
export type VerdictCode = (typeof verdicts)[number]

/** Why a site does or does not run a job now. */
export type Verdict = {
  readonly site: string
  readonly verdict: VerdictCode
  readonly params: Readonly<Record<string, string | number | null>>
  readonly expectedStartAt: Ms | null
}

export type Explained = {
  readonly job: string
  readonly rank: number | null
  readonly expectedStartAt: Ms | null
  readonly sites: readonly Verdict[]
}
export type PlacementPlan = {
  readonly placements: readonly { readonly job: string; readonly site: string }[]
  readonly explained: readonly Explained[]
}
