import { defaultThreshold } from '@allmende/domain/screening'
import { isMemberOn, type RulebookParams } from '@allmende/wire'
import { desc, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { holdLock } from '../db/locks.ts'
import { alliance, calls, members, rulebooks } from './tables.ts'

export type Rulebook = RulebookParams & { readonly version: number; readonly adoptedAt: Date }
export type CallRow = typeof calls.$inferSelect

type AllianceRow = typeof alliance.$inferSelect

/** What was founded never changes, so it is read once. Before the founding it is asked for each time. */
const founded = new WeakMap<Context['db'], AllianceRow>()

export async function loadAlliance(ctx: Context): Promise<AllianceRow | null> {
  const known = founded.get(ctx.db)
  if (known) return known
  const [row] = await ctx.db.sql.select().from(alliance).where(eq(alliance.id, 1))
  // A founding that is not committed may still be undone.
  if (row) ctx.db.afterCommit(() => founded.set(ctx.db, row))
  return row ?? null
}

/** The name under which the log is signed; stable once founded. */
export async function originOf(ctx: Context): Promise<string> {
  return (await loadAlliance(ctx))?.logOrigin ?? 'allmende.invalid/log'
}

const asRulebook = (row: typeof rulebooks.$inferSelect): Rulebook => ({
  ...defaultRulebook,
  ...(row.params as Partial<RulebookParams>),
  version: row.version,
  adoptedAt: row.adoptedAt,
})

/** The rulebook in force. What it does not say, or all of it before the founding, is as by default. */
export async function loadRulebook(ctx: Context): Promise<Rulebook> {
  const [row] = await ctx.db.sql.select().from(rulebooks).orderBy(desc(rulebooks.version)).limit(1)
  return row ? asRulebook(row) : { ...defaultRulebook, version: 0, adoptedAt: new Date(0) }
}

/** Every version of the rulebook, the newest first. */
export async function loadRulebooks(ctx: Context): Promise<Rulebook[]> {
  return (await ctx.db.sql.select().from(rulebooks).orderBy(desc(rulebooks.version))).map(asRulebook)
}

/** @returns false where somebody adopted this version first */
export async function insertRulebook(ctx: Context, row: typeof rulebooks.$inferInsert): Promise<boolean> {
  return (
    (
      await ctx.db.sql
        .insert(rulebooks)
        .values(row)
        .onConflictDoNothing()
        .returning({ version: rulebooks.version })
    ).length === 1
  )
}

export const defaultRulebook: RulebookParams = {
  listMaxAgeDays: 7,
  joiningThreshold: defaultThreshold,
  batchThreshold: defaultThreshold,
  // Few organisations run sites, and one that is missed is there for years.
  siteThreshold: 0.74,
  listEffects: {},
  hitFourEyes: [],
  trialMaxAcceleratorMs: 50 * 3_600_000,
  reviewersPerApplication: 2,
  siteOfflineAfterMs: 60_000,
  maxAttemptsPerJob: 3,
  shareHalfLifeDays: 30,
  enforcement: 'stricter',
  clearanceGraceMinutes: 60,
  hitGraceMinutes: 4320,
  retentionDays: 3650,
}

export async function loadMembers(ctx: Context) {
  return ctx.db.sql.select().from(members).orderBy(members.name)
}

/** Members as of today (UTC): neither those to come nor those that have ended. */
export async function loadMembersNow(ctx: Context) {
  const today = dayOf(ctx)
  return (await loadMembers(ctx)).filter((member) => isMemberOn(member, today))
}

/** Today's date (UTC): the day that memberships are counted by. */
export const dayOf = (ctx: Context) => ctx.now().toISOString().slice(0, 10)

export async function loadCalls(ctx: Context) {
  return ctx.db.sql.select().from(calls).orderBy(calls.opensAt, calls.id)
}

export async function loadCall(ctx: Context, id: string): Promise<CallRow | null> {
  const [row] = await ctx.db.sql.select().from(calls).where(eq(calls.id, id))
  return row ?? null
}

/** Whether applications can be made now. */
export function isOpen(call: CallRow, now: Date): boolean {
  return call.opensAt <= now && (call.closesAt === null || now < call.closesAt)
}

export async function insertMember(ctx: Context, row: typeof members.$inferInsert): Promise<boolean> {
  return (
    (await ctx.db.sql.insert(members).values(row).onConflictDoNothing().returning({ id: members.id }))
      .length === 1
  )
}

export async function saveMember(
  ctx: Context,
  id: string,
  change: Partial<typeof members.$inferInsert>,
): Promise<void> {
  await ctx.db.sql.update(members).set(change).where(eq(members.id, id))
}

export async function lockCall(ctx: Context, id: string): Promise<CallRow | null> {
  const [row] = await ctx.db.sql.select().from(calls).where(eq(calls.id, id)).for('update')
  return row ?? null
}

export async function saveCall(
  ctx: Context,
  id: string,
  change: Partial<typeof calls.$inferInsert>,
): Promise<void> {
  await ctx.db.sql.update(calls).set(change).where(eq(calls.id, id))
}

/** Whoever changes shares goes one after the other, so that their sum is that of all. */
export async function lockShares(ctx: Context): Promise<void> {
  await holdLock(ctx, 'shares')
}

export async function insertCall(ctx: Context, row: typeof calls.$inferInsert): Promise<boolean> {
  return (
    (await ctx.db.sql.insert(calls).values(row).onConflictDoNothing().returning({ id: calls.id })).length ===
    1
  )
}

export async function insertFounding(
  ctx: Context,
  row: typeof alliance.$inferInsert,
  params: RulebookParams,
): Promise<boolean> {
  const inserted = await ctx.db.sql
    .insert(alliance)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: alliance.id })
  if (inserted.length === 0) return false
  await ctx.db.sql.insert(rulebooks).values({ version: 1, params, adoptedAt: row.foundedAt })
  return true
}
