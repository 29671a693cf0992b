import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
// @ts-expect-error The examples are plain JavaScript, as a user would write them.
import { createModel, encode, flopPerExample, readTexts, sample, train } from './train-char-lm/train.mjs'
// @ts-expect-error The examples are plain JavaScript, as a user would write them.
import { describe as describeColumn, parseCsv } from './csv-quantiles/quantiles.mjs'

function seeded() {
  let state = 7
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

test('the example job learns: its loss falls by a third in 400 steps, and it can write every language', () => {
  const dice = seeded()
  const { vocabulary, languages, streams } = encode(
    readTexts(new URL('train-char-lm/text/', import.meta.url)),
  )
  expect(languages).toEqual(['arb', 'deu', 'ind', 'por', 'swh', 'vie'])
  const model = createModel(vocabulary.length, { context: 6, embedding: 8, hidden: 32 }, dice)
  const losses: number[] = train(model, streams, { batch: 16, steps: 400, rate: 0.12, context: 6 }, dice)
  const mean = (part: number[]) => part.reduce((a, b) => a + b, 0) / part.length
  expect(mean(losses.slice(-50))).toBeLessThan(mean(losses.slice(0, 10)) * 0.67)
  for (const language of languages) expect(sample(model, vocabulary, language, dice, 20)).toHaveLength(20)
})

test('it counts its FLOP from its own matrices: 6 for each weight of the two products', () => {
  const model = createModel(50, { context: 4, embedding: 3, hidden: 5 }, seeded())
  expect(flopPerExample(model)).toBe(6 * (5 * 12 + 50 * 5))
})

test('quantiles of the shipped population file are those of its numbers', () => {
  const rows = parseCsv(readFileSync(new URL('csv-quantiles/population.csv', import.meta.url), 'utf8'))
  const result = describeColumn(rows, 'population')
  expect(result.count + result.left).toBe(rows.length - 1)
  expect(result.quantiles['100%']).toBe(Math.max(...rows.slice(1).map((r: string[]) => Number(r[3]))))
  expect(describeColumn(parseCsv('a\n1\n2\n3\n4\n'), 'a').quantiles['50%']).toBe(2.5)
  expect(() => describeColumn(parseCsv('a\n1\n'), 'b')).toThrow(/the columns are a/)
})

test('CSV fields may hold quotes, commas and line ends', () => {
  expect(parseCsv('a,b\r\n"x, ""y""\nz",2\r\n')).toEqual([
    ['a', 'b'],
    ['x, "y"\nz', '2'],
  ])
})
