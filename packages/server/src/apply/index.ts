/** Applications, teams, and what each person states for themselves. */
export { applyRoom } from './routes.ts'
export {
  loadApplication,
  loadReaders,
  partiesOf,
  setApplicationState,
  teamPersons,
  type ApplicationRow,
  type ApplicationState,
  type PartyRow,
} from './store.ts'
