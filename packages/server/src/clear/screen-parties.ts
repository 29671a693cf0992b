import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Rulebook } from '../alliance/index.ts'
import { openIdentifiers } from '../apply/index.ts'
import type { Context } from '../context.ts'
import { append } from '../record/index.ts'
import { compareParty, pairKey } from './compare-hits.ts'
import {
  currentEngineVersion,
  editionOf,
  loadChangedScreener,
  loadScreener,
  nameProblem,
  policyOf,
  type ScreeningQuery,
  type Since,
  type Thresholds,
} from './screener.ts'
import type { Edition } from './store-rescreen.ts'
import {
  loadEntryVersions,
  loadHits,
  loadLastScreenings,
  saveHits,
  saveScreenings,
  type HitRow,
  type ListRow,
  type PartyRow,
  type ScreeningRow,
} from './store.ts'

/** Something to write into the log once everything else is done: whoever appends holds the log's head. */
export type Pending = () => Promise<unknown>

type Stamp = { readonly list: string; readonly sha256: string; readonly version?: number }

const stampsOf = (lists: readonly ListRow[]): Stamp[] =>
  lists.map(({ name: list, sha256, version }) => ({ list, sha256, version }))

/** With what whoever is screened today is screened. */
export const currentEdition = (lists: readonly ListRow[], thresholds: Thresholds): Edition => ({
  lists: JSON.stringify(stampsOf(lists)),
  engine: editionOf(thresholds),
})

/** The scores from which the rulebook has an officer look at whoever takes part in a project. */
export function thresholdsOf(rulebook: Rulebook): Thresholds {
  return { joining: rulebook.joiningThreshold, batch: rulebook.batchThreshold }
}

/** Whether the party as it stands was screened against the lists as they stand. */
export function isScreened(
  party: PartyRow,
  last: ScreeningRow | undefined,
  lists: readonly ListRow[],
  thresholds: Thresholds,
): boolean {
  return screeningDue(party, last, lists, thresholds) === null
}

/** What a party is screened against: everything, as it joins or as the engine changed; or what changed on the lists. */
type Due = { readonly use: keyof Thresholds; readonly since: Since | null }

function screeningDue(
  party: PartyRow,
  last: ScreeningRow | undefined,
  lists: readonly ListRow[],
  thresholds: Thresholds,
): Due | null {
  if (last?.partyVersion !== party.version) return { use: 'joining', since: null }
  if (last.engineVersion !== editionOf(thresholds)) return { use: 'batch', since: null }
  if (isDeepStrictEqual(last.lists, stampsOf(lists))) return null
  const stamps = last.lists as readonly Stamp[]
  // A screening that kept no versions of its lists says nothing of what changed since.
  if (stamps.some(({ version }) => version === undefined)) return { use: 'batch', since: null }
  return { use: 'batch', since: new Map(stamps.map(({ list, version = 0 }) => [list, version])) }
}

function queryOf(ctx: Context, party: PartyRow): ScreeningQuery {
  return {
    kind: party.kind,
    name: party.name,
    aliases: party.aliases,
    birthDate: party.birthDate,
    countries: countriesOf(party),
    identifiers: openIdentifiers(ctx, party),
  }
}

/** By what parties are screened. */
type By = {
  readonly lists: readonly ListRow[]
  readonly rulebook: Rulebook
  readonly thresholds: Thresholds
  /** Of each known hit whose entry still stands on its list, the version in which the entry changed last. */
  readonly entryVersions: ReadonlyMap<string, number>
}

type Screened = { readonly hits: HitRow[]; readonly changed: HitRow[]; readonly found: number }

/**
 * Screens one party. A pair that is known is a hit from the lower threshold on, whatever opened it. A known hit whose
 * entry stands as it stood when it was compared is left as it is; all others are looked at.
 */
async function screenParty(
  ctx: Context,
  { party, due, mine }: DueParty,
  { lists, rulebook, thresholds, entryVersions }: By,
): Promise<Screened> {
  const { since } = due
  const screen =
    since === null ? await loadScreener(ctx, lists) : await loadChangedScreener(ctx, lists, since)
  const least = Math.min(thresholds.joining, thresholds.batch)
  const known = new Set(mine.map((hit) => pairKey(hit.list, hit.listEntry)))
  const found = screen(queryOf(ctx, party), least).filter(
    (hit) => hit.score >= thresholds[due.use] || (hit.match && known.has(pairKey(hit.list, hit.entryId))),
  )
  const stands = (hit: HitRow) =>
    since !== null && (entryVersions.get(hit.id) ?? Infinity) <= (since.get(hit.list) ?? 0)
  const changed = compareParty(
    ctx,
    party,
    found,
    mine.filter((hit) => !stands(hit)),
  ).map((hit) => ({ ...hit, ...policyOf(rulebook, hit.list, hit.entry) }))
  return { hits: [...mine.filter(stands), ...changed], changed, found: found.length }
}

