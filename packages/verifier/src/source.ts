import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where a log is read from. Paths are relative to the installation: "log/checkpoint", "log/tile/0/000". */
export type LogSource = {
  /** The file's bytes; null where there is none. Throws `LogUnreadable` when that cannot be found out. */
  readonly read: (path: string) => Promise<Uint8Array | null>
}

/** The log could not be reached or did not answer as one. */
export class LogUnreadable extends Error {
  readonly code = 'log.unreadable'
  readonly retryable: boolean

  constructor(message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause })
    this.name = 'LogUnreadable'
    this.retryable = retryable
  }
}

/** The longest a file of the log can be: a bundle of 256 entries of 65,535 bytes with their lengths. */
const fileBytesMax = 256 * 65_537
const answerMsMax = 60_000

/** Reads from an installation: `baseUrl` is its address without "/log", such as "https://commons.example". */
export function httpSource(baseUrl: string, get: typeof fetch): LogSource {
  const base = baseUrl.replace(/\/+$/, '')
  return {
    read: async (path) => {
      const url = `${base}/${path}`
      try {
        const response = await get(url, { signal: AbortSignal.timeout(answerMsMax) })
        if (response.status === 404) {
          await response.body?.cancel()
          return null
        }
        if (!response.ok) {
          await response.body?.cancel()
          throw new LogUnreadable(`${url} answered ${response.status}`, response.status >= 500)
        }
        return await readBody(url, response)
      } catch (error) {
        if (error instanceof LogUnreadable) throw error
        throw new LogUnreadable(`${url} could not be read: ${reasonOf(error)}`, true, error)
      }
    },
  }
}

async function readBody(url: string, response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length > fileBytesMax) throw new LogUnreadable(`${url} is longer than any file of a log`, false)
  }
  return Buffer.concat(chunks)
}

/** Reads a copy that `saveLog` made, with the same paths. */
export function directorySource(directory: string): LogSource {
  return {
    read: async (path) => {
      const [file = ''] = path.split('?')
      try {
        return await readFile(join(directory, file))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw new LogUnreadable(
          `${join(directory, file)} could not be read: ${reasonOf(error)}`,
          false,
          error,
        )
      }
    },
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}
