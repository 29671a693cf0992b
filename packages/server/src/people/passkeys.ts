import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { and, eq, gt } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { newId } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { openSession, type Session } from './sessions.ts'
import { listPasskeys, type PersonRow } from './store.ts'
import { passkeys, signInAttempts } from './tables.ts'

const attemptMs = 10 * 60_000

type Attempt = { readonly challenge: string }

function site(ctx: Context) {
  const url = new URL(ctx.settings.publicUrl)
  return { rpID: url.hostname, origin: url.origin }
}

async function beginAttempt(
  ctx: Context,
  kind: 'passkey-sign-in' | 'passkey-add',
  person: string | null,
  data: Attempt,
): Promise<string> {
  const id = newId(ctx.now())
  await ctx.db.sql
    .insert(signInAttempts)
    .values({ id, kind, person, data, expiresAt: new Date(ctx.now().getTime() + attemptMs) })
  return id
}

/** Uses up an attempt: it is worth one try. */
async function takeAttempt(
  ctx: Context,
  kind: 'passkey-sign-in' | 'passkey-add',
  id: string,
  person: string | null,
): Promise<Attempt> {
  const [taken] = await ctx.db.sql
    .delete(signInAttempts)
    .where(
      and(eq(signInAttempts.id, id), eq(signInAttempts.kind, kind), gt(signInAttempts.expiresAt, ctx.now())),
    )
    .returning()
  if (!taken || taken.person !== person) throw refused()
  return taken.data as Attempt
}

const refused = () =>
  new Refusal('sign-in.failed', 'The passkey was not accepted.', {
    remedy: 'Try again, or use the e-mail link.',
  })

export async function passkeyAddOptions(ctx: Context, person: PersonRow) {
  const known = await listPasskeys(ctx, person.id)
  const options = await generateRegistrationOptions({
    rpName: 'Allmende',
    rpID: site(ctx).rpID,
    userName: person.email,
    userDisplayName: person.name,
    excludeCredentials: known.map((key) => ({ id: key.id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
  return {
    attempt: await beginAttempt(ctx, 'passkey-add', person.id, { challenge: options.challenge }),
    options: { ...options },
  }
}

export async function addPasskey(
  ctx: Context,
  person: string,
  request: { attempt: string; name: string; response: Record<string, unknown> },
): Promise<{ id: string }> {
  const { challenge } = await takeAttempt(ctx, 'passkey-add', request.attempt, person)
  const { rpID, origin } = site(ctx)
  const verified = await verifyRegistrationResponse({
    response: request.response as unknown as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
  }).catch(() => null)
  if (!verified?.verified) throw refused()
  const { credential } = verified.registrationInfo
  await ctx.db.sql.insert(passkeys).values({
    id: credential.id,
    person,
    name: request.name,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: credential.transports ?? [],
    createdAt: ctx.now(),
  })
  return { id: credential.id }
}

export async function passkeySignInOptions(ctx: Context) {
  const options = await generateAuthenticationOptions({ rpID: site(ctx).rpID, userVerification: 'preferred' })
  return {
    attempt: await beginAttempt(ctx, 'passkey-sign-in', null, { challenge: options.challenge }),
    options: { ...options },
  }
}

export async function signInWithPasskey(
  ctx: Context,
  request: { attempt: string; response: Record<string, unknown> },
): Promise<Session> {
  const { challenge } = await takeAttempt(ctx, 'passkey-sign-in', request.attempt, null)
  const response = request.response as unknown as AuthenticationResponseJSON
  const [key] =
    typeof response.id === 'string'
      ? await ctx.db.sql.select().from(passkeys).where(eq(passkeys.id, response.id))
      : []
  if (!key) throw refused()
  const { rpID, origin } = site(ctx)
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
    credential: {
      id: key.id,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
      counter: key.counter,
    },
  }).catch(() => null)
  if (!verified?.verified) throw refused()
  await ctx.db.sql
    .update(passkeys)
    .set({ counter: verified.authenticationInfo.newCounter })
    .where(eq(passkeys.id, key.id))
  return openSession(ctx, key.person, 'passkey')
}
