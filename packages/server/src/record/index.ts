/** The public log. The floor of the house: every room may append to it, and it calls none. */
export { append, appendAll, startLog, type Hide, type NewEntry } from './append.ts'
export { signCheckpoint, verifierKey } from './checkpoint.ts'
export { loadHead, loadStanding, proofsAsJson, proofsOf, readProofs } from './store.ts'
