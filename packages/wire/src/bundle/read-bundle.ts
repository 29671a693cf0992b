import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { BundleRefused, bundleLimits, createGate, type BundleLimits, type BundleResult } from './rules.ts'

type Gate = ReturnType<typeof createGate>
type Entry = Readable & { readonly header: Header }
type Take = (gate: Gate, entry: Entry) => Promise<void>

/** Reads a gzip tar entry by entry; anything wrong with it is an answer, anything else is thrown. */
async function read(source: Readable, limits: BundleLimits, take: Take): Promise<BundleResult> {
  const gate = createGate(limits)
  const tar = extract()
  const feeding = pipeline(source, createGunzip(), tar)
  feeding.catch(() => {
    // Said by the loop below, which sees the same failure.
  })
  try {
    for await (const entry of tar) await take(gate, entry as unknown as Entry)
    await feeding
    return gate.result()
  } catch (error) {
    source.destroy()
    tar.destroy()
    if (error instanceof BundleRefused) return { ok: false, problem: error.problem }
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code.startsWith('E') && !code.startsWith('ERR_')) throw error
    return {
      ok: false,
      problem: {
        code: 'broken',
        path: null,
        message: `It is no whole gzip tar: ${(error as Error).message}`,
      },
    }
  }
}

async function* counted(gate: Gate, chunks: AsyncIterable<Uint8Array>) {
  for await (const chunk of chunks) {
    gate.count(chunk.byteLength)
    yield chunk
  }
}

/** Checks a bundle without writing any of it. */
export function inspectBundle(source: Readable, limits: BundleLimits = bundleLimits): Promise<BundleResult> {
  return read(source, limits, async (gate, entry) => {
    gate.admit(entry.header)
    for await (const chunk of entry) gate.count((chunk as Uint8Array).byteLength)
  })
}

/** Unpacks a bundle into a folder that is new or empty; refuses what `inspectBundle` refuses. Files keep only their execute bit. */
export function unpackBundle(
  source: Readable,
  folder: string,
  limits: BundleLimits = bundleLimits,
): Promise<BundleResult> {
  return read(source, limits, async (gate, entry) => {
    const admitted = gate.admit(entry.header)
    const target = join(folder, admitted.path)
    if (admitted.folder) {
      await mkdir(target, { recursive: true })
      entry.resume()
      return
    }
    await mkdir(dirname(target), { recursive: true })
    // 'wx': whatever stands there already was not put there by this bundle.
    await pipeline(
      entry,
      (chunks: AsyncIterable<Uint8Array>) => counted(gate, chunks),
      createWriteStream(target, { flags: 'wx', mode: (entry.header.mode ?? 0) & 0o100 ? 0o755 : 0o644 }),
    )
  })
}
