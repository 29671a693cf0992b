import { hash } from 'node:crypto'

/** The Merkle tree of RFC 9162 section 2.1, rebuilt level by level from all of its leaves. */

export function leafHash(entry: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Uint8Array.of(0), entry]), 'buffer')
}

/** The root over leaf hashes. A node without a right sibling moves up unchanged. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  let level = leaves
  while (level.length > 1) {
    const above: Buffer[] = []
    for (let at = 0; at < level.length; at += 2) {
      const pair = level.slice(at, at + 2)
      above.push(
        pair.length === 2
          ? hash('sha256', Buffer.concat([Uint8Array.of(1), ...pair]), 'buffer')
          : (pair[0] ?? empty),
      )
    }
    level = above
  }
  return level[0] ?? empty
}

const empty = hash('sha256', '', 'buffer')

/** Roots over each full group of 256: the hashes of the tiles one level up. */
export function tilesAbove(hashes: readonly Buffer[]): Buffer[] {
  const groups = Math.floor(hashes.length / 256)
  return Array.from({ length: groups }, (_, index) => rootOf(hashes.slice(index * 256, index * 256 + 256)))
}
