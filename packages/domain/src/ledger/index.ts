/** The public log: entries → tree, proofs, tiles, signed checkpoints. RFC 9162 section 2.1; C2SP tlog-tiles and notes. */
export * from './bytes.ts'
export * from './entries.ts'
export * from './notes.ts'
export * from './proofs.ts'
export * from './tiles.ts'
export * from './tree.ts'
