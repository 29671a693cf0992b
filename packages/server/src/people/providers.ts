import { and, eq, gt } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { authorizationUrl, claimsOfCallback, type OidcCheck, type OidcClaims } from '../outside/oidc.ts'
import type { OidcProvider } from '../settings.ts'
import { openSession, type Session } from './sessions.ts'
import { findOrCreatePerson, findPersonByEmail } from './store.ts'
import { identities, signInAttempts } from './tables.ts'

const attemptMs = 15 * 60_000

function demandProvider(ctx: Context, id: string): OidcProvider {
  const provider = ctx.settings.oidc.find((p) => p.id === id)
  if (!provider) throw new Refusal('request.not-found', `There is no provider "${id}".`)
  return provider
}

export async function startOidc(
  ctx: Context,
  id: string,
  next: string,
): Promise<{ attempt: string; url: string }> {
  const provider = demandProvider(ctx, id)
  const { url, check } = await authorizationUrl(
    provider,
    `${ctx.settings.publicUrl}/sign-in/provider/${id}/return`,
  )
  const attempt = newId(ctx.now())
  await ctx.db.sql.insert(signInAttempts).values({
    id: attempt,
    kind: 'oidc',
    person: null,
    data: { check, next, provider: id },
    expiresAt: new Date(ctx.now().getTime() + attemptMs),
  })
  return { attempt, url }
}

/**
 * The person behind an identity, keyed by issuer and subject. A new identity never takes over an account that has
 * the same address: whoever runs a provider could else sign in as anybody.
 */
async function personOf(ctx: Context, claims: OidcClaims): Promise<string> {
  const [known] = await ctx.db.sql
    .select()
    .from(identities)
    .where(and(eq(identities.issuer, claims.issuer), eq(identities.subject, claims.subject)))
  if (known) {
    await ctx.db.sql
      .update(identities)
      .set({ assurance: claims.assurance })
      .where(eq(identities.id, known.id))
    return known.person
  }
  if (!claims.email || !claims.emailVerified)
    throw new Refusal('sign-in.failed', 'The provider gave no verified e-mail address.', {
      remedy: 'Use the e-mail link, or another provider.',
    })
  if (await findPersonByEmail(ctx, claims.email)) {
    throw new Refusal(
      'sign-in.failed',
      'There is an account with this address already, and a provider alone cannot open it.',
      { remedy: 'Use the e-mail link.' },
    )
  }
  const person = await findOrCreatePerson(ctx, claims.name ?? claims.email, claims.email)
  await ctx.db.sql.insert(identities).values({
    id: newId(ctx.now()),
    person: person.id,
    issuer: claims.issuer,
    subject: claims.subject,
    assurance: claims.assurance,
    createdAt: ctx.now(),
  })
  return person.id
}

export async function finishOidc(
  ctx: Context,
  id: string,
  request: { attempt: string; callbackUrl: string },
): Promise<Session & { next: string }> {
  const provider = demandProvider(ctx, id)
  const [taken] = await ctx.db.sql
    .delete(signInAttempts)
    .where(
      and(
        eq(signInAttempts.id, request.attempt),
        eq(signInAttempts.kind, 'oidc'),
        gt(signInAttempts.expiresAt, ctx.now()),
      ),
    )
    .returning()
  const data = taken?.data as { check: OidcCheck; next: string; provider: string } | undefined
  const failed = new Refusal(
    'sign-in.failed',
    'The sign-in at the provider did not succeed, or took too long.',
    { remedy: 'Begin again.' },
  )
  if (!data || data.provider !== id || !URL.canParse(request.callbackUrl)) throw failed
  const claims = await claimsOfCallback(provider, new URL(request.callbackUrl), data.check)
  if (!claims) throw failed
  return ctx.db.transaction(async () => ({
    ...(await openSession(ctx, await personOf(ctx, claims), provider.name)),
    next: data.next,
  }))
}
