/** The public log. The floor of the house: every room may append to it, and it calls none. */
export { append, startLog, type Hide } from './append.ts'
export { signCheckpoint, verifierKey } from './checkpoint.ts'
export { loadHead, loadStanding, proofsOf } from './store.ts'
