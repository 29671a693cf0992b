import { z } from 'zod'

/**
 * The kinds of entry in the public log. People and free text stand here only as commitments:
 * SHA-256 over a random salt and the value, so that an entry can be opened later and says nothing before.
 */
const commitment = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const ref = z.string().max(100)
const ms = z.int().min(0)

export const logEntryKinds = {
  'alliance.founded': z.strictObject({ name: z.string(), demo: z.boolean() }),
  'member.admitted': z.strictObject({
    member: ref,
    country: z.string(),
    shareBp: z.int(),
    pledgedAcceleratorMs: ms,
  }),
  'rulebook.adopted': z.strictObject({
    version: z.int(),
    params: z.record(
      z.string(),
      z.union([z.string(), z.number(), z.array(z.string()), z.record(z.string(), z.string())]),
    ),
  }),
  'call.opened': z.strictObject({ call: ref, lane: z.string(), maxAcceleratorMs: ms }),
  /** What stands from here on. */
  'member.changed': z.strictObject({
    member: ref,
    shareBp: z.int(),
    pledgedAcceleratorMs: ms,
    until: z.string().nullable(),
  }),
  'call.changed': z.strictObject({ call: ref, closesAt: z.string().nullable(), content: commitment }),
  'role.granted': z.strictObject({
    person: commitment,
    role: z.string(),
    scopeKind: z.string(),
    scopeId: z.string(),
  }),
  'role.revoked': z.strictObject({
    person: commitment,
    role: z.string(),
    scopeKind: z.string(),
    scopeId: z.string(),
  }),
  /** A hit keeps the roles of somebody from holding; or no longer does. For which roles stands nowhere, lest it tell whose. */
  'roles.held': z.strictObject({ person: commitment, why: z.enum(['open-hit', 'confirmed-hit']) }),
  'roles.released': z.strictObject({ person: commitment }),
  /** Somebody holds a role for somebody else, for a time. */
  'role.delegated': z.strictObject({
    person: commitment,
    standsFor: commitment,
    role: z.string(),
    scopeKind: z.string(),
    scopeId: z.string(),
    from: z.string(),
    until: z.string(),
    reason: commitment,
  }),
  'list.imported': z.strictObject({
    list: ref,
    publishedOn: z.string(),
    sha256: z.string(),
    entries: z.int(),
  }),
  'site.added': z.strictObject({
    site: ref,
    member: ref,
    country: z.string(),
    acceleratorModel: z.string(),
    accelerators: z.int(),
  }),
  'site.joined': z.strictObject({ site: ref, member: ref, publicKey: z.string() }),
  'site.policy-set': z.strictObject({
    site: ref,
    refusedMembers: z.array(z.string()),
    refusedCountries: z.array(z.string()),
    licenceConditions: commitment,
  }),
  'application.submitted': z.strictObject({
    application: ref,
    number: z.string(),
    call: ref,
    member: ref,
    askedAcceleratorMs: ms,
    content: commitment,
    team: z.array(commitment),
  }),
  'application.withdrawn': z.strictObject({ application: ref }),
  /** Of an application, or the operator of a site; of neither where it is somebody who holds a role. */
  'party.screened': z.strictObject({
    application: ref.nullable(),
    site: ref.nullable().optional(),
    party: commitment,
    lists: z.array(z.strictObject({ list: z.string(), sha256: z.string() })),
    engineVersion: z.string(),
    hits: z.int(),
  }),
  /** Many, because a list, the engine or a threshold changed; who they were is sealed. */
  'parties.screened': z.strictObject({
    parties: z.int(),
    who: commitment,
    lists: z.array(z.strictObject({ list: z.string(), sha256: z.string() })),
    engineVersion: z.string(),
    hits: z.int(),
  }),
  'determination.made': z.strictObject({
    application: ref,
    site: ref,
    outcome: z.string(),
    /** The bodies of law that gave the outcome. A rule's own code could tell a person's country. */
    regimes: z.array(z.string()),
    asOf: z.string(),
    rulesVersion: z.string(),
    facts: commitment,
  }),
  /** Of an application; of none where it is about a hit of the operator of a site, or of somebody who holds a role. */
  'decision.made': z.strictObject({
    application: ref.nullable(),
    subject: z.enum(['hit', 'determination']),
    site: z.string().nullable(),
    verdict: z.string(),
    officer: commitment,
    /** The officer whose deputy decided. */
    standsFor: commitment.optional(),
    reason: commitment,
  }),
  /** The first of two officers would clear a site; nothing is cleared by it. */
  'decision.proposed': z.strictObject({
    application: ref.nullable(),
    /** Null where it is a hit that is proposed to be cleared. */
    site: z.string().nullable(),
    officer: commitment,
    standsFor: commitment.optional(),
    reason: commitment,
  }),
  'enquiry.asked': z.strictObject({
    application: ref,
    enquiry: ref,
    officer: commitment,
    standsFor: commitment.optional(),
    text: commitment,
  }),
  'enquiry.answered': z.strictObject({
    application: ref,
    enquiry: ref,
    by: commitment,
    answer: commitment,
  }),
  'clearance.changed': z.strictObject({
    application: ref,
    site: ref,
    standing: z.string(),
    outcome: z.string(),
  }),
  'review.assigned': z.strictObject({ application: ref, reviewer: commitment }),
  'review.submitted': z.strictObject({
    application: ref,
    reviewer: commitment,
    score: z.int(),
    comment: commitment,
  }),
  'review.declined': z.strictObject({ application: ref, reviewer: commitment, reason: commitment }),
  'application.refused': z.strictObject({ application: ref, by: commitment, reason: commitment }),
  'award.made': z.strictObject({
    application: ref,
    project: ref,
    member: ref,
    acceleratorMs: ms,
    from: z.string(),
    until: z.string(),
    by: commitment,
    conditions: z.array(commitment),
  }),
  /** Paused or resumed by its operator or the secretariat, or ended by the secretariat. */
  'site.standing-set': z.strictObject({
    site: ref,
    standing: z.enum(['active', 'paused', 'ended']),
    by: commitment,
    reason: commitment,
  }),
  /** Suspended, resumed or ended by the secretariat. */
  'project.state-set': z.strictObject({
    project: ref,
    state: z.enum(['active', 'suspended', 'ended']),
    by: commitment,
    reason: commitment,
  }),
  /** A register of who owns whom was loaded. */
  'register.imported': z.strictObject({
    register: z.string(),
    publishedOn: z.string(),
    sha256: z.string(),
    holdings: z.int(),
  }),
  /**
   * What people stated was erased: of a person who asked, or who held a role, whose id is sealed; or of an application
   * whose time has passed.
   */
  'data.erased': z.strictObject({
    what: z.enum(['person', 'application', 'role-holder']),
    subject: z.string(),
    statements: z.int(),
  }),
  /** Somebody joined, or left, the team of a project that was awarded already. */
  'team.joined': z.strictObject({ application: ref, project: ref, person: commitment }),
  'team.left': z.strictObject({ application: ref, project: ref, person: commitment }),
  'award.announced': z.strictObject({
    project: ref,
    canaries: z.array(z.strictObject({ site: z.string(), job: z.string() })),
  }),
  'job.submitted': z.strictObject({
    job: ref,
    project: ref,
    member: ref,
    accelerators: z.int(),
    cpus: z.int(),
    timeLimitMs: ms,
    canary: z.boolean(),
    content: commitment,
    by: commitment,
  }),
  'job.placed': z.strictObject({ job: ref, placement: ref, site: ref, attempt: z.int() }),
  /** A project lost its clearance at a site: nothing starts there, and what runs ends at `until`. */
  'project.held': z.strictObject({
    project: ref,
    site: ref,
    standing: z.string(),
    outcome: z.string(),
    /** The bodies of law that gave the outcome. A rule's own code could tell a person's country. */
    regimes: z.array(z.string()),
    since: z.string(),
    until: z.string(),
    rulesVersion: z.string(),
  }),
  'project.released': z.strictObject({ project: ref, site: ref, outcome: z.string() }),
  /** A placement that had not begun waits again. */
  'job.taken-back': z.strictObject({ job: ref, placement: ref, site: ref }),
  'job.stopped-by-law': z.strictObject({ job: ref, placement: ref, site: ref, outcome: z.string() }),
  'job.cancel-asked': z.strictObject({ job: ref, by: commitment }),
  'job.ended': z.strictObject({ job: ref, result: z.string() }),
  'usage.recorded': z.strictObject({
    job: ref,
    project: ref,
    member: ref,
    site: ref,
    siteMember: ref,
    acceleratorMs: ms,
    /** Exactly what the site signed, and its Ed25519 signature over the RFC 8785 form of it. */
    record: z.record(z.string(), z.unknown()),
    signature: z.string(),
  }),
} as const

export type LogEntryKind = keyof typeof logEntryKinds
export type LogEntryData<K extends LogEntryKind> = z.infer<(typeof logEntryKinds)[K]>
