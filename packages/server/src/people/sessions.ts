import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { hashSecret, newId, newSecret } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { findOrCreatePerson, queueMail } from './store.ts'
import { apiTokens, sessions, signInLinks } from './tables.ts'

const linkMs = 30 * 60_000
const sessionMs = 14 * 86_400_000

export type Session = { readonly token: string; readonly expiresAt: string }

export async function openSession(ctx: Context, person: string, method: string): Promise<Session> {
  const token = newSecret('ses')
  const expiresAt = new Date(ctx.now().getTime() + sessionMs)
  await ctx.db.sql.insert(sessions).values({
    id: newId(ctx.now()),
    tokenHash: hashSecret(token),
    person,
    method,
    createdAt: ctx.now(),
    lastSeenAt: ctx.now(),
    expiresAt,
  })
  return { token, expiresAt: expiresAt.toISOString() }
}

/** Sends a sign-in link. Known or not makes no difference: an address nobody has becomes a person when its link is opened. */
export async function requestLink(
  ctx: Context,
  email: string,
  next: string,
  alliance: string,
): Promise<void> {
  const token = newSecret('link')
  const to = email.trim().toLowerCase()
  await ctx.db.sql.insert(signInLinks).values({
    tokenHash: hashSecret(token),
    email: to,
    next,
    expiresAt: new Date(ctx.now().getTime() + linkMs),
  })
  await queueMail(ctx, {
    to,
    subject: `Sign in at ${alliance}`,
    text: `Open this link to sign in. It works once, for 30 minutes.\n\n${ctx.settings.publicUrl}/sign-in/link?token=${token}\n\nIf you did not ask for it, leave it: nobody is signed in without it.\n`,
  })
}

/** Uses up a sign-in link; of two who try at once, one gets in. */
export async function redeemLink(ctx: Context, token: string): Promise<Session & { next: string }> {
  const [used] = await ctx.db.sql
    .update(signInLinks)
    .set({ usedAt: ctx.now() })
    .where(
      and(
        eq(signInLinks.tokenHash, hashSecret(token)),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, ctx.now()),
      ),
    )
    .returning({ email: signInLinks.email, next: signInLinks.next })
  if (!used)
    throw new Refusal(
      'sign-in.link-invalid',
      'The link was used already, is older than 30 minutes, or is not whole.',
      { remedy: 'Ask for a new one.' },
    )
  const person = await findOrCreatePerson(ctx, used.email.split('@')[0] ?? used.email, used.email)
  return { ...(await openSession(ctx, person.id, 'e-mail link')), next: used.next }
}

export async function makeToken(
  ctx: Context,
  person: string,
  request: { name: string; scopes: readonly string[]; days: number },
) {
  const token = newSecret('alm')
  const row = {
    id: newId(ctx.now()),
    person,
    tokenHash: hashSecret(token),
    prefix: token.slice(0, 10),
    name: request.name,
    scopes: [...new Set(request.scopes)],
    createdAt: ctx.now(),
    expiresAt: new Date(ctx.now().getTime() + request.days * 86_400_000),
  }
  await ctx.db.sql.insert(apiTokens).values(row)
  return { token, row: { ...row, lastUsedAt: null } }
}
