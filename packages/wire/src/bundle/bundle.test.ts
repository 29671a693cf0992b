import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { pack, type Header } from 'tar-stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inspectBundle, packBundle, unpackBundle } from './index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function archive(
  entries: readonly (readonly [Partial<Header> & { name: string }, string])[],
): Promise<Buffer> {
  const tar = pack()
  for (const [header, text] of entries) tar.entry(header as Header, text)
  tar.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of tar) chunks.push(chunk as Uint8Array)
  return gzipSync(Buffer.concat(chunks))
}

const small = { files: 20, unpackedBytes: 100_000, pathBytes: 300 }

/** What a bundle is refused for, or 'ok'; the same whether it is looked at or unpacked. */
async function check(data: Uint8Array): Promise<string> {
  const looked = await inspectBundle(Readable.from([data]), small)
  const target = join(folder, 'unpacked')
  await mkdir(target)
  const unpacked = await unpackBundle(Readable.from([data]), target, small)
  expect(unpacked).toEqual(looked)
  return looked.ok ? 'ok' : looked.problem.code
}

test('a folder packed and unpacked is the same folder, and packs to the same bytes', async () => {
  const source = join(folder, 'source')
  await mkdir(join(source, 'deep/er'), { recursive: true })
  await writeFile(join(source, 'deep/er/ملف.txt'), 'سلام')
  await writeFile(join(source, 'run.sh'), '#!/bin/sh\n', { mode: 0o755 })
  await mkdir(join(source, 'node_modules'))
  await writeFile(join(source, 'node_modules/left-out.js'), '')
  const packed = await packBundle(source)
  expect(packed.files).toBe(2)
  expect((await packBundle(source)).sha256).toBe(packed.sha256)
  const target = join(folder, 'target')
  await mkdir(target)
  expect(await unpackBundle(Readable.from([packed.data]), target)).toMatchObject({ ok: true })
  expect(await readFile(join(target, 'deep/er/ملف.txt'), 'utf8')).toBe('سلام')
})

test('packing refuses a link instead of following it', async () => {
  await symlink('/etc/passwd', join(folder, 'passwd'))
  await expect(packBundle(folder)).rejects.toThrow(/link/)
})

test.each(['../out', 'a/../../out', '/etc/cron.d/x', 'a//b', './../x', 'a\\b'])(
  'an entry named %s is refused',
  async (name) => {
    expect(await check(await archive([[{ name }, 'x']]))).toBe('path')
  },
)

test('symlinks, hard links and devices are refused', async () => {
  expect(await check(await archive([[{ name: 'a', type: 'symlink', linkname: '/etc/passwd' }, '']]))).toBe(
    'link',
  )
  await rm(join(folder, 'unpacked'), { recursive: true })
  expect(await check(await archive([[{ name: 'a', type: 'link', linkname: 'b' }, '']]))).toBe('link')
  await rm(join(folder, 'unpacked'), { recursive: true })
  expect(await check(await archive([[{ name: 'a', type: 'character-device' }, '']]))).toBe('kind')
})

test('too many files, too many bytes and the same path twice are refused', async () => {
  expect(
    await check(await archive(Array.from({ length: 21 }, (_, at) => [{ name: `f${at}` }, ''] as const))),
  ).toBe('too-many')
  await rm(join(folder, 'unpacked'), { recursive: true })
  expect(await check(await archive([[{ name: 'bomb' }, '0'.repeat(100_001)]]))).toBe('too-large')
  await rm(join(folder, 'unpacked'), { recursive: true })
  expect(
    await check(
      await archive([
        [{ name: 'a' }, '1'],
        [{ name: './a' }, '2'],
      ]),
    ),
  ).toBe('twice')
})

test('a bomb that unpacks to a gigabyte is stopped at the limit, in little memory', async () => {
  const bomb = await archive([[{ name: 'zeros' }, '0'.repeat(64 * 1024 * 1024)]])
  expect(bomb.byteLength).toBeLessThan(200_000)
  const before = process.memoryUsage().rss
  expect(await inspectBundle(Readable.from([bomb]), small)).toMatchObject({
    ok: false,
    problem: { code: 'too-large' },
  })
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
})

test('a cut archive, a page of HTML and nothing at all are answers, not crashes', async () => {
  const whole = await archive([[{ name: 'a' }, 'x'.repeat(5000)]])
  for (const data of [whole.subarray(0, 60), Buffer.from('<html>sign in</html>'), Buffer.alloc(0)]) {
    expect(await inspectBundle(Readable.from([data]), small)).toMatchObject({
      ok: false,
      problem: { code: 'broken' },
    })
  }
})

test('whatever bytes come, the answer is a result', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.boolean(), async (bytes, zipped) => {
      const data = zipped ? gzipSync(bytes) : bytes
      expect(typeof (await inspectBundle(Readable.from([data]), small)).ok).toBe('boolean')
    }),
    { numRuns: 200 },
  )
})
