import { dated, type Dated } from '@allmende/domain/terms'

/** When an entity counts as listed because of who owns it, as one version of a rule says it. */
export type OwnershipTest = {
  readonly test: 'at-least' | 'more-than'
  /** Percent of the owned entity, to which `test` compares. */
  readonly percent: number
  /** Whether the shares of several listed owners are added up. */
  readonly aggregated: boolean
  /** Whether control makes an entity owned, whatever the share. */
  readonly controlCounts: boolean
}

/** When an entity that no list names counts as listed, because listed parties own it. */
export type OwnershipRule = {
  /** Stable: "ofac". */
  readonly name: string
  /** Whose lists the rule extends, and what it leaves to the reader. */
  readonly covers: string
  /** `stayed` and `announced` versions are shown and make nobody owned. */
  readonly law: Dated<OwnershipTest>
}

const unit = 'percent of the owned'
const half: OwnershipTest = { test: 'at-least', percent: 50, aggregated: true, controlCounts: false }
const majority: OwnershipTest = { test: 'more-than', percent: 50, aggregated: true, controlCounts: true }

/** The guidance was read as law firms and trade journals quote it. That control alone does not count is theirs too. */
const ofac: OwnershipRule = {
  name: 'ofac',
  covers:
    'Persons whose property is blocked by OFAC: the SDN list, and by directives the SSI list. Programmes with a broader test of their own, as for Cuba, are not in it.',
  law: dated<OwnershipTest>({
    cite: 'OFAC guidance on entities owned by blocked persons, 50 per cent rule',
    unit,
    values: [
      {
        from: '2008-02-14',
        value: { ...half, aggregated: false },
        cite: 'guidance of 2008-02-14',
        status: 'unverified',
      },
      { from: '2014-08-13', value: half, cite: 'revised guidance of 2014-08-13', status: 'unverified' },
    ],
  }),
}

/** After the stay's end no later document was found, so the stricter reading is taken as unverified. */
const bisAffiliates: OwnershipRule = {
  name: 'bis-affiliates',
  covers:
    'The Entity List, the Military End-User List, and SDNs of the programmes named in 15 CFR 744.8(a)(1). It reaches foreign entities; whether one is foreign is left to the reader.',
  law: dated<OwnershipTest>({
    cite: '15 CFR 744, 744.11(a)',
    unit,
    values: [
      { from: '2025-09-29', value: half, cite: '90 FR 47201' },
      { from: '2025-11-10', value: half, cite: '90 FR 50857', status: 'stayed' },
      { from: '2026-11-10', value: half, cite: '90 FR 50857, end of the stay', status: 'unverified' },
    ],
  }),
}

/**
 * From law firms' notes of July 2024 on what the Council changed, and from memory for 2018. That holdings add up is an
 * answer of the Commission as of 2022-04-08, later the Council's; it is taken for the whole time.
 */
const eu: OwnershipRule = {
  name: 'eu',
  covers: 'Persons and entities whose funds the European Union freezes.',
  law: dated<OwnershipTest>({
    cite: 'EU Best Practices for the effective implementation of restrictive measures, ownership and control',
    unit,
    values: [
      { from: '2018-05-04', value: majority, cite: 'Council document 8519/18', status: 'unverified' },
      {
        from: '2024-07-03',
        value: { ...majority, test: 'at-least' },
        cite: 'update by the Council of 2024-07-03',
        status: 'unverified',
      },
    ],
  }),
}

/** Regulation 7 was in force from 2019-04-11; the freeze that reads it, in the United Kingdom, from the end of 2020. */
const uk: OwnershipRule = {
  name: 'uk',
  covers:
    'Persons designated under the Russia regulations; other regulations of the United Kingdom are taken to say the same. Holdings of several add up only where they act jointly, which an officer must know.',
  law: dated<OwnershipTest>({
    cite: 'SI 2019/855, regulation 7',
    unit,
    values: [
      {
        from: '2019-04-11',
        value: { ...majority, aggregated: false },
        cite: 'SI 2019/855',
        status: 'unverified',
      },
    ],
  }),
}

/** The rules of ownership that are known, by name. */
export const ownershipRules = { ofac, bisAffiliates, eu, uk } as const
