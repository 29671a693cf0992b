import { and, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { audit, people } from '../people/tables.ts'
import type { HitRow } from './store.ts'
import { enquiries, hitProposals, proposals } from './tables.ts'

export type ProposalRow = typeof proposals.$inferSelect
export type HitProposalRow = typeof hitProposals.$inferSelect
export type EnquiryRow = typeof enquiries.$inferSelect

export async function findProposal(ctx: Context, determination: string): Promise<ProposalRow | null> {
  const [row] = await ctx.db.sql.select().from(proposals).where(eq(proposals.determination, determination))
  return row ?? null
}

/** The caller holds the application's lock, so there is no other proposal. */
export async function insertProposal(ctx: Context, row: ProposalRow): Promise<void> {
  await ctx.db.sql.insert(proposals).values(row)
}

/** What was proposed for a hit as it was opened last. */
export async function findHitProposal(
  ctx: Context,
  { id, opened }: Pick<HitRow, 'id' | 'opened'>,
): Promise<HitProposalRow | null> {
  const [row] = await ctx.db.sql
    .select()
    .from(hitProposals)
    .where(and(eq(hitProposals.hit, id), eq(hitProposals.opened, opened)))
  return row ?? null
}

/** The caller holds the application's lock, so there is no other proposal. */
export async function insertHitProposal(ctx: Context, row: HitProposalRow): Promise<void> {
  await ctx.db.sql.insert(hitProposals).values(row)
}

export async function insertEnquiry(ctx: Context, row: EnquiryRow): Promise<void> {
  await ctx.db.sql.insert(enquiries).values(row)
}

export async function findEnquiry(
  ctx: Context,
  application: string,
  id: string,
): Promise<{ enquiry: EnquiryRow; officerName: string } | null> {
  const [row] = await ctx.db.sql
    .select({ enquiry: enquiries, officerName: people.name })
    .from(enquiries)
    .innerJoin(people, eq(people.id, enquiries.officer))
    .where(and(eq(enquiries.id, id), eq(enquiries.application, application)))
  return row ?? null
}

/** Facts that an officer has asked for and that nobody has stated to them yet. */
export async function askedFacts(ctx: Context, application: string): Promise<string[]> {
  const rows = await ctx.db.sql
    .select({ fact: enquiries.fact })
    .from(enquiries)
    .where(and(eq(enquiries.application, application), isNull(enquiries.answeredAt)))
  return rows.flatMap((row) => row.fact ?? [])
}

/** Saves an answer. @returns false where somebody else answered first */
export async function saveAnswer(
  ctx: Context,
  id: string,
  answer: { answer: string; answeredBy: string; answeredAt: Date },
): Promise<boolean> {
  const rows = await ctx.db.sql
    .update(enquiries)
    .set(answer)
    .where(and(eq(enquiries.id, id), isNull(enquiries.answeredAt)))
    .returning({ id: enquiries.id })
  return rows.length === 1
}

/** Queries to the rules and the lists, the last one first. What was asked about stands nowhere. */
export async function pageOfQueries(ctx: Context, after: string | undefined, limit: number) {
  return ctx.db.sql
    .select({
      id: audit.id,
      at: audit.at,
      who: people.name,
      action: audit.action,
      resource: audit.resource,
      outcome: audit.outcome,
    })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.person))
    .where(
      and(inArray(audit.action, ['rules.query', 'screening.query']), after ? lt(audit.id, after) : undefined),
    )
    .orderBy(desc(audit.id))
    .limit(limit)
}
