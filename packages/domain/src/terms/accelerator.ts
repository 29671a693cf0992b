/** A chip model with its published figures. Null means not published: a question, never zero. */
export type Accelerator = {
  readonly name: string
  /** Dense tera-operations per second by input bit length: { 16: 989.5, 8: 1979 }. */
  readonly denseTopsByBits: Readonly<Record<number, number>>
  /** Area of logic dies on a non-planar process, mm². */
  readonly applicableDieAreaMm2: number | null
  readonly nonplanar: boolean | null
  /** Aggregate bidirectional transfer rate in the sense of the October 2022 text, GB/s. */
  readonly ioGBps: number | null
  readonly dramBandwidthGBps: number | null
  readonly datacenterMarketed: boolean | null
}
