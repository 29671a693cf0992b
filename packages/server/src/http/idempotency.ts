import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { Refusal } from './problems.ts'
import { idempotency } from './tables.ts'

/** Characters of an Idempotency-Key at most. */
export const idempotencyKeyMax = 200

/** Days for which the answer to a key is repeated; later the key is only known to have been used. */
export const answerDays = 7

/** The status of an answer that is no longer kept. */
const forgotten = 0
const forgottenAtOnce = 20_000

/** What is kept of answers to people; in these very words, so that their index serves. */
const isKept = sql.raw(`status <> ${forgotten} and caller not like 'site:%'`)

type Attempt = {
  readonly caller: string
  readonly key: string
  readonly operation: string
  readonly request: string
  readonly replay: boolean
}
type Answer = { status: number; body: string; etag?: string }

/**
 * Carries out a request once per caller and key. The answer is stored in the transaction of what it did,
 * so either both stand or neither does. The full request is hashed: a key reused for another request is refused.
 */
export async function once(ctx: Context, attempt: Attempt, work: () => Promise<Answer>): Promise<Answer> {
  const requestHash = createHash('sha256').update(attempt.request).digest('hex')
  const mine = and(eq(idempotency.caller, attempt.caller), eq(idempotency.key, attempt.key))
  const claimed = await ctx.db.sql
    .insert(idempotency)
    .values({
      caller: attempt.caller,
      key: attempt.key,
      operation: attempt.operation,
      requestHash,
      status: 0,
      body: '',
      at: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ key: idempotency.key })
  if (claimed.length === 0) {
    const [stored] = await ctx.db.sql.select().from(idempotency).where(mine)
    if (
      stored?.requestHash !== requestHash ||
      stored.operation !== attempt.operation ||
      !attempt.replay ||
      stored.status === forgotten
    ) {
      throw new Refusal(
        'request.key-reused',
        `The Idempotency-Key was already used by ${stored?.operation ?? 'another request'}.`,
        { remedy: 'Send a new key.' },
      )
    }
    return { status: stored.status, body: stored.body }
  }
  const answer = await work()
  await ctx.db.sql
    .update(idempotency)
    .set({ status: answer.status, body: attempt.replay ? answer.body : '' })
    .where(mine)
  return answer
}

/**
 * Forgets what was answered to people longer ago than it is repeated: answers may hold what somebody stated, and must
 * not outlive it. Their keys stay, so that nothing is done twice. What sites were told names nobody, and a site that
 * was cut off repeats a request however late.
 *
 * @returns whether there may be more
 */
export async function forgetAnswers(ctx: Context): Promise<boolean> {
  const before = new Date(ctx.now().getTime() - answerDays * 86_400_000).toISOString()
  const rows = await ctx.db.rows(sql`
    update idempotency set status = ${forgotten}, body = '' where (caller, key) in (
      select caller, key from idempotency
      where at < ${before}::timestamptz and ${isKept} limit ${forgottenAtOnce})
    returning 1`)
  return rows.length === forgottenAtOnce
}

/** Shorter names stand in too many answers about others. */
const wordMin = 3

/** Forgets at once what people were answered that has one of these words in it: the ids and names of who is erased. */
export async function forgetAnswersWith(ctx: Context, words: readonly string[]): Promise<void> {
  const written = words
    .filter(({ length }) => length >= wordMin)
    .map((word) => JSON.stringify(word).slice(1, -1))
  if (written.length === 0) return
  await ctx.db.rows(sql`
    update idempotency set status = ${forgotten}, body = '' where ${isKept}
      and exists (select 1 from jsonb_array_elements_text(${JSON.stringify(written)}::jsonb) as w(word) where strpos(body, w.word) > 0)`)
}
