import type { LogSource } from './source.ts'

/** Files of a log as C2SP tlog-tiles names them (https://c2sp.org/tlog-tiles). */

export const tileWidth = 256

/** "log/tile/0/x001/234.p/5": `part` is "entries" or the level. */
export function tilePath(part: string, index: number, width: number): string {
  const groups = index.toLocaleString('en', { minimumIntegerDigits: 3 }).split(',')
  const name = groups
    .map((group, at) => `${at < groups.length - 1 ? 'x' : ''}${group.padStart(3, '0')}`)
    .join('/')
  return `log/tile/${part}/${name}${width === tileWidth ? '' : `.p/${width}`}`
}

/** How wide the tile of that index is, out of that many hashes. */
export function widthOf(index: number, hashes: number): number {
  return Math.min(tileWidth, hashes - index * tileWidth)
}

/** Every tile and bundle of a log of that size: part, index and width. */
export function* filesOf(size: number): Generator<{ part: string; index: number; width: number }> {
  for (let index = 0; index * tileWidth < size; index += 1) {
    yield { part: 'entries', index, width: widthOf(index, size) }
  }
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / tileWidth)) {
    for (let index = 0; index * tileWidth < hashes; index += 1) {
      yield { part: String(level), index, width: widthOf(index, hashes) }
    }
  }
}

/** A tile of hashes cut to the width asked for; a log may have dropped a partial tile once the full one exists. */
export async function readTile(
  source: LogSource,
  part: string,
  index: number,
  width: number,
): Promise<Uint8Array | null> {
  const exact = await source.read(tilePath(part, index, width))
  if (exact !== null || width === tileWidth) return exact
  const full = await source.read(tilePath(part, index, tileWidth))
  if (full === null) return null
  return part === 'entries' ? cutBundle(full, width) : full.subarray(0, width * 32)
}

/** Entries of a bundle, each after its length in two bytes, big-endian; null where lengths and bytes disagree. */
export function splitBundle(bundle: Uint8Array): Buffer[] | null {
  const data = Buffer.from(bundle.buffer, bundle.byteOffset, bundle.byteLength)
  const entries: Buffer[] = []
  for (let at = 0; at < data.length;) {
    if (at + 2 > data.length) return null
    const until = at + 2 + data.readUInt16BE(at)
    if (until > data.length) return null
    entries.push(data.subarray(at + 2, until))
    at = until
  }
  return entries
}

function cutBundle(full: Uint8Array, width: number): Uint8Array | null {
  const entries = splitBundle(full)?.slice(0, width)
  return entries
    ? full.subarray(
        0,
        entries.reduce((sum, entry) => sum + 2 + entry.length, 0),
      )
    : null
}
