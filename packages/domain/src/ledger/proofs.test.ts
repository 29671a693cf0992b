import { hash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  append,
  type Bytes,
  consistencyProof,
  emptyFrontier,
  encodeTile,
  decodeTile,
  frontierAt,
  hashAtFromTiles,
  type HashAt,
  inclusionProof,
  leafHash,
  nodesForConsistency,
  nodesForInclusion,
  nodesForTile,
  rootOf,
  tilesForSize,
  type TreeNode,
  verifyConsistency,
  verifyInclusion,
} from './index.ts'

const bytes: Bytes = {
  sha256: (data) => hash('sha256', data, 'buffer'),
  utf8: (text) => new TextEncoder().encode(text),
}

type Log = { readonly size: number; readonly hashAt: HashAt; readonly root: (size: number) => string }

function logOf(entries: readonly Uint8Array[]): Log {
  const store = new Map<string, string>()
  let frontier = emptyFrontier
  for (const entry of entries) {
    const step = append(bytes, frontier, leafHash(bytes, entry))
    for (const node of step.nodes) store.set(`${node.level}/${node.index}`, node.hash)
    frontier = step.frontier
  }
  const hashAt: HashAt = (level, index) => store.get(`${level}/${index}`)
  return { size: entries.length, hashAt, root: (size) => rootOf(bytes, frontierAt(size, hashAt)) }
}

const numbered = (size: number) => logOf(Array.from({ length: size }, (_, i) => bytes.utf8(`entry ${i}`)))
const big = numbered(1100)

/** A lookup that answers only what was asked to be loaded. */
function only(nodes: readonly TreeNode[], hashAt: HashAt): HashAt {
  const loaded = new Set(nodes.map((node) => `${node.level}/${node.index}`))
  return (level, index) => (loaded.has(`${level}/${index}`) ? hashAt(level, index) : undefined)
}

function includes(log: Log, size: number, index: number) {
  const hashAt = only(nodesForInclusion(size, index), log.hashAt)
  const proof = inclusionProof(bytes, size, index, hashAt)
  return { index, size, leaf: log.hashAt(0, index) ?? '', proof, root: log.root(size) }
}

function extendsFrom(log: Log, first: number, second: number) {
  const hashAt = only(nodesForConsistency(first, second), log.hashAt)
  const proof = consistencyProof(bytes, first, second, hashAt)
  return { first, second, firstRoot: log.root(first), secondRoot: log.root(second), proof }
}

/** Changes one hex digit. */
function flip(text: string, at: number): string {
  const place = at % text.length
  const digit = text.charAt(place) === '0' ? '1' : '0'
  return text.slice(0, place) + digit + text.slice(place + 1)
}

describe('proofs published by certificate-transparency', () => {
  const log = logOf(
    ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
      (text) => Uint8Array.from(Buffer.from(text, 'hex')),
    ),
  )
  const [n10, n11, l4, n20, n22, l2n3] = [
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ]
  const [l0, l1, n12] = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  ]

  test.each([
    { size: 1, index: 0, proof: [] },
    { size: 8, index: 0, proof: [l1, n11, l2n3] },
    { size: 8, index: 5, proof: [l4, n22, n20] },
    { size: 3, index: 2, proof: [n10] },
    { size: 5, index: 1, proof: [l0, n11, l4] },
  ])('inclusion of leaf $index in $size leaves', ({ size, index, proof }) => {
    expect(inclusionProof(bytes, size, index, log.hashAt)).toEqual(proof)
    expect(verifyInclusion(bytes, includes(log, size, index))).toBe(true)
  })

  test.each([
    { first: 1, second: 1, proof: [] },
    { first: 1, second: 8, proof: [l1, n11, l2n3] },
    { first: 6, second: 8, proof: [n12, n22, n20] },
    { first: 2, second: 5, proof: [n11, l4] },
  ])('consistency from $first to $second leaves', ({ first, second, proof }) => {
    expect(consistencyProof(bytes, first, second, log.hashAt)).toEqual(proof)
    expect(verifyConsistency(bytes, extendsFrom(log, first, second))).toBe(true)
  })
})

const sizes = fc.integer({ min: 1, max: big.size })

