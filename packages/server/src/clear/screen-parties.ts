import { isDeepStrictEqual } from 'node:util'
import type { Rulebook } from '../alliance/index.ts'
import { openIdentifiers } from '../apply/index.ts'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
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
import {
  insertScreening,
  loadEntryVersions,
  loadHits,
  loadLastScreenings,
  saveHits,
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

/**
 * Of the hits of a party, those whose entry stands as it stood when it was compared: this screening leaves them as
 * they are. All others are looked at.
 */
async function untouchedSince(
  ctx: Context,
  since: Since | null,
  mine: readonly HitRow[],
): Promise<readonly HitRow[]> {
  if (since === null) return []
  const ids = mine.map((hit) => hit.id)
  const versions = await loadEntryVersions(ctx, ids)
  return mine.filter((hit) => (versions.get(hit.id) ?? Infinity) <= (since.get(hit.list) ?? 0))
}

type Screened = { readonly hits: HitRow[]; readonly changed: HitRow[]; readonly found: number }

/** Screens one party. A pair that is known is a hit from the lower threshold on, whatever opened it. */
async function screenParty(
  ctx: Context,
  party: PartyRow,
  due: Due,
  mine: readonly HitRow[],
  by: { readonly lists: readonly ListRow[]; readonly rulebook: Rulebook; readonly thresholds: Thresholds },
): Promise<Screened> {
  const { lists, rulebook, thresholds } = by
  const screen =
    due.since === null ? await loadScreener(ctx, lists) : await loadChangedScreener(ctx, lists, due.since)
  const least = Math.min(thresholds.joining, thresholds.batch)
  const known = new Set(mine.map((hit) => pairKey(hit.list, hit.listEntry)))
  const found = screen(queryOf(ctx, party), least).filter(
    (hit) => hit.score >= thresholds[due.use] || (hit.match && known.has(pairKey(hit.list, hit.entryId))),
  )
  const untouched = await untouchedSince(ctx, due.since, mine)
  const looked = mine.filter((hit) => !untouched.includes(hit))
  const changed = compareParty(ctx, party, found, looked).map((hit) => ({
    ...hit,
    ...policyOf(rulebook, hit.list, hit.entry),
  }))
  return { hits: [...untouched, ...changed], changed, found: found.length }
}

/** Hits of which the rulebook makes something else than when they were screened. */
function policyChanged(hits: readonly HitRow[], rulebook: Rulebook): HitRow[] {
  return hits.flatMap((hit) => {
    const policy = policyOf(rulebook, hit.list, hit.entry)
    return policy.effect === hit.effect && policy.fourEyes === hit.fourEyes ? [] : [{ ...hit, ...policy }]
  })
}

/**
 * Screens every party of an application, or the operator of a site, that was not screened as it stands against the
 * lists as they stand: against every entry where the party, the engine or a threshold changed, and against what came
 * or changed on the lists where they alone did.
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
  const ids = parties.map((p) => p.id)
  const last = await loadLastScreenings(ctx, parties)
  const known = await loadHits(ctx, ids)
  const hits: HitRow[] = []
  const save: HitRow[] = []
  const pending: Pending[] = []
  for (const party of parties) {
    const mine = known.filter((hit) => hit.party === party.id)
    const due = screeningDue(party, last.get(party.id), lists, thresholds)
    if (due === null || nameProblem(party.name) !== null) {
      hits.push(...mine)
      continue
    }
    const screened = await screenParty(ctx, party, due, mine, { lists, rulebook, thresholds })
    hits.push(...screened.hits)
    save.push(...screened.changed)
    await insertScreening(ctx, {
      id: newId(ctx.now()),
      party: party.id,
      partyVersion: party.version,
      lists: stampsOf(lists),
      engineVersion: editionOf(thresholds),
      hits: screened.found,
      at: ctx.now(),
    })
    pending.push(() =>
      append(ctx, 'party.screened', [about.application ?? about.site ?? ''], (hide) => ({
        ...about,
        party: hide('party', party.id),
        lists: lists.map((list) => ({ list: list.name, sha256: list.sha256 })),
        engineVersion: currentEngineVersion,
        hits: screened.found,
      })),
    )
  }
  const other = new Map(policyChanged(hits, rulebook).map((hit) => [hit.id, hit]))
  await saveHits(ctx, [...save, ...other.values()])
  return { hits: hits.map((hit) => other.get(hit.id) ?? hit), pending }
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
