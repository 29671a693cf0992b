import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, parseEntry } from './entry.ts'
import { leafHash, rootOf, tilesAbove } from './merkle.ts'
import { openCheckpoint, parseKey } from './note.ts'
import { filesOf, splitBundle, tilePath } from './tiles.ts'

describe('published vectors', () => {
  test('the tree has the roots of certificate-transparency for every size up to 8', () => {
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ]
    const hashes = leaves.map((leaf) => leafHash(Buffer.from(leaf, 'hex')))
    const roots = Array.from({ length: 9 }, (_, size) => rootOf(hashes.slice(0, size)).toString('hex'))
    expect(roots).toEqual([
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
      'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
      '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
      'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
      '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
    ])
  })

  test('the root over tiles is the root over leaves, which is what the tiles are for', () => {
    const leaves = Array.from({ length: 1024 }, (_, index) => leafHash(Buffer.from(String(index))))
    expect(rootOf(tilesAbove(leaves))).toEqual(rootOf(leaves))
    expect(tilesAbove(leaves.slice(0, 1023))).toHaveLength(3)
  })

  test.each([
    ['0', 1_234_067, 256, 'log/tile/0/x001/x234/067'],
    ['entries', 1000, 256, 'log/tile/entries/x001/000'],
    ['5', 123_456_078, 2, 'log/tile/5/x123/x456/078.p/2'],
    ['63', 7, 256, 'log/tile/63/007'],
  ])('tile %s/%i of width %i is the file %s', (part, index, width, path) => {
    expect(tilePath(part, index, width)).toBe(path)
  })

  test('a log of 70,000 entries has the files of the example in tlog-tiles', () => {
    const files = [...filesOf(70_000)]
    expect(files.filter(({ part }) => part === '0')).toHaveLength(274)
    expect(files.filter(({ width }) => width < 256)).toEqual([
      { part: 'entries', index: 273, width: 112 },
      { part: '0', index: 273, width: 112 },
      { part: '1', index: 1, width: 17 },
      { part: '2', index: 0, width: 1 },
    ])
  })

  test('canonical JSON is that of the example in RFC 8785 section 3.2', () => {
    const input = String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`
    expect(canonicalJson(JSON.parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  test('keys of other implementations are read, and refused with any character changed', () => {
    const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
    expect(parseKey(`${key}\n`)).toMatchObject({ text: key, name: 'PeterNeumann' })
    for (let at = 0; at < key.length; at += 1) {
      expect(parseKey(`${key.slice(0, at)}${key[at] === '8' ? '9' : '8'}${key.slice(at + 1)}`)).toBeNull()
    }
  })
})

test('nothing a log can send makes the readers throw', () => {
  const key = parseKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
  const pieces = fc.constantFrom(
    '\n',
    '\n\n',
    '— PeterNeumann ',
    'x08go/ZJ',
    '0',
    'AAAA',
    '=',
    '+',
    '{',
    '"at":',
    '}',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), pieces)), fc.uint8Array({ maxLength: 300 }), (parts, data) => {
      const text = parts.join('')
      expect(openCheckpoint(text, key).problem).not.toBeNull()
      expect(parseEntry(Buffer.from(text))).toHaveProperty('problem')
      expect(parseEntry(data)).toHaveProperty('problem')
      parseKey(text)
      const entries = splitBundle(data)
      if (entries) expect(entries.reduce((sum, entry) => sum + 2 + entry.length, 0)).toBe(data.length)
    }),
  )
})
