import { createHash, randomBytes } from 'node:crypto'

/** UUID version 7 (RFC 9562 §5.7): sorts by time, so that lists page by it. */
export function newId(now: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** A secret of 256 random bits with a prefix that says what it opens: "ses", "alm" (API token), "site", "link", "join". */
export function newSecret(prefix: 'ses' | 'alm' | 'site' | 'link' | 'join' | 'setup'): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}

/** How secrets are stored: they are random, so one SHA-256 is enough. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
