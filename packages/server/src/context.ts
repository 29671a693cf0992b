import type { KeyObject } from 'node:crypto'
import type { Logger } from 'pino'
import type { Database } from './db/connection.ts'
import type { FileStore } from './outside/files.ts'
import type { Settings } from './settings.ts'

/** The log's signing key and its public name. */
export type LogKey = { readonly privateKey: KeyObject; readonly publicKey: Uint8Array }

/**
 * Seals what must not be read from the database alone. `where` names table, column and row: what is put elsewhere
 * does not open.
 */
export type DataKey = {
  seal(text: string, where: string): string
  /** @throws where it was sealed with another key or for another place, or was changed */
  open(sealed: string, where: string): string
}

/** What operations work with. `now` is the only clock and `nudge` the only way to ask a timer to hurry. */
export type Context = {
  readonly db: Database
  readonly files: FileStore
  readonly logger: Logger
  readonly logKey: LogKey
  readonly dataKey: DataKey
  readonly settings: Settings
  now(): Date
  /** Wakes the timers, and whoever waits on a topic, once the transaction under way has committed. */
  nudge(topic: string): void
  /** Aborted once this process is told to stop: who waits for something new is then answered with what there is. */
  readonly stopping?: AbortSignal
  /** Resolves when the topic is nudged, or after the time: true when nudged. */
  waitFor(topic: string, ms: number, signal?: AbortSignal): Promise<boolean>
}
