import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  decodeEntryBundle,
  decodeTile,
  encodeEntryBundle,
  entryBytesMax,
  parseTilePath,
  type Tile,
  tileExists,
  tileOfNode,
  tilePath,
  tilesForSize,
} from './index.ts'

describe('paths of tiles', () => {
  test.each([
    ['tile/0/x001/x234/067', { level: 0, index: 1_234_067, width: 256 }],
    ['tile/0/001', { level: 0, index: 1, width: 256 }],
    ['tile/0/001.p/5', { level: 0, index: 1, width: 5 }],
    ['tile/5/x123/x456/078', { level: 5, index: 123_456_078, width: 256 }],
    ['tile/5/x123/x456/078.p/2', { level: 5, index: 123_456_078, width: 2 }],
    ['tile/1/x003/x057/500', { level: 1, index: 3_057_500, width: 256 }],
    ['tile/entries/x123/x456/078', { level: 'entries', index: 123_456_078, width: 256 }],
    ['tile/entries/000.p/255', { level: 'entries', index: 0, width: 255 }],
    ['tile/63/000', { level: 63, index: 0, width: 256 }],
  ] as const)('%s is as C2SP and the Go checksum database write it', (path, tile) => {
    expect(tilePath(tile.level, tile.index, tile.width)).toBe(path)
    expect(parseTilePath(path)).toEqual(tile)
  })

  test.each([
    'tile/64/000',
    'tile/00/000',
    'tile/-1/000',
    'tile/0/0',
    'tile/0/x001',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/05',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/data/000',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/../000',
    'tile/0/000\n',
    '',
  ])('%j is refused', (path) => {
    expect(parseTilePath(path)).toBeNull()
  })

  test('come back as the same tile', () => {
    const levels = fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 }))
    fc.assert(
      fc.property(levels, fc.maxSafeNat(), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        expect(parseTilePath(tilePath(level, index, width))).toEqual({ level, index, width })
      }),
    )
  })

  test('never come from garbage', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tile = parseTilePath(`tile/${text}`)
        if (tile) expect(tilePath(tile.level, tile.index, tile.width)).toBe(`tile/${text}`)
      }),
    )
  })
})

describe('the tiles of a size', () => {
  const partial = (tiles: readonly Tile[]) => tiles.filter((tile) => tile.width < 256)

  test('are those of the example in the specification: 70,000 leaves', () => {
    const tiles = tilesForSize(70_000)
    const at = (level: Tile['level']) => tiles.filter((tile) => tile.level === level)
    expect(at(0)).toHaveLength(274)
    expect(at('entries')).toHaveLength(274)
    expect(at(0).at(-1)).toEqual({ level: 0, index: 273, width: 112 })
    expect(at(1)).toEqual([
      { level: 1, index: 0, width: 256 },
      { level: 1, index: 1, width: 17 },
    ])
    expect(at(2)).toEqual([{ level: 2, index: 0, width: 1 }])
    expect(at(3)).toEqual([])
  })

  test('at 256 leaves are one full tile and one of width 1 above it', () => {
    expect(tilesForSize(256).filter((tile) => tile.level !== 'entries')).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ])
    expect(tilesForSize(0)).toEqual([])
    expect(partial(tilesForSize(255))).toHaveLength(2)
  })

  test('exist from the size that produced them, and not one leaf earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (size) => {
        for (const tile of tilesForSize(size)) {
          expect(tileExists(tile, size)).toBe(true)
          expect(tileExists({ ...tile, index: tile.index + 1000 }, size)).toBe(false)
        }
      }),
      { numRuns: 20 },
    )
    expect(tileExists({ level: 1, index: 0, width: 1 }, 255)).toBe(false)
    expect(tileExists({ level: 0, index: 0, width: 7 }, 6)).toBe(false)
    expect(tileExists({ level: 0, index: 0, width: 7 }, 700)).toBe(true)
  })

  test('hold each tree node in one run of hashes', () => {
    expect(tileOfNode({ level: 0, index: 300 })).toEqual({ level: 0, index: 1, from: 44, count: 1 })
    expect(tileOfNode({ level: 7, index: 3 })).toEqual({ level: 0, index: 1, from: 128, count: 128 })
    expect(tileOfNode({ level: 8, index: 3 })).toEqual({ level: 1, index: 0, from: 3, count: 1 })
  })
})

describe('entry bundles', () => {
  test('give back the entries they were made of, the longest possible included', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 256 }),
        (entries) => {
          expect(decodeEntryBundle(encodeEntryBundle(entries))).toEqual(entries)
        },
      ),
      { numRuns: 30 },
    )
    const longest = [new Uint8Array(entryBytesMax).fill(7)]
    expect(decodeEntryBundle(encodeEntryBundle(longest))).toEqual(longest)
    expect(() => encodeEntryBundle([new Uint8Array(entryBytesMax + 1)])).toThrow('65,535')
  })

  test('are prefixed by lengths in two bytes, big-endian', () => {
    expect([...encodeEntryBundle([new Uint8Array(258), Uint8Array.of(9)])].slice(0, 2)).toEqual([1, 2])
    expect([...encodeEntryBundle([Uint8Array.of(9), new Uint8Array(0)])]).toEqual([0, 1, 9, 0, 0])
  })

  test('cut short anywhere inside an entry are refused', () => {
    const whole = encodeEntryBundle([Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)])
    const readable = Array.from({ length: whole.length + 1 }, (_, length) =>
      decodeEntryBundle(whole.subarray(0, length)),
    )
    expect(readable.flatMap((entries, length) => (entries ? [length] : []))).toEqual([5, 9])
  })

  test('with more than 256 entries are refused, as are tiles of broken hashes', () => {
    expect(decodeEntryBundle(new Uint8Array(2 * 257))).toBeNull()
    expect(decodeTile(new Uint8Array(33))).toBeNull()
    expect(decodeTile(new Uint8Array(0))).toBeNull()
    expect(decodeTile(new Uint8Array(257 * 32))).toBeNull()
    expect(decodeTile(new Uint8Array(64))).toHaveLength(2)
  })
})
