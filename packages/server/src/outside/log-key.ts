import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import type { LogKey } from '../context.ts'
import { openSecret } from './secret-file.ts'

/**
 * The key that signs checkpoints: made at the first start, then read. Whoever holds it can sign for this log,
 * so it lies in the data folder readable by its owner only, is part of every backup and never leaves otherwise.
 */
export function openLogKey(dataDir: string): LogKey {
  const pem = openSecret(
    join(dataDir, 'keys', 'log.pem'),
    () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  )
  const privateKey = createPrivateKey(pem)
  const publicKey = Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', 'base64url')
  return { privateKey, publicKey: new Uint8Array(publicKey) }
}
