import { principalsOf, type PersonActor } from '../http/actor.ts'
import type { Hide } from '../record/index.ts'

/** The officer whose deputy acts; null where somebody acts for themselves. */
export function standsFor(actor: PersonActor): string | null {
  return principalsOf(actor, 'officer')[0] ?? null
}

/** For the log: a commitment to the officer whose deputy acted, where there is one. */
export function hideStandsFor(hide: Hide, officer: string | null): { standsFor?: string } {
  return officer === null ? {} : { standsFor: hide('standsFor', officer) }
}
