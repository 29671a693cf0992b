import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** What a server said of a file, to be sent back so that it sends the file only where it is another one. */
export type Marks = { readonly etag: string | null; readonly lastModified: string | null }

export type Downloaded = { readonly changed: boolean; readonly marks: Marks; readonly bytes: number }

/** The address cannot be read: nobody answers, or not with the file. */
export class DownloadError extends Error {}

export type DownloadOptions = {
  readonly bytesMax: number
  readonly attempts: number
  /** Waits so long after the first break, twice as long after each further one. */
  readonly pauseMs: number
  /** A server that says nothing for so long is given up. */
  readonly silenceMs: number
}

type Progress = { bytes: number; marks: Marks; whole: number | null }

const marksOf = (headers: Headers): Marks => ({
  etag: headers.get('etag'),
  lastModified: headers.get('last-modified'),
})

/** Headers that ask for the rest of a file that broke off, only if it is still the same file. */
function resumeFrom({ bytes, marks }: Progress): Record<string, string> {
  const same = marks.etag?.startsWith('W/') ? null : (marks.etag ?? marks.lastModified)
  return bytes > 0 && same ? { range: `bytes=${bytes}-`, 'if-range': same } : {}
}

const onlyIfChanged = ({ etag, lastModified }: Marks): Record<string, string> => ({
  ...(etag && { 'if-none-match': etag }),
  ...(lastModified && { 'if-modified-since': lastModified }),
})

function lengthOf(response: Response, from: number): number | null {
  const length = response.headers.get('content-length')
  return length === null ? null : from + Number(length)
}

/** Writes what arrives behind what is there. @returns once it has ended, whole or not */
async function writeBody(
  response: Response,
  path: string,
  progress: Progress,
  options: DownloadOptions,
  silence: () => void,
): Promise<void> {
  const file = createWriteStream(path, { flags: progress.bytes === 0 ? 'w' : 'a' })
  let failed: Error | null = null
  file.once('error', (error) => (failed = error))
  // What arrived before a break is kept, so that the next attempt goes on behind it.
  const close = async (instead?: unknown) => {
    file.end()
    if (!file.closed) await once(file, 'close')
    if (failed !== null) throw new DownloadError(`The file cannot be kept here: ${failed.message}`)
    if (instead !== undefined) throw instead
  }
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      silence()
      progress.bytes += chunk.byteLength
      if (progress.bytes > options.bytesMax)
        throw new DownloadError(`The file has more than ${options.bytesMax} bytes.`)
      if (!file.write(chunk)) await once(file, 'drain')
    }
  } catch (error) {
    return close(error)
  }
  return close()
}

/** One attempt. @returns null where the file is unchanged, false where it broke off, true where it is whole */
async function attempt(
  url: string,
  path: string,
  known: Marks,
  progress: Progress,
  options: DownloadOptions,
): Promise<boolean | null> {
  const abort = new AbortController()
  let timer = globalThis.setTimeout(() => abort.abort(), options.silenceMs)
  const silence = () => {
    clearTimeout(timer)
    timer = globalThis.setTimeout(() => abort.abort(), options.silenceMs)
  }
  try {
    const resumed = resumeFrom(progress)
    const first = progress.bytes === 0
    const response = await fetch(url, {
      headers: { 'accept-encoding': 'identity', ...(first ? onlyIfChanged(known) : resumed) },
      signal: abort.signal,
    })
    if (response.status === 304 && first) return null
    if (response.status >= 500 || response.status === 429) return false
    if (response.status !== 200 && response.status !== 206)
      throw new DownloadError(`The address answered with status ${response.status}.`)
    if (response.status === 200) progress.bytes = 0
    progress.marks = marksOf(response.headers)
    progress.whole = lengthOf(response, progress.bytes)
    await writeBody(response, path, progress, options, silence)
    return progress.whole === null || progress.bytes === progress.whole
  } catch (error) {
    if (error instanceof DownloadError) throw error
    return false
  } finally {
    clearTimeout(timer)
  }
}

const usual: DownloadOptions = { bytesMax: 300 * 1024 * 1024, attempts: 5, pauseMs: 1000, silenceMs: 30_000 }

/**
 * Fetches a file from its official address into a file of ours: only where it is another one than known, and going
 * on where it broke off (RFC 9110, 13 and 14).
 * @throws {DownloadError} where it cannot be had
 */
export async function download(
  url: string,
  path: string,
  known: Marks,
  change: Partial<DownloadOptions> = {},
): Promise<Downloaded> {
  const options = { ...usual, ...change }
  const progress: Progress = { bytes: 0, marks: { etag: null, lastModified: null }, whole: null }
  for (let tried = 0; tried < options.attempts; tried += 1) {
    if (tried > 0) await setTimeout(options.pauseMs * 2 ** (tried - 1))
    const done = await attempt(url, path, known, progress, options)
    if (done === null) return { changed: false, marks: known, bytes: 0 }
    if (done) return { changed: true, marks: progress.marks, bytes: progress.bytes }
  }
  throw new DownloadError(
    progress.bytes === 0
      ? 'Nobody answers at the address, or only with errors.'
      : `The file broke off ${options.attempts} times, the last time after ${progress.bytes} bytes.`,
  )
}
