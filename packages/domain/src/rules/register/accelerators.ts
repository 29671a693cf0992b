import { nvidiaAccelerators } from './nvidia.ts'
import { otherAccelerators } from './other-vendors.ts'
import type { RegisteredAccelerator } from './registered-accelerator.ts'

/** Every accelerator whose published figures ship with the rules. A site may state others itself. */
export const accelerators: readonly RegisteredAccelerator[] = [...nvidiaAccelerators, ...otherAccelerators]

/** The registered accelerator of that name, whatever its letter case; undefined when none is registered. */
export function findAccelerator(name: string): RegisteredAccelerator | undefined {
  const wanted = name.trim().toLowerCase()
  return accelerators.find((accelerator) => accelerator.name.toLowerCase() === wanted)
}
