/** Where and when jobs run: the broker's round, canaries, and what silent sites held. */
export { proveAwards } from './canaries.ts'
export { placeJobs } from './place-jobs.ts'
export { reclaimSilent } from './reclaim.ts'
export { placeRoom } from './routes.ts'
