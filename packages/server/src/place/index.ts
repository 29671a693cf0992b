/** Where and when jobs run: the broker's round, canaries, what silent sites held, and clearances that are lost. */
export { proveAwards } from './canaries.ts'
export { enforceLaw } from './enforce-law.ts'
export { placeJobs } from './place-jobs.ts'
export { reclaimSilent } from './reclaim.ts'
export { tellHolds } from './tell-holds.ts'
export { placeRoom } from './routes.ts'
