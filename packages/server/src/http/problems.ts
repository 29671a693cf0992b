import type { Problem } from '@allmende/wire'

/** Every code the API can answer with, its status and title, once. Codes are stable; clients may switch on them. */
export const problems = {
  'request.invalid': [400, 'The request is not as expected'],
  'request.not-json': [400, 'The body is not JSON'],
  'request.too-large': [413, 'The body is too large'],
  'request.too-deep': [400, 'The body is nested too deeply'],
  'request.wrong-type': [415, 'The content type is not the one expected'],
  'request.missing-idempotency-key': [400, 'The Idempotency-Key header is missing'],
  'request.key-reused': [422, 'The Idempotency-Key was used for another request'],
  'request.not-found': [404, 'There is nothing here'],
  'request.method': [405, 'This method is not offered here'],
  'request.too-many': [429, 'Too many requests'],
  'request.cross-origin': [403, 'The form came from another site'],
  'sign-in.needed': [401, 'Sign in first'],
  'sign-in.link-invalid': [410, 'This sign-in link no longer works'],
  'sign-in.failed': [401, 'The sign-in did not succeed'],
  'sign-in.provider-down': [503, 'The sign-in provider does not answer'],
  'policy.denied': [403, 'You may not do this'],
  'policy.role-rests': [403, 'Your role rests'],
  'policy.scope': [403, 'This token may not do this'],
  'alliance.not-founded': [409, 'The alliance is not founded yet'],
  'alliance.already-founded': [409, 'The alliance is founded already'],
  'alliance.exists': [409, 'There is one with this id already'],
  'alliance.rulebook': [422, 'The rulebook cannot say this'],
  'alliance.rulebook-changed': [409, 'Another version of the rulebook is in force'],
  'people.by-team': [409, 'This role comes from the team'],
  'people.last-secretariat': [409, 'Somebody must keep this role'],
  'people.scope': [422, 'This role is for something else'],
  'apply.call-closed': [409, 'This call is closed'],
  'apply.incomplete': [422, 'The application is not complete'],
  'apply.changed': [412, 'Somebody changed this meanwhile'],
  'apply.state': [409, 'This is not possible in the present state'],
  'apply.no-role': [409, 'Law asks nothing of you here'],
  'clear.decided': [409, 'This was decided already'],
  'clear.superseded': [409, 'The facts changed; look at the new determination'],
  'clear.no-override': [409, 'An officer cannot decide this against the rule'],
  'clear.enquiry': [409, 'This question cannot be asked or answered so'],
  'people.delegation': [422, 'This role cannot be delegated so'],
  'screening.list-stale': [503, 'A screening list is too old'],
  'screening.no-list': [503, 'No screening list is loaded'],
  'screening.query': [422, 'This name cannot be screened'],
  'lists.refused': [422, 'The list was refused; the old one stands'],
  'rules.facts-invalid': [422, 'The facts are not as expected'],
  'review.state': [409, 'This review is closed'],
  'award.no-site': [409, 'No site is cleared for this application'],
  'award.too-much': [422, 'This is more than the call gives'],
  'jobs.project-state': [409, 'The project cannot run jobs now'],
  'jobs.member-ended': [409, 'The membership has ended'],
  'jobs.too-large': [422, 'No site holds this job'],
  'jobs.team': [409, 'You cannot run jobs in this project now'],
  'jobs.allocation': [409, 'The allocation does not cover this job'],
  'jobs.bundle-refused': [422, 'The files were refused'],
  'jobs.bundle-missing': [409, 'The files are not uploaded'],
  'jobs.state': [409, 'This is not possible in the present state of the job'],
  'sites.standing': [409, 'This is not possible as the site stands'],
  'agent.enrolment': [401, 'This enrolment code does not work'],
  'agent.offset': [409, 'The log continues elsewhere'],
  'agent.usage': [422, 'The usage record was refused'],
  'privacy.in-use': [409, 'This person takes part in something'],
  'log.no-proof': [409, 'This entry is not under a signed checkpoint yet'],
  'data-folder.locked': [503, 'The data folder is in use'],
  'backup.exists': [503, 'The file of the backup is there already'],
  'backup.damaged': [503, 'The backup is damaged'],
  'backup.newer': [503, 'The backup is of a newer version'],
  'backup.older': [503, 'The backup is of an older version'],
  'backup.not-empty': [503, 'There is data already'],
  'data-folder.newer': [503, 'The data folder is of a newer version'],
  'server.fault': [500, 'Something broke on our side'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof problems

type Extra = {
  readonly remedy?: string
  readonly see?: string
  readonly fields?: Problem['fields']
  readonly headers?: Readonly<Record<string, string>>
}

/** A request that is refused, in words for the person who made it. Rolls back the transaction under way. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly extra: Extra
  constructor(code: ProblemCode, detail: string, extra: Extra = {}) {
    super(detail)
    this.name = 'Refusal'
    this.code = code
    this.extra = extra
  }
}

/** The world failed: a disk, a network, another program. */
export class WorldError extends Error {
  readonly code: ProblemCode
  readonly retryable: boolean
  constructor(code: ProblemCode, message: string, retryable: boolean, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause })
    this.name = 'WorldError'
    this.code = code
    this.retryable = retryable
  }
}

export function problemOf(
  code: ProblemCode,
  detail: string | undefined,
  requestId: string,
  extra: Extra = {},
): Problem {
  const [status, title] = problems[code]
  return {
    type: `/api/v1/docs#${code}`,
    title,
    status,
    code,
    requestId,
    ...(detail === undefined ? {} : { detail }),
    ...(extra.remedy === undefined ? {} : { remedy: extra.remedy }),
    ...(extra.see === undefined ? {} : { see: extra.see }),
    ...(extra.fields === undefined ? {} : { fields: extra.fields }),
  }
}
