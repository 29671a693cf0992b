import {
  type CalendarDate,
  type Citation,
  invariant,
  isNonEmpty,
  type LegalStatus,
  type NonEmpty,
  parseCalendarDate,
} from '@allmende/domain/terms'

/** One version of a rule of ownership, in effect from its date until the next version's. */
export type OwnershipVersion = {
  readonly from: CalendarDate
  readonly test: 'at-least' | 'more-than'
  /** Percent of the owned entity, to which `test` compares. */
  readonly percent: number
  /** Whether the shares of several listed owners are added up. */
  readonly aggregated: boolean
  /** Whether control makes an entity owned, whatever the share. */
  readonly controlCounts: boolean
  /** What brought this version in: "90 FR 47201". */
  readonly cite: string
  /** `stayed` and `announced` versions are shown and make nobody owned. */
  readonly status: LegalStatus
}

/** When an entity that no list names counts as listed, because listed parties own it. */
export type OwnershipRule = {
  /** Stable: "ofac". */
  readonly name: string
  /** Whose lists the rule extends, and what it leaves to the reader. */
  readonly covers: string
  /** Instrument and paragraph, parted by the last comma. */
  readonly cite: string
  readonly versions: NonEmpty<OwnershipVersion>
}

/** Thrown when a rule is asked about a day before its first version; `date` is that day. */
export class NoOwnershipRuleYet extends Error {
  readonly code = 'ownership.no-rule-yet'
  readonly cite: string
  readonly date: CalendarDate
  readonly firstDate: CalendarDate

  constructor(cite: string, date: CalendarDate, firstDate: CalendarDate) {
    super(
      `${cite} has no version on ${date}; its first date is ${firstDate}. Ask about ${firstDate} or later.`,
    )
    this.name = 'NoOwnershipRuleYet'
    this.cite = cite
    this.date = date
    this.firstDate = firstDate
  }
}

type Version = Omit<OwnershipVersion, 'from'> & { readonly from: string }

/**
 * A rule of ownership as data, oldest version first.
 *
 * @throws when a citation is missing, a date names no day, or versions are unsorted or share a date: a bug.
 */
export function ownershipRule(
  rule: Omit<OwnershipRule, 'versions'> & { readonly versions: readonly Version[] },
): OwnershipRule {
  invariant(rule.cite.includes(', '), `${rule.name} needs "instrument, paragraph" as its citation`)
  const versions = rule.versions.map((version) => {
    const from = parseCalendarDate(version.from)
    invariant(from !== null, `${rule.name}: "${version.from}" is not a calendar date`)
    invariant(version.cite.trim() !== '', `${rule.name} from ${from} needs what brought it in`)
    invariant(version.percent > 0 && version.percent <= 100, `${rule.name} from ${from} needs a percentage`)
    return { ...version, from }
  })
  invariant(isNonEmpty(versions), `${rule.name} needs at least one version`)
  versions.forEach(({ from }, at) => {
    const before = versions[at - 1]
    invariant(before === undefined || before.from < from, `${rule.name}: ${from} must follow the one before`)
  })
  return { ...rule, versions }
}

function indexOn({ cite, versions }: OwnershipRule, day: CalendarDate): number {
  const index = versions.findLastIndex(({ from }) => from <= day)
  if (index < 0) throw new NoOwnershipRuleYet(cite, day, versions[0].from)
  return index
}

/**
 * The version of a rule in effect on a day.
 *
 * @throws {NoOwnershipRuleYet} when the day lies before the first version.
 */
export function versionOn(rule: OwnershipRule, day: CalendarDate): OwnershipVersion {
  return rule.versions[indexOn(rule, day)] ?? rule.versions[0]
}

/**
 * The citation of the version in effect on a day.
 *
 * @throws {NoOwnershipRuleYet} when the day lies before the first version.
 */
export function ownershipCitationOn(rule: OwnershipRule, day: CalendarDate): Citation {
  const index = indexOn(rule, day)
  const version = rule.versions[index] ?? rule.versions[0]
  const next = rule.versions[index + 1]
  const comma = rule.cite.lastIndexOf(', ')
  return {
    instrument: rule.cite.slice(0, comma),
    paragraph: rule.cite.slice(comma + 2),
    version: version.cite,
    from: version.from,
    until: next?.from ?? null,
    status: version.status,
    ...(next === undefined ? {} : { endedBy: next.cite }),
  }
}

const half = { test: 'at-least', percent: 50, aggregated: true, controlCounts: false } as const
const majority = { test: 'more-than', percent: 50, aggregated: true, controlCounts: true } as const

/** The guidance was read as law firms and trade journals quote it. That control alone does not count is theirs too. */
const ofac = ownershipRule({
  name: 'ofac',
  covers:
    'Persons whose property is blocked by OFAC: the SDN list, and by directives the SSI list. Programmes with a broader test of their own, as for Cuba, are not in it.',
  cite: 'OFAC guidance on entities owned by blocked persons, 50 per cent rule',
  versions: [
    {
      ...half,
      from: '2008-02-14',
      aggregated: false,
      cite: 'guidance of 2008-02-14',
      status: 'unverified',
    },
    { ...half, from: '2014-08-13', cite: 'revised guidance of 2014-08-13', status: 'unverified' },
  ],
})

/** After the stay's end no later document was found, so the stricter reading is taken as unverified. */
const bisAffiliates = ownershipRule({
  name: 'bis-affiliates',
  covers:
    'The Entity List, the Military End-User List, and SDNs of the programmes named in 15 CFR 744.8(a)(1). It reaches foreign entities; whether one is foreign is left to the reader.',
  cite: '15 CFR 744, 744.11(a)',
  versions: [
    { ...half, from: '2025-09-29', cite: '90 FR 47201', status: 'in-force' },
    { ...half, from: '2025-11-10', cite: '90 FR 50857', status: 'stayed' },
    { ...half, from: '2026-11-10', cite: '90 FR 50857, end of the stay', status: 'unverified' },
  ],
})

/**
 * From law firms' notes of July 2024 on what the Council changed, and from memory for 2018. That holdings add up is an
 * answer of the Commission as of 2022-04-08, later the Council's; it is taken for the whole time.
 */
const eu = ownershipRule({
  name: 'eu',
  covers: 'Persons and entities whose funds the European Union freezes.',
  cite: 'EU Best Practices for the effective implementation of restrictive measures, ownership and control',
  versions: [
    { ...majority, from: '2018-05-04', cite: 'Council document 8519/18', status: 'unverified' },
    {
      ...majority,
      test: 'at-least',
      from: '2024-07-03',
      cite: 'update by the Council of 2024-07-03',
      status: 'unverified',
    },
  ],
})

/** Regulation 7 was in force from 2019-04-11; the freeze that reads it, in the United Kingdom, from the end of 2020. */
const uk = ownershipRule({
  name: 'uk',
  covers:
    'Persons designated under the Russia regulations; other regulations of the United Kingdom are taken to say the same. Holdings of several add up only where they act jointly, which an officer must know.',
  cite: 'SI 2019/855, regulation 7',
  versions: [
    { ...majority, aggregated: false, from: '2019-04-11', cite: 'SI 2019/855', status: 'unverified' },
  ],
})

/** The rules of ownership that are known, by name. */
export const ownershipRules = { ofac, bisAffiliates, eu, uk } as const
