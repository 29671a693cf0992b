import { eq, sql } from 'drizzle-orm'
import { defaultRulebook } from '../alliance/index.ts'
import { rulebooks } from '../alliance/tables.ts'
import type { Context } from '../context.ts'
import { enrolments, sites } from './tables.ts'

export type SiteRow = typeof sites.$inferSelect
export type SitePolicy = {
  refusedMembers: string[]
  refusedCountries: string[]
  licenceConditions: string
  conditionsKnown: boolean
}

export const policyOf = (row: SiteRow) => row.policy as SitePolicy

/** A site as it stands: what it runs now, and after which silence the rulebook takes it for offline. */
export type SiteView = SiteRow & { readonly running: number; readonly offlineAfterMs: number }

export async function loadSites(ctx: Context): Promise<SiteView[]> {
  const running = sql<number>`(select count(*)::int from placements where placements.site = sites.id and placements.state = 'running')`
  const offlineAfterMs = sql<
    number | null
  >`(select (params ->> 'siteOfflineAfterMs')::int from ${rulebooks} order by version desc limit 1)`
  const rows = await ctx.db.sql.select({ site: sites, running, offlineAfterMs }).from(sites).orderBy(sites.id)
  return rows.map((row) => ({
    ...row.site,
    running: row.running,
    offlineAfterMs: row.offlineAfterMs ?? defaultRulebook.siteOfflineAfterMs,
  }))
}

export async function loadSite(ctx: Context, id: string): Promise<SiteView | null> {
  return (await loadSites(ctx)).find((site) => site.id === id) ?? null
}

export async function insertSite(ctx: Context, row: typeof sites.$inferInsert): Promise<boolean> {
  return (
    (await ctx.db.sql.insert(sites).values(row).onConflictDoNothing().returning({ id: sites.id })).length ===
    1
  )
}

export async function savePolicy(ctx: Context, id: string, policy: SitePolicy): Promise<void> {
  await ctx.db.sql.update(sites).set({ policy }).where(eq(sites.id, id))
}

export async function saveStanding(ctx: Context, id: string, standing: SiteRow['standing']): Promise<void> {
  await ctx.db.sql.update(sites).set({ standing }).where(eq(sites.id, id))
}

/** Jobs that are placed or run at a site, and those that wait for it alone. */
export async function countLive(ctx: Context, id: string): Promise<number> {
  const [row] = await ctx.db.rows<{ n: number }>(sql`
    select ((select count(*) from placements where site = ${id} and state in ('desired', 'accepted', 'running'))
      + (select count(*) from jobs where only_site = ${id} and state = 'queued'))::int as n`)
  return row?.n ?? 0
}

/** What stood for projects at a site that has ended; each determination and decision stays on record. */
export async function forgetClearances(ctx: Context, id: string): Promise<void> {
  await ctx.db.rows(sql`delete from clearances where site = ${id}`)
  await ctx.db.rows(sql`delete from holds where site = ${id}`)
}

export async function insertEnrolment(ctx: Context, row: typeof enrolments.$inferInsert): Promise<void> {
  await ctx.db.sql.insert(enrolments).values(row)
}

/** Locks the enrolment so that a code used twice at once joins once. */
export async function lockEnrolment(ctx: Context, tokenHash: string) {
  const [row] = await ctx.db.sql
    .select({ enrolment: enrolments, site: sites })
    .from(enrolments)
    .innerJoin(sites, eq(sites.id, enrolments.site))
    .where(eq(enrolments.tokenHash, tokenHash))
    .for('update')
  return row ?? null
}

export async function saveJoined(
  ctx: Context,
  tokenHash: string,
  site: string,
  publicKey: string,
  siteTokenHash: string,
  agentVersion: string,
): Promise<void> {
  await ctx.db.sql.update(enrolments).set({ usedAt: ctx.now() }).where(eq(enrolments.tokenHash, tokenHash))
  await ctx.db.sql
    .update(sites)
    .set({ publicKey, tokenHash: siteTokenHash, agentVersion })
    .where(eq(sites.id, site))
}

/** What a site's agent last said of itself. */
export async function saveSeen(
  ctx: Context,
  site: string,
  seen: {
    agentVersion: string
    sandbox: string
    engine: string
    accelerators: number
    cpus: number
    memoryMiB: number
  },
): Promise<void> {
  await ctx.db.sql
    .update(sites)
    .set({ ...seen, lastSeenAt: ctx.now() })
    .where(eq(sites.id, site))
}
