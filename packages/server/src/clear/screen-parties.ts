import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { append } from '../record/index.ts'
import { currentEngineVersion, editionOf, loadScreener, nameProblem, type EntryHit } from './screener.ts'
import {
  insertScreening,
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

const stampsOf = (lists: readonly ListRow[]) =>
  lists.map((list) => ({ list: list.name, sha256: list.sha256 }))

/** Whether the party as it stands was screened against the lists as they stand. */
export function isScreened(
  party: PartyRow,
  last: ScreeningRow | undefined,
  lists: readonly ListRow[],
  threshold: number,
): boolean {
  return (
    last !== undefined &&
    last.partyVersion === party.version &&
    last.engineVersion === editionOf(threshold) &&
    isDeepStrictEqual(last.lists, stampsOf(lists))
  )
}

function sameAnswer(old: HitRow, party: PartyRow, found: EntryHit): boolean {
  return (
    old.partyVersion === party.version &&
    old.score === found.score &&
    old.match === found.match &&
    isDeepStrictEqual(old.factors, found.factors) &&
    isDeepStrictEqual(old.entry, found.entry)
  )
}

/**
 * A pair that was cleared stays cleared while party, entry and the engine's answer are the same; a confirmed pair
 * stays confirmed. Anything else opens it, for a decision of its own.
 */
function foundHit(ctx: Context, party: PartyRow, found: EntryHit, old: HitRow | undefined): HitRow {
  const answer = {
    entry: found.entry,
    score: found.score,
    match: found.match,
    factors: found.factors,
    engineVersion: currentEngineVersion,
    partyVersion: party.version,
    goneAt: null,
  }
  if (!old)
    return {
      id: newId(ctx.now()),
      party: party.id,
      list: found.list,
      listEntry: found.entryId,
      ...answer,
      state: 'open',
      opened: 1,
      createdAt: ctx.now(),
    }
  const reopens = old.state === 'cleared' && !sameAnswer(old, party, found)
  return { ...old, ...answer, ...(reopens ? { state: 'open' as const, opened: old.opened + 1 } : {}) }
}

/**
 * A hit that the lists no longer give for the same party is gone. Where the party's own statement changed instead,
 * the hit stands as it was: nobody gets out of an open hit by spelling a name in another way.
 */
function missingHit(ctx: Context, party: PartyRow, old: HitRow): HitRow {
  return old.goneAt === null && old.partyVersion === party.version ? { ...old, goneAt: ctx.now() } : old
}

/** Screens one party: what was found, and which of its hits stand differently now. */
function compareParty(
  ctx: Context,
  party: PartyRow,
  found: readonly EntryHit[],
  known: readonly HitRow[],
): HitRow[] {
  const keyOf = (list: string, entry: string) => `${list}\n${entry}`
  const foundKeys = new Set(found.map((f) => keyOf(f.list, f.entryId)))
  const byKey = new Map(known.map((hit) => [keyOf(hit.list, hit.listEntry), hit]))
  const missing = known.filter((hit) => !foundKeys.has(keyOf(hit.list, hit.listEntry)))
  return [
    ...found.map((f) => foundHit(ctx, party, f, byKey.get(keyOf(f.list, f.entryId)))),
    ...missing.map((hit) => missingHit(ctx, party, hit)),
  ]
}

/**
 * Screens every party of an application that was not screened as it stands against the lists as they stand.
 * @returns all hits of the parties, and entries to append at the end
 */
export async function screenParties(
  ctx: Context,
  application: string,
  parties: readonly PartyRow[],
  lists: readonly ListRow[],
  threshold: number,
): Promise<{ hits: HitRow[]; pending: Pending[] }> {
  const ids = parties.map((p) => p.id)
  const last = new Map((await loadLastScreenings(ctx, ids)).map((row) => [row.party, row]))
  const due = parties.filter(
    (party) => nameProblem(party.name) === null && !isScreened(party, last.get(party.id), lists, threshold),
  )
  const known = await loadHits(ctx, ids)
  if (due.length === 0) return { hits: known, pending: [] }
  const screen = await loadScreener(ctx, lists)
  const pending: Pending[] = []
  const changed: HitRow[] = []
  for (const party of due) {
    // What stays below the rulebook's threshold is no hit; one that was opened before still stands, see `missingHit`.
    const found = screen(
      {
        kind: party.kind,
        name: party.name,
        aliases: party.aliases,
        birthDate: party.birthDate,
        countries: countriesOf(party),
        identifiers: [],
      },
      threshold,
    ).filter((hit) => hit.match)
    const mine = compareParty(
      ctx,
      party,
      found,
      known.filter((hit) => hit.party === party.id),
    )
    changed.push(...mine)
    await insertScreening(ctx, {
      id: newId(ctx.now()),
      party: party.id,
      partyVersion: party.version,
      lists: stampsOf(lists),
      engineVersion: editionOf(threshold),
      hits: found.length,
      at: ctx.now(),
    })
    pending.push(() =>
      append(ctx, 'party.screened', [application], (hide) => ({
        application,
        party: hide('party', party.id),
        lists: stampsOf(lists),
        engineVersion: currentEngineVersion,
        hits: found.length,
      })),
    )
  }
  await saveHits(ctx, changed)
  const untouched = known.filter((hit) => !due.some((party) => party.id === hit.party))
  return { hits: [...untouched, ...changed], pending }
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
