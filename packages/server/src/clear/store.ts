import type { Determination } from '@allmende/domain/terms'
import type { applicationInput } from '@allmende/wire'
import { and, asc, eq, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import { members, rulebooks } from '../alliance/tables.ts'
import { applications, parties } from '../apply/tables.ts'
import type { Context } from '../context.ts'
import { holdLock } from '../db/locks.ts'
import { sites } from '../sites/tables.ts'
import {
  clearances,
  decisions,
  determinations,
  hits,
  listChecks,
  listEntries,
  lists,
  screenings,
} from './tables.ts'

export type ListRow = typeof lists.$inferSelect
export type HitRow = typeof hits.$inferSelect
export type DecisionRow = typeof decisions.$inferSelect
export type ClearanceRow = typeof clearances.$inferSelect
export type DeterminationRow = Omit<typeof determinations.$inferSelect, 'result'> & {
  readonly result: Determination
}
export type PartyRow = Omit<typeof parties.$inferSelect, 'aliases' | 'nationalities'> & {
  readonly aliases: readonly string[]
  readonly nationalities: readonly string[]
}
export type ApplicationRow = Omit<typeof applications.$inferSelect, 'content' | 'answers'> & {
  readonly content: z.output<typeof applicationInput>
  readonly answers: Readonly<Record<string, string>>
}
type Policy = {
  refusedMembers: string[]
  refusedCountries: string[]
  licenceConditions: string
  conditionsKnown: boolean
}
export type SiteWithMember = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly memberCountry: string
  readonly acceleratorModel: string
  readonly policy: Policy
  readonly createdAt: Date
}

/** Locks an application, so that it is evaluated and decided by one at a time; null where there is none. */
export async function lockApplication(ctx: Context, id: string): Promise<ApplicationRow | null> {
  const [row] = await ctx.db.sql.select().from(applications).where(eq(applications.id, id)).for('update')
  return (row as ApplicationRow | undefined) ?? null
}

/** The same, but null at once where somebody else holds it. */
export async function tryLockApplication(ctx: Context, id: string): Promise<ApplicationRow | null> {
  const [row] = await ctx.db.sql
    .select()
    .from(applications)
    .where(eq(applications.id, id))
    .for('update', { skipLocked: true })
  return (row as ApplicationRow | undefined) ?? null
}

/** The parties that take part now. */
export async function loadParties(ctx: Context, application: string): Promise<PartyRow[]> {
  const rows = await ctx.db.sql
    .select()
    .from(parties)
    .where(and(eq(parties.application, application), isNull(parties.leftAt)))
    .orderBy(asc(parties.id))
  return rows as PartyRow[]
}

/** A list, with the last look at its official address. */
export type LoadedList = ListRow & {
  readonly check: { readonly at: Date; readonly problem: string | null } | null
}

type JoinedList = { list: ListRow; checkedAt: Date | null; problem: string | null }
const joined = { list: lists, checkedAt: listChecks.checkedAt, problem: listChecks.problem }
const loadedOf = ({ list, checkedAt, problem }: JoinedList): LoadedList => ({
  ...list,
  check: checkedAt && { at: checkedAt, problem },
})

export async function loadLists(ctx: Context): Promise<LoadedList[]> {
  const rows = await ctx.db.sql
    .select(joined)
    .from(lists)
    .leftJoin(listChecks, eq(listChecks.list, lists.name))
    .orderBy(asc(lists.name))
  return rows.map(loadedOf)
}

/** The lists, with the age in days that the rulebook in force allows them; one query. */
export async function loadListsAndAge(
  ctx: Context,
): Promise<{ lists: LoadedList[]; listMaxAgeDays: number }> {
  const maxAge = sql<number>`(select (params ->> 'listMaxAgeDays')::int from ${rulebooks} order by version desc limit 1)`
  const rows = await ctx.db.sql
    .select({ ...joined, maxAge })
    .from(lists)
    .leftJoin(listChecks, eq(listChecks.list, lists.name))
    .orderBy(asc(lists.name))
  return {
    lists: rows.map(loadedOf),
    // Without a list there is nothing whose age could matter.
    listMaxAgeDays: rows[0]?.maxAge ?? 0,
  }
}

/** Sites that take part, each with its member's country. */
export async function loadSitesWithMember(ctx: Context): Promise<SiteWithMember[]> {
  const rows = await ctx.db.sql
    .select({
      id: sites.id,
      name: sites.name,
      country: sites.country,
      memberCountry: members.country,
      acceleratorModel: sites.acceleratorModel,
      policy: sites.policy,
      createdAt: sites.createdAt,
    })
    .from(sites)
    .innerJoin(members, eq(members.id, sites.member))
    .where(ne(sites.standing, 'ended'))
    .orderBy(asc(sites.id))
  return rows as SiteWithMember[]
}

