import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsOf } from './fold.ts'
import { indianSpoken, thaiSpoken } from './brahmic.ts'

test.each([
  ['राम', 'ram'],
  ['कमला', 'kamla'],
  ['राजकुमार', 'rajkumar'],
  ['लक्ष्मण', 'lakshman'],
  ['ज़फ़र', 'zafar'],
  ['सिंह', 'sinh'],
  ['संपत', 'sampat'],
  ['মোহন', 'mohan'],
  ['ਸਿੰਘ', 'singh'],
  ['મોહન', 'mohan'],
  ['முருகன்', 'murugan'],
  ['சங்கர்', 'sangar'],
  ['పద్మ', 'padma'],
  ['ಕುಮಾರ', 'kumara'],
  ['രാജൻ', 'rajan'],
])('%s is read as %s', (word, read) => {
  expect(indianSpoken(word)).toBe(read)
})

test.each([
  ['สมชาย', 'somchai'],
  ['เพลง', 'phleng'],
  ['แปลก', 'plaek'],
  ['วงศ์', 'wong'],
  ['อนันต์', 'anan'],
  ['สุรพล', 'surphon'],
  ['ธรรม', 'tham'],
  ['เกียรติ', 'kiarti'],
  ['บาชาร์', 'bachar'],
])('%s is read as %s', (word, read) => {
  expect(wordsOf(word).map(({ text }) => text)).toEqual([read])
})

test('a word of another script is left to others', () => {
  for (const word of ['', 'Orvantex', 'Орвантекс', '김철웅', 'مراد']) {
    expect(indianSpoken(word)).toBeNull()
    expect(thaiSpoken(word)).toBeNull()
  }
})

test('whatever stands in these scripts becomes letters and digits of Latin, with or without sense', () => {
  const block = (from: number, to: number) =>
    fc
      .array(
        fc.integer({ min: from, max: to }).map((code) => String.fromCodePoint(code)),
        { minLength: 1, maxLength: 60 },
      )
      .map((letters) => letters.join(''))
  fc.assert(
    fc.property(block(0x0900, 0x0d7f), block(0x0e00, 0x0e7f), (indian, siamese) => {
      expect(indianSpoken(indian)).toMatch(/^[a-z0-9]*$/)
      for (const { text } of wordsOf(`${indian} ${siamese} ${indian}${siamese}`))
        expect(text).toMatch(/^[a-z0-9]+$/)
    }),
    { numRuns: 500 },
  )
})
