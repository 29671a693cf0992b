import { expect, test } from 'vitest'
import { buildIndex, screen } from './index.ts'
import { inventedEntry as entry, queryFor as query } from './testing/invented.ts'

const organisation = { kind: 'organisation', countries: ['PA'] } as const
const index = buildIndex([
  entry('five', ['Orvantex Research Vessel and Pipeline Logistics'], organisation),
  entry('form', ['Belmorin Quarry Machinery Krantor Corporation'], organisation),
  entry('four', ['Krantor Ugrel Zanter Works'], organisation),
  entry('short', ['VEKTU'], organisation),
  entry('person', ['Amadou Nbeki Issouf Sarr Traore']),
  entry('word', ['Zimex'], organisation),
])
const hitsOf = (name: string, change = {}) =>
  screen(index, query(name, { kind: 'organisation', ...change })).map(({ entry: { id }, match }) => [
    id,
    match,
  ])

test.each([
  ['five', 'ORVPL'],
  ['five', 'O.R.V.P.L.'],
  ['five', 'Orvpl Ltd'],
  ['form', 'BQMKC'],
  ['form', 'BQMK Corporation', false],
  ['short', 'Vostok Energy Krantor Trading Union'],
])('%s is found by %s', (id, name, match = true) => {
  expect(hitsOf(name)).toEqual([[id, match]])
})

test('four letters are seen, and are a match only where something else agrees', () => {
  expect(hitsOf('KUZW')).toEqual([['four', false]])
  expect(hitsOf('KUZW', { countries: ['PA'] })).toEqual([['four', true]])
  expect(hitsOf('KUZW', { countries: ['NZ'] })).toEqual([['four', false]])
})

test('fewer letters, other letters, and letters of people lead to nobody', () => {
  expect(hitsOf('KUZ')).toEqual([])
  expect(hitsOf('ORVPX')).toEqual([])
  expect(hitsOf('ANIST', { kind: null })).toEqual([])
  expect(hitsOf('ORVPL', { kind: 'person' })).toEqual([])
})

test('the hit says which words the letters stand for', () => {
  const [hit] = screen(index, query('ORVPL', { kind: 'organisation' }))
  expect(hit?.factors).toMatchObject([
    { code: 'initials', queryPart: 'orvpl', entryPart: 'orvantex research vessel and pipeline logistics' },
  ])
})
