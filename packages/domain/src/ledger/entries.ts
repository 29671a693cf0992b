import canonicalize from 'canonicalize'
import { invariant } from '../terms/index.ts'
import { type Bytes, concatBytes, toHex } from './bytes.ts'

/** A recorded fact, as its canonical JSON stands in the log. */
export type Entry = {
  readonly v: 1
  /** "award.made": the noun, then what happened to it. */
  readonly kind: string
  /** RFC 3339 in UTC with milliseconds: "2026-11-23T09:00:00.000Z". */
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
}

/** JSON in the one spelling of RFC 8785. Throws for what JSON cannot hold: NaN, lone surrogates, nothing at all. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  invariant(text !== undefined, 'a value without a JSON form cannot be recorded')
  return text
}

/** The exact bytes of an entry, which are the leaf of the tree. */
export function encodeEntry(bytes: Bytes, entry: Omit<Entry, 'v'>): Uint8Array {
  return bytes.utf8(canonical({ v: 1, kind: entry.kind, at: entry.at, data: entry.data }))
}

/** Bytes of salt that make a commitment to a guessable value, such as a name, unsearchable. */
export const saltBytes = 16

/** "sha256:…" over salt || RFC 8785 form: says nothing until salt and value are shown. The salt is random and kept. */
export function commitment(bytes: Bytes, salt: Uint8Array, value: unknown): string {
  invariant(salt.length >= saltBytes, `a salt has at least ${saltBytes} bytes`)
  return `sha256:${toHex(bytes.sha256(concatBytes(salt, bytes.utf8(canonical(value)))))}`
}

/** Whether the salt and value shown are those committed to. */
export function opens(bytes: Bytes, committed: string, salt: Uint8Array, value: unknown): boolean {
  return salt.length >= saltBytes && commitment(bytes, salt, value) === committed
}
