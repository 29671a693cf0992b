import { loadRulebook } from '../alliance/index.ts'
import type { Context } from '../context.ts'
import { append } from '../record/index.ts'
import { eraseCase, eraseParties, expiredApplications, expiredRoleHolders, partiesToErase } from './store.ts'

const dayMs = 86_400_000
const atOnce = 50

/** Until when statements are kept after the end of their application. */
export function retentionEnd(ended: Date, retentionDays: number): Date {
  return new Date(ended.getTime() + retentionDays * dayMs)
}

/**
 * Erases what people stated in applications, and for roles, that ended longer ago than the rulebook keeps it, each in a
 * transaction of its own. @returns whether there may be more
 */
export async function eraseExpired(ctx: Context): Promise<boolean> {
  const { retentionDays } = await loadRulebook(ctx)
  const before = new Date(ctx.now().getTime() - retentionDays * dayMs)
  const due = await expiredApplications(ctx, before, atOnce)
  for (const application of due)
    await ctx.db.transaction(async () => {
      const parties = await partiesToErase(ctx, application)
      await eraseParties(ctx, parties, ctx.now())
      await eraseCase(ctx, application, ctx.now())
      await append(ctx, 'data.erased', [application], () => ({
        what: 'application',
        subject: application,
        statements: parties.length,
      }))
    })
  const left = await expiredRoleHolders(ctx, before, atOnce)
  for (const party of left)
    await ctx.db.transaction(async () => {
      await eraseParties(ctx, [party], ctx.now())
      await append(ctx, 'data.erased', ['alliance'], (hide) => ({
        what: 'role-holder',
        subject: hide('erased', party),
        statements: 1,
      }))
    })
  return due.length === atOnce || left.length === atOnce
}
