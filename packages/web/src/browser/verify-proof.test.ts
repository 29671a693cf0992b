import { createHash, generateKeyPairSync, sign, webcrypto } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { enhance, leafHash, parseProof, type Proof, verifyProof } from './verify-proof.ts'

const subtle = webcrypto.subtle as SubtleCrypto
const origin = 'commons.example/log'
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const material = Buffer.concat([
  Uint8Array.of(1),
  Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'),
])
const sha256 = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
const keyId = sha256(Buffer.from(`${origin}\n`), material).subarray(0, 4)
const verifierKey = `${origin}+${keyId.toString('hex')}+${material.toString('base64')}`

const splitAt = (count: number) => 2 ** (Math.ceil(Math.log2(count)) - 1)

function rootOf(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 1) return sha256(Uint8Array.of(0), ...entries)
  const k = splitAt(entries.length)
  return sha256(Uint8Array.of(1), rootOf(entries.slice(0, k)), rootOf(entries.slice(k)))
}

/** PATH of RFC 9162 section 2.1.3.1, by recursion. */
function pathOf(entries: readonly Uint8Array[], index: number): Buffer[] {
  if (entries.length === 1) return []
  const k = splitAt(entries.length)
  return index < k
    ? [...pathOf(entries.slice(0, k), index), rootOf(entries.slice(k))]
    : [...pathOf(entries.slice(k), index - k), rootOf(entries.slice(0, k))]
}

function proofOf(size: number, index: number): Proof {
  const entries = Array.from({ length: size }, (_, i) => Buffer.from(`{"award":"Größe ${i}"}`))
  const text = `${origin}\n${size}\n${rootOf(entries).toString('base64')}\n`
  const signature = Buffer.concat([keyId, sign(null, Buffer.from(text), privateKey)])
  return {
    index,
    size,
    entryB64: (entries[index] ?? Buffer.alloc(0)).toString('base64'),
    proof: pathOf(entries, index).map((hash) => hash.toString('hex')),
    checkpoint: `${text}\n— ${origin} ${signature.toString('base64')}\n`,
    verifierKey,
  }
}

/** A browser that has WebCrypto but not Ed25519. */
const olderBrowser = new Proxy(subtle, {
  get: (target, name) =>
    name === 'importKey'
      ? () => Promise.reject(new DOMException('Unrecognized name.', 'NotSupportedError'))
      : (...args: unknown[]) => Reflect.apply(Reflect.get(target, name), target, args),
})

describe('a proof', () => {
  test('of any entry of any log up to 20 entries is confirmed', async () => {
    for (let size = 1; size <= 20; size += 1) {
      for (let index = 0; index < size; index += 1) {
        expect(await verifyProof(proofOf(size, index), subtle)).toBe('ok')
      }
    }
  })

  const good = proofOf(13, 6)
  const [first = '', ...others] = good.proof
  const otherMaterial = Buffer.concat([Uint8Array.of(1), Buffer.alloc(32, 7)])
  const otherId = sha256(Buffer.from(`${origin}\n`), otherMaterial)
    .subarray(0, 4)
    .toString('hex')
  const faults: Record<string, Partial<Proof>> = {
    'an entry with one letter changed': { entryB64: Buffer.from('{"award":"Größe 7"}').toString('base64') },
    'another index': { index: 7 },
    'an index past the end': { index: 13 },
    'another size': { size: 14 },
    'a sibling hash changed': {
      proof: [first.replace(/^./, (digit) => (digit === '0' ? '1' : '0')), ...others],
    },
    'a sibling hash missing': { proof: others },
    'a sibling hash too many': { proof: [...good.proof, first] },
    'a sibling that is no hash': { proof: ['zz', ...others] },
    'the checkpoint of another log': { checkpoint: proofOf(12, 6).checkpoint },
    'an origin changed after signing': { checkpoint: good.checkpoint.replace(origin, 'other.example/log') },
    'no signature': { checkpoint: `${good.checkpoint.split('\n\n')[0]}\n` },
    'a signature of another key': { verifierKey: `${origin}+${otherId}+${otherMaterial.toString('base64')}` },
    'a key whose id does not fit': { verifierKey: verifierKey.replace(keyId.toString('hex'), '00000000') },
    'no key': { verifierKey: '' },
    'an entry that is not base64': { entryB64: '*' },
  }

  test.each(Object.entries(faults))('with %s is refused', async (_fault, fault) => {
    expect(await verifyProof({ ...good, ...fault }, subtle)).toBe('bad')
    expect(await verifyProof({ ...good, ...fault }, olderBrowser)).not.toBe('ok')
  })

  test('in a browser without Ed25519 is confirmed only as far as the tree', async () => {
    expect(await verifyProof(good, olderBrowser)).toBe('nosig')
    expect(await verifyProof({ ...good, index: 7 }, olderBrowser)).toBe('bad')
  })

  test('signed twice, by the log and by a witness, is confirmed by the log alone', async () => {
    const witness = `— witness.example ${Buffer.alloc(76, 3).toString('base64')}\n`
    expect(await verifyProof({ ...good, checkpoint: good.checkpoint + witness }, subtle)).toBe('ok')
  })

  test('is read from JSON, and other JSON is no proof', () => {
    expect(parseProof(JSON.stringify(good))).toEqual(good)
    for (const json of [
      '',
      'null',
      '{}',
      '[]',
      JSON.stringify({ ...good, index: -1 }),
      JSON.stringify({ ...good, proof: [1] }),
    ]) {
      expect(parseProof(json)).toBeNull()
    }
  })

  test('starts from the leaf hash that certificate-transparency publishes for an empty entry', async () => {
    const hash = Buffer.from(await leafHash(new Uint8Array(0), subtle)).toString('hex')
    expect(hash).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  })
})

describe('in the page', () => {
  function pageWith(proof: string) {
    let click: () => void = () => expect.fail('the button was not made to work')
    const button = {
      hidden: true,
      disabled: false,
      addEventListener: (_: string, listener: () => void) => (click = listener),
    }
    const output = { textContent: '', dataset: {} as Record<string, string> }
    const element = {
      dataset: { proof, ok: 'It stands in the log.', bad: 'It does not fit.', nosig: 'It is in the tree.' },
      querySelector: (name: string) => (name === 'button' ? button : output),
    }
    const page = { querySelectorAll: () => [element] } as unknown as Document
    return { page, button, output, press: () => click() }
  }

  test.each([
    [JSON.stringify(proofOf(5, 2)), 'It stands in the log.', 'ok'],
    [JSON.stringify({ ...proofOf(5, 2), index: 3 }), 'It does not fit.', 'bad'],
    ['garbage', 'It does not fit.', 'bad'],
  ])('the button writes the outcome in the words of the page', async (proof, text, result) => {
    const { page, button, output, press } = pageWith(proof)
    enhance(page, subtle)
    expect(button.hidden).toBe(false)
    press()
    await expect.poll(() => output.textContent).toBe(text)
    expect(output.dataset['result']).toBe(result)
    expect(button.disabled).toBe(false)
  })

  test('without WebCrypto no button is offered that could not keep its word', () => {
    const { page, button } = pageWith(JSON.stringify(proofOf(5, 2)))
    enhance(page, undefined)
    expect(button.hidden).toBe(true)
  })
})
