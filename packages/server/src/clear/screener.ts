import {
  buildIndex,
  effectOf,
  engineVersion,
  detectFormat,
  listFormats,
  problemOfName,
  problemsOf,
  screen,
  type Factor,
  type ListEntry,
  type ListFormat,
  type ListRecord,
  type QueryProblem,
  type ScreeningQuery,
  type XmlElement,
} from '@allmende/domain/screening'
import type { Context } from '../context.ts'
import { loadListEntries, type ListRow } from './store.ts'

export const currentEngineVersion: string = engineVersion
/** The engine and the threshold a party was screened with: with another, it is screened again. */
export const editionOf = (threshold: number): string => `${engineVersion} at ${threshold}`
export type StoredEntry = ListEntry

/** The formats of lists that can be read; the first characters of a file tell which one it is. */
export const listFormatNames: readonly string[] = listFormats.map(({ name }) => name)
export const findListFormat = (name: string): ListFormat | undefined =>
  listFormats.find((format) => format.name === name)
export const detectListFormat: typeof detectFormat = detectFormat
export type { ListFormat, ListRecord, XmlElement }

export type { ScreeningQuery }
/** Why a name cannot be screened; null where it can. A name that cannot be screened is never "no hit". */
export const nameProblem: (name: string) => string | null = problemOfName
export const queryProblems: (query: ScreeningQuery) => QueryProblem[] = problemsOf

/** What the engine found, as plain data: it is compared with what is stored. */
export type EntryHit = {
  readonly list: string
  readonly entryId: string
  readonly entry: StoredEntry
  readonly score: number
  readonly match: boolean
  readonly factors: readonly Factor[]
}
export type Screener = (query: ScreeningQuery, threshold: number) => EntryHit[]

type Loaded = { readonly key: string; readonly screener: Screener }
/** The index of each database's lists, built once per process and state of the lists. */
const loaded = new WeakMap<object, Loaded>()

function createScreener(rows: readonly { list: string; body: unknown }[]): Screener {
  const listOf = new Map(rows.map((row) => [row.body, row.list]))
  const index = buildIndex(rows.map((row) => row.body as ListEntry))
  return (query, threshold) =>
    screen(index, query, threshold).map((hit) => {
      const plain = JSON.parse(JSON.stringify({ entry: hit.entry, factors: hit.factors })) as {
        entry: ListEntry
        factors: Factor[]
      }
      return {
        list: listOf.get(hit.entry) ?? hit.entry.list,
        entryId: hit.entry.id,
        score: hit.score,
        match: hit.match,
        ...plain,
      }
    })
}

/** Screens against the lists as they stand; the index is built again when any of them was swapped. */
export async function loadScreener(ctx: Context, lists: readonly ListRow[]): Promise<Screener> {
  const key = lists.map((list) => `${list.name}:${list.sha256}`).join('\n')
  const kept = loaded.get(ctx.db)
  if (kept?.key === key) return kept.screener
  const screener = createScreener(await loadListEntries(ctx))
  loaded.set(ctx.db, { key, screener })
  return screener
}

/** Whether the list the entry comes from forbids dealing with whom it names altogether. */
export function isDenial(entry: unknown): boolean {
  return effectOf((entry as ListEntry).list) === 'denied'
}

export function nameOf(entry: StoredEntry): string {
  return entry.names[0]?.text ?? entry.id
}

export function describeFactors(factors: unknown) {
  return (factors as Factor[]).map(({ channel, code, side, what, queryPart, entryPart, weight }) => ({
    channel,
    // Evidence stored by an earlier engine has none.
    code: code ?? '',
    side,
    what,
    queryPart,
    entryPart,
    weight,
  }))
}

/** An entry in the wire's shape; its list is named with the list it came in: "us-csl/sdn". */
export function describeEntry(list: string, stored: unknown) {
  const entry = stored as ListEntry
  return {
    id: entry.id,
    list: `${list}/${entry.list}`,
    names: entry.names.map((name) => name.text),
    birthDates: [...entry.birthDates],
    countries: [...entry.countries],
    identifiers: [...entry.identifiers],
    programmes: [...entry.programmes],
    remarks: entry.remarks,
    sourceUrl: entry.sourceUrl,
  }
}
