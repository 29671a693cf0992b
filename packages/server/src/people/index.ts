/** People: who they are, how they sign in, which roles they hold, and mail to them. */
export { authenticate } from './authenticate.ts'
export {
  delegateRole,
  delegationDaysMax,
  endDelegation,
  findDelegation,
  listDelegations,
  type DelegationRow,
} from './delegations.ts'
export { isOutsideTeams, restsWhileOpen } from './holds-now.ts'
export { endProjectRoles, endRole, grantRole, type NewGrant } from './roles.ts'
export { foundWithSecretariat, peopleRoom } from './routes.ts'
export { findOrCreatePerson, keepNotices, loadHolders, loadPerson, noteAudit, queueMail } from './store.ts'
