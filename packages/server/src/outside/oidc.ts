import * as client from 'openid-client'
import { WorldError } from '../http/problems.ts'
import type { OidcProvider } from '../settings.ts'

/** What a provider said of somebody. */
export type OidcClaims = {
  readonly issuer: string
  readonly subject: string
  readonly name: string | null
  readonly email: string | null
  readonly emailVerified: boolean
  readonly assurance: Readonly<Record<string, unknown>>
}
export type OidcCheck = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly redirectUri: string
}

const known = new Map<string, client.Configuration>()

/** Discovery happens at first use and again after a failure: a provider that is down at start is not lost. */
async function configuration(provider: OidcProvider): Promise<client.Configuration> {
  const cached = known.get(provider.issuer)
  if (cached) return cached
  try {
    const issuer = new URL(provider.issuer)
    const local = issuer.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname)
    const found = await client.discovery(
      issuer,
      provider.clientId,
      provider.clientSecret ?? undefined,
      undefined,
      { timeout: 10, ...(local ? { execute: [client.allowInsecureRequests] } : {}) },
    )
    known.set(provider.issuer, found)
    return found
  } catch (error) {
    throw new WorldError(
      'sign-in.provider-down',
      `${provider.name} does not answer. Try again in a minute, or use the e-mail link.`,
      true,
      error,
    )
  }
}

export async function authorizationUrl(
  provider: OidcProvider,
  redirectUri: string,
): Promise<{ url: string; check: OidcCheck }> {
  const config = await configuration(provider)
  const check = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
    redirectUri,
  }
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    state: check.state,
    nonce: check.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(check.verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, check }
}

/** Exchanges the code of a callback. @returns null where provider or callback does not check */
export async function claimsOfCallback(
  provider: OidcProvider,
  callbackUrl: URL,
  check: OidcCheck,
): Promise<OidcClaims | null> {
  const config = await configuration(provider)
  const tokens = await client
    .authorizationCodeGrant(config, callbackUrl, {
      pkceCodeVerifier: check.verifier,
      expectedState: check.state,
      expectedNonce: check.nonce,
      idTokenExpected: true,
    })
    .catch(() => null)
  const idToken = tokens?.claims()
  if (!tokens || !idToken) return null
  const info = await client
    .fetchUserInfo(config, tokens.access_token, idToken.sub)
    .catch(() => ({}) as Record<string, unknown>)
  const text = (name: string) =>
    [idToken[name], (info as Record<string, unknown>)[name]].find(
      (v): v is string => typeof v === 'string',
    ) ?? null
  return {
    issuer: idToken.iss,
    subject: idToken.sub,
    name: text('name'),
    email: text('email'),
    emailVerified:
      idToken.email_verified === true || (info as Record<string, unknown>).email_verified === true,
    assurance: {
      acr: idToken.acr ?? null,
      amr: idToken.amr ?? null,
      eduperson_assurance: (info as Record<string, unknown>).eduperson_assurance ?? null,
    },
  }
}
