import type { Accelerator, CalendarDate, CountryCode } from '@allmende/domain/terms'
import type { HostEntry } from './us-ear/parameters.ts'

/** An organisation that takes part. One without a parent states its own headquarters as ultimate parent. */
export type Organisation = {
  readonly country: CountryCode | null
  readonly headquartersCountry: CountryCode | null
  readonly ultimateParentCountry: CountryCode | null
}

/** A person who takes part. An empty list of nationalities means that none is known. */
export type Person = {
  readonly locationCountry: CountryCode | null
  /**
   * Country of the most recent citizenship or permanent residency, to which a release is attributed (15 CFR
   * 734.13(b)); asked for releases only. Absent means unknown.
   */
  readonly latestStatusCountry?: CountryCode | null
  readonly nationalities: readonly CountryCode[]
  readonly residenceCountry: CountryCode | null
  /** In the sense of 15 CFR 772.1: citizen or permanent resident of, or juridical or physical person in, the US. */
  readonly usPerson: boolean | null
}

/** Conditions under which a site's hardware was licensed to it. */
export type LicenceConditions = {
  /** Countries that no party may be located or headquartered in. */
  readonly excludedCountries: readonly CountryCode[]
  /** Conditions in words, which an officer compares with the case. */
  readonly otherConditions: readonly string[]
  /** The licence: "BIS licence D1234567". */
  readonly source: string
}

/** A rule of the site's own country or operator, declared by the site. */
export type NationalPolicy = {
  readonly excludedCountries: readonly CountryCode[]
  /** The rule's name as a party will read it. */
  readonly rule: string
  readonly from: CalendarDate
}

export type SiteFacts = {
  readonly country: CountryCode | null
  readonly operator: {
    readonly country: CountryCode | null
    readonly headquartersCountry: CountryCode | null
  }
  /** `none`: the hardware was supplied without licence conditions. Null: nobody has said. */
  readonly licenceConditions: LicenceConditions | 'none' | null
  /** `none`: the site declares no rule of its own. Null: nobody has said. */
  readonly nationalPolicy: NationalPolicy | 'none' | null
}

export const purposes = [
  'civil-research',
  'civil-commercial',
  'civil-government',
  'education',
  'defence',
  'other',
] as const
export type Purpose = (typeof purposes)[number]

export type EndUse = {
  readonly purpose: Purpose | null
  readonly militaryOrIntelligence: boolean | null
  /** Nuclear, chemical or biological weapons, or missiles that carry them. */
  readonly wmd: boolean | null
  /** Trains an AI model for or on behalf of a party headquartered in Group D:5 or Macau. */
  readonly trainsModelForD5Entity: boolean | null
  /** Part of a supercomputer; asked for transfers to Group D:5 or Macau only. Absent means unknown. */
  readonly supercomputer?: boolean | null
  /** Serves rocket systems or unmanned aircraft, civil ones included; asked where Group D:4 or E:2 is touched. */
  readonly rocketsOrUnmannedAircraft?: boolean | null
  /** How far they reach, km. Absent means that it cannot be told. */
  readonly rocketRangeKm?: number | null
}

export const screeningStatuses = [
  'clear',
  'listed-owner',
  'hold',
  'confirmed-match',
  'denied-person',
  'unknown',
] as const
/**
 * What screening of every party, owners included, has come to. The strictest status of any party counts; an
 * organisation that listed parties own counts as a confirmed match, one that they own part of as a listed owner.
 */
export type ScreeningStatus = (typeof screeningStatuses)[number]

/** What every transaction states. Empty lists mean that nobody has said. */
export type CommonFacts = {
  readonly organisations: readonly Organisation[]
  readonly people: readonly Person[]
  readonly endUse: EndUse
  readonly screening: ScreeningStatus
  /** A party is in Crimea or another occupied region; asked when a party is in Ukraine. Absent means unknown. */
  readonly ukraineOccupiedRegion?: boolean | null
}

/** Running work on a site's accelerators from elsewhere. */
export type RemoteUseFacts = CommonFacts & {
  readonly transaction: 'remote-use'
  readonly accelerators: readonly Accelerator[]
  readonly site: SiteFacts
}

/** A stack of high-bandwidth memory that is shipped by itself or in a package. */
export type HbmStack = {
  readonly name: string
  readonly bandwidthGBps: number | null
  /** Area of the stack or its package, mm². */
  readonly areaMm2: number | null
  /** In one package with logic whose processing is the dominant function: 3A090.c then leaves it out. */
  readonly coPackagedForProcessing: boolean | null
}

/** A computer, board or component that is shipped with accelerators in it. */
export type ShippedComputer = {
  readonly name: string
  /** Names of the accelerators that are in it; each is tested by itself. */
  readonly contains: readonly string[]
  /** The entry that describes it without them; "none" where none does. Null: nobody has said. */
  readonly entry: HostEntry | 'none' | null
}

/** Shipping accelerators, or computers that contain them, to or within a destination. */
export type HardwareTransferFacts = CommonFacts & {
  readonly transaction: 'hardware-transfer'
  readonly accelerators: readonly Accelerator[]
  /** Computers that the accelerators are shipped in; absent means that they are shipped by themselves. */
  readonly computers?: readonly ShippedComputer[]
  /** High-bandwidth memory that is part of the shipment; absent means none. */
  readonly hbm?: readonly HbmStack[]
  readonly destinationCountry: CountryCode | null
  /** Where the hardware leaves from: the review policy of January 2026 is for exports from the US. */
  readonly exportedFrom: CountryCode | null
  /** Every consignee and end user stands in 15 CFR 740 Supp. 8; asked for the United Arab Emirates only. */
  readonly approvedUaeEntities: boolean | null
}

export const releasedKinds = ['technology', 'source-code', 'object-code', 'model-weights'] as const
export type ReleasedKind = (typeof releasedKinds)[number]

export const releasedFor = ['3A090.a', '3A090.b', '3A090.c', 'z-3A090.a', 'z-3A090.b', 'other'] as const
/**
 * The commodity that technology or software is for: one of 3A090 or 4A090 by its paragraph, one of a .z paragraph by
 * the chip that put it there, or another.
 */
export type ReleasedFor = (typeof releasedFor)[number]

/** Giving someone technology, source code, software or model weights. */
export type ReleaseFacts = CommonFacts & {
  readonly transaction: 'release'
  readonly what: ReleasedKind | null
  /** The entry that describes it: "3E001", "4E091", "EAR99". */
  readonly eccn: string | null
  /** Published, or arising from fundamental research that is ordinarily published (15 CFR 734.7, 734.8). */
  readonly published: boolean | null
  /** Where whoever gives it is. */
  readonly releasedFrom: CountryCode | null
  /** Where it is received; the same country makes it a deemed export or reexport, by the recipient's status. */
  readonly receivedIn: CountryCode | null
  /** Model weights only: operations spent on training. */
  readonly trainingFlop: number | null
  /** Of US origin, with more than de minimis US content, or a direct product (15 CFR 734.3). Absent means unknown. */
  readonly subjectToEar?: boolean | null
  /** Asked where the entry covers 3A090 and other commodities alike. Absent means unknown. */
  readonly releasedFor?: ReleasedFor | null
}

/** The facts of one use or transfer. Null is "nobody has said", and leads to a question, never to a lenient default. */
export type Facts = RemoteUseFacts | HardwareTransferFacts | ReleaseFacts
