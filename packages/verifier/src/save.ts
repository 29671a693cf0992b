import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openCheckpoint } from './note.ts'
import { httpSource, LogUnreadable, type LogSource } from './source.ts'
import { filesOf, readTile, tilePath, tileWidth } from './tiles.ts'

export type SaveOptions = {
  readonly fetch?: typeof fetch
  /** Called with the number of files saved so far. */
  readonly onProgress?: (progress: { readonly files: number }) => void
}

const totalsPath = 'api/v1/report/totals'

/**
 * Copies a log with its key and published totals into a directory that `verifyDirectory` checks offline. Saving
 * again into the same directory fetches only what is new: full tiles never change. Checks nothing itself.
 * @returns the size of the log saved and the number of its files
 * @throws LogUnreadable when the log cannot be read or a file of it is missing
 */
export async function saveLog(
  baseUrl: string,
  directory: string,
  options: SaveOptions = {},
): Promise<{ readonly size: number; readonly files: number }> {
  const source = httpSource(baseUrl, options.fetch ?? fetch)
  const note = await need(source.read('log/checkpoint'), 'log/checkpoint')
  const { checkpoint } = openCheckpoint(Buffer.from(note).toString('utf8'), null)
  if (!checkpoint) throw new LogUnreadable(`${baseUrl}/log/checkpoint is no checkpoint`, false)
  const { size } = checkpoint
  const key = await need(source.read('log/key'), 'log/key')
  const totals = await need(source.read(`${totalsPath}?size=${size}`), totalsPath)
  let files = 3
  for (const { part, index, width } of filesOf(size)) {
    await saveTile(source, directory, part, index, width)
    files += 1
    options.onProgress?.({ files })
  }
  // These name what the copy holds, so they come last: a copy that was cut short still verifies as the earlier one.
  await save(directory, 'log/key', key)
  await save(directory, totalsPath, totals)
  await save(directory, 'log/checkpoint', note)
  return { size, files }
}

async function saveTile(source: LogSource, directory: string, part: string, index: number, width: number) {
  const path = tilePath(part, index, width)
  if (width === tileWidth && (await exists(join(directory, path)))) return
  await save(directory, path, await need(readTile(source, part, index, width), path))
}

async function need(reading: Promise<Uint8Array | null>, path: string): Promise<Uint8Array> {
  const data = await reading
  if (data === null) throw new LogUnreadable(`the log has no file ${path}`, false)
  return data
}

async function save(directory: string, path: string, data: Uint8Array): Promise<void> {
  const file = join(directory, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.part`, data)
  await rename(`${file}.part`, file)
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
