import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { enrolmentProofOf, type UsageRecord } from '@allmende/wire'
import { writeJson } from './engines/local/files.ts'

export type SiteKey = {
  readonly privateKey: KeyObject
  /** Raw 32 bytes, base64. */ readonly publicKey: string
}

/** The site's own key: made here at the first start, readable by its owner only, and never sent anywhere. */
export function openSiteKey(state: string): SiteKey {
  const path = join(state, 'key.json')
  if (!existsSync(path)) {
    mkdirSync(state, { recursive: true, mode: 0o700 })
    writeJson(path, {
      pem: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    })
  }
  const privateKey = createPrivateKey((JSON.parse(readFileSync(path, 'utf8')) as { pem: string }).pem)
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' })
  return { privateKey, publicKey: Buffer.from(jwk.x ?? '', 'base64url').toString('base64') }
}

/** Shows that this site holds its key: what it joins with. */
export function proveKey(key: SiteKey, enrolmentToken: string): string {
  return sign(null, Buffer.from(enrolmentProofOf(enrolmentToken)), key.privateKey).toString('base64')
}

/** Ed25519 over the RFC 8785 form of a usage record, base64. */
export function signUsage(key: SiteKey, record: UsageRecord): string {
  return sign(null, Buffer.from(canonicalize(record) ?? ''), key.privateKey).toString('base64')
}
