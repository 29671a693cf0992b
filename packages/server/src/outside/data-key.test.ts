import { randomBytes } from 'node:crypto'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataKeyOf, openDataKey } from './data-key.ts'

describe('the key that seals identifiers', () => {
  const key = dataKeyOf(randomBytes(32))

  test('opens what it sealed, and nobody reads it meanwhile', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, where) => {
        const sealed = key.seal(text, where)
        expect(key.open(sealed, where)).toBe(text)
        if (text.length > 4) expect(sealed).not.toContain(text)
      }),
    )
  })

  test('seals the same text in another way each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => key.seal('A1234567', 'here'))).size).toBe(50)
  })

  test('opens nothing that was changed, put elsewhere or sealed with another key', () => {
    const sealed = key.seal('A1234567', 'party 1')
    expect(() => key.open(sealed, 'party 2')).toThrow()
    expect(() => dataKeyOf(randomBytes(32)).open(sealed, 'party 1')).toThrow()
    for (let at = 3; at < sealed.length; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
      // The last character of base64url may carry bits that stand for nothing.
      if (Buffer.from(changed.slice(3), 'base64url').equals(Buffer.from(sealed.slice(3), 'base64url')))
        continue
      expect(() => key.open(changed, 'party 1'), `changed at ${at}`).toThrow()
    }
    for (const broken of ['', 'v1.', 'v1.AAAA', 'A1234567'])
      expect(() => key.open(broken, 'party 1')).toThrow()
  })

  test('a key of another length is refused', () => {
    expect(() => dataKeyOf(randomBytes(16))).toThrow('16 bytes')
  })

  test('lies in a file of its own that its owner alone reads, and is the same at the next start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'allmende-test-'))
    const sealed = openDataKey(folder).seal('A1234567', 'here')
    expect(openDataKey(folder).open(sealed, 'here')).toBe('A1234567')
    expect(statSync(join(folder, 'keys', 'data.key')).mode & 0o777).toBe(0o600)
  })
})
