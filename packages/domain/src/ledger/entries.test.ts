import { hash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bytes, canonical, commitment, encodeEntry, opens } from './index.ts'

const bytes: Bytes = {
  sha256: (data) => hash('sha256', data, 'buffer'),
  utf8: (text) => new TextEncoder().encode(text),
}

test('canonical JSON is that of the example in RFC 8785 section 3.2', () => {
  const input = String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`
  expect(canonical(JSON.parse(input))).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  )
})

test('canonical JSON does not depend on the order in which an object was built', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(canonical(turned)).toBe(canonical(value))
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
    }),
  )
})

test.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { a: 1n }])(
  'what JSON cannot hold (%s) is never recorded',
  (value) => {
    expect(() => canonical(value)).toThrow()
  },
)

test('an entry is its version, kind, moment and data, keys in order', () => {
  const entry = encodeEntry(bytes, {
    kind: 'award.made',
    at: '2026-11-23T09:00:00.000Z',
    data: { project: 'sorghum', acceleratorMs: 3_600_000 },
  })
  expect(Buffer.from(entry).toString('utf8')).toBe(
    '{"at":"2026-11-23T09:00:00.000Z","data":{"acceleratorMs":3600000,"project":"sorghum"},"kind":"award.made","v":1}',
  )
})

test('a commitment opens with its own salt and value, in any key order, and with nothing else', () => {
  const salt = new Uint8Array(16).fill(5)
  const committed = commitment(bytes, salt, { name: 'Amina Wanjiru', born: 1988 })
  const expected = hash(
    'sha256',
    Buffer.concat([salt, Buffer.from('{"born":1988,"name":"Amina Wanjiru"}')]),
    'hex',
  )
  expect(committed).toBe(`sha256:${expected}`)
  expect(opens(bytes, committed, salt, { born: 1988, name: 'Amina Wanjiru' })).toBe(true)
  expect(opens(bytes, committed, salt, { born: 1989, name: 'Amina Wanjiru' })).toBe(false)
  expect(opens(bytes, committed, salt.with(0, 6), { born: 1988, name: 'Amina Wanjiru' })).toBe(false)
  expect(opens(bytes, committed, new Uint8Array(0), { born: 1988, name: 'Amina Wanjiru' })).toBe(false)
})

test('a salt too short to hide a guessable value is refused', () => {
  expect(() => commitment(bytes, new Uint8Array(8), 'Amina Wanjiru')).toThrow('at least 16 bytes')
})
