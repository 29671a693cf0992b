/** Award: how much, until when, under which conditions; and the accounts that jobs draw on. */
export { loadAllocation, reserve, settle } from './allocation.ts'
export { announceProject } from './announce-project.ts'
export { awardApplication, type AwardAsk } from './award-application.ts'
export { describeHold } from './describe-hold.ts'
export { listAtPanel } from './panel.ts'
export { refuseApplication } from './refuse-application.ts'
export { awardRoom } from './routes.ts'
export {
  loadProjectRow,
  lockProject,
  saveProject,
  projectsAwaitingCanary,
  type AwaitingProject,
  type ProjectRow,
} from './store.ts'
