import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex, screen } from './index.ts'
import { japaneseReadings } from './japanese.ts'
import { inventedEntry as entry, queryFor as query } from './testing/invented.ts'

describe('how a name in Han is read as Japanese, each name invented', () => {
  test.each([
    ['田中太郎', ['tanaka taro', 'tanaka tao']],
    ['田中\u3000太郎', ['tanaka taro', 'tanaka tao']],
    ['一ノ瀬健一', ['ichinose kenichi']],
    ['佐々木 さくら', ['sasaki sakura']],
    ['大野ゆういち', ['ono yuichi']],
    ['森ﾕｳｺ', ['mori yuko']],
    ['広瀬浩二', japaneseReadings('廣瀨浩二')],
  ])('%s: %j', (name, readings) => {
    expect(japaneseReadings(name)).toEqual(readings)
  })

  test.each([
    '王小明',
    '李明',
    '林建华',
    '張志強',
    '金鐵雄',
    '中国银行',
    '田中太郎商事',
    'TANAKA 太郎',
    '田 中 太郎',
    '太郎',
    '田',
    '',
  ])('%j is read as no Japanese name', (name) => {
    expect(japaneseReadings(name)).toEqual([])
  })

  test('whatever the characters, the readings are few and in plain Latin', () => {
    const character = fc.constantFrom(...'田中大小山川太郎美子一三谷長佐々木健東林ヶノみ ・王华𠮷')
    fc.assert(
      fc.property(fc.array(character, { maxLength: 10 }), (characters) => {
        const readings = japaneseReadings(characters.join(''))
        expect(readings.length).toBeLessThanOrEqual(6)
        for (const reading of readings) expect(reading).toMatch(/^[a-z]+ [a-z]+$/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a list of Japanese and Chinese people, each invented', () => {
  const index = buildIndex([
    entry('latin', ['TANAKA Shintaro', 'TANAKA Shin']),
    entry('han', ['小林裕子']),
    entry('both', ['OGAWA Kazuo', '小川 和夫']),
    entry('chinese', ['林裕华']),
  ])
  const matched = (name: string) =>
    screen(index, query(name)).flatMap((hit) => (hit.match ? [hit.entry.id] : []))

  test.each([
    ['田中慎太郎', ['latin']],
    ['田中 慎太郎', ['latin']],
    ['Kobayashi Yuko', ['han']],
    ['KOBAYASHI Hiroko', ['han']],
    ['コバヤシ ユウコ', ['han']],
    ['小林裕子', ['han']],
    ['小川和夫', ['both']],
    ['小川みどり', []],
    ['田小林', []],
    ['林中川', []],
    ['Hayashi Yuka', []],
    ['Lin Yuhua', ['chinese']],
  ])('%s finds %j', (name, ids) => {
    expect(matched(name)).toEqual(ids)
  })
})