/** Hits of parties, gone ones included. */
export async function loadHits(ctx: Context, of: readonly string[]): Promise<HitRow[]> {
  if (of.length === 0) return []
  return ctx.db.sql
    .select()
    .from(hits)
    .where(inArray(hits.party, [...of]))
    .orderBy(asc(hits.id))
}

export type ScreeningRow = typeof screenings.$inferSelect

/** The last screening of each of these parties, by party. */
export async function loadLastScreenings(
  ctx: Context,
  of: readonly Pick<PartyRow, 'id'>[],
): Promise<ReadonlyMap<string, ScreeningRow>> {
  if (of.length === 0) return new Map()
  const rows = await ctx.db.sql
    .select()
    .from(screenings)
    .where(
      inArray(
        screenings.party,
        of.map(({ id }) => id),
      ),
    )
  return new Map(rows.map((row) => [row.party, row]))
}

/** So many rows go into one statement: each field is a parameter, and a statement takes 65,535 of them. */
const rowsAtOnce = 1000

function* chunksOf<T>(rows: readonly T[]): Generator<T[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce)
}

export async function saveScreenings(ctx: Context, rows: readonly ScreeningRow[]): Promise<void> {
  for (const some of chunksOf(rows))
    await ctx.db.sql
      .insert(screenings)
      .values(some)
      .onConflictDoUpdate({
        target: screenings.party,
        set: {
          partyVersion: sql`excluded.party_version`,
          lists: sql`excluded.lists`,
          engineVersion: sql`excluded.engine_version`,
          hits: sql`excluded.hits`,
          at: sql`excluded.at`,
        },
      })
}

export async function saveHits(ctx: Context, rows: readonly (typeof hits.$inferInsert)[]): Promise<void> {
  for (const some of chunksOf(rows)) await saveSomeHits(ctx, some)
}

async function saveSomeHits(ctx: Context, rows: (typeof hits.$inferInsert)[]): Promise<void> {
  await ctx.db.sql
    .insert(hits)
    .values(rows)
    .onConflictDoUpdate({
      target: [hits.party, hits.list, hits.listEntry],
      set: {
        entry: sql`excluded.entry`,
        score: sql`excluded.score`,
        match: sql`excluded.match`,
        factors: sql`excluded.factors`,
        engineVersion: sql`excluded.engine_version`,
        state: sql`excluded.state`,
        partyVersion: sql`excluded.party_version`,
        opened: sql`excluded.opened`,
        goneAt: sql`excluded.gone_at`,
        effect: sql`excluded.effect`,
        fourEyes: sql`excluded.four_eyes`,
      },
    })
}

export async function setHitState(
  ctx: Context,
  id: string,
  after: Pick<HitRow, 'state' | 'opened'>,
): Promise<void> {
  await ctx.db.sql.update(hits).set(after).where(eq(hits.id, id))
}

/** Determinations that stand, with the decision on each. */
export async function loadDeterminations(
  ctx: Context,
  application: string,
): Promise<{ determination: DeterminationRow; decision: DecisionRow | null }[]> {
  const rows = await ctx.db.sql
    .select({ determination: determinations, decision: decisions })
    .from(determinations)
    .leftJoin(decisions, eq(decisions.determination, determinations.id))
    .where(and(eq(determinations.application, application), isNull(determinations.supersededAt)))
    .orderBy(asc(determinations.site))
  return rows as { determination: DeterminationRow; decision: DecisionRow | null }[]
}

export async function insertDeterminations(
  ctx: Context,
  rows: readonly (typeof determinations.$inferInsert)[],
  superseded: readonly string[],
): Promise<void> {
  if (superseded.length > 0)
    await ctx.db.sql
      .update(determinations)
      .set({ supersededAt: ctx.now() })
      .where(inArray(determinations.id, [...superseded]))
  if (rows.length > 0) await ctx.db.sql.insert(determinations).values([...rows])
}

export async function loadClearances(ctx: Context, application: string): Promise<ClearanceRow[]> {
  return ctx.db.sql
    .select()
    .from(clearances)
    .where(eq(clearances.application, application))
    .orderBy(asc(clearances.site))
}

