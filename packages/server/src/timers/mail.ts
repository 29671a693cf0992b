import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Mailer } from '../outside/mail.ts'
import { mails } from '../people/tables.ts'

const claimMs = 60_000
const retryMsMax = 3_600_000

/**
 * Sends one mail that is due. It is claimed first, so that two servers do not both send it; a server that dies
 * between sending and noting it sends it again: at least once, never lost. @returns whether there was one
 */
export async function sendDueMail(ctx: Context, mailer: Mailer): Promise<boolean> {
  const now = ctx.now()
  const [claimed] = await ctx.db.sql
    .update(mails)
    .set({ retryAt: new Date(now.getTime() + claimMs), attempts: sql`${mails.attempts} + 1` })
    .where(
      and(
        isNull(mails.sentAt),
        lte(mails.retryAt, now),
        sql`${mails.id} = (select id from mails due where due.sent_at is null and due.retry_at <= ${now.toISOString()}::timestamptz order by due.created_at limit 1 for update skip locked)`,
      ),
    )
    .returning()
  if (!claimed) return false
  try {
    await mailer.send({ to: claimed.to, subject: claimed.subject, text: claimed.text })
    await ctx.db.sql.update(mails).set({ sentAt: ctx.now(), lastError: null }).where(eq(mails.id, claimed.id))
  } catch (error) {
    const waitMs = Math.min(retryMsMax, 15_000 * 2 ** Math.min(claimed.attempts, 10))
    ctx.logger.warn(
      {
        mail: claimed.id,
        attempts: claimed.attempts,
        code: (error as NodeJS.ErrnoException).code ?? 'unknown',
      },
      'a mail could not be sent; it is tried again',
    )
    await ctx.db.sql
      .update(mails)
      .set({
        retryAt: new Date(ctx.now().getTime() + waitMs),
        lastError: (error as NodeJS.ErrnoException).code ?? 'unknown',
      })
      .where(eq(mails.id, claimed.id))
  }
  return true
}
