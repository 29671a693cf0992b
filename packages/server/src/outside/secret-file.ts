import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/**
 * A secret that is made at the first start and read at every other: in a file that its owner alone can read, written
 * whole or not at all.
 */
export function openSecret(path: string, make: () => Buffer | string): Buffer {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const file = openSync(`${path}.new`, 'w', 0o600)
    const secret = make()
    writeSync(file, typeof secret === 'string' ? Buffer.from(secret) : secret)
    fsyncSync(file)
    closeSync(file)
    renameSync(`${path}.new`, path)
  }
  return readFileSync(path)
}
