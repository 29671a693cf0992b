/** Applications, teams, and what each person states for themselves. */
export {
  loadPrivateCountries,
  namesOneOf,
  privateCountries,
  questionsForTheTeam,
  withheld,
} from './private-countries.ts'
export { emptyContent } from './content.ts'
export { openIdentifiers, sealIdentifiers } from './identifiers.ts'
export { insertOwners, isOwner, type StatedHolding } from './owners.ts'
export { hasStated } from './statement.ts'
export { applyRoom } from './routes.ts'
export {
  loadApplication,
  loadReaders,
  listWaiting,
  loadReadersAndTies,
  partiesOf,
  setApplicationState,
  teamPersons,
  type ApplicationRow,
  type ApplicationState,
  type PartyRow,
  type Waiting,
} from './store.ts'
