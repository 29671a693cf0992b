/**
 * Checks an Allmende log from outside: Node's own crypto and fetch, no other package, no code of the server.
 * An auditor reads it in this order: source, tiles, note, merkle, entry, books, totals, verify.
 */
export { saveLog, type SaveOptions } from './save.ts'
export { LogUnreadable } from './source.ts'
export {
  type Check,
  type CheckName,
  verifyDirectory,
  verifyLog,
  type VerifyOptions,
  type VerifyReport,
} from './verify.ts'
