import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto'

/** Signed notes (https://c2sp.org/signed-note) and checkpoints (https://c2sp.org/tlog-checkpoint), Ed25519 only. */

export type NoteKey = {
  readonly text: string
  readonly name: string
  readonly id: Buffer
  readonly key: KeyObject
}
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Buffer }

/** Standard base64 in its one spelling; null otherwise. */
export function decodeBase64(text: string): Buffer | null {
  const data = Buffer.from(text, 'base64')
  return data.toString('base64') === text ? data : null
}

/** An Ed25519 public key from its 32 raw bytes; null when they are none. */
export function ed25519Key(raw: Buffer): KeyObject | null {
  if (raw.length !== 32) return null
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }
  try {
    return createPublicKey({ key: jwk, format: 'jwk' })
  } catch {
    return null
  }
}

/** A verifier key "name+id+base64(0x01 || key)"; null unless its id follows from its name and key. */
export function parseKey(line: string): NoteKey | null {
  const text = line.trim()
  const [name = '', id = '', ...rest] = text.split('+')
  const material = decodeBase64(rest.join('+'))
  if (name === '' || /\s/.test(name) || material?.[0] !== 1) return null
  const key = ed25519Key(material.subarray(1))
  const expected = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), material]), 'buffer').subarray(
    0,
    4,
  )
  return key && expected.toString('hex') === id ? { text, name, id: expected, key } : null
}

export type OpenedNote = {
  /** Null where the text is no checkpoint. */
  readonly checkpoint: Checkpoint | null
  /** Null when this key signed it, else what is wrong. */
  readonly problem: string | null
}

/** Reads a note and checks this key's signature; without a key only the text is read. Never throws. */
export function openCheckpoint(note: string, key: NoteKey | null): OpenedNote {
  const split = note.lastIndexOf('\n\n')
  if (split < 0 || !note.endsWith('\n')) return { checkpoint: null, problem: 'it is not a signed note' }
  const text = note.slice(0, split + 1)
  const checkpoint = readCheckpoint(text)
  if (!checkpoint) return { checkpoint, problem: 'its text is not origin, size and root' }
  if (!key) return { checkpoint, problem: 'there is no key to check its signature with' }
  const lines = note.slice(split + 2, -1).split('\n')
  const own = lines.flatMap((line) => signatureBy(key, line) ?? [])
  if (own.length === 0) return { checkpoint, problem: `it carries no signature of ${key.name}` }
  const good = own.every((signature) => verify(null, Buffer.from(text), key.key, signature))
  return { checkpoint, problem: good ? null : `the signature of ${key.name} does not fit its text` }
}

function signatureBy(key: NoteKey, line: string): Buffer | null {
  const prefix = `— ${key.name} `
  if (!line.startsWith(prefix)) return null
  const data = decodeBase64(line.slice(prefix.length))
  return data?.subarray(0, 4).equals(key.id) ? data.subarray(4) : null
}

function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', sizeText = '', rootText = ''] = text.split('\n')
  const root = decodeBase64(rootText)
  const size = Number(sizeText)
  if (origin === '' || !/^(0|[1-9]\d*)$/.test(sizeText) || !Number.isSafeInteger(size)) return null
  return root?.length === 32 ? { origin, size, root } : null
}
