/**
 * Lets a reader check, in the page and without trusting the server's word, that an entry stands in the signed log.
 * For every `[data-proof]` element: its JSON is a `Proof`; its `button` starts the check; its `output` receives the
 * element's data-ok, data-bad or data-nosig text. RFC 9162 section 2.1.3; C2SP signed-note and tlog-checkpoint.
 */

type Octets = Uint8Array<ArrayBuffer>

export type Proof = {
  readonly index: number
  /** Leaves in the tree that the checkpoint signs. */
  readonly size: number
  /** The entry's exact bytes, base64. */
  readonly entryB64: string
  /** Sibling hashes from the leaf up, 64 hex digits each. */
  readonly proof: readonly string[]
  /** The signed note. */
  readonly checkpoint: string
  /** "name+id+base64(0x01 || Ed25519 key)". */
  readonly verifierKey: string
}

/** `nosig`: the entry is in the tree of the checkpoint, whose signature this browser cannot check. */
export type ProofResult = 'ok' | 'bad' | 'nosig'

/** The proof in an element's JSON; null where it is none. */
export function parseProof(json: string): Proof | null {
  try {
    const value: unknown = JSON.parse(json)
    return isProof(value) ? value : null
  } catch {
    return null
  }
}

function isProof(value: unknown): value is Proof {
  if (typeof value !== 'object' || value === null) return false
  const { index, size, entryB64, proof, checkpoint, verifierKey } = value as Record<string, unknown>
  const texts = [entryB64, checkpoint, verifierKey].every((text) => typeof text === 'string')
  const counts = [index, size].every((count) => Number.isSafeInteger(count) && Number(count) >= 0)
  return texts && counts && Array.isArray(proof) && proof.every((hash) => typeof hash === 'string')
}

/** Recomputes leaf, path and signature. Anything that does not fit is `bad`; nothing is thrown for bad input. */
export async function verifyProof(proof: Proof, subtle: SubtleCrypto): Promise<ProofResult> {
  const entry = fromBase64(proof.entryB64)
  const note = splitNote(proof.checkpoint)
  if (!entry || !note) return 'bad'
  const [, size, rootText] = note.text.split('\n')
  const root = fromBase64(rootText ?? '')
  if (size !== String(proof.size) || root?.length !== 32) return 'bad'
  const found = await rootFromProof(proof, await leafHash(entry, subtle), subtle)
  if (!found || !sameBytes(found, root)) return 'bad'
  return checkSignature(note, proof.verifierKey, subtle)
}

/** SHA-256(0x00 || entry). */
export function leafHash(entry: Octets, subtle: SubtleCrypto): Promise<Octets> {
  return sha256(subtle, Uint8Array.of(0), entry)
}

/** The root that the path leads to from the leaf; null where the path does not fit index and size. */
export async function rootFromProof(
  { index, size, proof }: Pick<Proof, 'index' | 'size' | 'proof'>,
  leaf: Octets,
  subtle: SubtleCrypto,
): Promise<Octets | null> {
  if (index >= size) return null
  let [node, last, hash] = [index, size - 1, leaf]
  for (const text of proof) {
    const sibling = fromHex(text)
    if (last === 0 || sibling?.length !== 32) return null
    if (node % 2 === 1 || node === last) {
      hash = await sha256(subtle, Uint8Array.of(1), sibling, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      hash = await sha256(subtle, Uint8Array.of(1), hash, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 ? hash : null
}

type Note = { readonly text: string; readonly lines: readonly string[] }

function splitNote(note: string): Note | null {
  const blank = note.lastIndexOf('\n\n')
  if (blank < 0 || !note.endsWith('\n')) return null
  return { text: note.slice(0, blank + 1), lines: note.slice(blank + 2, -1).split('\n') }
}

async function checkSignature(note: Note, verifierKey: string, subtle: SubtleCrypto): Promise<ProofResult> {
  const [name = '', id = '', ...rest] = verifierKey.trim().split('+')
  const material = fromBase64(rest.join('+'))
  if (name === '' || material?.length !== 33 || material[0] !== 1) return 'bad'
  const keyId = (await sha256(subtle, utf8(`${name}\n`), material)).slice(0, 4)
  const claimed = fromHex(id)
  if (!claimed || !sameBytes(claimed, keyId)) return 'bad'
  const prefix = `— ${name} `
  const own = note.lines
    .flatMap((line) => (line.startsWith(prefix) ? (fromBase64(line.slice(prefix.length)) ?? []) : []))
    .filter((data) => sameBytes(data.slice(0, 4), keyId))
  if (own.length === 0) return 'bad'
  try {
    const key = await subtle.importKey('raw', material.slice(1), { name: 'Ed25519' }, false, ['verify'])
    for (const data of own) {
      if (!(await subtle.verify({ name: 'Ed25519' }, key, data.slice(4), utf8(note.text)))) return 'bad'
    }
    return 'ok'
  } catch (error) {
    return error instanceof Error && error.name === 'NotSupportedError' ? 'nosig' : 'bad'
  }
}

async function sha256(subtle: SubtleCrypto, ...parts: readonly Octets[]): Promise<Octets> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return new Uint8Array(await subtle.digest('SHA-256', whole))
}

function fromBase64(text: string): Octets | null {
  try {
    const data = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    return btoa(String.fromCharCode(...data)) === text ? data : null
  } catch {
    return null
  }
}

function fromHex(text: string): Octets | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function utf8(text: string): Octets {
  return new Uint8Array(new TextEncoder().encode(text))
}

function sameBytes(a: Octets, b: Octets): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

function half(value: number): number {
  return Math.floor(value / 2)
}

/** Makes the page's proofs checkable. Without WebCrypto, as on an address without TLS, the buttons stay hidden. */
export function enhance(page: Document, subtle: SubtleCrypto | undefined): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-proof]')) {
    const button = element.querySelector('button')
    const output = element.querySelector('output')
    if (!button || !output) continue
    button.hidden = subtle === undefined
    if (subtle) button.addEventListener('click', () => void show(element, button, output, subtle))
  }
}

async function show(
  element: HTMLElement,
  button: HTMLButtonElement,
  output: HTMLOutputElement,
  subtle: SubtleCrypto,
): Promise<void> {
  button.disabled = true
  const proof = parseProof(element.dataset['proof'] ?? '')
  const result = proof ? await verifyProof(proof, subtle) : 'bad'
  output.dataset['result'] = result
  output.textContent = element.dataset[result] ?? ''
  button.disabled = false
}

if (typeof document !== 'undefined') enhance(document, globalThis.crypto?.subtle)
