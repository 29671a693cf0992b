import { createHash } from 'node:crypto'
import { canonical } from '@allmende/domain/ledger'
import {
  findAccelerator,
  isD5OrMacau,
  type LicenceConditions,
  type NationalPolicy,
  type Purpose,
  type RemoteUseFacts,
  type ScreeningStatus,
} from '@allmende/domain/rules'
import {
  parseCalendarDate,
  type Accelerator,
  type CalendarDate,
  type CountryCode,
} from '@allmende/domain/terms'
import type { applicationInput } from '@allmende/wire'
import type { z } from 'zod'
import { isOwner } from '../apply/index.ts'
import type { PartyRow, SiteWithMember } from './store.ts'

type Content = z.output<typeof applicationInput>
type Answers = Readonly<Record<string, string>>

/** The calendar date in UTC. */
export function dateOf(now: Date): CalendarDate {
  const date = parseCalendarDate(now.toISOString().slice(0, 10))
  if (!date) throw new Error('Invariant broken: a moment has a calendar date')
  return date
}

const countryOf = (code: string | null | undefined) => (code ? (code as CountryCode) : null)

/** Of two statements of the same fact a "yes" wins, whichever was made first: the stricter reading. */
function truthOf(...stated: readonly (string | null | undefined)[]): boolean | null {
  if (stated.includes('yes')) return true
  return stated.includes('no') ? false : null
}

function purposeOf(stated: Content['endUse']['purpose']): Purpose | null {
  return stated === 'public-service' ? 'civil-government' : stated
}

/** A model that no register holds has no figures, and leads to a question. */
function acceleratorOf(model: string): Accelerator {
  const known = findAccelerator(model)
  const unknown = {
    name: model,
    denseTopsByBits: {},
    applicableDieAreaMm2: null,
    nonplanar: null,
    ioGBps: null,
    dramBandwidthGBps: null,
    datacenterMarketed: null,
  }
  if (!known) return unknown
  const {
    name,
    denseTopsByBits,
    applicableDieAreaMm2,
    nonplanar,
    ioGBps,
    dramBandwidthGBps,
    datacenterMarketed,
  } = known
  return {
    name,
    denseTopsByBits,
    applicableDieAreaMm2,
    nonplanar,
    ioGBps,
    dramBandwidthGBps,
    datacenterMarketed,
  }
}

function conditionsOf(site: SiteWithMember): LicenceConditions | 'none' | null {
  if (!site.policy.conditionsKnown) return null
  const words = site.policy.licenceConditions.trim()
  return words === ''
    ? 'none'
    : { excludedCountries: [], otherConditions: [words], source: `The hardware licence of ${site.name}` }
}

function policyOf(site: SiteWithMember): NationalPolicy | 'none' {
  if (site.policy.refusedCountries.length === 0) return 'none'
  return {
    excludedCountries: site.policy.refusedCountries.map((c) => c as CountryCode),
    rule: `Countries that ${site.name} refuses`,
    from: dateOf(site.createdAt),
  }
}

/** After every list that we hold: the newest list of a country group is the one that counts. */
const newest = '9999-12-31' as CalendarDate

/**
 * Whether a model is trained for a party headquartered in Group D:5 or Macau, as far as the form says it. Who states
 * that no model is trained for an organisation that is not named has answered where every organisation that is named
 * says where it is, where its seat is and where its ultimate parent is, and none of them is there. Anything else,
 * a "yes" too, leaves open for whom, and the rules ask.
 */
function trainsForD5(endUse: Content['endUse'], parties: readonly PartyRow[]): 'no' | null {
  const named = parties.filter((p) => p.kind === 'organisation' && !isOwner(p))
  const homes = named.flatMap((p) => [p.residence, p.headquartersCountry, p.ultimateParentCountry])
  const elsewhere = homes.every((code) => code !== null && !isD5OrMacau(code as CountryCode, newest))
  return endUse.forOtherOrganisation === 'no' && named.length > 0 && elsewhere ? 'no' : null
}

/**
 * The facts of running an application's work at a site. A site's operator is taken to stand where the site does
 * and to be headquartered where its member is; a person is taken to work from where they reside.
 */
export function gatherFacts(
  application: { content: Content; answers: Answers },
  parties: readonly PartyRow[],
  site: SiteWithMember,
  screening: ScreeningStatus,
): RemoteUseFacts {
  const { answers } = application
  const { endUse } = application.content
  return {
    transaction: 'remote-use',
    accelerators: [acceleratorOf(site.acceleratorModel)],
    site: {
      country: countryOf(site.country),
      operator: { country: countryOf(site.country), headquartersCountry: countryOf(site.memberCountry) },
      licenceConditions: conditionsOf(site),
      nationalPolicy: policyOf(site),
    },
    organisations: parties
      .filter((p) => p.kind === 'organisation' && !isOwner(p))
      .map((p) => ({
        country: countryOf(p.residence ?? p.nationalities[0]),
        headquartersCountry: countryOf(p.headquartersCountry),
        ultimateParentCountry: countryOf(p.ultimateParentCountry),
      })),
    people: parties
      .filter((p) => p.kind === 'person' && !isOwner(p))
      .map((p) => ({
        locationCountry: countryOf(p.residence),
        nationalities: p.nationalities.map((c) => c as CountryCode),
        residenceCountry: countryOf(p.residence),
        usPerson: truthOf(p.usPerson),
      })),
    endUse: {
      purpose: purposeOf(endUse.purpose),
      militaryOrIntelligence: truthOf(
        endUse.militaryOrIntelligence,
        answers['endUse.militaryOrIntelligence'],
      ),
      wmd: truthOf(endUse.weaponsOfMassDestruction, answers['endUse.wmd']),
      trainsModelForD5Entity: truthOf(answers['endUse.trainsModelForD5Entity'], trainsForD5(endUse, parties)),
      supercomputer: truthOf(answers['endUse.supercomputer']),
      rocketsOrUnmannedAircraft: truthOf(answers['endUse.rocketsOrUnmannedAircraft']),
    },
    screening,
    ukraineOccupiedRegion: truthOf(answers.ukraineOccupiedRegion),
  }
}

/** SHA-256 of the RFC 8785 form, in hex: the same facts, the same hash. */
export function hashFacts(facts: RemoteUseFacts): string {
  return createHash('sha256').update(canonical(facts)).digest('hex')
}
