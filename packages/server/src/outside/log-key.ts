import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { LogKey } from '../context.ts'

/**
 * The key that signs checkpoints: made at the first start, then read. Whoever holds it can sign for this log,
 * so it lies in the data folder readable by its owner only, is part of every backup and never leaves otherwise.
 */
export function openLogKey(dataDir: string): LogKey {
  const path = join(dataDir, 'keys', 'log.pem')
  if (!existsSync(path)) {
    mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    const file = openSync(`${path}.new`, 'w', 0o600)
    writeSync(file, pem)
    fsyncSync(file)
    closeSync(file)
    renameSync(`${path}.new`, path)
  }
  const privateKey = createPrivateKey(readFileSync(path))
  const publicKey = Buffer.from(createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '', 'base64url')
  return { privateKey, publicKey: new Uint8Array(publicKey) }
}
