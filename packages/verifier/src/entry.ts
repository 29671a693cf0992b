/** Entries of the log: `{"at":…,"data":{…},"kind":…,"v":1}` in the canonical JSON of RFC 8785. */

export type JsonObject = { readonly [key: string]: unknown }
export type Entry = { readonly kind: string; readonly at: string; readonly data: JsonObject }

/**
 * The one spelling of a JSON value by RFC 8785: keys by UTF-16 unit, numbers and strings as ECMAScript writes them.
 * Throws for half a surrogate pair, which an escape can smuggle into JSON and the RFC refuses.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string' && !value.isWellFormed())
    throw new TypeError('half a surrogate pair is no character')
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value)
    .toSorted()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key])}`)
  return `{${members.join(',')}}`
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const notCanonical = { problem: 'is not canonical JSON (RFC 8785) in UTF-8' }

/** An entry from its exact bytes, or what is wrong with them. */
export function parseEntry(bytes: Uint8Array): Entry | { readonly problem: string } {
  let value: unknown
  try {
    const text = utf8.decode(bytes)
    value = JSON.parse(text)
    if (canonicalJson(value) !== text) return notCanonical
  } catch {
    return notCanonical
  }
  if (!isObject(value) || Object.keys(value).join() !== 'at,data,kind,v' || value['v'] !== 1) {
    return { problem: 'does not consist of at, data, kind and v = 1' }
  }
  const { at, data, kind } = value
  if (typeof kind !== 'string' || kind === '' || !isObject(data)) return { problem: 'has no kind or no data' }
  if (typeof at !== 'string' || !isMoment(at)) return { problem: 'has no moment in UTC with milliseconds' }
  return { kind, at, data }
}

function isMoment(text: string): boolean {
  const moment = new Date(text)
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text
}
