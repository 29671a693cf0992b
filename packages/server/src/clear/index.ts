/** Clear: may these people and organisations use these accelerators, there, for this? Hits, determinations, clearances. */
export { rulesBookRoom } from './rules-book.ts'
export { refreshDueLists } from './refresh-list.ts'
export { listAffected } from './affected.ts'
export { bindingRegimes, bindingRules } from './binding-rules.ts'
export { forTheTeam } from './for-the-team.ts'
export { evaluate, liveStates, todayOf, type Evaluation } from './evaluate.ts'
export { clearRoom } from './routes.ts'
export { rescreen } from './rescreen.ts'
export { listDue } from './store-evaluations.ts'
export { listWaitingCases } from './store-cases.ts'
export { listWaitingOperators } from './store-operators.ts'
export { listWaitingRoleHolders } from './store-role-holders.ts'
export {
  loadClearances,
  loadDeterminations,
  loadLists,
  tryLockApplication,
  type ApplicationRow,
  type ClearanceRow,
  type DeterminationRow,
} from './store.ts'
