import { invariant } from '../terms/index.ts'

/** What the core cannot do by itself: SHA-256 (FIPS 180-4, 32 bytes out) and UTF-8. Pass node:crypto's. */
export type Bytes = {
  readonly sha256: (data: Uint8Array) => Uint8Array
  readonly utf8: (text: string) => Uint8Array
}

const hexDigits = '0123456789abcdef'
const hexOfByte = Array.from(
  { length: 256 },
  (_, byte) => hexDigits.charAt(byte >> 4) + hexDigits.charAt(byte & 15),
)

/** Lower-case hexadecimal, two digits a byte. */
export function toHex(data: Uint8Array): string {
  let text = ''
  for (const byte of data) text += hexOfByte[byte]
  return text
}

/** Bytes of lower-case hexadecimal; null for any other text, so that one hash has one spelling. */
export function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  )
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Standard base64 with padding (RFC 4648 section 4). */
export function toBase64(data: Uint8Array): string {
  let text = ''
  for (let i = 0; i < data.length; i += 3) {
    const [a = 0, b = 0, c = 0] = data.subarray(i, i + 3)
    const group = (a << 16) | (b << 8) | c
    const digits = [18, 12, 6, 0].map((shift) => base64Digits.charAt((group >> shift) & 63)).join('')
    const known = Math.min(3, data.length - i)
    text += digits.slice(0, known + 1).padEnd(4, '=')
  }
  return text
}

/** Bytes of standard base64; null for anything but the one canonical spelling, padding included. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  const padding = text.length - text.replace(/=+$/, '').length
  const data = new Uint8Array((text.length / 4) * 3 - padding)
  for (let i = 0, at = 0; i < text.length; i += 4) {
    let group = 0
    for (const digit of text.slice(i, i + 4)) group = (group << 6) | Math.max(0, base64Digits.indexOf(digit))
    for (const shift of [16, 8, 0]) if (at < data.length) data[at++] = (group >> shift) & 255
  }
  return toBase64(data) === text ? data : null
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The 32 bytes of a hash this program made itself; a malformed one is a bug, not input. */
export function hashBytes(hash: string): Uint8Array {
  const data = fromHex(hash)
  invariant(data?.length === 32, `a hash is 64 lower-case hex digits, not "${hash.slice(0, 80)}"`)
  return data
}

/** Whether text spells a SHA-256 hash: 64 lower-case hex digits. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
