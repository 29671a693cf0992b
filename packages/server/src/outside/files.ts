import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Job files by SHA-256, and job logs by placement, in the data folder. */
export type FileStore = {
  readonly root: string
  /** Writes to a temporary file and gives its path; `keep` moves it to its name, durably. */
  receive(
    body: ReadableStream<Uint8Array> | Readable,
    maxBytes: number,
  ): Promise<{ path: string; bytes: number }>
  keep(temporary: string, sha256: string): Promise<void>
  drop(temporary: string): Promise<void>
  openBlob(sha256: string): { stream: Readable; path: string }
  hasBlob(sha256: string): Promise<number | null>
  /** Writes a part of a log at its place; repeating it changes nothing. @returns the log's length */
  writeLog(placement: string, offset: number, bytes: Uint8Array): Promise<number>
  readLog(placement: string, offset: number, maxBytes: number): Promise<Uint8Array>
}

export class FileTooLarge extends Error {}

export function openFileStore(root: string): FileStore {
  const blobPath = (sha256: string) => join(root, 'blobs', sha256.slice(0, 2), sha256)
  const logPath = (placement: string) => join(root, 'logs', placement.slice(0, 2), `${placement}.log`)

  async function receive(body: ReadableStream<Uint8Array> | Readable, maxBytes: number) {
    await mkdir(join(root, 'incoming'), { recursive: true })
    const path = join(root, 'incoming', randomUUID())
    let bytes = 0
    const source =
      body instanceof Readable ? body : Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
    try {
      await pipeline(
        source,
        async function* limit(chunks: AsyncIterable<Uint8Array>) {
          for await (const chunk of chunks) {
            bytes += chunk.byteLength
            if (bytes > maxBytes) throw new FileTooLarge(`more than ${maxBytes} bytes`)
            yield chunk
          }
        },
        createWriteStream(path, { flush: true }),
      )
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    return { path, bytes }
  }

  async function writeLog(placement: string, offset: number, bytes: Uint8Array): Promise<number> {
    const path = logPath(placement)
    await mkdir(join(path, '..'), { recursive: true })
    const file = await open(path, 'a')
      .then((f) => f.close())
      .then(() => open(path, 'r+'))
    try {
      await file.write(bytes, 0, bytes.byteLength, offset)
      await file.datasync()
      return Math.max(offset + bytes.byteLength, (await file.stat()).size)
    } finally {
      await file.close()
    }
  }

  async function readLog(placement: string, offset: number, maxBytes: number): Promise<Uint8Array> {
    const file = await open(logPath(placement), 'r').catch(() => null)
    if (!file) return new Uint8Array()
    try {
      const buffer = new Uint8Array(maxBytes)
      const { bytesRead } = await file.read(buffer, 0, maxBytes, offset)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  }

  return {
    root,
    receive,
    async keep(temporary, sha256) {
      await mkdir(join(blobPath(sha256), '..'), { recursive: true })
      await rename(temporary, blobPath(sha256))
    },
    drop: (temporary) => rm(temporary, { force: true }),
    openBlob: (sha256) => ({ stream: createReadStream(blobPath(sha256)), path: blobPath(sha256) }),
    hasBlob: (sha256) =>
      stat(blobPath(sha256)).then(
        (s) => s.size,
        () => null,
      ),
    writeLog,
    readLog,
  }
}
