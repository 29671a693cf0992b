import { createHash } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { bundleLimits } from './rules.ts'

export type PackedBundle = { readonly data: Uint8Array; readonly sha256: string; readonly files: number }
export type BundleFile = { readonly path: string; readonly data: Uint8Array; readonly executable: boolean }

/** A folder that is no job's: what stands in its way, by path. */
export class UnpackableFolder extends Error {}

const ignored = new Set(['node_modules', '.git', '.DS_Store'])

async function list(folder: string, below = ''): Promise<string[]> {
  const paths: string[] = []
  for (const name of (await readdir(join(folder, below))).toSorted()) {
    if (ignored.has(name)) continue
    const path = below ? `${below}/${name}` : name
    const found = await lstat(join(folder, path))
    if (found.isDirectory()) paths.push(...(await list(folder, path)))
    else if (found.isFile()) paths.push(path)
    else
      throw new UnpackableFolder(
        `${join(folder, path)} is a link or something else that is no plain file. A job's files are plain files: put the file itself there, or run the job in a folder without it.`,
      )
    if (paths.length > bundleLimits.files)
      throw new UnpackableFolder(
        `${folder} holds more than ${bundleLimits.files} files; a job takes no more.`,
      )
  }
  return paths
}

/** Packs files as a gzip tar. The same files give the same bytes: sorted, without owners and times. */
export async function packFiles(files: readonly BundleFile[]): Promise<PackedBundle> {
  const tar = pack()
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    tar.entry(
      { name: file.path, mtime: new Date(0), mode: file.executable ? 0o755 : 0o644, uid: 0, gid: 0 },
      Buffer.from(file.data),
    )
  }
  tar.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of tar) chunks.push(chunk as Uint8Array)
  const data = await promisify(gzip)(Buffer.concat(chunks), { level: 6 })
  return {
    data: new Uint8Array(data),
    sha256: createHash('sha256').update(data).digest('hex'),
    files: files.length,
  }
}

/** Packs a folder, leaving out node_modules and .git. Links are refused, as the server would. */
export async function packBundle(folder: string): Promise<PackedBundle> {
  const files: BundleFile[] = []
  for (const path of await list(folder)) {
    const whole = join(folder, path)
    files.push({ path, data: await readFile(whole), executable: ((await lstat(whole)).mode & 0o100) !== 0 })
  }
  return packFiles(files)
}
