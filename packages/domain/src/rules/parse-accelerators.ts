import type { Accelerator } from '@allmende/domain/terms'
import { type Field, figure, isRecord, member, object, refuse, text, truth } from './check.ts'

/** Bit lengths of multiply inputs that a figure may be stated for. TF32's 19 bits are not settled by the text. */
export const bitLengths = [1, 2, 4, 6, 8, 16, 32, 64] as const

function throughput(field: Field): Readonly<Record<number, number>> {
  const { value } = field
  if (!isRecord(value) || Object.keys(value).length === 0) {
    refuse(field, 'dense TOPS for at least one bit length, such as {"16": 989.5}')
    return {}
  }
  const entries = Object.keys(value).flatMap((bits): [number, number][] => {
    const at = member(field, bits)
    if (!bitLengths.some((length) => String(length) === bits)) {
      refuse({ ...at, value: bits }, `a bit length of ${bitLengths.join(', ')}`)
      return []
    }
    const tops = figure(at, 'dense TOPS', 'above-zero')
    if (tops === null && (value[bits] === null || value[bits] === undefined)) {
      refuse(at, 'a finite number above 0 (dense TOPS)')
    }
    return tops === null ? [] : [[Number(bits), tops]]
  })
  return Object.fromEntries(entries)
}

/** The names of each figure: those of a file of figures, and those of the domain type. */
const fileNames = {
  tops: 'dense_tops_by_bits',
  area: 'applicable_die_area_mm2',
  io: 'io_gbps_2022',
  dram: 'dram_bw_gbps',
  datacenter: 'datacenter_marketed',
} as const
const typeNames = {
  tops: 'denseTopsByBits',
  area: 'applicableDieAreaMm2',
  io: 'ioGBps',
  dram: 'dramBandwidthGBps',
  datacenter: 'datacenterMarketed',
} as const

/** Reads one accelerator; refusals go to the field's problems. */
function accelerator(field: Field, names: typeof fileNames | typeof typeNames): Accelerator | null {
  if (!object(field, null)) return null
  return {
    name: text(member(field, 'name')),
    denseTopsByBits: throughput(member(field, names.tops)),
    applicableDieAreaMm2: figure(member(field, names.area), 'mm²', 'above-zero'),
    nonplanar: truth(member(field, 'nonplanar')),
    ioGBps: figure(member(field, names.io), 'GB/s', 'from-zero'),
    dramBandwidthGBps: figure(member(field, names.dram), 'GB/s', 'from-zero'),
    datacenterMarketed: truth(member(field, names.datacenter)),
  }
}

/** Reads one accelerator in the shape of the domain type. */
export function statedAccelerator(field: Field): Accelerator | null {
  return accelerator(field, typeNames)
}

/**
 * Reads one accelerator of a file of figures: `name`, `dense_tops_by_bits`, `applicable_die_area_mm2` (mm²),
 * `nonplanar`, `io_gbps_2022`, `dram_bw_gbps` (GB/s), `datacenter_marketed`. Further fields are ignored, an absent or
 * null figure is not known. Refuses negative and non-finite figures, unknown bit lengths, and an accelerator without
 * throughput.
 */
export function acceleratorRow(field: Field): Accelerator | null {
  return accelerator(field, fileNames)
}
