import { type CalendarDate, isNonEmpty, type NonEmpty, parseCalendarDate } from '@allmende/domain/terms'
import type { Holding } from './holding.ts'
import { isLei } from './lei.ts'

/*
 * Relationship records of the Global Legal Entity Identifier Foundation (RR-CDF 1.1 and 2.1) as CSV, golden copy or
 * concatenated: one record a row, 54 columns, lists spread over numbered columns. The start node is consolidated by,
 * and so below, the end node.
 */
const node = (end: string) => [`Relationship.${end}.NodeID`, `Relationship.${end}.NodeIDType`]
const numbered = (list: string, at: number, parts: readonly string[]) =>
  parts.map((part) => `Relationship.${list}.${at}.${part}`)
const listed = [1, 2, 3, 4, 5]
const period = ['startDate', 'endDate', 'periodType'] as const
const quantifier = ['MeasurementMethod', 'QuantifierAmount', 'QuantifierUnits'] as const

/** Columns without which a record could not be told. */
const required = [
  ...node('StartNode'),
  ...node('EndNode'),
  'Relationship.RelationshipType',
  'Relationship.RelationshipStatus',
  ...numbered('Period', 1, period),
  ...numbered('Quantifiers', 1, quantifier),
  'Registration.RegistrationStatus',
]
const known = new Set([
  ...required,
  ...listed.flatMap((at) => numbered('Period', at, period)),
  ...listed.flatMap((at) => numbered('Qualifiers', at, ['QualifierDimension', 'QualifierCategory'])),
  ...listed.flatMap((at) => numbered('Quantifiers', at, quantifier)),
  'Registration.InitialRegistrationDate',
  'Registration.LastUpdateDate',
  'Registration.NextRenewalDate',
  'Registration.ManagingLOU',
  'Registration.ValidationSources',
  'Registration.ValidationDocuments',
  'Registration.ValidationReference',
])

/** Where each column stands, by its name. */
export type GleifColumns = { readonly at: ReadonlyMap<string, number>; readonly count: number }

export type GleifHeader =
  /** `unknown`: columns that nobody here knows, for the reader to report. */
  | { readonly ok: true; readonly columns: GleifColumns; readonly unknown: readonly string[] }
  | { readonly ok: false; readonly missing: NonEmpty<string>; readonly unknown: readonly string[] }

/**
 * Reads the header of a file of relationship records, already split. Of a name that stands twice the first counts, and
 * the other is reported as unknown.
 */
export function readGleifHeader(columns: readonly string[]): GleifHeader {
  const at = new Map<string, number>()
  const unknown: string[] = []
  for (const [index, column] of columns.entries()) {
    const name = column.replace(/^\uFEFF/, '').trim()
    if (!known.has(name) || at.has(name)) unknown.push(name)
    else at.set(name, index)
  }
  const missing = required.filter((name) => !at.has(name))
  return isNonEmpty(missing)
    ? { ok: false, missing, unknown }
    : { ok: true, columns: { at, count: columns.length }, unknown }
}

/** Why a record gives no holding. Stable. */
export type GleifLeftOut =
  /** Not as many cells as the header has. */
  | 'malformed'
  /** A node that is no LEI, or one whose check digits are wrong. */
  | 'not-lei'
  /** Ended, or withdrawn from the register. */
  | 'inactive'
  /** A fund's manager, umbrella or master, or a branch's head office: no ownership. */
  | 'fund-or-branch'
  | 'unknown-type'

export type GleifRow =
  /** `remarks`: what of the record could not be used, each in a sentence. */
  | { readonly kind: 'holding'; readonly holding: Holding; readonly remarks: readonly string[] }
  | { readonly kind: 'left-out'; readonly reason: GleifLeftOut; readonly sentence: string }

const consolidated = new Set(['IS_DIRECTLY_CONSOLIDATED_BY', 'IS_ULTIMATELY_CONSOLIDATED_BY'])
const fundsAndBranches = new Set([
  'IS_FUND-MANAGED_BY',
  'IS_SUBFUND_OF',
  'IS_FEEDER_TO',
  'IS_INTERNATIONAL_BRANCH_OF',
])
/** A record that lapsed was only not renewed, so what it says stands until somebody says otherwise. */
const published = new Set(['PUBLISHED', 'LAPSED', 'PENDING_TRANSFER', 'PENDING_ARCHIVAL'])
const withdrawn = new Set(['RETIRED', 'ANNULLED', 'DUPLICATE', 'CANCELLED'])

type Cell = (column: string) => string
const short = (text: string) => `"${text.slice(0, 40)}"`

