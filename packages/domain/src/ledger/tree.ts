import { invariant } from '../terms/index.ts'
import { type Bytes, concatBytes, hashBytes, toHex } from './bytes.ts'

/**
 * The Merkle tree of RFC 9162 section 2.1 (the same hashes as RFC 6962) with SHA-256. Hashes are 64 lower-case
 * hex digits. Indices and sizes are safe integers and are never taken through 32-bit operators.
 */

/** A perfect subtree: its 2^level leaves start at index * 2^level. Level 0 is a leaf. */
export type TreeNode = { readonly level: number; readonly index: number }
export type HashedNode = TreeNode & { readonly hash: string }

/** The compact form of a tree that can only grow: the hashes of its perfect subtrees, largest (leftmost) first. */
export type Frontier = { readonly size: number; readonly hashes: readonly string[] }

export const emptyFrontier: Frontier = { size: 0, hashes: [] }

/** The hash of a leaf: SHA-256(0x00 || entry). */
export function leafHash(bytes: Bytes, entry: Uint8Array): string {
  return toHex(bytes.sha256(concatBytes(Uint8Array.of(0), entry)))
}

/** The hash of a node over two hashes: SHA-256(0x01 || left || right). */
export function nodeHash(bytes: Bytes, left: string, right: string): string {
  return toHex(bytes.sha256(concatBytes(Uint8Array.of(1), hashBytes(left), hashBytes(right))))
}

/** Adds one leaf by its hash and names every perfect subtree this completes, the leaf first: store exactly these. */
export function append(
  bytes: Bytes,
  frontier: Frontier,
  leaf: string,
): { readonly frontier: Frontier; readonly nodes: readonly HashedNode[] } {
  checkFrontier(frontier)
  const hashes = [...frontier.hashes]
  const nodes: HashedNode[] = [{ level: 0, index: frontier.size, hash: leaf }]
  let hash = leaf
  let index = frontier.size
  for (let level = 1; index % 2 === 1; level += 1) {
    const left = hashes.pop()
    invariant(left !== undefined, 'a frontier holds a hash for each bit of its size')
    hash = nodeHash(bytes, left, hash)
    index = (index - 1) / 2
    nodes.push({ level, index, hash })
  }
  return { frontier: { size: frontier.size + 1, hashes: [...hashes, hash] }, nodes }
}

/** Adds one leaf by its hash; `append` also says which nodes to store. */
export function appendLeaf(bytes: Bytes, frontier: Frontier, leaf: string): Frontier {
  return append(bytes, frontier, leaf).frontier
}

/** The root: SHA-256 of nothing for the empty tree. */
export function rootOf(bytes: Bytes, frontier: Frontier): string {
  checkFrontier(frontier)
  if (frontier.size === 0) return toHex(bytes.sha256(new Uint8Array(0)))
  return foldRight(bytes, frontier.hashes)
}

/** The nodes whose hashes make up the frontier, and so the root, of a tree of this size. */
export function nodesForRoot(size: number): readonly TreeNode[] {
  return perfectNodes({ from: 0, until: size })
}

/** Hash of a perfect subtree from storage; undefined where it is not held. */
export type HashAt = (level: number, index: number) => string | undefined

/** The frontier of any earlier or current size, read from stored nodes. */
export function frontierAt(size: number, hashAt: HashAt): Frontier {
  return { size, hashes: nodesForRoot(size).map((node) => stored(node, hashAt)) }
}

/** Leaves from `from` up to but not including `until`. */
export type LeafRange = { readonly from: number; readonly until: number }

/** The hash of a subtree of the RFC's recursion, which on the right edge is not perfect. */
export function hashOfRange(bytes: Bytes, range: LeafRange, hashAt: HashAt): string {
  return foldRight(
    bytes,
    perfectNodes(range).map((node) => stored(node, hashAt)),
  )
}

/** Splits a range that starts at a multiple of its own largest power of two into perfect subtrees, largest first. */
export function perfectNodes(range: LeafRange): readonly TreeNode[] {
  const nodes: TreeNode[] = []
  let from = range.from
  while (from < range.until) {
    const level = bitLength(range.until - from) - 1
    const width = 2 ** level
    invariant(from % width === 0, 'a subtree starts at a multiple of its width')
    nodes.push({ level, index: from / width })
    from += width
  }
  return nodes
}

/** The largest power of two smaller than the size (RFC 9162 section 2.1.1); the size is at least 2. */
export function splitPoint(size: number): number {
  return 2 ** (bitLength(size - 1) - 1)
}

/** Binary digits of a whole number: exact up to 2^53, where a logarithm rounds. */
function bitLength(value: number): number {
  return value.toString(2).length
}

function stored(node: TreeNode, hashAt: HashAt): string {
  const hash = hashAt(node.level, node.index)
  invariant(hash !== undefined, `node ${node.level}/${node.index} must be loaded before it is used`)
  return hash
}

function foldRight(bytes: Bytes, hashes: readonly string[]): string {
  const last = hashes.at(-1)
  invariant(last !== undefined, 'a subtree has at least one leaf')
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(bytes, left, right), last)
}

function checkFrontier(frontier: Frontier): void {
  invariant(Number.isSafeInteger(frontier.size) && frontier.size >= 0, 'a tree size is a whole number')
  const ones = frontier.size.toString(2).replaceAll('0', '').length
  invariant(frontier.hashes.length === ones, 'a frontier holds a hash for each set bit of its size')
}
