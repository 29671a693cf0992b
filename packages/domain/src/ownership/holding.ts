import type { CalendarDate } from '@allmende/domain/terms'

/** One thing that is known of who owns or controls whom. Ids are opaque: of a party, or an LEI. */
export type Holding = {
  readonly owner: string
  readonly owned: string
  /** Percent of the owned, above 0 and at most 100; null for an owner whose share is not known. */
  readonly share: number | null
  /** `controls`: has the say, by whatever means; a share stated with it is counted as one. */
  readonly kind: 'shares' | 'controls'
  /** The first day it is so; null where it has been so from before anyone asked. */
  readonly from: CalendarDate | null
  /** The first day it is no longer so; null where no end is known. */
  readonly until: CalendarDate | null
  /** Where it is known from, in words for the reader. */
  readonly source: string
}

/** Why holdings are refused. Stable. */
export type HoldingRefusalCode =
  | 'ownership.id-missing'
  | 'ownership.share-out-of-range'
  | 'ownership.period-empty'
  | 'ownership.shares-over-whole'

/** Thrown for holdings that cannot be true; `field` and `value` are what was wrong, `expected` what would do. */
export class HoldingRefused extends Error {
  readonly code: HoldingRefusalCode
  /** The owned entity whose holdings are meant. */
  readonly entity: string
  readonly field: keyof Holding
  readonly value: string
  readonly expected: string

  constructor(
    code: HoldingRefusalCode,
    entity: string,
    field: keyof Holding,
    value: string,
    expected: string,
    sentence: string,
  ) {
    super(sentence)
    this.name = 'HoldingRefused'
    this.code = code
    this.entity = entity
    this.field = field
    this.value = value
    this.expected = expected
  }
}

/** Shares are added up as whole billionths of a percent, so that their order changes nothing. */
export const unitsPerPercent = 1e9
const whole = 100 * unitsPerPercent
/** What rounding in a register may add to the whole. */
const roundingPercent = 0.5

/** Percent of a number of units, no more than the whole. */
export const percentOf = (units: number): number => Math.min(units, whole) / unitsPerPercent

/** A share in units; 0 where it is not known. */
export const unitsOf = ({ share }: Holding): number =>
  share === null ? 0 : Math.round(share * unitsPerPercent)

const isShare = (share: number | null) =>
  share === null || (Number.isFinite(share) && share > 0 && share <= 100)

/** @throws {HoldingRefused} when the holding alone cannot be true. */
export function checkHolding(holding: Holding): void {
  const { owner, owned, share, from, until } = holding
  const refuse = (code: HoldingRefusalCode, field: keyof Holding, value: string, expected: string) =>
    new HoldingRefused(
      code,
      owned,
      field,
      value,
      expected,
      `The holding of "${owner}" in "${owned}" has the ${field} "${value}"; expected is ${expected}.`,
    )
  if (owner === '' || owned === '')
    throw refuse('ownership.id-missing', owner === '' ? 'owner' : 'owned', '', 'the id of a party')
  if (!isShare(share))
    throw refuse(
      'ownership.share-out-of-range',
      'share',
      String(share),
      'a percentage above 0 and at most 100, or null',
    )
  if (from !== null && until !== null && until <= from)
    throw refuse('ownership.period-empty', 'until', until, `a day after ${from}, or null`)
}

/**
 * What is left of an entity beside the shares that are known, in units.
 *
 * @throws {HoldingRefused} when the known shares are more than the whole, rounding apart.
 */
export function leftOf(entity: string, knownUnits: number): number {
  if (knownUnits > whole + roundingPercent * unitsPerPercent) {
    const sum = String(Math.round(knownUnits / 1e7) / 100)
    const expected = `at most 100, or ${100 + roundingPercent} with rounding`
    throw new HoldingRefused(
      'ownership.shares-over-whole',
      entity,
      'share',
      sum,
      expected,
      `The shares in "${entity}" add up to ${sum} percent; expected is ${expected}. Leave out what is stated twice, or date what has ended.`,
    )
  }
  return Math.max(0, whole - knownUnits)
}

/** Whether a holding counts on a day. */
export const isHeldOn = ({ from, until }: Holding, day: CalendarDate): boolean =>
  (from === null || from <= day) && (until === null || day < until)
