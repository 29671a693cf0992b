import type { Context } from '../context.ts'
import type { PartyRow } from './store.ts'

const where = (party: string) => `parties.identifiers ${party}`

/** Numbers of documents and registers as they stand in the database: sealed, or null where there is none. */
export function sealIdentifiers(ctx: Context, party: string, identifiers: readonly string[]): string | null {
  return identifiers.length === 0 ? null : ctx.dataKey.seal(JSON.stringify(identifiers), where(party))
}

/** The numbers that a party stated. */
export function openIdentifiers(ctx: Context, party: Pick<PartyRow, 'id' | 'identifiers'>): string[] {
  return party.identifiers === null
    ? []
    : (JSON.parse(ctx.dataKey.open(party.identifiers, where(party.id))) as string[])
}
