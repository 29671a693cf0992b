import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { enrolmentProofOf, routes } from '@allmende/wire'
import { createClient, type Client } from '@allmende/wire/client'
import { createApi, type Room } from '../http/api.ts'
import { createLimits } from '../http/limits.ts'
import { authenticate } from '../people/index.ts'
import type { ChainRig } from './chain-rig.ts'

/** The API as sites reach it, by their own tokens. */
export function siteClients(rig: ChainRig, rooms: readonly Room[]): (token?: string) => Client {
  const api = createApi(rig.ctx, {
    authenticate,
    limits: createLimits(1_000_000, () => 0),
    rooms,
    checkReplies: true,
    partial: true,
  })
  return (token) =>
    createClient({
      baseUrl: 'http://test.invalid',
      token,
      fetch: (request) => api.fetch(new Request(request.url.replace('/api/v1', ''), request)),
    })
}

/** A key pair as an agent makes it, and the proof that it holds it. */
export function makeSiteKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey,
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    proofFor: (enrolmentToken: string) =>
      sign(null, Buffer.from(enrolmentProofOf(enrolmentToken)), privateKey).toString('base64'),
  }
}

/** Joins as a site, with a code that somebody who may made. */
export async function joinAsAgent(
  rig: ChainRig,
  clientOf: (token?: string) => Client,
  keeper: string,
  site: string,
): Promise<{ readonly client: Client; readonly key: KeyObject }> {
  const { enrolmentToken } = await rig
    .client(keeper)
    .call(routes.enrolSite, { params: { id: site }, body: {} })
  const { privateKey, publicKey, proofFor } = makeSiteKey()
  const proof = proofFor(enrolmentToken)
  const { siteToken } = await clientOf().call(routes.enrolAgent, {
    body: { enrolmentToken, publicKey, proof, agentVersion: 'test' },
  })
  return { client: clientOf(siteToken), key: privateKey }
}
