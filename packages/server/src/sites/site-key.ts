import { createPublicKey, verify } from 'node:crypto'

/** DER header of an Ed25519 SubjectPublicKeyInfo (RFC 8410 §4), before the 32 key bytes. */
const spkiHeader = Buffer.from('302a300506032b6570032100', 'hex')
const keyBytes = 32

export const isSiteKey = (publicKey: string): boolean => Buffer.from(publicKey, 'base64').length === keyBytes

/** Whether a text was signed with a site's key (Ed25519, RFC 8032; key and signature in base64). */
export function isSignedBySite(publicKey: string, text: string, signature: string): boolean {
  const key = createPublicKey({
    key: Buffer.concat([spkiHeader, Buffer.from(publicKey, 'base64')]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))
}