function leftOut(cell: Cell): Extract<GleifRow, { kind: 'left-out' }> | null {
  const out = (reason: GleifLeftOut, sentence: string) => ({ kind: 'left-out', reason, sentence }) as const
  const type = cell('Relationship.RelationshipType')
  if (fundsAndBranches.has(type)) return out('fund-or-branch', `${type} says nothing of ownership.`)
  if (!consolidated.has(type))
    return out('unknown-type', `The relationship type ${short(type)} is not known.`)
  for (const end of ['StartNode', 'EndNode']) {
    const [id, kind] = [cell(`Relationship.${end}.NodeID`), cell(`Relationship.${end}.NodeIDType`)]
    if (kind !== 'LEI') return out('not-lei', `The ${end} is named by ${short(kind)}, not by an LEI.`)
    if (!isLei(id)) return out('not-lei', `The ${end} ${short(id)} is no LEI, by its form or check digits.`)
  }
  const [status, registration] = [
    cell('Relationship.RelationshipStatus'),
    cell('Registration.RegistrationStatus'),
  ]
  if (status === 'INACTIVE') return out('inactive', 'The relationship is INACTIVE.')
  if (withdrawn.has(registration)) return out('inactive', `The record is ${registration}.`)
  return null
}

/** The day of a moment such as "2020-02-02T00:00:00.000Z" or "2020-02-02T00:00:00+02:00", as it is written. */
function dayOf(text: string, remarks: string[]): CalendarDate | null {
  if (text === '') return null
  const day = /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(text) ? parseCalendarDate(text.slice(0, 10)) : null
  if (day === null) remarks.push(`The date ${short(text)} is none, so it is left out.`)
  return day
}

type Span = Pick<Holding, 'from' | 'until'>

/** The period of the relationship; those of accounts and filings say when it was reported. Of several the widest. */
function periodOf(cell: Cell, remarks: string[]): Span {
  const spans = listed
    .map((at) => numbered('Period', at, period).map(cell))
    .filter(([, , type]) => type === 'RELATIONSHIP_PERIOD')
    .map(([start = '', end = '']) => ({ from: dayOf(start, remarks), until: dayOf(end, remarks) }))
  const starts = spans.map(({ from }) => from).filter((day) => day !== null)
  const ends = spans.map(({ until }) => until).filter((day) => day !== null)
  const from = starts.length < spans.length ? null : (starts.toSorted()[0] ?? null)
  const until = ends.length < spans.length ? null : (ends.toSorted().at(-1) ?? null)
  if (from === null || until === null || from < until) return { from, until }
  remarks.push(`The relationship ends on ${until}, not after its start on ${from}, so the end is left out.`)
  return { from, until: null }
}

function shareOf(cell: Cell, type: string, remarks: string[]): number | null {
  const stated = listed
    .map((at) => numbered('Quantifiers', at, quantifier).map(cell))
    .filter(([, amount]) => amount !== '')
  const amounts = new Set(
    stated.filter(([, , units]) => units === 'PERCENTAGE').map(([, amount = '']) => amount),
  )
  const [amount = ''] = amounts
  if (stated.length === 0) return null
  if (type !== 'IS_DIRECTLY_CONSOLIDATED_BY') {
    remarks.push('The percentage of an ultimate parent counts what others hold for it, so it is no share.')
    return null
  }
  const share = /^\d+(?:\.\d+)?$/.test(amount) ? Number(amount) : Number.NaN
  if (amounts.size === 1 && share > 0 && share <= 100) return share
  remarks.push(
    `The amounts ${stated.map(([, one = '', units = '']) => short(`${one} ${units}`)).join(', ')} give no share above 0 and at most 100 percent.`,
  )
  return null
}

/**
 * One record, already split into cells: what it says of who controls whom, or why it was left out. A status that is
 * not stated or not known leaves nothing out; it is a remark.
 */
export function readGleifRow({ at, count }: GleifColumns, cells: readonly string[]): GleifRow {
  if (cells.length !== count) {
    const sentence = `The row has ${cells.length} cells; the header has ${count}.`
    return { kind: 'left-out', reason: 'malformed', sentence }
  }
  const cell: Cell = (column) => (cells[at.get(column) ?? -1] ?? '').trim()
  const out = leftOut(cell)
  if (out !== null) return out
  const type = cell('Relationship.RelationshipType')
  const [status, registration] = [
    cell('Relationship.RelationshipStatus'),
    cell('Registration.RegistrationStatus'),
  ]
  const remarks: string[] = []
  if (status !== 'ACTIVE') remarks.push(`The relationship has the status ${short(status)}; it is counted.`)
  if (!published.has(registration))
    remarks.push(`The record has the status ${short(registration)}; it is counted.`)
  const holding: Holding = {
    owner: cell('Relationship.EndNode.NodeID'),
    owned: cell('Relationship.StartNode.NodeID'),
    share: shareOf(cell, type, remarks),
    kind: 'controls',
    ...periodOf(cell, remarks),
    source: `GLEIF relationship record, ${type}`,
  }
  return { kind: 'holding', holding, remarks }
}
