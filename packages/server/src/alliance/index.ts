/** The alliance, its members, calls and rulebook. */
export { foundAlliance } from './found.ts'
export { allianceRoom, describeAlliance } from './routes.ts'
export { isSetupCode, setupCode } from './setup-code.ts'
export {
  defaultRulebook,
  isOpen,
  loadAlliance,
  loadCall,
  loadMembers,
  loadMembersNow,
  loadRulebook,
  originOf,
  type CallRow,
  type Rulebook,
} from './store.ts'
