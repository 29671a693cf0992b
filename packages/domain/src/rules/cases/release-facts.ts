import type { ReleaseFacts } from '../facts.ts'
import { clearRelease, inCountry, person } from './clear-facts.ts'
import type { WorkedCase } from './remote-use.ts'

export const today = '2026-11-24'

/** Someone in a place, with the citizenship or residency they took last; earlier ones are many. */
export const of = (at: string, status: string | null) =>
  person(at, {
    latestStatusCountry: status === null ? null : inCountry(status),
    nationalities: [inCountry('KE'), inCountry('CN')],
  })

/** Technology with anti-terrorism controls only, of US origin and not published, given to someone at home. */
export function give(from: string, to: string, changes: Partial<ReleaseFacts> = {}): ReleaseFacts {
  return {
    ...clearRelease,
    what: 'technology',
    eccn: '3E991',
    published: false,
    subjectToEar: true,
    releasedFrom: inCountry(from),
    receivedIn: inCountry(to),
    people: [of(to, to)],
    ...changes,
  }
}
export const national = { eccn: '3E003' } as const
export const toPerson = (at: string, status: string | null) => ({ people: [of(at, status)] })
/** A case of a release in a line: its rule is of `us-ear` unless it names another regime. */
export type Row = readonly [
  name: string,
  facts: ReleaseFacts,
  outcome: WorkedCase['outcome'],
  rule: string,
  more?: { readonly asOf?: string; readonly absent?: true },
]

export const row = ([name, facts, outcome, rule, more]: Row): WorkedCase => ({
  name,
  facts,
  asOf: more?.asOf ?? today,
  outcome,
  rule: rule.includes('.') ? rule : `us-ear.${rule}`,
  ...(more?.absent && { absent: true }),
})
export const none = 'no-requirement-found'
export const officer = 'needs-officer'
export const licence = 'licence-required'
export const absent = { absent: true } as const
