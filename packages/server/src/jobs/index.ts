/** Jobs and their placements: submit, follow, cancel, and what a site's agent reports. */
export { endJob, losePlacement, releaseReservation } from './end-job.ts'
export { holdOf } from './describe-job.ts'
export { demandJob, jobsRoom } from './routes.ts'
export {
  createPlacements,
  loadPlacement,
  lockLivePlacements,
  lockQueued,
  silentPlacements,
  type JobRow,
} from './store.ts'
export { stopByLaw } from './stop-by-law.ts'
export { submitJob } from './submit-job.ts'
