import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { DataKey } from '../context.ts'
import { openSecret } from './secret-file.ts'

const keyBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** Seals with AES-256-GCM (NIST SP 800-38D): `v1.` and, in base64url, nonce, text and tag; bound to where it stands. */
export function dataKeyOf(key: Buffer): DataKey {
  if (key.length !== keyBytes)
    throw new Error(`The key of the data has ${key.length} bytes; expected are ${keyBytes}.`)
  return {
    seal(text, where) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(where))
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${sealed.toString('base64url')}`
    },
    open(sealed, where) {
      const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
        .setAAD(Buffer.from(where))
        .setAuthTag(bytes.subarray(bytes.length - tagBytes))
      const text = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes))
      return Buffer.concat([text, decipher.final()]).toString('utf8')
    },
  }
}

/**
 * The key that identifiers are sealed with in the database: made at the first start, then read. It lies beside the
 * log's key, and in every backup; who has the database alone reads no identifier.
 */
export function openDataKey(dataDir: string): DataKey {
  return dataKeyOf(openSecret(join(dataDir, 'keys', 'data.key'), () => randomBytes(keyBytes)))
}
