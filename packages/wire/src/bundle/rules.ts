/** How large a bundle may be. */
export type BundleLimits = {
  readonly files: number
  readonly unpackedBytes: number
  readonly pathBytes: number
}
export const bundleLimits: BundleLimits = {
  files: 10_000,
  unpackedBytes: 1024 * 1024 * 1024,
  pathBytes: 1024,
}

export type BundleProblem = {
  readonly code: 'path' | 'link' | 'kind' | 'too-many' | 'too-large' | 'twice' | 'broken'
  readonly path: string | null
  readonly message: string
}
export type BundleResult =
  | { readonly ok: true; readonly files: number; readonly unpackedBytes: number }
  | { readonly ok: false; readonly problem: BundleProblem }

export class BundleRefused extends Error {
  readonly problem: BundleProblem
  constructor(problem: BundleProblem) {
    super(problem.message)
    this.problem = problem
  }
}

function refuse(code: BundleProblem['code'], path: string | null, message: string): never {
  throw new BundleRefused({ code, path, message })
}

type Header = {
  readonly name: string
  readonly type?: string | null | undefined
  readonly size?: number | undefined
}

/** Checks entries one by one as they stream past; throws BundleRefused at the first that does not fit. */
export function createGate(limits: BundleLimits) {
  const seen = new Set<string>()
  let files = 0
  let unpackedBytes = 0
  return {
    /** @returns the entry's path below the folder, without a trailing slash, and whether it is a folder */
    admit(header: Header): { path: string; folder: boolean } {
      const shown = JSON.stringify(header.name.slice(0, 120))
      const folder = header.type === 'directory'
      if (header.type === 'symlink' || header.type === 'link')
        refuse('link', header.name, `${shown} is a link; links are not taken.`)
      if (!folder && header.type !== 'file' && header.type !== 'contiguous-file')
        refuse('kind', header.name, `${shown} is neither a file nor a folder.`)
      const path = header.name.replace(/\/+$/, '').replace(/^\.\//, '')
      const parts = path.split('/')
      const bad =
        path === '' ||
        path.startsWith('/') ||
        path.includes('\\') ||
        path.includes('\0') ||
        parts.some((part) => part === '..' || part === '' || part === '.')
      if (bad && !(folder && (path === '.' || path === '')))
        refuse('path', header.name, `${shown} leads outside of the folder, or is no plain path.`)
      if (Buffer.byteLength(path) > limits.pathBytes || parts.some((part) => Buffer.byteLength(part) > 255))
        refuse('path', header.name, `${shown} is too long a path.`)
      files += 1
      if (files > limits.files) refuse('too-many', null, `More than ${limits.files} files and folders.`)
      if (seen.has(path)) refuse('twice', path, `${shown} comes twice.`)
      seen.add(path)
      return { path, folder }
    },
    /** Counts bytes as they come, so that a bomb is stopped at the limit and not after it. */
    count(bytes: number): void {
      unpackedBytes += bytes
      if (unpackedBytes > limits.unpackedBytes)
        refuse('too-large', null, `More than ${limits.unpackedBytes} bytes when unpacked.`)
    },
    result: (): BundleResult => ({ ok: true, files, unpackedBytes }),
  }
}