/** Hits of which the rulebook makes something else than when they were screened. */
function policyChanged(hits: readonly HitRow[], rulebook: Rulebook): HitRow[] {
  return hits.flatMap((hit) => {
    const policy = policyOf(rulebook, hit.list, hit.entry)
    return policy.effect === hit.effect && policy.fourEyes === hit.fourEyes ? [] : [{ ...hit, ...policy }]
  })
}

type DueParty = { readonly party: PartyRow; readonly due: Due; readonly mine: readonly HitRow[] }

/** Parties that were screened, each with how many entries were found. */
export type Found = readonly { readonly party: string; readonly hits: number }[]

/** After so many parties the server looks at what else waits. */
const atOnce = 25

/**
 * Screens those parties that were not screened as they stand against the lists as they stand, and keeps what that
 * found: against every entry where the party, the engine or a threshold changed, and against what came or changed on
 * the lists where they alone did. Statements to the database do not grow in number with the parties.
 * @param uses `batch` leaves out whoever joins or changed
 * @returns all hits of the parties
 */
export async function screenAll(
  ctx: Context,
  parties: readonly PartyRow[],
  by: Omit<By, 'entryVersions'>,
  uses: readonly (keyof Thresholds)[] = ['joining', 'batch'],
): Promise<{ hits: HitRow[]; found: Found }> {
  const { lists, rulebook, thresholds } = by
  const last = await loadLastScreenings(ctx, parties)
  const known = Map.groupBy(
    await loadHits(
      ctx,
      parties.map((p) => p.id),
    ),
    (hit) => hit.party,
  )
  const due = parties.flatMap((party): DueParty[] => {
    const what = screeningDue(party, last.get(party.id), lists, thresholds)
    if (what === null || !uses.includes(what.use) || nameProblem(party.name) !== null) return []
    return [{ party, due: what, mine: known.get(party.id) ?? [] }]
  })
  const compared = due.flatMap(({ due: { since }, mine }) =>
    since === null ? [] : mine.map((hit) => hit.id),
  )
  const entryVersions = await loadEntryVersions(ctx, compared)
  const screened = new Map<string, Screened>()
  for (const [n, one] of due.entries()) {
    screened.set(one.party.id, await screenParty(ctx, one, { ...by, entryVersions }))
    if (n % atOnce === atOnce - 1) await setImmediate()
  }
  const hits = parties.flatMap(({ id }) => screened.get(id)?.hits ?? known.get(id) ?? [])
  const other = new Map(policyChanged(hits, rulebook).map((hit) => [hit.id, hit]))
  const changed = [...screened.values()].flatMap((one) => one.changed)
  await saveHits(ctx, [...changed, ...other.values()])
  const found = due.map(({ party }) => ({ party, hits: screened.get(party.id)?.found ?? 0 }))
  await saveScreenings(
    ctx,
    found.map(({ party, hits: count }) => ({
      party: party.id,
      partyVersion: party.version,
      lists: stampsOf(lists),
      engineVersion: editionOf(thresholds),
      hits: count,
      at: ctx.now(),
    })),
  )
  return {
    hits: hits.map((hit) => other.get(hit.id) ?? hit),
    found: found.map(({ party, hits: count }) => ({ party: party.id, hits: count })),
  }
}

/** Of what a screening or a decision is shown: an application or a site; of nothing where it is about a role holder. */
export const subjectsOf = (about: { readonly application: string | null; readonly site: string | null }) =>
  [about.application ?? about.site].filter((subject) => subject !== null)

/** What the log says of a screening besides whom it was about. */
export const screenedAgainst = (lists: readonly ListRow[]) => ({
  lists: lists.map((list) => ({ list: list.name, sha256: list.sha256 })),
  engineVersion: currentEngineVersion,
})

/**
 * Screens parties of one application, or the operator of one site, as `screenAll` does; each has its entry in the log.
 * @returns all hits of the parties, and entries to append at the end
 */
export async function screenParties(
  ctx: Context,
  about: { readonly application: string | null; readonly site: string | null },
  parties: readonly PartyRow[],
  lists: readonly ListRow[],
  rulebook: Rulebook,
  thresholds: Thresholds = thresholdsOf(rulebook),
): Promise<{ hits: HitRow[]; pending: Pending[] }> {
  const { hits, found } = await screenAll(ctx, parties, { lists, rulebook, thresholds })
  const pending = found.map(
    ({ party, hits: count }) =>
      () =>
        append(ctx, 'party.screened', subjectsOf(about), (hide) => ({
          ...about,
          party: hide('party', party),
          ...screenedAgainst(lists),
          hits: count,
        })),
  )
  return { hits, pending }
}

export function countriesOf(party: PartyRow): string[] {
  const stated = [
    ...party.nationalities,
    party.residence,
    party.headquartersCountry,
    party.ultimateParentCountry,
  ]
  return [...new Set(stated.filter((code) => code !== null))]
}

/** Why parties cannot be screened by their names, in words that name nobody. */
export function nameHolds(parties: readonly PartyRow[]): string[] {
  return parties.flatMap((party) => {
    const problem = nameProblem(party.name)
    const who = party.kind === 'person' ? 'A person of the team' : 'The organisation'
    return problem === null ? [] : [`${who} cannot be screened: ${problem}`]
  })
}