describe('any proof', () => {
  test('of inclusion verifies with only the nodes it asked for, and fails with any digit changed', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, pick, at) => {
        const claim = includes(big, size, pick % size)
        expect(verifyInclusion(bytes, claim)).toBe(true)
        expect(verifyInclusion(bytes, { ...claim, leaf: flip(claim.leaf, at) })).toBe(false)
        expect(verifyInclusion(bytes, { ...claim, root: flip(claim.root, at) })).toBe(false)
        expect(verifyInclusion(bytes, { ...claim, proof: [...claim.proof, claim.leaf] })).toBe(false)
        for (const [place, sibling] of claim.proof.entries()) {
          const bent = claim.proof.with(place, flip(sibling, at))
          expect(verifyInclusion(bytes, { ...claim, proof: bent })).toBe(false)
          expect(verifyInclusion(bytes, { ...claim, proof: claim.proof.toSpliced(place, 1) })).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('of inclusion holds for its own index and no other', () => {
    for (let index = 0; index < 21; index += 1) {
      for (let claimed = 0; claimed < 21; claimed += 1) {
        const claim = { ...includes(big, 21, index), index: claimed }
        expect(verifyInclusion(bytes, claim)).toBe(claimed === index)
      }
    }
  })

  test('of consistency verifies with only the nodes it asked for, and fails with any digit changed', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.nat(), (a, b, at) => {
        const claim = extendsFrom(big, Math.min(a, b), Math.max(a, b))
        expect(verifyConsistency(bytes, claim)).toBe(true)
        expect(verifyConsistency(bytes, { ...claim, firstRoot: flip(claim.firstRoot, at) })).toBe(false)
        expect(verifyConsistency(bytes, { ...claim, secondRoot: flip(claim.secondRoot, at) })).toBe(false)
        expect(verifyConsistency(bytes, { ...claim, proof: [...claim.proof, claim.firstRoot] })).toBe(false)
        for (const [place, sibling] of claim.proof.entries()) {
          const bent = claim.proof.with(place, flip(sibling, at))
          expect(verifyConsistency(bytes, { ...claim, proof: bent })).toBe(false)
          expect(verifyConsistency(bytes, { ...claim, proof: claim.proof.toSpliced(place, 1) })).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('verifies for every pair of sizes up to 40', () => {
    for (let second = 0; second <= 40; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        expect(verifyConsistency(bytes, extendsFrom(big, first, second))).toBe(true)
      }
      for (let index = 0; index < second; index += 1) {
        expect(verifyInclusion(bytes, includes(big, second, index))).toBe(true)
      }
    }
  })

  test('is refused, never thrown over, when sizes or hashes make no sense', () => {
    const claim = includes(big, 7, 3)
    for (const index of [-1, 7, 1.5, Number.NaN])
      expect(verifyInclusion(bytes, { ...claim, index })).toBe(false)
    expect(verifyInclusion(bytes, { ...claim, leaf: 'zz' })).toBe(false)
    expect(verifyInclusion(bytes, { ...claim, proof: claim.proof.map((h) => h.toUpperCase()) })).toBe(false)
    const older = extendsFrom(big, 3, 7)
    expect(verifyConsistency(bytes, { ...older, first: 8 })).toBe(false)
    expect(verifyConsistency(bytes, { ...older, proof: [] })).toBe(false)
    expect(verifyConsistency(bytes, { ...older, first: 0, proof: [] })).toBe(false)
  })

  test('does not hold between logs that differ in one early entry', () => {
    const other = logOf(
      Array.from({ length: 30 }, (_, i) => bytes.utf8(i === 4 ? 'another entry 4' : `entry ${i}`)),
    )
    const claim = { ...extendsFrom(big, 12, 30), firstRoot: other.root(12) }
    expect(verifyConsistency(bytes, claim)).toBe(false)
  })
})

test('a static mirror of tiles yields the same proofs as the node store', () => {
  const size = 1027
  const tiles = new Map(
    tilesForSize(size).flatMap(({ level, index, width }) => {
      if (level === 'entries') return []
      const hashes = nodesForTile(level, index, width).map((node) => big.hashAt(node.level, node.index) ?? '')
      return [[`${level}/${index}`, decodeTile(encodeTile(hashes)) ?? []] as const]
    }),
  )
  const fromTiles = hashAtFromTiles(bytes, (level, index) => tiles.get(`${level}/${index}`))
  for (const index of [0, 255, 256, 511, 777, 1023, 1024, 1026]) {
    expect(inclusionProof(bytes, size, index, fromTiles)).toEqual(includes(big, size, index).proof)
  }
  for (const first of [1, 255, 256, 300, 1024, 1026]) {
    expect(consistencyProof(bytes, first, size, fromTiles)).toEqual(extendsFrom(big, first, size).proof)
  }
})
