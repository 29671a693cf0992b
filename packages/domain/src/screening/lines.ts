import type { PartyKind } from '../terms/index.ts'
import type { ListEntry, ListName, NameKind, ScreeningQuery } from './entry.ts'

/**
 * Entities and queries as lines of JSON, for screening in bulk without a server:
 * `{id, source, type, names: [{name, kind, script}], dobs, countries, ids}` and
 * `{id, kind: "search" | "pair", query: {name, type, dob, country, id}, candidate}`. Fields that are not known are let be.
 */

export type Line<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string }

const kinds: Readonly<Record<string, PartyKind>> = {
  person: 'person',
  individual: 'person',
  organization: 'organisation',
  organisation: 'organisation',
  company: 'organisation',
  entity: 'organisation',
  vessel: 'vessel',
  aircraft: 'vessel',
}
const nameKinds: ReadonlySet<string> = new Set<NameKind>(['primary', 'aka', 'weak', 'original-script'])

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/** One text or several, as a list. */
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter(isText)

function readName(value: unknown): ListName[] {
  if (isText(value)) return [{ text: value, kind: 'primary' }]
  if (!isFields(value) || !isText(value.name)) return []
  return [{ text: value.name, kind: nameKinds.has(String(value.kind)) ? (value.kind as NameKind) : 'aka' }]
}

function parseJson(line: string): Line<Fields> {
  try {
    const value: unknown = JSON.parse(line)
    return isFields(value) ? { ok: true, value } : { ok: false, problem: 'it is no object' }
  } catch {
    return { ok: false, problem: 'it is no JSON' }
  }
}

function entryOf(fields: Fields, id: string): ListEntry {
  const listed = Array.isArray(fields.names) ? fields.names : [fields.name]
  return {
    id,
    list: isText(fields.source) ? fields.source : '',
    kind: kinds[String(fields.type).toLowerCase()] ?? null,
    names: listed.flatMap(readName),
    birthDates: textsOf(fields.dobs ?? fields.dob),
    birthPlaces: [],
    countries: textsOf(fields.countries ?? fields.country),
    identifiers: textsOf(fields.ids ?? fields.id).filter((text) => text !== id),
    programmes: [],
    addresses: [],
    remarks: '',
    sourceUrl: '',
  }
}

const nonLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u

/** One line of a list. `latinOnly` leaves out names in which another script stands. */
export function parseListLine(line: string, latinOnly = false): Line<ListEntry> {
  const parsed = parseJson(line)
  if (!parsed.ok) return parsed
  const { id, names } = parsed.value
  if (!isText(id)) return { ok: false, problem: 'it has no "id"' }
  if (!Array.isArray(names)) return { ok: false, problem: 'it has no "names"' }
  const entry = entryOf(parsed.value, id)
  return {
    ok: true,
    value: latinOnly ? { ...entry, names: entry.names.filter(({ text }) => !nonLatin.test(text)) } : entry,
  }
}

function queryOf(fields: Fields): ScreeningQuery {
  return {
    name: isText(fields.name) ? fields.name : '',
    aliases: textsOf(fields.aliases),
    kind: kinds[String(fields.type).toLowerCase()] ?? null,
    birthDate: textsOf(fields.dob)[0] ?? null,
    countries: textsOf(fields.country),
    identifiers: textsOf(fields.id),
  }
}

export type QueryLine =
  | { readonly kind: 'search'; readonly id: string; readonly query: ScreeningQuery }
  | {
      readonly kind: 'pair'
      readonly id: string
      readonly query: ScreeningQuery
      readonly candidate: ListEntry
    }

/** One line of queries: a search in a list, or two parties to compare. */
export function parseQueryLine(line: string): Line<QueryLine> {
  const parsed = parseJson(line)
  if (!parsed.ok) return parsed
  const { id, kind, query, candidate } = parsed.value
  if (!isText(id)) return { ok: false, problem: 'it has no "id"' }
  if (!isFields(query)) return { ok: false, problem: 'it has no "query"' }
  if (kind !== 'pair') return { ok: true, value: { kind: 'search', id, query: queryOf(query) } }
  if (!isFields(candidate)) return { ok: false, problem: 'it is a pair without a "candidate"' }
  return {
    ok: true,
    value: { kind, id, query: queryOf(query), candidate: entryOf(candidate, `${id}:candidate`) },
  }
}
