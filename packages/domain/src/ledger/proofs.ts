import { invariant } from '../terms/index.ts'
import { type Bytes, isHash } from './bytes.ts'
import {
  type HashAt,
  hashOfRange,
  type LeafRange,
  nodeHash,
  perfectNodes,
  rootOf,
  emptyFrontier,
  splitPoint,
  type TreeNode,
} from './tree.ts'

/**
 * Proofs of RFC 9162 sections 2.1.3 and 2.1.4. A proof is a list of 64-digit hex hashes. To build one from a store:
 * ask `nodesFor…` which perfect subtrees it needs, load those, then pass a lookup of them as `hashAt`.
 */

/** Nodes to load before `inclusionProof(size, index)`. */
export function nodesForInclusion(size: number, index: number): readonly TreeNode[] {
  return inclusionRanges(size, index).flatMap(perfectNodes)
}

/** Proof that the leaf at `index` is in the tree of `size` leaves; the leaf's sibling comes first. */
export function inclusionProof(bytes: Bytes, size: number, index: number, hashAt: HashAt): readonly string[] {
  return inclusionRanges(size, index).map((range) => hashOfRange(bytes, range, hashAt))
}

/** Nodes to load before `consistencyProof(first, second)`. */
export function nodesForConsistency(first: number, second: number): readonly TreeNode[] {
  return consistencyRanges(first, second).flatMap(perfectNodes)
}

/** Proof that the tree of `second` leaves begins with the tree of `first`; empty for 0 and for equal sizes. */
export function consistencyProof(
  bytes: Bytes,
  first: number,
  second: number,
  hashAt: HashAt,
): readonly string[] {
  return consistencyRanges(first, second).map((range) => hashOfRange(bytes, range, hashAt))
}

export type InclusionClaim = {
  readonly index: number
  readonly size: number
  /** The leaf's hash, from `leafHash` of the entry's exact bytes. */
  readonly leaf: string
  readonly proof: readonly string[]
  readonly root: string
}

/** Whether the proof shows that the leaf stands at that index of the tree with that root. RFC 9162 section 2.1.3.2. */
export function verifyInclusion(bytes: Bytes, claim: InclusionClaim): boolean {
  const { index, size, leaf, proof, root } = claim
  if (!isCount(index) || !isCount(size) || index >= size) return false
  if (![leaf, root, ...proof].every(isHash)) return false
  let node = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(bytes, sibling, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      hash = nodeHash(bytes, hash, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && hash === root
}

export type ConsistencyClaim = {
  readonly first: number
  readonly second: number
  readonly firstRoot: string
  readonly secondRoot: string
  readonly proof: readonly string[]
}

/** Whether the proof shows that the second tree begins with the first. RFC 9162 section 2.1.4.2. */
export function verifyConsistency(bytes: Bytes, claim: ConsistencyClaim): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim
  if (!isCount(first) || !isCount(second) || first > second) return false
  if (![firstRoot, secondRoot, ...proof].every(isHash)) return false
  if (first === second) return proof.length === 0 && firstRoot === secondRoot
  if (first === 0) return proof.length === 0 && firstRoot === rootOf(bytes, emptyFrontier)
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof
  return climb(bytes, claim, path)
}

function climb(bytes: Bytes, claim: ConsistencyClaim, path: readonly string[]): boolean {
  let [node, last] = [claim.first - 1, claim.second - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  const [start, ...rest] = path
  if (start === undefined) return false
  let [firstHash, secondHash] = [start, start]
  for (const sibling of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      firstHash = nodeHash(bytes, sibling, firstHash)
      secondHash = nodeHash(bytes, sibling, secondHash)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      secondHash = nodeHash(bytes, secondHash, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && firstHash === claim.firstRoot && secondHash === claim.secondRoot
}

/** PATH(m, D[n]) as ranges of leaves, innermost first. */
function inclusionRanges(size: number, index: number): readonly LeafRange[] {
  invariant(isCount(size) && isCount(index) && index < size, 'an index lies below the tree size')
  const ranges: LeafRange[] = []
  let [from, until] = [0, size]
  while (until - from > 1) {
    const middle = from + splitPoint(until - from)
    if (index < middle) {
      ranges.unshift({ from: middle, until })
      until = middle
    } else {
      ranges.unshift({ from, until: middle })
      from = middle
    }
  }
  return ranges
}

/** SUBPROOF(m, D[n], true) as ranges of leaves, innermost first. */
function consistencyRanges(first: number, second: number): readonly LeafRange[] {
  invariant(isCount(first) && isCount(second) && first <= second, 'a tree never shrinks')
  if (first === 0 || first === second) return []
  const ranges: LeafRange[] = []
  let [from, until] = [0, second]
  while (until !== first) {
    const middle = from + splitPoint(until - from)
    if (first <= middle) {
      ranges.unshift({ from: middle, until })
      until = middle
    } else {
      ranges.unshift({ from, until: middle })
      from = middle
    }
  }
  // The old tree itself is known to the verifier, so it is sent only where it is not the whole left subtree.
  return from === 0 ? ranges : [{ from, until }, ...ranges]
}

function isPowerOfTwo(value: number): boolean {
  return /^10*$/.test(value.toString(2))
}

function half(value: number): number {
  return Math.floor(value / 2)
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
