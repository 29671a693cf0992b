import { invariant } from '../terms/index.ts'
import { type Bytes, concatBytes, hashBytes, toHex } from './bytes.ts'
import { type HashAt, nodeHash, type TreeNode } from './tree.ts'

/** Files of a static log, C2SP tlog-tiles v1 (https://c2sp.org/tlog-tiles). */

/** Hashes, or entries, in a full tile. */
export const tileWidth = 256

/** `entries` names the bundles of raw entries; numbers are tile levels, each eight levels of the tree. */
export type TileLevel = number | 'entries'

export type Tile = {
  readonly level: TileLevel
  readonly index: number
  /** 1 to 256; below 256 the tile is partial. */
  readonly width: number
}

/** "tile/0/x001/x234/067" or, for a partial tile, "tile/0/x001/x234/067.p/17"; relative to the log's prefix. */
export function tilePath(level: TileLevel, index: number, width: number = tileWidth): string {
  invariant(
    level === 'entries' || (Number.isInteger(level) && level >= 0 && level <= 63),
    'a tile level is 0 to 63',
  )
  invariant(Number.isSafeInteger(index) && index >= 0, 'a tile index is a whole number')
  invariant(Number.isInteger(width) && width >= 1 && width <= tileWidth, 'a tile is 1 to 256 wide')
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/.{3}/g) ?? []
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${name}${width === tileWidth ? '' : `.p/${width}`}`
}

/** The tile a path names; null for any spelling that `tilePath` would not write. */
export function parseTilePath(path: string): Tile | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!match) return null
  const [, levelText = '', name = '', widthText] = match
  const level = levelText === 'entries' ? levelText : Number(levelText)
  const index = Number(name.replace(/[x/]/g, ''))
  const width = widthText === undefined ? tileWidth : Number(widthText)
  if (level !== 'entries' && level > 63) return null
  if (!Number.isSafeInteger(index) || width < 1 || width > tileWidth) return null
  return tilePath(level, index, width) === path ? { level, index, width } : null
}

/** Every tile and bundle a log of this size consists of: entries first, then levels upwards, partial ones last. */
export function tilesForSize(size: number): readonly Tile[] {
  const tiles = tilesOfLevel('entries', size)
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / tileWidth)) {
    tiles.push(...tilesOfLevel(level, hashes))
  }
  return tiles
}

function tilesOfLevel(level: TileLevel, hashes: number): Tile[] {
  return Array.from({ length: Math.ceil(hashes / tileWidth) }, (_, index) => ({
    level,
    index,
    width: Math.min(tileWidth, hashes - index * tileWidth),
  }))
}

/** Whether a log of this size has produced such a tile, partial ones of earlier sizes included. */
export function tileExists(tile: Tile, size: number): boolean {
  const below = tile.level === 'entries' ? 0 : tile.level
  return tile.index * tileWidth + tile.width <= Math.floor(size / tileWidth ** below)
}

/** The tree nodes whose hashes are the content of a tile of hashes, in order. */
export function nodesForTile(level: number, index: number, width: number = tileWidth): readonly TreeNode[] {
  return Array.from({ length: width }, (_, at) => ({ level: level * 8, index: index * tileWidth + at }))
}

/** A tile of hashes: 32 bytes each, one after the other. */
export function encodeTile(hashes: readonly string[]): Uint8Array {
  invariant(hashes.length >= 1 && hashes.length <= tileWidth, 'a tile is 1 to 256 wide')
  return concatBytes(...hashes.map(hashBytes))
}

/** Hashes of a tile; null unless it holds 1 to 256 whole hashes. */
export function decodeTile(data: Uint8Array): readonly string[] | null {
  const width = data.length / 32
  if (!Number.isInteger(width) || width < 1 || width > tileWidth) return null
  return Array.from({ length: width }, (_, at) => toHex(data.subarray(at * 32, at * 32 + 32)))
}

/** The most bytes an entry can have: its length is a 16-bit number. */
export const entryBytesMax = 65_535

/** A bundle of entries: each preceded by its length in two bytes, big-endian. */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  invariant(entries.length >= 1 && entries.length <= tileWidth, 'a bundle holds 1 to 256 entries')
  return concatBytes(
    ...entries.flatMap((entry) => {
      invariant(entry.length <= entryBytesMax, 'an entry fits in 65,535 bytes')
      return [Uint8Array.of(entry.length >> 8, entry.length & 255), entry]
    }),
  )
}

/** Entries of a bundle; null where lengths and bytes disagree or there are not 1 to 256 of them. */
export function decodeEntryBundle(data: Uint8Array): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < data.length) {
    const [high, low] = data.subarray(at, at + 2)
    if (high === undefined || low === undefined) return null
    const until = at + 2 + high * 256 + low
    if (until > data.length || entries.length === tileWidth) return null
    entries.push(data.slice(at + 2, until))
    at = until
  }
  return entries.length > 0 ? entries : null
}

/** Where a tree node lies: the tile of hashes, and the run of its hashes that the node spans. */
export function tileOfNode(node: TreeNode): { level: number; index: number; from: number; count: number } {
  const level = Math.floor(node.level / 8)
  const count = 2 ** (node.level % 8)
  const first = node.index * count
  const index = Math.floor(first / tileWidth)
  return { level, index, from: first - index * tileWidth, count }
}

/** Reads tree nodes out of tiles, for proofs from a static mirror; undefined where a tile is missing or too narrow. */
export function hashAtFromTiles(
  bytes: Bytes,
  tileAt: (level: number, index: number) => readonly string[] | undefined,
): HashAt {
  return (level, index) => {
    const place = tileOfNode({ level, index })
    let hashes = tileAt(place.level, place.index)?.slice(place.from, place.from + place.count) ?? []
    if (hashes.length !== place.count) return undefined
    while (hashes.length > 1) hashes = pairs(bytes, hashes)
    return hashes[0]
  }
}

function pairs(bytes: Bytes, hashes: readonly string[]): string[] {
  return hashes.flatMap((left, at) => {
    const right = hashes[at + 1]
    return at % 2 === 0 && right !== undefined ? [nodeHash(bytes, left, right)] : []
  })
}
