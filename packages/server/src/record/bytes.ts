import { hash } from 'node:crypto'
import type { Bytes } from '@allmende/domain/ledger'

const encoder = new TextEncoder()

/** What the core's ledger cannot do by itself. */
export const bytes: Bytes = {
  sha256: (data) => hash('sha256', data, 'buffer'),
  utf8: (text) => encoder.encode(text),
}
