import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { currentEngineVersion, type EntryHit } from './screener.ts'
import type { HitRow, PartyRow } from './store.ts'

function sameAnswer(old: HitRow, party: PartyRow, found: EntryHit): boolean {
  return (
    old.partyVersion === party.version &&
    old.score === found.score &&
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
      effect: 'hold',
      fourEyes: false,
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

/** Tells the entries of all lists apart. */
export const pairKey = (list: string, entry: string): string => `${list}\n${entry}`

/** How the hits of a party stand after it was screened: those found, and of the known ones those not found. */
export function compareParty(
  ctx: Context,
  party: PartyRow,
  found: readonly EntryHit[],
  known: readonly HitRow[],
): HitRow[] {
  const foundKeys = new Set(found.map((f) => pairKey(f.list, f.entryId)))
  const byKey = new Map(known.map((hit) => [pairKey(hit.list, hit.listEntry), hit]))
  const missing = known.filter((hit) => !foundKeys.has(pairKey(hit.list, hit.listEntry)))
  return [
    ...found.map((f) => foundHit(ctx, party, f, byKey.get(pairKey(f.list, f.entryId)))),
    ...missing.map((hit) => missingHit(ctx, party, hit)),
  ]
}
