import { hash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  append,
  appendLeaf,
  type Bytes,
  concatBytes,
  emptyFrontier,
  fromBase64,
  fromHex,
  frontierAt,
  leafHash,
  nodeHash,
  nodesForRoot,
  rootOf,
  toBase64,
  toHex,
} from './index.ts'

const bytes: Bytes = {
  sha256: (data) => hash('sha256', data, 'buffer'),
  utf8: (text) => new TextEncoder().encode(text),
}

/** Inputs and roots of the certificate-transparency project's Merkle tree test (RFC 6962). */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => Uint8Array.from(Buffer.from(text, 'hex')))
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

/** MTH of RFC 9162 section 2.1.1, word for word and slow. */
function naiveRoot(entries: readonly Uint8Array[]): string {
  const [only] = entries
  if (only === undefined) return toHex(bytes.sha256(new Uint8Array(0)))
  if (entries.length === 1) return leafHash(bytes, only)
  let k = 1
  while (k * 2 < entries.length) k *= 2
  return nodeHash(bytes, naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)))
}

const entryLists = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 })

describe('the tree', () => {
  test('has the roots that certificate-transparency publishes, for every size from 0 to 8', () => {
    let frontier = emptyFrontier
    const grown = [rootOf(bytes, frontier)]
    for (const leaf of leaves) {
      frontier = appendLeaf(bytes, frontier, leafHash(bytes, leaf))
      grown.push(rootOf(bytes, frontier))
    }
    expect(grown).toEqual(roots)
  })

  test('grown leaf by leaf has the same root as the definition of RFC 9162, read word for word', () => {
    fc.assert(
      fc.property(entryLists, (entries) => {
        const frontier = entries.reduce(
          (f, entry) => appendLeaf(bytes, f, leafHash(bytes, entry)),
          emptyFrontier,
        )
        expect(rootOf(bytes, frontier)).toBe(naiveRoot(entries))
      }),
      { numRuns: 40 },
    )
  })

  test('names each completed node exactly once, which is all a store needs to rebuild any earlier size', () => {
    fc.assert(
      fc.property(entryLists, (entries) => {
        const store = new Map<string, string>()
        const history = [emptyFrontier]
        let frontier = emptyFrontier
        for (const entry of entries) {
          const step = append(bytes, frontier, leafHash(bytes, entry))
          for (const node of step.nodes) {
            expect(store.has(`${node.level}/${node.index}`)).toBe(false)
            store.set(`${node.level}/${node.index}`, node.hash)
          }
          frontier = step.frontier
          history.push(frontier)
        }
        for (const past of history) {
          expect(frontierAt(past.size, (level, index) => store.get(`${level}/${index}`))).toEqual(past)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('splits the largest sizes exactly, where logarithms round', () => {
    for (const size of [2 ** 49 - 1, 2 ** 52 + 1, Number.MAX_SAFE_INTEGER]) {
      const nodes = nodesForRoot(size)
      expect(nodes.reduce((sum, node) => sum + 2 ** node.level, 0)).toBe(size)
      expect(nodes).toHaveLength(size.toString(2).replaceAll('0', '').length)
    }
  })

  test('stops at a node that was not loaded instead of guessing its hash', () => {
    expect(() => frontierAt(3, () => undefined)).toThrow('node 1/0 must be loaded')
  })

  test('refuses a frontier whose hashes do not fit its size', () => {
    expect(() => rootOf(bytes, { size: 3, hashes: [roots[1] ?? ''] })).toThrow('a hash for each set bit')
  })
})

describe('bytes as text', () => {
  test('base64 and hex agree with Node in both directions', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (data) => {
        expect(toBase64(data)).toBe(Buffer.from(data).toString('base64'))
        expect(toHex(data)).toBe(Buffer.from(data).toString('hex'))
        expect(fromBase64(toBase64(data))).toEqual(data)
        expect(fromHex(toHex(data))).toEqual(data)
      }),
    )
  })

  test.each(['A', 'AA', 'AAA', 'AB==', 'AAB=', 'A===', 'AA==\n', 'AA-_', '====', 'A A='])(
    'refuses %j, which is not the one spelling of any bytes',
    (text) => {
      expect(fromBase64(text)).toBeNull()
    },
  )

  test.each(['0', 'AB', '0g', ' 00'])('refuses %j as hex', (text) => {
    expect(fromHex(text)).toBeNull()
  })

  test('joins parts in order', () => {
    expect([...concatBytes(Uint8Array.of(1, 2), new Uint8Array(0), Uint8Array.of(3))]).toEqual([1, 2, 3])
  })
})
