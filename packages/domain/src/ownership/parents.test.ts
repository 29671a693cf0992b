import { expect, test } from 'vitest'
import { day } from '@allmende/domain/terms'
import { holdingsOf } from './holdings-of.ts'
import { parentsOf } from './index.ts'

const parents = (...texts: readonly string[]) =>
  parentsOf({ holdings: holdingsOf(...texts), of: 'x', asOf: day('2026-11-23') })
const at = (parent: string) => ({ parent, cycle: null })

test('a parent controls or holds more than half, and half is none', () => {
  expect(parents('a 50 x', 'b 50 x')).toEqual({ direct: [], ultimate: [] })
  expect(parents('a 50.1 x', 'b rules x', 'c 10 x', 'd ? x')).toEqual({
    direct: ['a', 'b'],
    ultimate: [at('a'), at('b')],
  })
  expect(parents('a 30 x', 'a 25 x').direct).toEqual(['a'])
})

test('the way up ends where nobody stands above', () => {
  expect(parents('a 60 x', 'b 60 a', 'c rules b', 'd 40 c')).toEqual({ direct: ['a'], ultimate: [at('c')] })
  expect(parents('b 60 x', 'b rules a', 'a rules x', 'c 51 b')).toEqual({
    direct: ['a', 'b'],
    ultimate: [at('c')],
  })
})

test('a cycle is named in place of an ultimate parent, unless a way leads out of it', () => {
  expect(parents('a 60 x', 'c 60 a', 'b 60 c', 'a rules b')).toEqual({
    direct: ['a'],
    ultimate: [{ parent: null, cycle: ['a', 'b', 'c'] }],
  })
  expect(parents('a 60 x', 'x 60 a').ultimate).toEqual([{ parent: null, cycle: ['a', 'x'] }])
  expect(parents('a 60 x', 'b 60 a', 'a rules b', 'c rules b').ultimate).toEqual([at('c')])
  expect(parents('a rules x', 'b rules x', 'b 60 c', 'c 60 b', 'd 60 a').ultimate).toEqual([
    { parent: null, cycle: ['b', 'c'] },
    at('d'),
  ])
})

test('a party is no parent of itself', () => {
  expect(parents('x 60 x')).toEqual({ direct: [], ultimate: [] })
  expect(parents('a 60 x', 'a rules a')).toEqual({ direct: ['a'], ultimate: [at('a')] })
})

test('a holding that has ended makes no parent', () => {
  const ended = holdingsOf('a 60 x').map((one) => ({ ...one, until: day('2026-11-23') }))
  const on = (asOf: string) => parentsOf({ holdings: ended, of: 'x', asOf: day(asOf) }).direct
  expect([on('2026-11-22'), on('2026-11-23')]).toEqual([['a'], []])
})
