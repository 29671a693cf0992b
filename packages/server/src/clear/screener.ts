import {
  buildIndex,
  effectOf,
  engineVersion,
  detectFormat,
  isDenial as isDeniedEntry,
  isNamed,
  listFormats,
  problemOfName,
  problemsOf,
  screen,
  type Effect,
  type Factor,
  type ListEntry,
  type ListFormat,
  type ListRecord,
  type QueryProblem,
  type ScreeningQuery,
  type XmlElement,
} from '@allmende/domain/screening'
import type { RulebookParams } from '@allmende/wire'
import type { Context } from '../context.ts'
import { loadChangedEntries, loadListEntries, type ListRow } from './store.ts'

export const currentEngineVersion: string = engineVersion
/** Scores from which an entry is a hit: for whoever joins or changes, and where a list or the engine changed. */
export type Thresholds = { readonly joining: number; readonly batch: number }
/** The engine and the thresholds a party was screened with: with others, it is screened again. */
export const editionOf = ({ joining, batch }: Thresholds): string =>
  `${engineVersion} at ${joining === batch ? joining : `${joining}, ${batch}`}`
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

/** More than any party has at once, so that no decided hit is pushed out by others. */
const mostHits = 200

type Loaded = { readonly key: string; readonly screener: Screener }
/** The indexes of each database's lists, built once per process and state of the lists: of all, and of what changed. */
const loaded = new WeakMap<object, { all?: Loaded; changed?: Loaded }>()

function createScreener(rows: readonly { list: string; body: unknown }[]): Screener {
  const listOf = new Map(rows.map((row) => [row.body, row.list]))
  const index = buildIndex(rows.map((row) => row.body as ListEntry))
  return (query, threshold) =>
    screen(index, query, threshold, mostHits).map((hit) => {
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

const keyOf = (lists: readonly ListRow[]) => lists.map((list) => `${list.name}:${list.sha256}`).join('\n')

/** Screens against the lists as they stand; the index is built again when any of them was swapped. */
export async function loadScreener(ctx: Context, lists: readonly ListRow[]): Promise<Screener> {
  const key = keyOf(lists)
  const kept = loaded.get(ctx.db)
  if (kept?.all?.key === key) return kept.all.screener
  const screener = createScreener(await loadListEntries(ctx))
  loaded.set(ctx.db, { ...kept, all: { key, screener } })
  return screener
}

/** Of each list, the version that a party was screened against last; 0 where there was none. */
export type Since = ReadonlyMap<string, number>

/**
 * Screens against the entries alone that came or changed after these versions of the lists. Most parties were last
 * screened against the same ones, so the index of what changed is built once.
 */
export async function loadChangedScreener(
  ctx: Context,
  lists: readonly ListRow[],
  since: Since,
): Promise<Screener> {
  const versions = lists.map((list) => ({ list: list.name, version: since.get(list.name) ?? 0 }))
  const key = JSON.stringify([keyOf(lists), versions])
  const kept = loaded.get(ctx.db)
  if (kept?.changed?.key === key) return kept.changed.screener
  const screener = createScreener(await loadChangedEntries(ctx, versions))
  loaded.set(ctx.db, { ...kept, changed: { key, screener } })
  return screener
}

/** What the rulebook makes of a hit on a stored entry: what it does, and whether two officers clear it. */
export function policyOf(
  rulebook: Pick<RulebookParams, 'listEffects' | 'hitFourEyes'>,
  list: string,
  entry: unknown,
): { readonly effect: Effect; readonly fourEyes: boolean } {
  return {
    effect: effectOf(list, entry as ListEntry, rulebook.listEffects),
    fourEyes: isNamed(list, entry as ListEntry, rulebook.hitFourEyes),
  }
}

/** Whether the list the entry comes from forbids dealing with whom it names altogether. */
export const isDenial = (entry: unknown): boolean => isDeniedEntry(entry as ListEntry)

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
