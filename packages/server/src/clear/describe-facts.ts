import type { RemoteUseFacts } from '@allmende/domain/rules'
import type { routes, ReplyIn } from '@allmende/wire'
import type { DeterminationRow } from './store.ts'

type Fact = ReplyIn<typeof routes.getCase>['facts'][number]
type StatedBy = Fact['statedBy']

/** What stands where nobody has stated a fact. */
const unknown = '?'

function valueOf(value: unknown): string {
  if (value === null || value === undefined) return unknown
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.length === 0 ? unknown : value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number)
}

function row(fact: string, number: number | null, value: unknown, statedBy: StatedBy): Fact {
  const said = valueOf(value)
  return { fact, number, value: said, statedBy: said === unknown ? 'nobody' : statedBy }
}

/** Facts that hold wherever an application's work runs, each with who stated it. */
export function sharedFacts(facts: RemoteUseFacts): Fact[] {
  const use = facts.endUse
  return [
    row('endUse.purpose', null, use.purpose, 'lead'),
    row('endUse.militaryOrIntelligence', null, use.militaryOrIntelligence, 'lead'),
    row('endUse.wmd', null, use.wmd, 'lead'),
    row('endUse.trainsModelForD5Entity', null, use.trainsModelForD5Entity, 'lead'),
    row('endUse.supercomputer', null, use.supercomputer, 'lead'),
    row('ukraineOccupiedRegion', null, facts.ukraineOccupiedRegion, 'lead'),
    ...(facts.organisations ?? []).flatMap((organisation, at) => [
      row('organisation.country', at + 1, organisation.country, 'lead'),
      row('organisation.headquartersCountry', at + 1, organisation.headquartersCountry, 'lead'),
      row('organisation.ultimateParentCountry', at + 1, organisation.ultimateParentCountry, 'lead'),
    ]),
    ...(facts.people ?? []).flatMap((person, at) => [
      row('person.nationalities', at + 1, person.nationalities, 'person'),
      row('person.residenceCountry', at + 1, person.residenceCountry, 'person'),
      row('person.usPerson', at + 1, person.usPerson, 'person'),
    ]),
    row('screening', null, facts.screening, 'screening'),
  ]
}

function conditionsOf(facts: RemoteUseFacts): unknown {
  const conditions = facts.site?.licenceConditions
  if (conditions === null || conditions === undefined || conditions === 'none') return conditions
  return [...conditions.excludedCountries, ...conditions.otherConditions].join('; ')
}

function policyOf(facts: RemoteUseFacts): unknown {
  const policy = facts.site?.nationalPolicy
  if (policy === null || policy === undefined || policy === 'none') return policy
  return policy.excludedCountries
}

/** Facts of one site, each with who stated it. */
export function siteFacts({ facts }: { readonly facts: RemoteUseFacts }): Fact[] {
  return [
    ...(facts.accelerators ?? []).map((chip, at) => row('accelerator.name', at + 1, chip.name, 'site')),
    row('site.country', null, facts.site?.country, 'site'),
    row('operator.headquartersCountry', null, facts.site?.operator?.headquartersCountry, 'alliance'),
    row('site.licenceConditions', null, conditionsOf(facts), 'site'),
    row('site.nationalPolicy', null, policyOf(facts), 'site'),
  ]
}

/** The facts that a determination was made on. */
export function factsOf(determination: DeterminationRow): RemoteUseFacts {
  return determination.facts as RemoteUseFacts
}
