import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Bytes,
  encodeCheckpoint,
  encodeVerifierKey,
  formatNote,
  fromBase64,
  keyId,
  openNote,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  signNote,
} from './index.ts'

const bytes: Bytes = {
  sha256: (data) => hash('sha256', data, 'buffer'),
  utf8: (text) => new TextEncoder().encode(text),
}

/** Key and note of the Go checksum database's own test (golang.org/x/mod/sumdb/note). */
const peterVerifier = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const peterSeed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1)
const peterText =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const peterNote = `${peterText}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const spki = Buffer.from('302a300506032b6570032100', 'hex')
const peterPrivate = createPrivateKey({
  key: Buffer.concat([pkcs8, peterSeed]),
  format: 'der',
  type: 'pkcs8',
})
const ed25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) =>
  verify(
    null,
    message,
    createPublicKey({ key: Buffer.concat([spki, publicKey]), format: 'der', type: 'spki' }),
    signature,
  )

function keyOf(text: string) {
  const key = parseVerifierKey(bytes, text)
  if (!key) throw new Error(`no key in ${text}`)
  return key
}
const peter = keyOf(peterVerifier)

describe('verifier keys', () => {
  test.each([
    peterVerifier,
    'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
    'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
    'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6',
  ])('%s of other implementations is read and written back', (text) => {
    const key = keyOf(text)
    expect(encodeVerifierKey(bytes, key.name, key.publicKey)).toBe(text)
    expect(keyId(bytes, key.name, key.publicKey)).toBe(key.keyId)
  })

  test('cut anywhere are refused', () => {
    for (let from = 0; from < peterVerifier.length; from += 1) {
      for (let until = from + 1; until <= peterVerifier.length; until += 1) {
        if (from === 0 && until === peterVerifier.length) continue
        expect(parseVerifierKey(bytes, peterVerifier.slice(from, until))).toBeNull()
      }
    }
  })

  test.each([
    'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TX',
    'Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  ])('%s, of wrong length, type, id or name, is refused', (text) => {
    expect(parseVerifierKey(bytes, text)).toBeNull()
  })
})

describe('signed notes', () => {
  test('are written byte for byte as the Go implementation writes them', () => {
    const note = signNote(bytes, peterText, {
      name: 'PeterNeumann',
      publicKey: peter.publicKey,
      sign: (message) => sign(null, message, peterPrivate),
    })
    expect(note).toBe(peterNote)
    expect(openNote(bytes, note, peter, ed25519)).toBe(peterText)
  })

  test('of the specification, with an empty line inside, keep their text', () => {
    const text = 'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n'
    const line =
      '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'
    const parsed = parseNote(`${text}\n${line}`)
    expect(parsed?.text).toBe(text)
    expect(parsed?.signatures.map(({ name, keyId: id }) => [name, id])).toEqual([
      ['quasimodo.example/salvatore', '367ba04b'],
    ])
    expect(formatNote(text, parsed?.signatures ?? [])).toBe(`${text}\n${line}`)
  })

  test('do not open once a letter of the text, the signature or the name is changed', () => {
    expect(openNote(bytes, peterNote.replace('cryptography', 'cryptographY'), peter, ed25519)).toBeNull()
    expect(openNote(bytes, peterNote.replace('x08go/ZJ', 'x08go/ZK'), peter, ed25519)).toBeNull()
    expect(openNote(bytes, peterNote.replace('PeterNeumann', 'PeterNewmann'), peter, ed25519)).toBeNull()
  })

  test('open beside signatures of keys we do not know, such as a witness', () => {
    const witness = { name: 'witness.example', keyId: '01020304', signature: new Uint8Array(72) }
    const note = formatNote(peterText, [witness, ...(parseNote(peterNote)?.signatures ?? [])])
    expect(openNote(bytes, note, peter, ed25519)).toBe(peterText)
    expect(openNote(bytes, formatNote(peterText, [witness]), peter, ed25519)).toBeNull()
  })

  test('with a good and a bad signature of the same key are refused whole', () => {
    const [good] = parseNote(peterNote)?.signatures ?? []
    if (!good) throw new Error('the note is signed')
    const bad = { ...good, signature: new Uint8Array(64) }
    expect(openNote(bytes, formatNote(peterText, [good, bad]), peter, ed25519)).toBeNull()
  })

  test.each([
    ['no final newline', peterNote.slice(0, -1)],
    ['no blank line', peterNote.replace('\n\n', '\n')],
    ['no signature', `${peterText}\n`],
    ['a hyphen for the dash', peterNote.replace('—', '-')],
    ['a tab in the text', peterNote.replace(' you', '\tyou')],
    ['a carriage return', peterNote.replaceAll('\n', '\r\n')],
    ['a lone surrogate', `\ud800${peterNote}`],
    ['a trailing space', peterNote.replace('nAM=\n', 'nAM= \n')],
    ['a signature without bytes', `${peterText}\n— PeterNeumann x08gow==\n`],
    ['more than 100 signatures', peterNote + (peterNote.split('\n\n')[1] ?? '').repeat(100)],
  ])('with %s are refused', (_fault, note) => {
    expect(parseNote(note)).toBeNull()
  })

  test('never throw on garbage', () => {
    const garbage = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('\n', '\n\n', '— ', 'a ', 'AAAAAAAA', '0', '\ud800')),
    )
    fc.assert(
      fc.property(garbage, (parts) => {
        const text = parts.join('')
        const note = parseNote(text)
        if (note) expect(formatNote(note.text, note.signatures)).toBe(text)
        parseCheckpoint(text)
        expect(parseVerifierKey(bytes, text)).toBeNull()
      }),
    )
  })
})

describe('checkpoints', () => {
  const example = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

  test('of the specification are read and written back', () => {
    const checkpoint = parseCheckpoint(example)
    expect(checkpoint).toEqual({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      root: Buffer.from(fromBase64('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=') ?? []).toString('hex'),
      extensions: [],
    })
    if (checkpoint) expect(encodeCheckpoint(checkpoint)).toBe(example)
  })

  test('keep their extension lines apart', () => {
    expect(parseCheckpoint(`${example}more\n`)?.extensions).toEqual(['more'])
  })

  test.each([
    ['a leading zero', example.replace('20852163', '020852163')],
    ['a sign', example.replace('20852163', '+1')],
    ['a size past whole numbers', example.replace('20852163', '9007199254740993')],
    ['a short root', example.replace('CsUY', '')],
    ['an empty origin', example.replace('example.com/behind-the-sofa', '')],
    ['an empty extension line', `${example}\nmore\n`],
    ['no final newline', example.slice(0, -1)],
  ])('with %s are refused', (_fault, text) => {
    expect(parseCheckpoint(text)).toBeNull()
  })
})