export async function saveClearances(
  ctx: Context,
  rows: readonly (typeof clearances.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return
  await ctx.db.sql
    .insert(clearances)
    .values([...rows])
    .onConflictDoUpdate({
      target: [clearances.application, clearances.site],
      set: {
        standing: sql`excluded.standing`,
        outcome: sql`excluded.outcome`,
        determination: sql`excluded.determination`,
        at: sql`excluded.at`,
      },
    })
}

/** @returns false where the same opening or determination was decided already */
export async function insertDecision(ctx: Context, row: typeof decisions.$inferInsert): Promise<boolean> {
  return (
    (await ctx.db.sql.insert(decisions).values(row).onConflictDoNothing().returning({ id: decisions.id }))
      .length === 1
  )
}

/** Whether a hit waits for an officer: undecided, still on its list, and more than a list that only informs. */
export const isWaitingHit = (h: SQL): SQL =>
  sql`(${h}.state = 'open' and ${h}.gone_at is null and ${h}.effect <> 'inform')`

export async function findHit(
  ctx: Context,
  id: string,
): Promise<{
  hit: HitRow
  application: string | null
  site: string | null
  person: string | null
} | null> {
  const [row] = await ctx.db.sql
    .select({ hit: hits, application: parties.application, site: parties.site, person: parties.person })
    .from(hits)
    .innerJoin(parties, eq(parties.id, hits.party))
    .where(eq(hits.id, id))
  return row ?? null
}

export async function findDetermination(
  ctx: Context,
  id: string,
): Promise<{ determination: DeterminationRow; decision: DecisionRow | null } | null> {
  const [row] = await ctx.db.sql
    .select({ determination: determinations, decision: decisions })
    .from(determinations)
    .leftJoin(decisions, eq(decisions.determination, determinations.id))
    .where(eq(determinations.id, id))
  return (row as { determination: DeterminationRow; decision: DecisionRow | null } | undefined) ?? null
}

/** The lists, held until the transaction ends, so that imports go one after the other. */
export async function lockLists(ctx: Context): Promise<LoadedList[]> {
  await holdLock(ctx, 'lists')
  return loadLists(ctx)
}

/**
 * Puts a list and its entries in the place of what was there. An entry that stands as it stood keeps the version in
 * which it changed last: so it is known whom it need not be compared with again.
 */
export async function swapList(
  ctx: Context,
  list: ListRow,
  entries: readonly { id: string }[],
): Promise<void> {
  const { version } = list
  await ctx.db.sql.insert(lists).values(list).onConflictDoUpdate({ target: lists.name, set: list })
  for (const some of chunksOf(entries)) {
    await ctx.db.sql
      .insert(listEntries)
      .values(some.map((body) => ({ list: list.name, id: body.id, body, version })))
      .onConflictDoUpdate({
        target: [listEntries.list, listEntries.id],
        set: { body: sql`excluded.body`, version },
        setWhere: sql`${listEntries.body} is distinct from excluded.body`,
      })
  }
  const ids = JSON.stringify(entries.map(({ id }) => id))
  await ctx.db.sql
    .delete(listEntries)
    .where(
      and(
        eq(listEntries.list, list.name),
        sql`${listEntries.id} not in (select jsonb_array_elements_text(${ids}::jsonb))`,
      ),
    )
}

/** The entries that came or changed after these versions of their lists. */
export async function loadChangedEntries(
  ctx: Context,
  since: readonly { list: string; version: number }[],
): Promise<{ list: string; body: unknown }[]> {
  return ctx.db.sql
    .select({ list: listEntries.list, body: listEntries.body })
    .from(listEntries)
    .innerJoin(
      sql`jsonb_to_recordset(${JSON.stringify(since)}::jsonb) as s(list text, version int)`,
      sql`s.list = ${listEntries.list} and ${listEntries.version} > s.version`,
    )
    .orderBy(asc(listEntries.list), asc(listEntries.id))
}

/** Of these hits, those whose entry still stands on its list, with the version in which it changed last. */
export async function loadEntryVersions(
  ctx: Context,
  hitIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db.sql
    .select({ id: hits.id, version: listEntries.version })
    .from(hits)
    .innerJoin(listEntries, and(eq(listEntries.list, hits.list), eq(listEntries.id, hits.listEntry)))
    .where(inArray(hits.id, [...hitIds]))
  return new Map(rows.map((row) => [row.id, row.version]))
}

export async function loadListEntries(ctx: Context): Promise<{ list: string; body: unknown }[]> {
  return ctx.db.sql
    .select({ list: listEntries.list, body: listEntries.body })
    .from(listEntries)
    .orderBy(asc(listEntries.list), asc(listEntries.id))
}
