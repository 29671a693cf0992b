import { invariant } from '../terms/index.ts'
import { type Bytes, concatBytes, fromBase64, fromHex, isHash, hashBytes, toBase64, toHex } from './bytes.ts'

/**
 * Signed notes and checkpoints: C2SP signed-note v1, tlog-checkpoint v1, with Ed25519 (type 0x01). Signing and
 * checking signatures is the caller's, who has the cryptography; this is their exact text.
 */

const ed25519Type = 1
const noteCharactersMax = 1_000_000
const signaturesMax = 100

export type NoteSignature = {
  readonly name: string
  /** Eight hex digits. */
  readonly keyId: string
  /** The signature alone, 64 bytes for Ed25519. */
  readonly signature: Uint8Array
}

export type Note = {
  /** What is signed, as UTF-8: everything up to and with the newline before the blank line. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

export type VerifierKey = {
  readonly name: string
  readonly keyId: string
  /** Raw Ed25519 public key, 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array
}

/** Key names are not empty and hold no space, plus sign or control character. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+]/u.test(name)
}

/** Eight hex digits: SHA-256(name || 0x0A || 0x01 || public key), first four bytes. */
export function keyId(bytes: Bytes, name: string, publicKey: Uint8Array): string {
  invariant(isKeyName(name), 'a key name has no spaces, plus signs or control characters')
  invariant(publicKey.length === 32, 'an Ed25519 public key has 32 bytes')
  const seed = concatBytes(bytes.utf8(name), Uint8Array.of(0x0a, ed25519Type), publicKey)
  return toHex(bytes.sha256(seed).subarray(0, 4))
}

/** "name+keyid+base64(0x01 || key)": what readers are given to check a log with. */
export function encodeVerifierKey(bytes: Bytes, name: string, publicKey: Uint8Array): string {
  const material = toBase64(concatBytes(Uint8Array.of(ed25519Type), publicKey))
  return `${name}+${keyId(bytes, name, publicKey)}+${material}`
}

/** A verifier key; null unless it is an Ed25519 key whose id follows from its name and bytes. */
export function parseVerifierKey(bytes: Bytes, text: string): VerifierKey | null {
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text)
  if (!match) return null
  const [, name = '', id = '', material = ''] = match
  const data = fromBase64(material)
  if (!isKeyName(name) || data?.length !== 33 || data[0] !== ed25519Type) return null
  const publicKey = data.slice(1)
  return keyId(bytes, name, publicKey) === id ? { name, keyId: id, publicKey } : null
}

/** A note with its signature lines. The text ends in a newline and holds no other control characters. */
export function formatNote(text: string, signatures: readonly NoteSignature[]): string {
  invariant(isNoteText(text), 'the text of a note ends in a newline and has no other control characters')
  invariant(signatures.length > 0, 'a note carries at least one signature')
  const lines = signatures.map(({ name, keyId: id, signature }) => {
    const idBytes = fromHex(id)
    invariant(isKeyName(name) && idBytes?.length === 4, 'a signature names its key')
    return `— ${name} ${toBase64(concatBytes(idBytes, signature))}\n`
  })
  return `${text}\n${lines.join('')}`
}

/** Signs a text with one Ed25519 key; `sign` receives the UTF-8 bytes and returns the 64-byte signature. */
export function signNote(
  bytes: Bytes,
  text: string,
  key: {
    readonly name: string
    readonly publicKey: Uint8Array
    readonly sign: (message: Uint8Array) => Uint8Array
  },
): string {
  const signature = key.sign(bytes.utf8(text))
  invariant(signature.length === 64, 'an Ed25519 signature has 64 bytes')
  return formatNote(text, [{ name: key.name, keyId: keyId(bytes, key.name, key.publicKey), signature }])
}

/** Text and signatures of a note, none of them checked; null for text that is no well-formed note. */
export function parseNote(note: string): Note | null {
  if (note.length > noteCharactersMax || !note.endsWith('\n')) return null
  const blank = note.lastIndexOf('\n\n')
  if (blank < 0) return null
  const text = note.slice(0, blank + 1)
  const lines = note.slice(blank + 2, -1).split('\n')
  if (!isNoteText(text) || lines.length > signaturesMax) return null
  const signatures = lines.flatMap((line) => parseSignatureLine(line) ?? [])
  return signatures.length === lines.length ? { text, signatures } : null
}

function parseSignatureLine(line: string): NoteSignature | null {
  const match = /^— (\S+) (\S+)$/u.exec(line)
  if (!match) return null
  const [, name = '', material = ''] = match
  const data = fromBase64(material)
  if (!isKeyName(name) || data === null || data.length < 5) return null
  return { name, keyId: toHex(data.subarray(0, 4)), signature: data.slice(4) }
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text.isWellFormed() && Array.from(text).every(isNoteCharacter)
}

function isNoteCharacter(character: string): boolean {
  return character === '\n' || character >= ' '
}

/**
 * The note's text if this key signed it, else null. Signatures of other keys are ignored; a bad one under this key
 * rejects the note. `verify(publicKey, message, signature)` is Ed25519 (RFC 8032).
 */
export function openNote(
  bytes: Bytes,
  note: string,
  key: VerifierKey,
  verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean,
): string | null {
  const parsed = parseNote(note)
  if (!parsed) return null
  const own = parsed.signatures.filter(
    (signature) => signature.name === key.name && signature.keyId === key.keyId,
  )
  const message = bytes.utf8(parsed.text)
  const good = own.length > 0 && own.every(({ signature }) => verify(key.publicKey, message, signature))
  return good ? parsed.text : null
}

export type Checkpoint = {
  /** The log's identity, by convention its address without scheme: "commons.example/log". */
  readonly origin: string
  /** Leaves in the tree. */
  readonly size: number
  /** 64 hex digits. */
  readonly root: string
}

/** The text to sign: origin, size and root in base64, a line each. */
export function encodeCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root } = checkpoint
  invariant(origin.length > 0 && isNoteText(`${origin}\n`) && !origin.includes('\n'), 'an origin is one line')
  invariant(Number.isSafeInteger(size) && size >= 0, 'a tree size is a whole number')
  invariant(isHash(root), 'a root is 64 hex digits')
  return `${origin}\n${size}\n${toBase64(hashBytes(root))}\n`
}

/** The checkpoint in a note's text, extension lines beside it; null for any other text. */
export function parseCheckpoint(
  text: string,
): (Checkpoint & { readonly extensions: readonly string[] }) | null {
  if (!isNoteText(text)) return null
  const lines = text.slice(0, -1).split('\n')
  const [origin = '', sizeText = '', rootText = '', ...extensions] = lines
  if (lines.some((line) => line === '') || !/^(0|[1-9]\d{0,15})$/.test(sizeText)) return null
  const size = Number(sizeText)
  const root = fromBase64(rootText)
  if (!Number.isSafeInteger(size) || root?.length !== 32) return null
  return { origin, size, root: toHex(root), extensions }
}
