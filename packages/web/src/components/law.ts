/** What the API says of a rule, as components read it; the same shapes as in the wire contract. */
export type Outcome =
  | 'no-requirement-found'
  | 'exception-may-apply'
  | 'needs-officer'
  | 'licence-required'
  | 'prohibited'
export type LegalStatus = 'in-force' | 'announced' | 'stayed' | 'not-enforced' | 'unverified'

export type Citation = {
  readonly instrument: string
  readonly paragraph: string
  readonly version: string
  /** Calendar dates. */
  readonly from: string
  readonly until: string | null
  readonly status: LegalStatus
  readonly text?: string | undefined
}

export type Reason = {
  readonly code: string
  readonly outcome: Outcome
  readonly finding: string
  readonly arithmetic: readonly string[]
  readonly citations: readonly Citation[]
}

export type Question = {
  readonly fact: string
  readonly ask: string
  readonly whyAsked: string
  readonly answers: readonly { readonly answer: string; readonly outcome: Outcome }[]
}

export type Factor = {
  readonly code: string
  readonly side: 'for' | 'against'
  readonly what: string
  readonly queryPart: string
  readonly entryPart: string
  readonly weight: number
}
