import type { Scope } from '@allmende/wire'

export type Role =
  | 'secretariat'
  | 'officer'
  | 'panel-chair'
  | 'reviewer'
  | 'site-operator'
  | 'delegate'
  | 'project-lead'
  | 'project-member'
export type Grant = {
  readonly role: Role
  readonly scopeKind: 'alliance' | 'member' | 'site' | 'project'
  readonly scopeId: string
  /** Whose role this is, where it is held as their deputy. */
  readonly standsFor?: string | null
}

/** Roles of somebody that do not hold, and what a screening list says of them that keeps them from it. */
export type Resting = { readonly why: 'open-hit' | 'confirmed-hit'; readonly grants: readonly Grant[] }

export type PersonActor = {
  readonly kind: 'person'
  readonly person: string
  readonly name: string
  readonly email: string
  readonly language: string
  /** The session, or null for an API token. */
  readonly session: string | null
  readonly scopes: readonly Scope[]
  readonly grants: readonly Grant[]
  /** Null where none rests. Told to themselves alone. */
  readonly resting: Resting | null
}
export type SiteActor = { readonly kind: 'site'; readonly site: string; readonly member: string }
/** Who asks. */
export type Actor = { readonly kind: 'nobody' } | PersonActor | SiteActor

/** The persons whose role somebody holds as their deputy. */
export function principalsOf(actor: PersonActor, role: Role): string[] {
  return actor.grants.flatMap((g) => (g.role === role && g.standsFor ? [g.standsFor] : []))
}

export function hasRole(actor: Actor, role: Role, scopeId?: string): boolean {
  return (
    actor.kind === 'person' &&
    actor.grants.some((g) => g.role === role && (scopeId === undefined || g.scopeId === scopeId))
  )
}
