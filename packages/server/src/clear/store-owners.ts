import { inArray, sql } from 'drizzle-orm'
import { parties } from '../apply/tables.ts'
import type { Context } from '../context.ts'
import { holdLock } from '../db/locks.ts'
import type { PartyRow } from './store.ts'
import { ownershipHoldings, ownershipSources } from './tables.ts'

export type OwnershipSource = typeof ownershipSources.$inferSelect
export type RegisterHolding = Readonly<typeof ownershipHoldings.$inferSelect>

/** More levels than any group of companies has; a cycle ends there too. */
const levelsMax = 40

/** Who stands above these LEIs in the registers, with all that they hold of one another, on a day; nearest first. */
export async function loadRegisterHoldings(
  ctx: Context,
  leis: readonly string[],
  day: string,
): Promise<RegisterHolding[]> {
  if (leis.length === 0) return []
  const start = JSON.stringify(leis.map((lei) => ({ lei })))
  return ctx.db.rows<RegisterHolding>(sql`
    with recursive above as (
      select lei, 0 as level from jsonb_to_recordset(${start}::jsonb) as r(lei text)
      union
      select h.owner, a.level + 1 from above a join ownership_holdings h on h.owned = a.lei
      where a.level < ${levelsMax} and (h."from" is null or h."from" <= ${day}) and (h.until is null or h.until > ${day}))
    select distinct h.source, h.owner, h.owned, h.kind, h.share, h."from", h.until from ownership_holdings h
      join (select distinct lei from above) a on a.lei = h.owned
    where (h."from" is null or h."from" <= ${day}) and (h.until is null or h.until > ${day})
    order by h.owned, h.owner, h.kind`)
}

export async function loadOwnershipSources(ctx: Context): Promise<OwnershipSource[]> {
  return ctx.db.sql.select().from(ownershipSources).orderBy(ownershipSources.name)
}

export async function saveRegister(ctx: Context, source: OwnershipSource): Promise<void> {
  await ctx.db.sql
    .insert(ownershipSources)
    .values(source)
    .onConflictDoUpdate({ target: ownershipSources.name, set: source })
}

/** Puts a register in the place of what was there, whole. */
export async function swapRegister(
  ctx: Context,
  source: OwnershipSource,
  batches: AsyncIterable<readonly RegisterHolding[]>,
): Promise<void> {
  await holdLock(ctx, 'lists')
  await saveRegister(ctx, source)
  await ctx.db.rows(sql`delete from ownership_holdings where source = ${source.name}`)
  for await (const batch of batches)
    await ctx.db.sql
      .insert(ownershipHoldings)
      .values([...batch])
      .onConflictDoNothing()
}

export async function countHoldings(ctx: Context, source: string): Promise<number> {
  const [row] = await ctx.db.rows<{ n: number }>(
    sql`select count(*)::int as n from ownership_holdings where source = ${source}`,
  )
  return row?.n ?? 0
}

/** An owner that a register names, as a party; what it holds and its version are brought up to date. */
export async function insertOwnerParty(
  ctx: Context,
  row: Pick<PartyRow, 'id' | 'application' | 'name' | 'identifiers'> & { holding: readonly unknown[] },
): Promise<PartyRow> {
  const [saved] = await ctx.db.sql
    .insert(parties)
    .values({ ...row, kind: 'organisation', aliases: [], nationalities: [], version: 1 })
    .onConflictDoUpdate({ target: parties.id, set: { holding: row.holding, leftAt: null } })
    .returning()
  if (!saved) throw new Error('Invariant broken: a party that is saved is there')
  return saved as PartyRow
}

/** Parties that own nothing of it any more are screened no more. */
export async function leaveOwnerParties(ctx: Context, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await ctx.db.sql
      .update(parties)
      .set({ leftAt: ctx.now() })
      .where(inArray(parties.id, [...ids]))
}
