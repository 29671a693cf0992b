import { enrolmentProofOf, type BodyOf, type routes } from '@allmende/wire'
import type { Context } from '../context.ts'
import { hashSecret, newSecret } from '../http/ids.ts'
import { Refusal } from '../http/problems.ts'
import { append } from '../record/index.ts'
import { isSignedBySite, isSiteKey } from './site-key.ts'
import { insertEnrolment, lockEnrolment, saveJoined } from './store.ts'

type Enrolment = BodyOf<typeof routes.enrolAgent>

const enrolmentMs = 24 * 3_600_000

/** Makes a one-time code with which an agent joins as this site. */
export async function makeEnrolment(
  ctx: Context,
  site: string,
): Promise<{ enrolmentToken: string; expiresAt: string }> {
  const token = newSecret('join')
  const expiresAt = new Date(ctx.now().getTime() + enrolmentMs)
  await insertEnrolment(ctx, { tokenHash: hashSecret(token), site, expiresAt, usedAt: null })
  return { enrolmentToken: token, expiresAt: expiresAt.toISOString() }
}

/**
 * Lets an agent join with its code and public key (Ed25519, raw, base64), of which it shows that it holds the private
 * one. An agent whose answer was lost may repeat the request with the same key; the code is worth nothing to anyone
 * else once used, although the key stands in the public log.
 */
export async function joinSite(
  ctx: Context,
  request: Enrolment,
): Promise<{ site: string; siteToken: string }> {
  return ctx.db.transaction(async () => {
    const tokenHash = hashSecret(request.enrolmentToken)
    const found = await lockEnrolment(ctx, tokenHash)
    const repeated = found?.enrolment.usedAt != null && found.site.publicKey === request.publicKey
    if (!found || found.enrolment.expiresAt < ctx.now() || (found.enrolment.usedAt !== null && !repeated)) {
      throw new Refusal('agent.enrolment', 'The enrolment code is unknown, used or late.', {
        remedy: "Make a new one on the site's page, or with `allmende sites enrol SITE`.",
      })
    }
    if (!isSiteKey(request.publicKey)) {
      throw new Refusal(
        'agent.enrolment',
        'The public key is not 32 bytes of base64; an Ed25519 key is expected.',
      )
    }
    if (!isSignedBySite(request.publicKey, enrolmentProofOf(request.enrolmentToken), request.proof))
      throw new Refusal('agent.enrolment', 'The proof is not signed with the private key of this public key.')
    const siteToken = newSecret('site')
    await saveJoined(
      ctx,
      tokenHash,
      found.site.id,
      request.publicKey,
      hashSecret(siteToken),
      request.agentVersion,
    )
    if (!repeated) {
      await append(ctx, 'site.joined', [found.site.id], () => ({
        site: found.site.id,
        member: found.site.member,
        publicKey: request.publicKey,
      }))
    }
    return { site: found.site.id, siteToken }
  })
}
