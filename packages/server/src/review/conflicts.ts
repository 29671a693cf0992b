export type Conflict = {
  readonly kind: 'same-institution' | 'same-team' | 'declared'
  readonly detail: string
}

export type Candidate = {
  readonly person: string
  readonly name: string
  readonly member: string | null
  /** Institutions the candidate is known to belong to, as they were stated. */
  readonly institutions: readonly string[]
  readonly openReviews: number
}

export type Applicants = {
  readonly team: readonly string[]
  /** Institutions of the application: its organisation, its people's affiliations, an institution that is its member. */
  readonly institutions: readonly string[]
  /** People who declined to review this application. */
  readonly declined: readonly string[]
}

/** A name of an institution without case, accents, punctuation and spacing, in any script. */
export function normaliseInstitution(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Every conflict of interest that the stated facts show; empty means that none was found. */
export function conflictsOf(candidate: Candidate, applicants: Applicants): Conflict[] {
  const theirs = new Set(applicants.institutions.map(normaliseInstitution).filter((name) => name !== ''))
  const shared = [...new Set(candidate.institutions.filter((name) => theirs.has(normaliseInstitution(name))))]
  return [
    ...(applicants.team.includes(candidate.person)
      ? [{ kind: 'same-team' as const, detail: 'Belongs to the team.' }]
      : []),
    ...shared.map((name) => ({ kind: 'same-institution' as const, detail: name })),
    ...(applicants.declined.includes(candidate.person)
      ? [{ kind: 'declared' as const, detail: 'Declined this review.' }]
      : []),
  ]
}

/** The next reviewers: without a conflict, those with the fewest open reviews first, then by id; the same every time. */
export function chooseReviewers(
  candidates: readonly Candidate[],
  applicants: Applicants,
  busy: readonly string[],
  count: number,
): Candidate[] {
  return candidates
    .filter((c) => !busy.includes(c.person) && conflictsOf(c, applicants).length === 0)
    .toSorted((a, b) => a.openReviews - b.openReviews || (a.person < b.person ? -1 : 1))
    .slice(0, Math.max(0, count))
}
