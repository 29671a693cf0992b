/** Applications, teams, and what each person states for themselves. */
export { loadPrivateCountries, namesOneOf, questionsForTheTeam, withheld } from './private-countries.ts'
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
